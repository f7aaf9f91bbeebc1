package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param asked as the reader wrote it; empty before a search
/// @param suggestions where words are completed while the reader types
/// @param outcome one sentence: how many were found, or that nothing was; null before a search
/// @param spelling the same search with other words: shown below, or to be tried
/// @param hits shown below; where [#spelling] says so, they are those of the other words
/// @param first the first page, on all others
/// @param narrow what the search is and can be narrowed to
/// @param pages concepts and authors of that name, which have pages of their own
/// @param help what to try where nothing was found
record SearchPage(
        Chrome chrome,
        String asked,
        String suggestions,
        @Nullable String outcome,
        @Nullable Spelling spelling,
        List<Teaser> hits,
        @Nullable String first,
        @Nullable String next,
        Narrow narrow,
        List<Link> pages,
        List<Help> help,
        List<Teaser> latest) {

    SearchPage {
        hits = List.copyOf(hits);
        pages = List.copyOf(pages);
        help = List.copyOf(help);
        latest = List.copyOf(latest);
    }

    boolean lists() {
        return !hits.isEmpty() || narrow.active();
    }

    /// "Did you mean", or "Here is what was found for".
    record Spelling(String before, Link link) {}

    /// The form beside the hits.
    ///
    /// @param hidden what the form carries on and does not show
    /// @param chips what holds now, each with the address of the search without it
    /// @param orders relevance, the newest, the oldest
    /// @param facets what the search can be narrowed to, and the same words in other editions
    record Narrow(
            String action,
            List<Hidden> hidden,
            List<Chip> chips,
            List<Link> orders,
            @Nullable String from,
            @Nullable String to,
            List<Facet> facets) {
        Narrow {
            hidden = List.copyOf(hidden);
            chips = List.copyOf(chips);
            orders = List.copyOf(orders);
            facets = List.copyOf(facets);
        }

        boolean active() {
            return !chips.isEmpty();
        }
    }

    record Hidden(String name, String value) {}

    /// @param remove what the link says to those who only hear it
    record Chip(String label, String href, String remove) {}

    /// Values of one sort.
    record Facet(String heading, List<Value> values) {
        Facet {
            values = List.copyOf(values);
        }
    }

    /// @param count how many of the hits have it; null where they are too many to count
    record Value(Link link, @Nullable String count) {}

    /// Links under a heading.
    record Help(String heading, List<Link> links) {
        Help {
            links = List.copyOf(links);
        }
    }
}
