package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of stories under one heading: a section, a concept or an author.
///
/// @param above what the heading is, with the page above it: "Port, place"
/// @param parts what an editor arranged above the list; empty: nothing
/// @param older the next page by key; null on the last
/// @param newest the first page, on pages further back
/// @param daysBeside the days before and after, on a day of the archive
/// @param follow its feed; null where there is none
record ListPage(
        Chrome chrome,
        @Nullable Link above,
        @Nullable String kind,
        String heading,
        @Nullable String standfirst,
        List<FrontPage.Part> parts,
        @Nullable Teaser lead,
        List<Teaser> hits,
        @Nullable String older,
        @Nullable String newest,
        List<Link> daysBeside,
        @Nullable Link follow,
        List<Link> beside) {

    ListPage {
        parts = List.copyOf(parts);
        hits = List.copyOf(hits);
        daysBeside = List.copyOf(daysBeside);
        beside = List.copyOf(beside);
    }

    boolean empty() {
        return parts.isEmpty() && lead == null && hits.isEmpty();
    }
}
