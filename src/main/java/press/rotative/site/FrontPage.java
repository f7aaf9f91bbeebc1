package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.story.FrontBlock.Look;

/// The first page of an edition: its parts from the top down. Without parts nothing is published yet.
record FrontPage(Chrome chrome, List<Part> parts) {

    FrontPage {
        parts = List.copyOf(parts);
    }

    sealed interface Part {}

    /// The lead with the latest beside it.
    ///
    /// @param more further headlines under the lead
    /// @param latest null: the front has none, or elsewhere
    record Top(Teaser lead, List<Link> more, @Nullable Latest latest) implements Part {
        Top {
            more = List.copyOf(more);
        }
    }

    /// The newest stories, in the order of their publication.
    ///
    /// @param all where all of them are
    /// @param tides null where the newsroom says nothing of tides
    record Latest(List<Entry> entries, String all, @Nullable Tides tides) implements Part {
        Latest {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Moment when, Link story) {}

    /// Lines of the newsroom about the sea.
    record Tides(String title, List<Tide> lines) {
        Tides {
            lines = List.copyOf(lines);
        }
    }

    record Tide(String what, String when, String height) {}

    /// Teasers side by side.
    record Grid(String anchor, @Nullable String title, List<Teaser> teasers) implements Part {
        Grid {
            teasers = List.copyOf(teasers);
        }
    }

    /// A band of opinions.
    record Opinions(String anchor, Link title, List<Teaser> teasers) implements Part {
        Opinions {
            teasers = List.copyOf(teasers);
        }
    }

    /// @param topics what its stories are about
    /// @param look how the section's teasers stand
    /// @param first one teaser with a picture where there is one
    /// @param stacks further headlines, a column each
    record SectionBlock(
            String anchor, Link section, List<Link> topics, Look look, List<Teaser> first, List<List<Teaser>> stacks)
            implements Part {
        SectionBlock {
            topics = List.copyOf(topics);
            first = List.copyOf(first);
            stacks = stacks.stream()
                    .filter(stack -> !stack.isEmpty())
                    .map(List::copyOf)
                    .toList();
        }
    }
}
