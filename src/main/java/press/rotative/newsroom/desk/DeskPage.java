package press.rotative.newsroom.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// The desk as its screen shows it.
///
/// @param columns of the board; empty in the list
/// @param stories of the list; empty on the board
/// @param older where the list goes on; null: it ends here
/// @param newest the list from its top; null: this is the top
/// @param clocks the next instants at which something becomes public or leaves the public
/// @param mayCreate whether this person may begin a story
public record DeskPage(
        Shell shell,
        DeskQuery query,
        Filters filters,
        List<Column> columns,
        List<StoryCard> stories,
        @Nullable String older,
        @Nullable String newest,
        List<Clock> clocks,
        String boardAddress,
        String listAddress,
        boolean mayCreate) {

    public DeskPage {
        columns = List.copyOf(columns);
        stories = List.copyOf(stories);
        clocks = List.copyOf(clocks);
    }

    /// What can be chosen.
    public record Filters(
            List<Choice> editions, List<Group> sections, List<Choice> people, List<Choice> times, List<Choice> states) {
        public Filters {
            editions = List.copyOf(editions);
            sections = List.copyOf(sections);
            people = List.copyOf(people);
            times = List.copyOf(times);
            states = List.copyOf(states);
        }
    }

    /// @param language null: that of the screen
    public record Choice(
            String value,
            String label,
            boolean chosen,
            @Nullable String language,
            @Nullable String direction) {}

    /// Sections of an edition.
    public record Group(String label, List<Choice> choices) {
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /// @param count empty: not told
    /// @param more the list of all in this state; null: all stand here
    public record Column(
            String id,
            StoryCard.State state,
            String count,
            List<StoryCard> stories,
            @Nullable String more) {
        public Column {
            stories = List.copyOf(stories);
        }
    }

    /// @param until the same instant for a script that counts down (ISO 8601, UTC)
    /// @param late it should have happened
    public record Clock(
            String path,
            String headline,
            String language,
            String direction,
            String what,
            Moment when,
            String until,
            boolean late,
            @Nullable String failure) {}

    public String style() {
        return Screens.asset("desk.css");
    }

    /// Where a page of the list is found again.
    public String here() {
        return query.address();
    }

    public boolean board() {
        return query.view().equals("board");
    }
}
