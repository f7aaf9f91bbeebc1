package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// The index that searches are answered from. It is opened when it is first needed, so that a press that is not asked
/// pays nothing for it, and may be exchanged while searches run.
final class ServedIndex {
    /// Read: the index is used. Write: it is exchanged.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private final Object opening = new Object();
    private Path directory;
    private @Nullable OpenIndex index;
    private boolean closed;

    ServedIndex(Path directory) {
        this.directory = directory;
    }

    @FunctionalInterface
    interface Use<T> {
        T of(OpenIndex index) throws IOException;
    }

    <T> T use(Use<T> asked) throws IOException {
        use.readLock().lock();
        try {
            return asked.of(open());
        } finally {
            use.readLock().unlock();
        }
    }

    @FunctionalInterface
    interface Exchange {
        void run() throws IOException;
    }

    /// Closes the index, lets its directories be moved, and goes on with the one in `next`.
    void exchange(Path next, Exchange moving) throws IOException {
        use.writeLock().lock();
        try {
            closeIndex();
            moving.run();
            directory = next;
        } finally {
            use.writeLock().unlock();
        }
    }

    private OpenIndex open() throws IOException {
        synchronized (opening) {
            if (index == null) {
                if (closed) {
                    throw new IllegalStateException("the search index is closed");
                }
                index = OpenIndex.open(directory);
            }
            return index;
        }
    }

    /// Drops what was not committed.
    void close() {
        use.writeLock().lock();
        try {
            synchronized (opening) {
                closed = true;
            }
            closeIndex();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            use.writeLock().unlock();
        }
    }

    private void closeIndex() throws IOException {
        synchronized (opening) {
            if (index != null) {
                index.close();
                index = null;
            }
        }
    }
}
