package press.rotative.site;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import press.rotative.platform.Problem;
import press.rotative.publication.Preparation;
import press.rotative.publication.Publication;

/// Makes the pages that an act changed and that readers asked for lately, before the act is public: the first reader
/// afterwards finds them at hand. Nothing is wrong where it is late, busy or fails: then that reader's request makes
/// the page.
final class EarlyRenders implements Preparation {
    private static final Logger LOG = Logger.getLogger(EarlyRenders.class);
    private static final int MOST_PAGES = 64;
    private static final int MOST_PUBLICATIONS = 100;

    private final PageCache cache;
    private final Function<List<Publication>, Reached> reached;
    private final Freshness freshness;
    private final ExecutorService makers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean busy = new AtomicBoolean();

    /// @param freshness keeps what becomes of the pages
    EarlyRenders(PageCache cache, Function<List<Publication>, Reached> reached, Freshness freshness) {
        this.cache = cache;
        this.reached = reached;
        this.freshness = freshness;
    }

    /// What an act touched is found out for each, since pages that it left alone stay right by that. Pages are made for
    /// one act at a time: while many come at once, each reader's request makes what it needs. None are made before
    /// an act of very many publications, as of an import.
    @Override
    public CompletableFuture<Void> begin(List<Publication> publications) {
        TouchedBy touched;
        try {
            Reached found = reached.apply(publications);
            touched = found.touched();
            watch(publications, found);
        } catch (RuntimeException failure) {
            LOG.warn("what an act touched could not be found out", failure);
            return CompletableFuture.completedFuture(null);
        }
        if (publications.size() > MOST_PUBLICATIONS || !busy.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(
                        () -> make(touched.pages(), publications.getLast().seq()), makers)
                .whenComplete((done, failure) -> {
                    busy.set(false);
                    if (failure != null) {
                        LOG.warn("pages could not be made before the act was public", failure);
                    }
                });
    }

    /// Without it there is no receipt, and all else goes on.
    private void watch(List<Publication> publications, Reached found) {
        try {
            freshness.begin(publications, found);
        } catch (RuntimeException failure) {
            LOG.warn("the pages of an act are not watched", failure);
        }
    }

    @Override
    public void done(List<Publication> publications) {
        try {
            freshness.done(publications, cache::standing);
        } catch (RuntimeException failure) {
            LOG.warn("how the pages of an act stand could not be found out", failure);
        }
    }

    private void make(Collection<String> paths, long number) {
        CompletableFuture<?>[] pages = warm(paths).stream()
                .map(route -> CompletableFuture.runAsync(() -> renew(route, number), makers))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(pages).join();
    }

    private List<Route> warm(Collection<String> paths) {
        return paths.stream()
                .map(path -> Route.of(path, null))
                .filter(cache::isWarm)
                .limit(MOST_PAGES)
                .toList();
    }

    private void renew(Route route, long number) {
        try {
            cache.renew(route, number);
        } catch (Problem overloaded) {
            LOG.debugf("not made early: %s", overloaded.getMessage());
        }
    }
}
