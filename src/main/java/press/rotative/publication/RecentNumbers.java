package press.rotative.publication;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is known of the last acts, by the numbers of the log that each of them took.
///
/// Only what is known for certain counts: an act of another process, or one of long ago, is a gap, and across a gap
/// nothing is said.
public final class RecentNumbers<T> {
    private static final int KEPT = 256;
    private static final int NUMBERS_KEPT = 16_384;

    private record Stretch<T>(long last, T known) {}

    private final ConcurrentSkipListMap<Long, Stretch<T>> byFirst = new ConcurrentSkipListMap<>();

    /// @param first and last number of the log that the act took
    public void add(long first, long last, T known) {
        byFirst.put(first, new Stretch<>(last, known));
        while (byFirst.size() > KEPT || isOld(byFirst.firstEntry(), last)) {
            byFirst.pollFirstEntry();
        }
    }

    private boolean isOld(Map.@Nullable Entry<Long, Stretch<T>> entry, long last) {
        return entry != null && last - entry.getKey() > NUMBERS_KEPT;
    }

    /// Whether it is certain that all that happened after one number, up to another, passes. Never waits.
    public boolean all(long after, long upTo, Predicate<T> passes) {
        for (long next = after + 1; next <= upTo; ) {
            Map.Entry<Long, Stretch<T>> entry = byFirst.floorEntry(next);
            if (entry == null || entry.getValue().last < next || !passes.test(entry.getValue().known)) {
                return false;
            }
            next = entry.getValue().last + 1;
        }
        return true;
    }
}
