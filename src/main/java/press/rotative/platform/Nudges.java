package press.rotative.search;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Where a thread waits until it is nudged.
final class Nudges {
    private final Object monitor = new Object();
    private boolean nudged;

    void nudge() {
        synchronized (monitor) {
            nudged = true;
            monitor.notifyAll();
        }
    }

    /// Nudges before this moment count no more.
    void forget() {
        synchronized (monitor) {
            nudged = false;
        }
    }

    /// @return whether there was a nudge
    boolean pause(Duration atMost) {
        synchronized (monitor) {
            waitUntil(() -> nudged, atMost);
            return nudged;
        }
    }

    /// Waits until something is so; whoever makes it so nudges.
    boolean await(BooleanSupplier so, Duration atMost) {
        synchronized (monitor) {
            waitUntil(so, atMost);
            return so.getAsBoolean();
        }
    }

    private void waitUntil(BooleanSupplier so, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); left > 0 && !so.getAsBoolean(); left = end - System.nanoTime()) {
            try {
                monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
