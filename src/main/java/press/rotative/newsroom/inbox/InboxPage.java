package press.rotative.newsroom.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.newsroom.media.Sent;

/// The inbox as its screen shows it.
///
/// @param form what was sent of the list and could not be done
/// @param hosts where what waits came from
/// @param people to whom this person may give what is taken in; empty: to themselves or to nobody
/// @param sent what became of files that were just sent; empty: none were
/// @param upload null: this person may not import
/// @param older where the list goes on; null: it ends here
/// @param newest the list from its top; null: this is the top
public record InboxPage(
        Shell shell,
        InboxQuery query,
        Form form,
        List<DeskPage.Choice> editions,
        List<DeskPage.Group> sections,
        List<String> hosts,
        List<DeskPage.Choice> doubts,
        List<StoryCard> stories,
        List<DeskPage.Choice> people,
        boolean mayTakeIn,
        boolean mayDiscard,
        List<Sent> sent,
        @Nullable Upload upload,
        @Nullable String older,
        @Nullable String newest) {

    public InboxPage {
        editions = List.copyOf(editions);
        sections = List.copyOf(sections);
        hosts = List.copyOf(hosts);
        doubts = List.copyOf(doubts);
        stories = List.copyOf(stories);
        people = List.copyOf(people);
        sent = List.copyOf(sent);
    }

    /// @param editions into which captures may go
    /// @param sections of those editions
    /// @param mayFetch whether pictures may be asked for on the web
    public record Upload(List<DeskPage.Choice> editions, List<DeskPage.Group> sections, boolean mayFetch) {
        public Upload {
            editions = List.copyOf(editions);
            sections = List.copyOf(sections);
        }
    }

    public String style() {
        return Screens.asset("desk.css");
    }

    public String styleOfInbox() {
        return Screens.asset("inbox.css");
    }

    public String here() {
        return query.address();
    }

    public String waiting() {
        return query.in(false);
    }

    public String discarded() {
        return query.in(true);
    }

    public boolean ticked(StoryCard card) {
        return form.has("story", Long.toString(card.id()));
    }

    public boolean pickable() {
        return query.discarded() ? mayDiscard : mayTakeIn;
    }
}
