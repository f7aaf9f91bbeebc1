package press.rotative.fill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// When story number n was first published. The years before the filling are passed again and again, each time with
/// twice as many stories, so that any total is spread over all of them and one pass runs in the order of time.
final class Calendar {
    static final int YEARS = 12;
    private static final long FIRST_PASS = 1000;

    private final long begin;
    private final long span;

    /// @param begun the day after the newest story
    Calendar(LocalDate begun) {
        Instant end = begun.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant start = begun.minusYears(YEARS).atStartOfDay().toInstant(ZoneOffset.UTC);
        this.begin = start.toEpochMilli();
        this.span = end.toEpochMilli() - begin;
    }

    /// @param number from 0
    Instant published(long number) {
        long pass = FIRST_PASS;
        long first = 0;
        while (number - first >= pass) {
            first += pass;
            pass *= 2;
        }
        return Instant.ofEpochMilli(begin + (long) ((double) span * (number - first) / pass));
    }
}
