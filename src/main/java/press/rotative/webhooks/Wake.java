package press.rotative.webhooks;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Lets one thread sleep until somebody wakes it.
final class Wake {
    private final Object monitor = new Object();
    private boolean nudged;

    /// Wakes the thread, or keeps it from falling asleep the next time.
    void nudge() {
        synchronized (monitor) {
            nudged = true;
            monitor.notifyAll();
        }
    }

    /// Until it is woken, the time is over, or something has come about.
    ///
    /// @param glance how often it is looked whether it has
    void sleep(Duration atMost, Duration glance, BooleanSupplier come) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (monitor) {
            long left = atMost.toMillis() + 1;
            while (left > 0 && !nudged && !come.getAsBoolean()) {
                monitor.wait(Math.min(left, glance.toMillis()));
                left = (end - System.nanoTime()) / 1_000_000;
            }
            nudged = false;
        }
    }
}
