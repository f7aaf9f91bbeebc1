package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page of an edition.
///
/// @param lead null only while nothing is published
/// @param more further headlines under the lead: its related stories
/// @param latest the newest stories, in the order of their publication
/// @param opinions empty where the edition has no section of opinions
record FrontPage(
        Chrome chrome,
        @Nullable Teaser lead,
        List<Link> more,
        List<Latest> latest,
        List<Teaser> seconds,
        List<Teaser> opinions,
        @Nullable Link opinionSection,
        List<SectionBlock> sections) {

    FrontPage {
        more = List.copyOf(more);
        latest = List.copyOf(latest);
        seconds = List.copyOf(seconds);
        opinions = List.copyOf(opinions);
        sections = List.copyOf(sections);
    }

    record Latest(Moment when, Link story) {}

    /// @param look how the section's teasers stand; sections take turns
    /// @param first one teaser with a picture where there is one
    record SectionBlock(String anchor, Link section, Look look, List<Teaser> first, List<Teaser> rest) {
        SectionBlock {
            first = List.copyOf(first);
            rest = List.copyOf(rest);
        }
    }

    enum Look {
        FEATURE,
        COLUMNS,
        ROWS
    }
}
