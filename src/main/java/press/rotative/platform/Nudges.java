package press.rotative.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Where a thread waits until it is nudged.
public final class Nudges {
    private final Object monitor = new Object();
    private boolean nudged;

    public void nudge() {
        synchronized (monitor) {
            nudged = true;
            monitor.notifyAll();
        }
    }

    /// Nudges before this moment count no more.
    public void forget() {
        synchronized (monitor) {
            nudged = false;
        }
    }

    /// @return whether there was a nudge
    public boolean pause(Duration atMost) {
        return pause(atMost, () -> false, atMost);
    }

    /// @param so ends the pause, too, though nobody nudges when it comes about
    /// @param glance how often it is looked whether it has
    /// @return whether there was a nudge
    public boolean pause(Duration atMost, BooleanSupplier so, Duration glance) {
        synchronized (monitor) {
            waitUntil(() -> nudged || so.getAsBoolean(), atMost, glance);
            return nudged;
        }
    }

    /// Waits until something is so; whoever makes it so nudges.
    public boolean await(BooleanSupplier so, Duration atMost) {
        synchronized (monitor) {
            waitUntil(so, atMost, atMost);
            return so.getAsBoolean();
        }
    }

    private void waitUntil(BooleanSupplier so, Duration atMost, Duration glance) {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); left > 0 && !so.getAsBoolean(); left = end - System.nanoTime()) {
            long next = Math.min(left, glance.toNanos());
            try {
                monitor.wait(next / 1_000_000, (int) (next % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
