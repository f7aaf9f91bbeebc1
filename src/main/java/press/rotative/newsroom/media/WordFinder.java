package press.rotative.newsroom.media;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureDescription;
import press.rotative.story.Texts;

/// Looks for words in what is said of pictures: each has to stand in one of the texts, as a beginning of a word.
/// For one walk through the library: credits are alike there, so each is made comparable once.
final class WordFinder {
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, String> keys = new HashMap<>();

    /// @param words as they were typed
    WordFinder(String words) {
        Arrays.stream(words.strip().split("\\s+"))
                .map(Texts::key)
                .filter(word -> !word.isEmpty())
                .forEach(wanted::add);
    }

    boolean finds(PictureDescription said) {
        if (wanted.isEmpty()) {
            return true;
        }
        var missing = new HashSet<>(wanted);
        return look(missing, said.headline(), said.caption(), said.alt())
                || lookAgain(missing, said.credit(), said.creator(), said.provider(), said.copyright());
    }

    private static boolean look(Set<String> missing, @Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !missing.isEmpty()) {
                drop(missing, Texts.key(text));
            }
        }
        return missing.isEmpty();
    }

    private boolean lookAgain(Set<String> missing, @Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !missing.isEmpty()) {
                drop(missing, keys.computeIfAbsent(text, Texts::key));
            }
        }
        return missing.isEmpty();
    }

    private static void drop(Set<String> missing, String key) {
        missing.removeIf(word -> key.startsWith(word) || key.contains(" " + word));
    }
}
