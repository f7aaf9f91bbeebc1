package press.rotative.newsroom.fronts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.desk.StoryCard;

/// The arrangement of a front while somebody works on it.
///
/// @param path where every step is asked
/// @param front on the public site
/// @param ofSection whether it stands above the list of a section
/// @param language of the edition, with its direction
/// @param arranged whether an editor arranged what the public sees
/// @param theirs what somebody else arranged meanwhile; null: nobody did
/// @param asks whether it is asked that the front shall fill itself again
/// @param past arrangements of before that can be brought back
/// @param kinds of blocks that can be added
/// @param focus the button that goes on by keyboard; empty: none
public record ArrangementPage(
        Shell shell,
        Form form,
        String path,
        String front,
        boolean ofSection,
        String language,
        String direction,
        boolean arranged,
        @Nullable List<Block> theirs,
        boolean asks,
        List<Past> past,
        List<BlockView> blocks,
        List<DeskPage.Choice> kinds,
        String focus) {

    public ArrangementPage {
        theirs = theirs == null ? null : List.copyOf(theirs);
        past = List.copyOf(past);
        blocks = List.copyOf(blocks);
        kinds = List.copyOf(kinds);
    }

    /// A block of somebody else's arrangement.
    ///
    /// @param picks headlines of what was picked for it
    public record Block(String label, List<String> picks) {
        public Block {
            picks = List.copyOf(picks);
        }
    }

    /// @param who empty: nobody knows any more
    public record Past(int version, Moment at, String who) {}

    /// @param at its place, from 0
    /// @param number its place, from 1, in figures of the screen
    /// @param label what kind of block it is
    /// @param sections to choose from; empty: it has none
    /// @param looks to choose from; empty: it has none
    /// @param picks picked by hand
    /// @param filled headlines in the places that fill themselves
    /// @param under picked by hand for the places under a lead
    /// @param filledUnder headlines there that fill themselves
    /// @param found stories that were searched for; null: nothing was
    /// @param next where the search goes on; null: nowhere
    public record BlockView(
            int at,
            String number,
            String label,
            TypedBlockView typed,
            List<DeskPage.Choice> sections,
            List<DeskPage.Choice> looks,
            List<Pick> picks,
            List<String> filled,
            List<Pick> under,
            List<String> filledUnder,
            @Nullable List<Pick> found,
            @Nullable String next) {
        public BlockView {
            sections = List.copyOf(sections);
            looks = List.copyOf(looks);
            picks = List.copyOf(picks);
            filled = List.copyOf(filled);
            under = List.copyOf(under);
            filledUnder = List.copyOf(filledUnder);
            found = found == null ? null : List.copyOf(found);
        }
    }

    /// What the form holds of a block.
    ///
    /// @param stories the numbers, as the hidden field holds them
    public record TypedBlockView(
            String kind, boolean lead, boolean titled, boolean counted, boolean picked, String stories, String under) {}

    /// A story that is picked or can be.
    ///
    /// @param waits whether it takes its place only when it is published
    /// @param killed it never appears again
    /// @param first in its list, and last
    public record Pick(
            long story,
            String headline,
            String path,
            StoryCard.State state,
            boolean waits,
            boolean killed,
            boolean first,
            boolean last) {}

    /// The message that says the same of a section, where it is one.
    public String word(String key) {
        return ofSection ? key + ".section" : key;
    }

    public String style() {
        return Screens.asset("fronts.css");
    }

    /// Whether a button has the focus.
    public boolean has(String button) {
        return focus.equals(button);
    }
}
