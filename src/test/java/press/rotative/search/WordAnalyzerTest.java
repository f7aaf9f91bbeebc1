package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class WordAnalyzerTest {

    /// Words share places in the table of those that were met lately, and threads share the table.
    @Test
    void a_text_is_cut_alike_however_many_words_were_met_before_and_by_whom() throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append("L’été").append(i).append(" des Œuvres").append(i % 977).append("-là ");
        }
        String all = text.toString();
        List<WordAnalyzer.Token> first = new WordAnalyzer(Language.FRENCH).tokens(all);
        var shared = new WordAnalyzer(Language.FRENCH);
        var cutting = new ArrayList<Callable<List<WordAnalyzer.Token>>>();
        for (int i = 0; i < 6; i++) {
            cutting.add(() -> shared.tokens(all));
        }
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var cut : threads.invokeAll(cutting)) {
                assertEquals(first, cut.get());
            }
        }
    }

    @Test
    void a_word_is_told_with_its_stem_its_place_and_where_it_stands() {
        List<WordAnalyzer.Token> tokens = Language.FRENCH.analyzer().tokens("Les Élèves, à l’école !");
        assertEquals(
                List.of("eleves elev 1 4-10", "ecole ecol 3 14-21"),
                tokens.stream()
                        .map(token -> token.exact() + " " + token.stem() + " " + token.place() + " " + token.from()
                                + "-" + token.to())
                        .toList());
    }
}
