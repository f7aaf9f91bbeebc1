package press.rotative.wire.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of a page in order, and where each occurs, so that the surroundings of a name can be looked at without
/// reading the page again.
public final class Mentions {

    private static final int MOST_WORDS = 60_000;
    private static final int MOST_PLACES = 60;

    /// A word, folded, with the punctuation that stood before it and whether it began with a capital.
    /// `sentence` tells that a sentence or a line began with it.
    record Word(String folded, boolean capital, boolean sentence, char before) {}

    private final List<Word> words = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();

    private Mentions() {}

    /// The words of these lines or paragraphs.
    public static Mentions in(Iterable<String> texts) {
        var mentions = new Mentions();
        texts.forEach(mentions::add);
        return mentions;
    }

    /// The folded words of a name.
    static List<String> split(String name) {
        var mentions = new Mentions();
        mentions.add(name);
        return mentions.words.stream().map(Word::folded).toList();
    }

    /// Where the name occurs: indexes of its first word.
    List<Integer> of(List<String> name) {
        if (name.isEmpty()) {
            return List.of();
        }
        return places.getOrDefault(name.getFirst(), List.of()).stream()
                .limit(MOST_PLACES)
                .filter(at -> matches(at, name))
                .toList();
    }

    int size() {
        return words.size();
    }

    Word word(int index) {
        return words.get(index);
    }

    /// Whether one of the phrases of a list ends right before this word; its length in words, 0 when none does.
    int endingBefore(int index, Words list, String name) {
        StringBuilder phrase = new StringBuilder();
        int longest = 0;
        for (int count = 1; count <= 4 && index - count >= 0; count++) {
            phrase.insert(0, words.get(index - count).folded() + (count == 1 ? "" : " "));
            longest = list.keys(name).contains(phrase.toString()) ? count : longest;
            if (words.get(index - count).sentence()) {
                break;
            }
        }
        return longest;
    }

    /// Whether one of the phrases of a list begins at this word.
    boolean beginsAt(int index, Words list, String name) {
        StringBuilder phrase = new StringBuilder();
        for (int count = 0; count < 3 && index + count < words.size(); count++) {
            if (count > 0 && words.get(index + count).sentence()) {
                return false;
            }
            phrase.append(count == 0 ? "" : " ").append(words.get(index + count).folded());
            if (list.keys(name).contains(phrase.toString())) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int at, List<String> name) {
        for (int i = 0; i < name.size(); i++) {
            if (at + i >= words.size() || !words.get(at + i).folded().equals(name.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void add(String text) {
        boolean sentence = true;
        char before = ' ';
        var folded = new StringBuilder();
        int at = 0;
        while (at < text.length() && words.size() < MOST_WORDS) {
            char here = text.charAt(at);
            if (!Character.isLetterOrDigit(here)) {
                sentence |= ".!?؟;".indexOf(here) >= 0;
                before = Character.isSpaceChar(here) ? before : here;
                at++;
                continue;
            }
            int end = at;
            folded.setLength(0);
            while (end < text.length() && inside(text, end)) {
                char next = Folding.fold(text.charAt(end));
                if (next != 0) {
                    folded.append(next);
                }
                end++;
            }
            if (!folded.isEmpty()) {
                String word = folded.toString();
                places.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(words.size());
                words.add(new Word(word, Character.isUpperCase(here), sentence, before));
                sentence = false;
                before = ' ';
            }
            at = Math.max(end, at + 1);
        }
    }

    /// Letters, digits, marks that fold away, and hyphens between letters; an apostrophe ends a word (`l'`, `d'`).
    private static boolean inside(String text, int at) {
        char here = text.charAt(at);
        if (Character.isLetterOrDigit(here) || Character.getType(here) == Character.NON_SPACING_MARK || here == 'ـ') {
            return true;
        }
        return here == '-' && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
