package press.rotative.media;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// From when until when the newsroom may show a picture. Outside of that time the public sees nothing of it.
///
/// @param starts the first instant at which it may be shown; null: at once
/// @param ends the first instant at which it may no longer be shown; null: never
/// @param ended an act recorded the end: it stays ended whatever a clock says, until the rights are changed
public record Rights(@Nullable Instant starts, @Nullable Instant ends, boolean ended) {
    /// No limit in time.
    public static final Rights OPEN = new Rights(null, null, false);

    public Rights {
        if (starts != null && ends != null && !starts.isBefore(ends)) {
            throw Problem.invalid("The rights in a picture start before they end. Change one of the two instants.")
                    .as("problem.media.order");
        }
        if (ended && ends == null) {
            throw new IllegalArgumentException("what ended has an end");
        }
    }

    public static Rights between(@Nullable Instant starts, @Nullable Instant ends) {
        return new Rights(starts, ends, false);
    }

    /// May the picture be shown at this instant?
    public boolean runAt(Instant now) {
        return !ended && (starts == null || !now.isBefore(starts)) && (ends == null || now.isBefore(ends));
    }

    /// When what [#runAt] says changes next by itself; empty when it never does.
    public Optional<Instant> turnAfter(Instant now) {
        if (ended) {
            return Optional.empty();
        }
        if (starts != null && now.isBefore(starts)) {
            return Optional.of(starts);
        }
        return Optional.ofNullable(ends).filter(now::isBefore);
    }
}
