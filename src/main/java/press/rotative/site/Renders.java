package press.rotative.site;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import press.rotative.platform.Problem;

/// Makes pages a few at a time and counts them. Who finds too many waiting, or waits too long, is told to come back:
/// a crawler over a million cold addresses must not starve the readers of the others.
final class Renders implements Function<Route, MadePage> {
    private static final int AT_ONCE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final int MOST_WAITING = 1000;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Function<Route, MadePage> maker;
    private final int mostWaiting;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder made = new LongAdder();

    Renders(Function<Route, MadePage> maker) {
        this(maker, AT_ONCE, MOST_WAITING);
    }

    Renders(Function<Route, MadePage> maker, int atOnce, int mostWaiting) {
        this.maker = maker;
        this.mostWaiting = mostWaiting;
        this.turns = new Semaphore(atOnce, true);
    }

    /// @throws Problem OVERLOADED when there is no turn to be had
    @Override
    public MadePage apply(Route route) {
        takeTurn();
        try {
            made.increment();
            return maker.apply(route);
        } finally {
            turns.release();
        }
    }

    /// How many pages were made since the start.
    long total() {
        return made.sum();
    }

    private void takeTurn() {
        try {
            if (waiting.incrementAndGet() > mostWaiting || !turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Problem(Problem.Category.OVERLOADED, "Too many pages are asked for at once.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Problem(Problem.Category.OVERLOADED, "The server is stopping.", stopping);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
