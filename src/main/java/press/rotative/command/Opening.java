package press.rotative.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import press.rotative.Press;

/// A newsroom that is being opened on a thread of its own, while the server is put together on another: a start takes
/// as long as the longer of the two, not as long as both.
///
/// There is one in the process, since the framework makes its beans by itself and can be handed nothing.
final class Opening {
    private static final AtomicReference<@Nullable FutureTask<Press>> UNDER_WAY = new AtomicReference<>();

    private Opening() {}

    static void begin(Callable<Press> work) {
        var opening = new FutureTask<>(work);
        UNDER_WAY.set(opening);
        LoggerFactory
                .getILoggerFactory(); // once, here: two threads that begin to log at once are told so on the terminal
        Thread.ofPlatform().name("opening").start(opening);
    }

    /// The newsroom, once it is open; empty where none was begun. Whoever takes it closes it. What the opening failed
    /// with is thrown.
    static Optional<Press> take() {
        Future<Press> opening = UNDER_WAY.getAndSet(null);
        if (opening == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(opening.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException asThrown) {
                throw asThrown;
            }
            if (failed.getCause() instanceof IOException asThrown) {
                throw new UncheckedIOException(asThrown);
            }
            throw new IllegalStateException("the newsroom could not be opened", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the newsroom was opened", interrupted);
        }
    }

    /// After a server that never came so far: what was opened for it is closed.
    static void abandon() {
        try {
            take().ifPresent(Press::close);
        } catch (RuntimeException neverOpened) {
            // then there is nothing to close
        }
    }
}
