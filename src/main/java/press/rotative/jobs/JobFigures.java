package press.rotative.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the jobs stand.
///
/// @param waiting all that are not parked, due or not
/// @param due those whose instant has come and that are not done yet
/// @param late those of them that are over time by more than [Jobs#GRACE]
/// @param failed parked after too many failures
/// @param oldestLate since when the oldest late one waits
/// @param next when the next one is due
public record JobFigures(
        long waiting,
        long due,
        long late,
        long failed,
        @Nullable Instant oldestLate,
        @Nullable Instant next) {}
