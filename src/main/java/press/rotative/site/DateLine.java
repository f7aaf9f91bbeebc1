package press.rotative.site;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The value of the `Date` header (RFC 9110, section 5.6.7): 29 characters, written anew once a second.
public final class DateLine {
    public static final int LENGTH = 29;

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Clock clock;
    private volatile Second current = new Second(Long.MIN_VALUE, "");

    public DateLine(Clock clock) {
        this.clock = clock;
    }

    /// @param epochSecond which second it tells
    public record Second(long epochSecond, String text) {}

    public String now() {
        return second().text();
    }

    /// The same object for the whole of a second.
    public Second second() {
        long now = Math.floorDiv(clock.millis(), 1000);
        Second known = current;
        if (known.epochSecond() == now) {
            return known;
        }
        var fresh = new Second(now, FORM.format(Instant.ofEpochSecond(now).atOffset(ZoneOffset.UTC)));
        current = fresh;
        return fresh;
    }
}
