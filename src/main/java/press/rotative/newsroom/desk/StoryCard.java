package press.rotative.newsroom.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// A story on the desk.
///
/// @param headline of the newest text, or words that say that there is none
/// @param language of the edition, BCP 47
/// @param place section and byline
/// @param behind whether it is a translation that is out of date
/// @param state the workflow state as its style names it, and in words
/// @param touched when something last happened to it
/// @param facts versions, clocks, what the public reads
/// @param people who has it open
public record StoryCard(
        long id,
        String path,
        String headline,
        String language,
        String direction,
        String place,
        String edition,
        boolean behind,
        State state,
        Moment touched,
        List<Fact> facts,
        List<Person> people) {

    public StoryCard {
        facts = List.copyOf(facts);
        people = List.copyOf(people);
    }

    /// @param look class of the style: empty, `draft`, `review`, `ready`, `live`
    public record State(String look, String words) {}

    /// @param look class of the style: `bad`, `warn`, `okc`; empty: none
    /// @param moment null: it is no time
    public record Fact(String look, String words, @Nullable Moment moment) {}

    public record Person(String initials, String words) {}
}
