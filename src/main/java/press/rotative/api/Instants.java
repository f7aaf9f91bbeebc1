package press.rotative.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// Instants as they are sent: RFC 3339 with the offset from UTC, so that nobody has to guess a time zone.
final class Instants {
    private Instants() {}

    /// @param name of the field, for the sentence
    /// @return null for null
    static @Nullable Instant read(@Nullable String text, String name) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("'" + name + "' is a date and time with its offset from UTC, such as "
                    + "2026-11-25T06:00:00+01:00 or 2026-11-25T05:00:00Z.");
        }
    }
}
