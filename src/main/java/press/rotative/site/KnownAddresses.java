package press.rotative.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import press.rotative.platform.Problem;

/// Remembers what the addresses asked most stand for, so that they are not read letter by letter each time. Only
/// addresses without a query that led to a page at hand are remembered: whoever invents addresses fills nothing.
final class KnownAddresses {
    private static final int BUDGET_BYTES = 2 * 1024 * 1024;

    private final Cache<String, Route> known = Caffeine.newBuilder()
            .maximumWeight(BUDGET_BYTES)
            .weigher((String target, Route route) -> 200 + 4 * target.length())
            .executor(Runnable::run)
            .build();

    /// @param target as it stands in a request line: a path, maybe with a query
    /// @throws Problem INVALID for one that cannot be read
    Route route(String target) {
        Route route = known.getIfPresent(target);
        if (route != null) {
            return route;
        }
        int mark = target.indexOf('?');
        return mark < 0 ? Route.of(target, null) : Route.of(target.substring(0, mark), target.substring(mark + 1));
    }

    void remember(String target, Route route) {
        if (target.indexOf('?') < 0) {
            known.asMap().putIfAbsent(target, route);
        }
    }
}
