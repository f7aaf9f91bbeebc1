package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page of an edition.
///
/// @param lead null only while nothing is published
/// @param more further headlines under the lead: its related stories
/// @param latest the newest stories, in the order of their publication
/// @param tides null where the newsroom says nothing of tides
/// @param opinions empty where the edition has no section of opinions
record FrontPage(
        Chrome chrome,
        @Nullable Teaser lead,
        List<Link> more,
        List<Latest> latest,
        List<Teaser> seconds,
        List<Teaser> opinions,
        @Nullable Link opinionSection,
        List<SectionBlock> sections,
        @Nullable Tides tides) {

    FrontPage {
        more = List.copyOf(more);
        latest = List.copyOf(latest);
        seconds = List.copyOf(seconds);
        opinions = List.copyOf(opinions);
        sections = List.copyOf(sections);
    }

    /// Lines of the newsroom about the sea.
    record Tides(String title, List<Tide> lines) {
        Tides {
            lines = List.copyOf(lines);
        }
    }

    record Tide(String what, String when, String height) {}

    record Latest(Moment when, Link story) {}

    /// @param look how the section's teasers stand; sections take turns
    /// @param first one teaser with a picture where there is one
    /// @param stacks further headlines, a column each
    record SectionBlock(String anchor, Link section, Look look, List<Teaser> first, List<List<Teaser>> stacks) {
        SectionBlock {
            first = List.copyOf(first);
            stacks = stacks.stream()
                    .filter(stack -> !stack.isEmpty())
                    .map(List::copyOf)
                    .toList();
        }
    }

    enum Look {
        FEATURE,
        COLUMNS,
        ROWS
    }
}
