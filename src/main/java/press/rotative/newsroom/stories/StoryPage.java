package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.StoryCard;

/// One story as its screen shows it.
///
/// @param headline of the newest text, or words that say that there is none
/// @param language of the edition, BCP 47
/// @param length words and reading time
/// @param mayWrite else the form is only read
/// @param publicAddress null: the public does not read it
/// @param revision of the draft; 0: there is none
/// @param previews links that are good
/// @param previewed texts that a link can show
/// @param assignable to whom it can be given; empty: this person may not
/// @param original what it translates; null: nothing, or it is not for this person
/// @param kept texts that were kept whole while it was written
/// @param receipt of the last act on it; null: there was none lately
public record StoryPage(
        Shell shell,
        Form form,
        long id,
        String headline,
        String language,
        String direction,
        String edition,
        StoryCard.State state,
        List<StoryCard.Fact> facts,
        String length,
        List<StoryChecks.Check> checks,
        boolean mayWrite,
        boolean mayAddNames,
        @Nullable String publicAddress,
        List<Choice> kinds,
        List<Choice> sections,
        List<Tags> tags,
        List<Difference> differences,
        List<StoryCard.Person> people,
        List<String> staff,
        int countVersions,
        List<VersionRow> versions,
        int countKept,
        List<KeptRow> kept,
        List<ActLink> acts,
        List<Step> steps,
        int revision,
        List<PreviewRow> previews,
        List<Choice> previewed,
        List<Choice> assignable,
        FamilyView family,
        @Nullable OriginalText original,
        @Nullable Imported imported,
        @Nullable ReceiptView receipt) {

    /// The account of the capture that the story came from.
    ///
    /// @param waits the story waits in the wire inbox
    public record Imported(String path, boolean waits) {}

    /// A link to a preview that is good.
    ///
    /// @param text what it shows
    /// @param opened how often, in words
    /// @param openedAt when last; null: never
    public record PreviewRow(
            long id,
            String text,
            String who,
            Moment ends,
            String opened,
            @Nullable Moment openedAt) {}

    /// A state that the draft may be handed on to.
    public record Step(String value, String words) {}

    public record Choice(String value, String label, boolean chosen) {}

    /// A field for concepts of one kind.
    public record Tags(String field, String label) {}

    /// What two people did to one part.
    ///
    /// @param name of the part, as a save calls it
    /// @param theirs stands in the draft
    public record Difference(long id, String name, String part, String who, Moment when, String mine, String theirs) {}

    /// @param note public
    /// @param compare address; null: there is nothing to compare it with
    /// @param preview address; null: there is no text to look at
    /// @param closure word for closing it to public comparison, or opening it; null: it may not be done
    /// @param destruction address; null: it may not be done
    public record VersionRow(
            int version,
            Moment when,
            String what,
            String who,
            @Nullable String note,
            @Nullable String standing,
            @Nullable String compare,
            @Nullable String preview,
            @Nullable String restore,
            @Nullable String closure,
            @Nullable String destruction) {}

    public record KeptRow(
            Moment when,
            String what,
            String who,
            String compare,
            String preview,
            @Nullable String restore) {}

    /// @param look class of the button; empty: a plain one
    public record ActLink(String look, String words, String path) {}

    public String path() {
        return "/newsroom/stories/" + id;
    }

    /// What the editor says, by key.
    public String wordsOfEditor() {
        return EditorWords.json(shell.words());
    }

    public String styleOfEditor() {
        return Screens.asset("editor.css");
    }

    /// Whose text waits in the browser.
    public long person() {
        return shell.member() == null ? 0 : shell.member().id();
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
