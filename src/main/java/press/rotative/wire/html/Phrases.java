package press.rotative.wire.html;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.Words;

/// The beginnings of lines that news pages set between the paragraphs of their stories (`html_phrases.txt`).
final class Phrases {

    private static final Map<String, List<String>> BEGINNINGS = new LinkedHashMap<>();
    private static final int LONGEST_LABEL = 50;
    private static final Pattern NUMBERS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> VIEWER = new HashSet<>();

    private static final List<String> READ_ALSO = java.util.stream.Stream.of(
                    "read also",
                    "also read",
                    "related",
                    "see also",
                    "lire aussi",
                    "à lire aussi",
                    "sur le même sujet",
                    "articles liés",
                    "à lire également",
                    "voir aussi",
                    "اقرأ أيضا",
                    "مواضيع ذات صلة",
                    "أخبار ذات صلة",
                    "مقالات ذات صلة",
                    "موضوعات ذات صلة",
                    "related stories",
                    "related articles",
                    "articles similaires",
                    "more on this story")
            .map(Folding::key)
            .toList();

    static {
        Words.read("html_phrases.txt").lists().forEach((kind, phrases) -> {
            List<String> folded = phrases.stream().map(Folding::key).toList();
            if (kind.equals("viewer")) {
                VIEWER.addAll(folded);
            } else {
                BEGINNINGS.put(kind, folded);
            }
        });
    }

    private Phrases() {}

    /// Whether a line announces stories that belong to this one: "Read also", "Sur le même sujet".
    static boolean readAlso(String text) {
        String folded = Folding.key(text);
        return READ_ALSO.stream().anyMatch(folded::startsWith);
    }

    /// Whether a line is a label of a picture viewer: "View 3 images", "2 / 12", "Enlarge".
    static boolean viewer(String text) {
        if (text.length() > LONGEST_LABEL) {
            return false;
        }
        String bare = NUMBERS.matcher(Folding.key(text)).replaceAll(" ").strip();
        return bare.isEmpty() || VIEWER.contains(bare);
    }

    /// The kind of furniture that a line begins as.
    static Optional<String> kind(String text) {
        String folded = Folding.key(text);
        for (Map.Entry<String, List<String>> entry : BEGINNINGS.entrySet()) {
            for (String phrase : entry.getValue()) {
                if (folded.startsWith(phrase)
                        && (folded.length() == phrase.length()
                                || !Character.isLetterOrDigit(folded.charAt(phrase.length()))
                                || !Character.isLetterOrDigit(phrase.charAt(phrase.length() - 1)))) {
                    return Optional.of(entry.getKey());
                }
            }
        }
        return Optional.empty();
    }
}
