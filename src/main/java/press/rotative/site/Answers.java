package press.rotative.site;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The whole answers that were made of one page, one for each way to ask. Each is made when first asked for; the same
/// page gives the same objects, so what is derived from an answer can be kept beside it.
final class Answers {
    /// What one of them takes in memory besides the body, which is the page's own.
    static final int WEIGHT = 1000;

    private static final int CODINGS = Coding.values().length;

    private final AtomicReferenceArray<@Nullable SiteAnswer> made = new AtomicReferenceArray<>(2 * CODINGS);

    SiteAnswer whole(Coding coding, Supplier<SiteAnswer> maker) {
        return at(coding.ordinal(), maker);
    }

    SiteAnswer notModified(Coding coding, Supplier<SiteAnswer> maker) {
        return at(CODINGS + coding.ordinal(), maker);
    }

    private SiteAnswer at(int place, Supplier<SiteAnswer> maker) {
        SiteAnswer known = made.get(place);
        if (known != null) {
            return known;
        }
        SiteAnswer fresh = maker.get();
        SiteAnswer first = made.compareAndExchange(place, null, fresh);
        return first == null ? fresh : first;
    }
}
