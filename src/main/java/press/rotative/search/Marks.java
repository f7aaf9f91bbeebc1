package press.rotative.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what a reader asked for in a text, by the same rules as the index: so a page can mark it in the text as it
/// stands now.
public final class Marks {

    private final Language language;

    /// From how a word is spelt or its stem to the number of the asked part.
    private final Map<String, Integer> words = new LinkedHashMap<>();

    private final Set<String> beginnings = new HashSet<>();

    private Marks(Language language, Asked asked) {
        this.language = language;
        for (Asked.Part.Word word : asked.words()) {
            words.putIfAbsent(word.stem(), words.size());
        }
        for (Asked.Part part : asked.wanted()) {
            if (part instanceof Asked.Part.Beginning(String letters)) {
                beginnings.add(letters);
            }
        }
    }

    /// @param language of the edition that was searched
    public static Marks of(String asked, String language) {
        Language spoken = Language.of(language);
        return new Marks(spoken, Asked.of(asked, spoken));
    }

    /// One asked word in a text.
    ///
    /// @param word which of the asked words; the same number wherever it stands
    /// @param from inclusive
    /// @param to exclusive
    public record Mark(int word, int from, int to) {}

    public List<Mark> in(String text) {
        var marks = new ArrayList<Mark>();
        for (WordAnalyzer.Token token : language.analyzer().tokens(text, this::asked)) {
            marks.add(new Mark(words.getOrDefault(token.stem(), words.size()), token.from(), token.to()));
        }
        return marks;
    }

    /// How many numbers of asked parts there can be: those of words, and one for all begins of words.
    public int parts() {
        return words.size() + (beginnings.isEmpty() ? 0 : 1);
    }

    private boolean asked(Word word) {
        return words.containsKey(word.stem()) || !beginnings.isEmpty() && begins(word.exact());
    }

    private boolean begins(String exact) {
        for (String beginning : beginnings) {
            if (exact.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /// How a word, given folded, is written in a text; empty when it does not stand there.
    public static Optional<String> written(String text, String folded, String language) {
        return Language.of(language)
                .analyzer()
                .tokens(text, word -> word.exact().equals(folded))
                .stream()
                .findFirst()
                .map(token -> text.substring(token.from(), token.to()));
    }
}
