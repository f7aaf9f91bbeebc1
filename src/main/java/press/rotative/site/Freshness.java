package press.rotative.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;

/// When the pages that the last acts could change were right for readers, as the page cache of this server saw it: for
/// receipts. Only what was seen is told. Of acts that wrote more into the log than a person does, nothing is kept.
final class Freshness {
    /// How many stories' pages are watched, the act's own before others.
    static final int MOST_STORIES = 60;

    private static final int MOST_ACTS = 64;
    private static final int MOST_PAGES = 200;
    private static final int MOST_PUBLICATIONS = 8;
    private static final Duration WATCHED = Duration.ofMinutes(15);

    private final Clock clock;

    /// The newest first.
    private final ConcurrentLinkedDeque<Watched> acts = new ConcurrentLinkedDeque<>();

    Freshness(Clock clock) {
        this.clock = clock;
    }

    /// Whether the pages of an act are watched.
    static boolean watches(List<Publication> publications) {
        return publications.size() <= MOST_PUBLICATIONS;
    }

    /// An act whose pages are watched.
    ///
    /// @param made when each was first made under the act's number
    /// @param dropped those that were kept as they were before, and were not given out any more
    /// @param since when it was seen that the act is public; null: it is not yet
    private record Watched(
            List<Publication> publications,
            Reached reached,
            Map<Route, String> pages,
            Instant begun,
            ConcurrentMap<Route, Instant> made,
            Set<Route> dropped,
            AtomicReference<@Nullable Instant> since) {

        long last() {
            return publications.getLast().seq();
        }

        @Nullable
        Instant publicAt() {
            return since.get();
        }
    }

    /// How a page stands in the cache.
    ///
    /// @param madeAt null: what is kept was made before
    record Kept(@Nullable Instant madeAt) {}

    /// Asks the cache for one page, under a number of the log.
    @FunctionalInterface
    interface Look {
        /// @return empty: nothing is kept
        Optional<Kept> at(Route route, long number);
    }

    /// An act is durable, and what it touched is known.
    void begin(List<Publication> publications, Reached reached) {
        if (!watches(publications)) {
            return;
        }
        var pages = new LinkedHashMap<Route, String>();
        reached.exact().limit(MOST_PAGES).forEach(path -> {
            try {
                pages.putIfAbsent(Route.of(path, null), path);
            } catch (Problem unreadable) {
                // no reader can ask for it either
            }
        });
        acts.addFirst(new Watched(
                publications,
                reached,
                Collections.unmodifiableMap(pages),
                clock.instant(),
                new ConcurrentHashMap<>(),
                ConcurrentHashMap.newKeySet(),
                new AtomicReference<>()));
        while (acts.size() > MOST_ACTS) {
            acts.pollLast();
        }
    }

    /// Sees every page that a maker makes.
    Function<Route, MadePage> seeing(Function<Route, MadePage> maker) {
        return route -> {
            MadePage page = maker.apply(route);
            made(route, page.clocks().log());
            return page;
        };
    }

    /// A page was made.
    ///
    /// @param number of the log in the snapshot that it was made from
    private void made(Route route, long number) {
        Instant now = null;
        for (Watched act : acts) {
            if (now == null) {
                now = clock.instant();
            }
            if (act.begun.plus(WATCHED).isBefore(now)) {
                return;
            }
            if (number >= act.last() && act.pages.containsKey(route)) {
                act.made.putIfAbsent(route, now);
            }
        }
    }

    /// The act is public: every page is asked for in the cache, as a reader's request would.
    void done(List<Publication> publications, Look cache) {
        long last = publications.getLast().seq();
        for (Watched act : acts) {
            if (act.last() == last) {
                for (Route route : act.pages.keySet()) {
                    cache.at(route, last).ifPresent(kept -> {
                        if (kept.madeAt() == null) {
                            act.dropped.add(route);
                        } else {
                            act.made.putIfAbsent(route, kept.madeAt());
                        }
                    });
                }
                act.since.set(clock.instant());
                return;
            }
        }
    }

    /// What was seen of the last act on a subject that was watched: there may be later ones.
    Optional<ActReceipt> of(Subject subject) {
        for (Watched act : acts) {
            Instant publicAt = act.publicAt();
            Optional<Publication> own = act.publications.stream()
                    .filter(publication -> publication.subject().equals(subject))
                    .reduce((earlier, later) -> later);
            if (own.isPresent() && publicAt != null) {
                var made = new HashMap<String, Instant>();
                act.made.forEach((route, at) -> made.put(act.pages.getOrDefault(route, ""), at));
                var dropped = new HashSet<String>();
                act.dropped.forEach(route -> dropped.add(act.pages.getOrDefault(route, "")));
                return Optional.of(new ActReceipt(
                        own.get(), act.reached, List.copyOf(act.pages.values()), publicAt, made, dropped));
            }
        }
        return Optional.empty();
    }
}
