package press.rotative.newsroom.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.site.Piece;

/// The search as its screen shows it.
///
/// @param said how much was found; empty: not told
/// @param asked whether anything was asked for
/// @param older where the list goes on; null: it ends here
/// @param newest its top; null: this is the top
public record SearchPage(
        Shell shell,
        SearchQuery query,
        Filters filters,
        boolean asked,
        String said,
        List<Hit> hits,
        @Nullable String older,
        @Nullable String newest) {

    public SearchPage {
        hits = List.copyOf(hits);
    }

    public record Filters(
            List<DeskPage.Choice> editions,
            List<DeskPage.Group> sections,
            List<DeskPage.Choice> states,
            List<DeskPage.Choice> kinds) {
        public Filters {
            editions = List.copyOf(editions);
            sections = List.copyOf(sections);
            states = List.copyOf(states);
            kinds = List.copyOf(kinds);
        }
    }

    /// @param headline of the newest text, with the asked words marked
    /// @param passage the part of the newest text that holds most of them
    public record Hit(StoryCard card, List<Piece> headline, List<Piece> passage) {
        public Hit {
            headline = List.copyOf(headline);
            passage = List.copyOf(passage);
        }
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
