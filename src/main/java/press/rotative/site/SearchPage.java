package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param asked as the reader wrote it; empty before a search
/// @param outcome one sentence: how many were found, or that nothing was and what to try; null before a search
record SearchPage(
        Chrome chrome,
        String asked,
        @Nullable String outcome,
        List<Teaser> hits,
        @Nullable String range,
        @Nullable String previous,
        @Nullable String next) {

    SearchPage {
        hits = List.copyOf(hits);
    }
}
