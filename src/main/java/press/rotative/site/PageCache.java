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

/// Pages that were made and are still right.
///
/// A page carries every clock it read ([PageClocks]). It is answered only while none of them has moved, so nothing is
/// ever stale and nothing is ever cleared. One page is made once at a time, however many ask; an asker never joins a
/// making that began under an older number than the one that held when it asked.
final class PageCache implements PageSource {
    static final long BUDGET_BYTES = 64L * 1024 * 1024;

    private final Function<Route, MadePage> maker;
    private final LongSupplier publicNumber;
    private final LongSupplier searchCursor;
    private final Clock clock;
    private final Cache<Route, MadePage> kept;
    private final ConcurrentMap<Route, Making> makings = new ConcurrentHashMap<>();

    /// @param publicNumber up to which number of the log the public pages must be right
    /// @param searchCursor how far the search index has followed the log
    PageCache(
            Function<Route, MadePage> maker,
            LongSupplier publicNumber,
            LongSupplier searchCursor,
            Clock clock,
            long budgetBytes) {
        this.maker = maker;
        this.publicNumber = publicNumber;
        this.searchCursor = searchCursor;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(budgetBytes)
                .weigher((Route route, MadePage page) ->
                        page.weight() + 2 * route.toString().length())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<MadePage> ready(Route route) {
        MadePage page = kept.getIfPresent(route);
        return page != null && right(page.clocks()) ? Optional.of(page) : Optional.empty();
    }

    @Override
    public MadePage page(Route route) {
        long asked = publicNumber.getAsLong();
        while (true) {
            Optional<MadePage> ready = ready(route);
            if (ready.isPresent()) {
                return ready.get();
            }
            var mine = new Making(publicNumber.getAsLong(), new CompletableFuture<>());
            Making other = makings.putIfAbsent(route, mine);
            if (other == null) {
                return make(route, mine);
            }
            if (other.under() >= asked) {
                return result(other);
            }
            other.done().handle((page, failure) -> page).join();
        }
    }

    /// @param under the public number when it began
    private record Making(long under, CompletableFuture<MadePage> done) {}

    private MadePage make(Route route, Making mine) {
        try {
            MadePage made = maker.apply(route);
            MadePage earlier = kept.getIfPresent(route);
            MadePage page = earlier == null ? made : made.withBodyOf(earlier);
            if (page.keep()) {
                kept.put(route, page);
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

    private boolean right(PageClocks clocks) {
        return clocks.log() >= publicNumber.getAsLong()
                && (!clocks.readSearch() || clocks.search() >= searchCursor.getAsLong())
                && Instant.now(clock).isBefore(clocks.goodUntil());
    }
}
