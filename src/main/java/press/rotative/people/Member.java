package press.rotative.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody of the staff who signs in.
///
/// @param language of their screens; null: what their browser prefers
/// @param singleKeys whether single letters are commands on their screens (WCAG 2.1.4)
/// @param seenAt when they last asked for anything
/// @param endedAt null while they are here
public record Member(
        long id,
        String name,
        String email,
        @Nullable String language,
        boolean singleKeys,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable Instant endedAt,
        Set<Grant> grants) {

    public Member {
        grants = Set.copyOf(grants);
    }

    public Actor actor() {
        return new Actor(id, grants);
    }

    /// One or two letters for a small round mark.
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length > 1 ? first + letter(words[words.length - 1]) : first;
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : Character.toString(Character.toUpperCase(word.codePointAt(0)));
    }
}
