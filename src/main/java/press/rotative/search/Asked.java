package press.rotative.search;

import java.util.ArrayList;
import java.util.List;

/// What a reader asks for: `ferry "conseil municipal" -bac mar*`. Every wanted part must stand in a story and no
/// unwanted one. Nothing a reader types is an error; what says nothing is left out.
///
/// @param text as it was understood: at most [#LONGEST] characters
record Asked(String text, List<Part> wanted, List<Part> unwanted) {
    static final int LONGEST = 200;
    static final int MOST_PARTS = 12;
    private static final int MOST_OF_PHRASE = 16;
    private static final int SHORTEST_BEGINNING = 3;

    sealed interface Part {
        /// @param from where it stands in [Asked#text], inclusive
        /// @param to exclusive
        record Word(String exact, String stem, int from, int to) implements Part {}

        /// Words in this order, at these places.
        record Phrase(List<WordAnalyzer.Token> words) implements Part {}

        /// Any word that begins so.
        record Beginning(String letters) implements Part {}
    }

    static Asked of(String asked, Language language) {
        return new Reading(readable(asked), language).all();
    }

    /// All words that are wanted, also those of phrases.
    List<Part.Word> words() {
        return wanted.stream()
                .flatMap(part -> switch (part) {
                    case Part.Word word -> java.util.stream.Stream.of(word);
                    case Part.Phrase phrase ->
                        phrase.words().stream()
                                .map(word -> new Part.Word(word.exact(), word.stem(), word.from(), word.to()));
                    case Part.Beginning beginning -> java.util.stream.Stream.empty();
                })
                .limit(MOST_PARTS)
                .toList();
    }

    /// Without control characters and halves of characters.
    private static String readable(String asked) {
        String cut = asked.length() <= LONGEST ? asked : asked.substring(0, LONGEST);
        var text = new StringBuilder();
        cut.codePoints().forEach(letter -> {
            boolean odd = Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE;
            text.appendCodePoint(odd ? ' ' : letter);
        });
        return text.toString();
    }

    /// Goes through the text once.
    private static final class Reading {
        private static final String QUOTES = "\"“”«»„";

        private final String text;
        private final Language language;
        private final List<Part> wanted = new ArrayList<>();
        private final List<Part> unwanted = new ArrayList<>();

        Reading(String text, Language language) {
            this.text = text;
            this.language = language;
        }

        Asked all() {
            int at = 0;
            while (at < text.length() && wanted.size() + unwanted.size() < MOST_PARTS) {
                char first = text.charAt(at);
                if (Character.isWhitespace(first)) {
                    at++;
                    continue;
                }
                boolean without = first == '-' || first == '−';
                int begin = without ? at + 1 : at;
                at = begin < text.length() && QUOTES.indexOf(text.charAt(begin)) >= 0
                        ? phrase(begin + 1, without ? unwanted : wanted)
                        : word(begin, without ? unwanted : wanted);
            }
            return new Asked(text, List.copyOf(wanted), List.copyOf(unwanted));
        }

        /// @return where to go on
        private int phrase(int begin, List<Part> into) {
            int end = begin;
            while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            List<WordAnalyzer.Token> words = tokens(begin, end);
            if (words.size() == 1) {
                into.add(word(words.getFirst()));
            } else if (!words.isEmpty()) {
                into.add(new Part.Phrase(words.subList(0, Math.min(MOST_OF_PHRASE, words.size()))));
            }
            return end + 1;
        }

        private int word(int begin, List<Part> into) {
            int end = begin;
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && QUOTES.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            List<WordAnalyzer.Token> words = tokens(begin, end);
            boolean begins = end > begin && text.charAt(end - 1) == '*' && !words.isEmpty();
            for (int i = 0; i < words.size() && wanted.size() + unwanted.size() < MOST_PARTS; i++) {
                WordAnalyzer.Token word = words.get(i);
                boolean beginning =
                        begins && i == words.size() - 1 && word.exact().length() >= SHORTEST_BEGINNING;
                into.add(beginning ? new Part.Beginning(word.exact()) : word(word));
            }
            return Math.max(end, begin);
        }

        private List<WordAnalyzer.Token> tokens(int begin, int end) {
            return language.analyzer().tokens(text.substring(begin, end)).stream()
                    .map(token -> new WordAnalyzer.Token(
                            token.word(), token.place(), token.from() + begin, token.to() + begin))
                    .toList();
        }

        private static Part.Word word(WordAnalyzer.Token token) {
            return new Part.Word(token.exact(), token.stem(), token.from(), token.to());
        }
    }
}
