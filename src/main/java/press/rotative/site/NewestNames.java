package press.rotative.site;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The [Names] of the newest number of the log, which all pages share. Who still reads an older number has some of
/// its own, and so has who reads a number of which it is not known yet what its act renamed: acts of one group are
/// in the tables before all of them were told.
final class NewestNames {
    /// What was not told by then is never told: an act of another process.
    private static final long NEVER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Changes changes;
    private final LongSupplier nanoTime;
    private volatile Names newest = new Names(-1);
    private volatile @Nullable Long unknownSince;

    NewestNames(Changes changes, LongSupplier nanoTime) {
        this.changes = changes;
        this.nanoTime = nanoTime;
    }

    Names at(long number) {
        Names known = newest;
        if (number == known.number()) {
            return known;
        }
        if (number < known.number()) {
            return new Names(number);
        }
        Optional<Renamed> renamed = changes.renamed(known.number(), number);
        Names now = renamed.map(each -> known.at(number, each)).orElseGet(() -> new Names(number));
        if (renamed.isPresent() || isNeverTold()) {
            unknownSince = null;
            newest = now;
        }
        return now;
    }

    private boolean isNeverTold() {
        long now = nanoTime.getAsLong();
        Long since = unknownSince;
        if (since == null) {
            unknownSince = now;
            return newest.number() < 0; // the first page of all
        }
        return now - since > NEVER_NANOS;
    }
}
