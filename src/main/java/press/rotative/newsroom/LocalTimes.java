package press.rotative.newsroom;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import press.rotative.platform.Problem;

/// Times as `<input type="datetime-local">` writes them (HTML Living Standard, section 2.3.5.4), in the time zone of an
/// edition.
public final class LocalTimes {
    /// Beyond it an instant is no number of milliseconds, and no field for a date shows it.
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private LocalTimes() {}

    public static String written(Instant instant, ZoneId zone) {
        return WRITTEN.format(instant.atZone(zone));
    }

    /// Of an hour that comes twice the first is meant.
    ///
    /// @throws Problem INVALID for what is no time of the years 1 to 9999, and for an hour that the clocks leave
    ///     out
    public static Instant read(String text, ZoneId zone) {
        LocalDateTime local = local(text.strip());
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw Problem.invalid("The clocks leave this hour out in " + zone + ". Choose another.")
                    .as("problem.story.no.hour", zone);
        }
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static LocalDateTime local(String text) {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            if (local.getYear() >= 1 && local.getYear() <= LAST_YEAR) {
                return local;
            }
        } catch (DateTimeParseException noTime) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Problem unreadable() {
        return Problem.invalid("Write date and time as 2026-11-24T18:30.").as("problem.story.time");
    }
}
