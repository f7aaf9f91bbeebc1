package press.rotative.newsroom.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.desk.StoryCard;

/// One import: the story as it was read beside the account of its capture.
///
/// @param form what was sent and could not be done
/// @param capture digest of the capture
/// @param read what stands in the story now
/// @param facts what is known about the import, in words
/// @param older other imports of this story; empty: this is the only one
/// @param doubts what nobody has settled, the weightiest first
/// @param moreDoubts how many more of them are not shown; they stand in the account
/// @param chosen a line that somebody wants to put into the text; null: none
/// @param lines a stretch of the account
/// @param pictures those that the story shows, for captions and credits
/// @param may what this person may do
public record ImportPage(
        Shell shell,
        Form form,
        long story,
        String capture,
        String headline,
        String language,
        String direction,
        StoryCard.State state,
        List<StoryCard.Fact> facts,
        List<Other> older,
        Read read,
        List<DoubtLine> doubts,
        String moreDoubts,
        List<FieldLine> fields,
        List<ConceptLine> concepts,
        @Nullable Line chosen,
        List<Line> lines,
        String totals,
        @Nullable String before,
        @Nullable String after,
        List<DeskPage.Choice> pictures,
        List<DeskPage.Choice> people,
        May may) {

    public ImportPage {
        facts = List.copyOf(facts);
        older = List.copyOf(older);
        doubts = List.copyOf(doubts);
        fields = List.copyOf(fields);
        concepts = List.copyOf(concepts);
        lines = List.copyOf(lines);
        pictures = List.copyOf(pictures);
        people = List.copyOf(people);
    }

    /// @param write the text can be changed, by this person and in this state
    /// @param takeIn it waits, and this person may take it in
    /// @param discard it waits, and this person may discard it
    /// @param bringBack it was discarded, and this person may bring it back
    public record May(boolean write, boolean takeIn, boolean discard, boolean bringBack) {}

    /// Another import of the story.
    public record Other(String path, Moment at, boolean here) {}

    /// The story as it reads now.
    ///
    /// @param byline empty: nobody signs
    /// @param caption of the picture at its head; null: there is no picture
    public record Read(
            String standfirst, String byline, @Nullable String caption, String credit, List<Piece> pieces) {
        public Read {
            pieces = List.copyOf(pieces);
        }
    }

    /// @param kind `p`, `h2`, `h3`, `quote`, `item`, `figure`, `aside`
    public record Piece(String kind, String text, String note) {}

    /// @param part by which it is settled
    /// @param sentence what is in doubt
    /// @param advice what can be done
    /// @param about the words in doubt, as the capture holds them; empty: none
    /// @param link where it is settled, on this page or another; null: here
    /// @param line the number of the line; null: it is none
    public record DoubtLine(
            String part,
            String sentence,
            String advice,
            String about,
            @Nullable String link,
            @Nullable Integer line) {}

    /// Where the form stands that puts a line into the text.
    public String choosing(Line line) {
        return path() + "?capture=" + capture + "&line=" + line.number() + "#chosen";
    }

    /// @param note where it was found, or that it was inferred
    /// @param inferred it does not stand in the capture in so many words
    public record FieldLine(String label, String value, String note, boolean inferred) {}

    /// @param place among those that were found
    /// @param kinds to choose from; the one it has now is chosen
    /// @param sure how sure the kind is, in words
    /// @param doubtful nobody has settled it
    /// @param decided what somebody decided; empty: nothing
    /// @param gone the story is not about it
    /// @param others what a change of the kind does to other stories
    /// @param page where it is settled in full
    public record ConceptLine(
            int place,
            String name,
            String kind,
            List<DeskPage.Choice> kinds,
            String sure,
            String evidence,
            boolean doubtful,
            String decided,
            boolean gone,
            String others,
            String page) {
        public ConceptLine {
            kinds = List.copyOf(kinds);
        }
    }

    /// @param number of the line in the account, which counts from 0
    /// @param part as it was captured
    /// @param look class of the style
    /// @param what became of it
    /// @param decided what somebody decided; empty: nothing
    /// @param takeable it can be put into the text
    public record Line(int number, String part, String look, String what, String decided, boolean takeable) {}

    public String style() {
        return Screens.asset("desk.css");
    }

    public String styleOfInbox() {
        return Screens.asset("inbox.css");
    }

    public String path() {
        return InboxQuery.PATH + "/" + story;
    }

    public String storyPath() {
        return "/newsroom/stories/" + story;
    }

    public String source() {
        return path() + "/source?capture=" + capture;
    }
}
