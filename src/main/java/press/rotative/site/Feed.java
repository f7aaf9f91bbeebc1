package press.rotative.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest of an edition or of one of its lists, for feed readers. All addresses are absolute; texts are the source.
///
/// @param updated when the newest of its entries last changed
record Feed(
        String title,
        String description,
        String home,
        String language,
        @Nullable String icon,
        Instant updated,
        List<Entry> entries) {

    Feed {
        entries = List.copyOf(entries);
    }

    /// @param id never changes, wherever the story moves
    /// @param html the whole story, with the credits of its pictures
    record Entry(
            String id,
            String url,
            String title,
            @Nullable String summary,
            String html,
            List<String> authors,
            List<String> categories,
            Instant published,
            Instant updated,
            @Nullable Picture picture) {

        Entry {
            authors = List.copyOf(authors);
            categories = List.copyOf(categories);
        }
    }

    record Picture(
            String url,
            int width,
            int height,
            @Nullable String caption,
            @Nullable String credit,
            @Nullable String alt) {}
}
