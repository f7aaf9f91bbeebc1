package press.rotative.media.darkroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One lane of the darkroom: a bounded queue, one thread and one child, both of which are there only while there is
/// work. A child that died is replaced; one that has done its share is replaced too, so that nothing grows in it.
final class Desk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final int SHARE = 500;

    private final Lane lane;
    private final Path folder;
    private final boolean javaOnly;
    private final Duration idle;
    private final ArrayBlockingQueue<Task> waiting;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private @Nullable Thread thread;
    private volatile @Nullable Child child;
    private volatile boolean closed;
    private volatile Protocol.@Nullable Hello hello;

    private record Task(Order order, CompletableFuture<Result> result) {}

    Desk(Lane lane, Path folder, boolean javaOnly, Duration idle) {
        this.lane = lane;
        this.folder = folder;
        this.javaOnly = javaOnly;
        this.idle = idle;
        this.waiting = new ArrayBlockingQueue<>(lane.room());
    }

    /// @return null when the queue is full
    synchronized @Nullable CompletableFuture<Result> take(Order order) {
        var task = new Task(order, new CompletableFuture<>());
        if (closed || !waiting.offer(task)) {
            return null;
        }
        if (thread == null) {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("darkroom-" + lane.name().toLowerCase(java.util.Locale.ROOT))
                    .start(this::work);
        }
        return task.result();
    }

    int waiting() {
        return waiting.size();
    }

    long done() {
        return done.get();
    }

    /// Children that died or were ended over an order.
    long lost() {
        return lost.get();
    }

    Protocol.@Nullable Hello hello() {
        return hello;
    }

    private void work() {
        try {
            while (!closed) {
                Task task = waiting.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.result().complete(perform(task.order()));
                } else if (rest()) {
                    return;
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        waiting.forEach(task -> task.result().complete(new Result.Refused(Result.Reason.NO_DARKROOM)));
        endChild();
    }

    /// Thread and child go, unless an order came in at the last moment.
    private synchronized boolean rest() {
        if (!waiting.isEmpty()) {
            return false;
        }
        thread = null;
        endChild();
        return true;
    }

    private void endChild() {
        Child last = child;
        child = null;
        if (last != null) {
            last.close();
        }
    }

    private Result perform(Order order) {
        Child ready;
        try {
            ready = ready();
        } catch (IOException cannotStart) {
            LOG.errorf("no child process can be started for pictures lane=%s: %s", lane, cannotStart);
            return new Result.Refused(Result.Reason.NO_DARKROOM);
        }
        try {
            Result result = ready.perform(order, lane.longest());
            done.incrementAndGet();
            return result;
        } catch (Child.TooSlow slow) {
            lost.incrementAndGet();
            LOG.infof("picture given up lane=%s reason=too-slow", lane);
            return new Result.Refused(Result.Reason.TOO_SLOW);
        } catch (IOException died) {
            lost.incrementAndGet();
            LOG.infof("picture given up lane=%s reason=process-ended", lane);
            return new Result.Refused(Result.Reason.TOO_HARD);
        }
    }

    private Child ready() throws IOException {
        Child now = child;
        if (now != null && (!now.alive() || now.done() >= SHARE)) {
            now.close();
            now = null;
        }
        if (now == null) {
            Files.createDirectories(folder);
            now = Child.start(folder, lane.niceness(), javaOnly);
            hello = now.hello();
        }
        child = now;
        return Objects.requireNonNull(now);
    }

    @Override
    public void close() {
        Thread working;
        synchronized (this) {
            closed = true;
            working = thread;
        }
        Child last = child;
        if (last != null) {
            last.close();
        }
        if (working != null) {
            working.interrupt();
        }
    }
}
