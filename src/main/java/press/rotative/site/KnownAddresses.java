package press.rotative.site;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// Remembers what the addresses asked for stand for, so that they are not read letter by letter each time. Only
/// addresses without a query that led to a page at hand are remembered: whoever invents addresses fills nothing. When
/// there are too many, all are forgotten and the asked ones come back by themselves.
final class KnownAddresses {
    private static final int MOST = 8000;

    private final ConcurrentMap<String, Route> known = new ConcurrentHashMap<>();

    @Nullable
    Route known(String target) {
        return known.get(target);
    }

    /// @param target as it stands in a request line: a path, maybe with a query
    /// @throws Problem INVALID for one that cannot be read
    static Route read(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? Route.of(target, null) : Route.of(target.substring(0, mark), target.substring(mark + 1));
    }

    /// @param route what was read, which led to a page at hand
    void remember(String target, Route route) {
        if (target.indexOf('?') < 0) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(target, route);
        }
    }
}
