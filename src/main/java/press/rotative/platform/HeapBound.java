package press.rotative.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Keeps the memory of a server near what it needs. The serial collector looks into the old part of the heap only once
/// that has grown to its limit, so that a server which makes many pages would hold all it may take, most of it long
/// dead. This watch has the whole heap collected as soon as it holds twice as much as was alive after the last time.
///
/// It costs a pause (some 100 ms for 100 MiB alive) at each time the heap has doubled, which is once in many thousand
/// pages made.
public final class HeapBound implements Runnable {
    /// Below this a heap is small enough to be left in peace.
    static final long FLOOR = 144L << 20;

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final LongSupplier used;
    private final Runnable collection;
    private long bound = FLOOR;

    /// @param used bytes of the heap that are taken, whether alive or dead
    /// @param collection collects the whole heap
    HeapBound(LongSupplier used, Runnable collection) {
        this.used = used;
        this.collection = collection;
    }

    /// Watches the heap of this process until its end.
    public static void keep() {
        Runtime machine = Runtime.getRuntime();
        var watch = new HeapBound(() -> machine.totalMemory() - machine.freeMemory(), System::gc);
        Thread.ofPlatform().daemon().name("heap-bound").start(watch);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(GLANCE);
                look();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        if (used.getAsLong() > bound) {
            collection.run();
            bound = Math.max(FLOOR, 2 * used.getAsLong());
        }
    }
}
