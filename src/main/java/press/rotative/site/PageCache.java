package press.rotative.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Pages that were made and are still right.
///
/// A page carries every clock it read ([PageClocks]). It is answered only while none of them has moved, or what
/// moved them is known to have left it alone, so nothing is ever stale and nothing is ever cleared. One page is
/// made once at a time, however many ask; an asker never joins a making that began under an older number than the
/// one that held when it asked.
///
/// What is kept fits into a budget of bytes that counts all codings of a page. Pages asked often stay when there is no
/// room: a crawler that reads the archive once does not push out the front (Caffeine's W-TinyLFU).
final class PageCache implements PageSource {
    static final long BUDGET_BYTES = 48L * 1024 * 1024;

    /// A page that somebody asked for this lately is likely to be asked for again.
    private static final long WARM_MILLIS = 60_000;

    /// How often a page was asked for is counted in seconds in which it was: noting each request costs more than the
    /// answer's other parts.
    private static final long NOTED_EVERY_MILLIS = 1000;

    /// Looks whether a page that was made under an earlier number would look the same now.
    @FunctionalInterface
    interface Later {
        /// Nothing is known of any page: all are made anew.
        Later UNKNOWN = (route, clocks, number) -> null;

        /// @param number of the log, durable, under which the page is asked for
        /// @return the clocks up to which the page is right; null where it has to be made anew
        @Nullable
        PageClocks unchanged(Route route, PageClocks clocks, long number);

        /// The same without waiting for anything: it may run on an event loop.
        ///
        /// @return null where more has to be asked
        default @Nullable PageClocks surelyUnchanged(Route route, PageClocks clocks, long number) {
            return null;
        }
    }

    private final Function<Route, MadePage> maker;
    private final Later later;
    private final LongSupplier publicNumber;
    private final LongSupplier searchCursor;
    private final Clock clock;
    private final Cache<Route, Kept> kept;
    private final ConcurrentMap<Route, Making> makings = new ConcurrentHashMap<>();

    /// @param later what is still right under a later number
    /// @param publicNumber up to which number of the log the public pages must be right
    /// @param searchCursor how far the search index has followed the log
    PageCache(
            Function<Route, MadePage> maker,
            Later later,
            LongSupplier publicNumber,
            LongSupplier searchCursor,
            Clock clock,
            long budgetBytes) {
        this.maker = maker;
        this.later = later;
        this.publicNumber = publicNumber;
        this.searchCursor = searchCursor;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(budgetBytes)
                .weigher((Route route, Kept page) ->
                        page.page.weight() + 2 * route.toString().length())
                .executor(Runnable::run)
                .build();
    }

    /// A place in the cache.
    private static final class Kept {
        private final MadePage page;
        private final long goodUntilMillis;
        private final long madeMillis;
        private volatile PageClocks clocks;
        private volatile long askedMillis;

        private Kept(MadePage page, long madeMillis, long askedMillis) {
            this.page = page;
            this.madeMillis = madeMillis;
            this.clocks = page.clocks();
            this.goodUntilMillis = clocks.goodUntilMillis();
            this.askedMillis = askedMillis;
        }

        private boolean keepRight(@Nullable PageClocks unchanged) {
            if (unchanged != null) {
                clocks = unchanged;
            }
            return unchanged != null;
        }
    }

    @Override
    public Optional<MadePage> ready(Route route) {
        Kept found = kept.policy().getIfPresentQuietly(route);
        if (found == null) {
            return Optional.empty();
        }
        long now = clock.millis();
        long number = publicNumber.getAsLong();
        if (!right(found, number, now) && !surelyRight(route, found, number, now)) {
            return Optional.empty();
        }
        if (now - found.askedMillis > NOTED_EVERY_MILLIS) {
            found.askedMillis = now;
            kept.getIfPresent(route); // counts for its place in the cache
        }
        return Optional.of(found.page);
    }

    @Override
    public MadePage page(Route route) {
        return page(route, publicNumber.getAsLong(), clock.millis());
    }

    /// Whether somebody asked for this page lately, right or not.
    boolean isWarm(Route route) {
        Kept found = kept.policy().getIfPresentQuietly(route);
        return found != null && clock.millis() - found.askedMillis <= WARM_MILLIS;
    }

    /// How a page is kept, looked at as a reader's request would look at it.
    ///
    /// @return empty: it is not; without an instant: as it was before a number of the log, and it is not given out
    /// any more
    Optional<Freshness.Kept> standing(Route route, long number) {
        Kept found = kept.policy().getIfPresentQuietly(route);
        if (found == null) {
            return Optional.empty();
        }
        long now = clock.millis();
        long asked = Math.max(number, publicNumber.getAsLong());
        boolean given = found.page.clocks().log() >= number
                && (right(found, asked, now) || surelyRight(route, found, asked, now));
        return Optional.of(new Freshness.Kept(given ? Instant.ofEpochMilli(found.madeMillis) : null));
    }

    /// Makes a page that is kept right under a number that is durable and not yet public, with the codings it had.
    void renew(Route route, long number) {
        Kept before = kept.policy().getIfPresentQuietly(route);
        if (before != null) {
            PageBody body = page(route, number, before.askedMillis).body();
            for (Coding coding : Coding.values()) {
                if (body.packable() && before.page.body().has(coding)) {
                    body.in(coding);
                }
            }
        }
    }

    private MadePage page(Route route, long asked, long askedMillis) {
        while (true) {
            Kept found = kept.getIfPresent(route);
            if (found != null && right(found, Math.max(asked, publicNumber.getAsLong()), clock.millis())) {
                return found.page;
            }
            var mine = new Making(Math.max(asked, publicNumber.getAsLong()), new CompletableFuture<>());
            Making other = makings.putIfAbsent(route, mine);
            if (other == null) {
                return make(route, mine, askedMillis);
            }
            if (other.under() >= asked) {
                return result(other);
            }
            other.done().handle((page, failure) -> page).join();
        }
    }

    /// @param under a number of the log that was durable when it began
    private record Making(long under, CompletableFuture<MadePage> done) {}

    private MadePage make(Route route, Making mine, long askedMillis) {
        try {
            Kept earlier = kept.policy().getIfPresentQuietly(route);
            if (earlier != null && stillRight(route, earlier, mine.under())) {
                makings.remove(route, mine);
                mine.done().complete(earlier.page);
                return earlier.page;
            }
            MadePage fresh = maker.apply(route);
            MadePage page = earlier == null ? fresh : fresh.inheriting(earlier.page);
            if (page.keep()) {
                kept.put(route, new Kept(page, clock.millis(), askedMillis));
            } else if (earlier != null) {
                kept.invalidate(route);
            }
            makings.remove(route, mine);
            mine.done().complete(page);
            return page;
        } catch (Throwable failure) {
            makings.remove(route, mine);
            mine.done().completeExceptionally(failure);
            throw failure;
        }
    }

    /// Whether the page is right under that number after all; it is kept as such then.
    private boolean stillRight(Route route, Kept found, long number) {
        if (clock.millis() >= found.goodUntilMillis) {
            return false;
        }
        return found.keepRight(later.unchanged(route, found.clocks, number));
    }

    /// The same, as far as it can be told at once.
    private boolean surelyRight(Route route, Kept found, long number, long nowMillis) {
        return nowMillis < found.goodUntilMillis
                && found.keepRight(later.surelyUnchanged(route, found.clocks, number))
                && right(found, number, nowMillis);
    }

    private static MadePage result(Making making) {
        try {
            return making.done().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private boolean right(Kept found, long number, long nowMillis) {
        PageClocks clocks = found.clocks;
        return clocks.log() >= number
                && (!clocks.readSearch() || clocks.search() >= searchCursor.getAsLong())
                && nowMillis < found.goodUntilMillis;
    }
}
