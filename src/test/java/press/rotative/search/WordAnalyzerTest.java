package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
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

    /// The rule for cutting (Unicode UAX #29) sees the whole text; what stands between two spaces is cut by itself.
    @Test
    void pieces_are_cut_as_the_whole_text_would_be() throws Exception {
        String signs = "abcdéÉñœ'’.,:;-_·0189٣٤كلمةىّ\u0301\u200f\u200d\u00ad\u00a0\u202f\u2019\t«»!?@#$%/\\中文かなカナ한글ไทย"
                + "👩‍👩‍👧🇫🇷❤️";
        int[] points = signs.codePoints().toArray();
        var random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                switch (random.nextInt(5)) {
                    case 0 -> text.append(random.nextInt(4) == 0 ? '\n' : ' ');
                    default -> text.appendCodePoint(points[random.nextInt(points.length)]);
                }
            }
            assertEquals(
                    whole(text.toString()),
                    new WordAnalyzer(Language.OTHER)
                            .tokens(text.toString()).stream()
                                    .map(token -> token.place() + " " + token.from() + "-" + token.to())
                                    .toList());
        }
    }

    private static List<String> whole(String text) throws IOException {
        var words = new ArrayList<String>();
        try (var tokenizer = new StandardTokenizer()) {
            tokenizer.setMaxTokenLength(60);
            tokenizer.setReader(new StringReader(text));
            var offset = tokenizer.addAttribute(OffsetAttribute.class);
            var term = tokenizer.addAttribute(CharTermAttribute.class);
            tokenizer.reset();
            for (int place = 0; tokenizer.incrementToken(); place++) {
                if (!Folding.word(term.toString(), Language.OTHER).isEmpty()) {
                    words.add(place + " " + offset.startOffset() + "-" + offset.endOffset());
                }
            }
        }
        return words;
    }
}
