package press.rotative.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import press.rotative.media.Trays;
import press.rotative.media.UploadLimits;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.wire.clipping.Capture;

/// How captured pages come in that somebody sends: as fast as their line goes they come into quarantine, and only one
/// that is whole takes a place among those that are read and filed. So no slow line keeps others out, and who waits for
/// pictures from the web keeps out only others who do.
public final class CaptureDoor {
    private static final int AT_ONCE = 2;
    private static final long LONGEST_WAIT_SECONDS = 30;

    private final Trays trays;
    private final UploadLimits limits;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore fetching = new Semaphore(AT_ONCE, true);

    /// @param data the data directory: what is sent waits in its folder `quarantine`
    public CaptureDoor(Path data, Clock clock) {
        this(data, new UploadLimits(clock));
    }

    public CaptureDoor(Path data, UploadLimits limits) {
        this.trays = new Trays(data.resolve("quarantine").resolve("captures"));
        this.limits = limits;
        trays.sweep(); // a page may hold what was destroyed since
    }

    /// Somebody begins to send.
    ///
    /// @throws Problem TOO_MANY for who sends too much already
    public Visit open(Actor actor) {
        limits.begin(actor);
        return new Visit(actor);
    }

    /// What one form brings, one page after the other.
    public final class Visit implements AutoCloseable {
        private final Actor actor;
        private long bytes;

        private Visit(Actor actor) {
            this.actor = actor;
        }

        /// All that the sender sends, read through this, counts against what they may send: pages or not, taken or not.
        public InputStream counting(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public int read() throws IOException {
                    int read = in.read();
                    bytes += read < 0 ? 0 : 1;
                    return read;
                }

                @Override
                public int read(byte[] into, int from, int most) throws IOException {
                    int read = in.read(into, from, most);
                    bytes += Math.max(0, read);
                    return read;
                }

                @Override
                public long skip(long most) throws IOException {
                    long skipped = in.skip(most);
                    bytes += skipped;
                    return skipped;
                }
            };
        }

        /// Takes one page in and does something with it.
        ///
        /// @param fetches whether the work asks other servers
        /// @param work is told where the page lies, which is empty afterwards; of a page that is too large
        /// lies enough to tell that it is
        /// @throws IOException where the sender broke off
        /// @throws Problem OVERLOADED while others are at work for long; OUT_OF_SPACE
        public <T> T take(InputStream page, boolean fetches, Work<T> work) throws IOException {
            try (Trays.Tray tray = trays.open()) {
                Path file = tray.file("page");
                receive(page, file);
                return placed(fetches ? fetching : places, () -> work.with(file));
            }
        }

        private void receive(InputStream page, Path file) throws IOException {
            long left = Capture.LARGEST_BYTES + 1L;
            byte[] part = new byte[1 << 16];
            try (OutputStream out = opened(file)) {
                int read = page.read(part, 0, (int) Math.min(part.length, left));
                while (read > 0) {
                    left -= read;
                    write(out, part, read);
                    read = page.read(part, 0, (int) Math.min(part.length, left));
                }
            }
        }

        @Override
        public void close() {
            limits.end(actor, bytes);
        }
    }

    /// What is done with a page.
    @FunctionalInterface
    public interface Work<T> {
        T with(Path page);
    }

    private static OutputStream opened(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException full) {
            throw Trays.noRoom(full);
        }
    }

    private static void write(OutputStream out, byte[] part, int length) {
        try {
            out.write(part, 0, length);
        } catch (IOException full) {
            throw Trays.noRoom(full);
        }
    }

    private static <T> T placed(Semaphore places, Supplier<T> work) {
        boolean mine;
        try {
            mine = places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            mine = false;
        }
        if (!mine) {
            throw new Problem(
                            Problem.Category.OVERLOADED, "Others are sending captures just now. Try again in a moment.")
                    .as("problem.inbox.busy");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
