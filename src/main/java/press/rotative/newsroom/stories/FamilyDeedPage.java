package press.rotative.newsroom.stories;

import java.util.List;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.StoryCard;

/// A decision about a story and its translations: what will come of it in each edition, and the form that decides.
///
/// @param deed as it stands in the address
/// @param kill whether it is final and leaves notices
/// @param members that this person may take away
/// @param others that stay as they are, and why
/// @param seen numbers of all members that can be taken away, whoever may
public record FamilyDeedPage(
        Shell shell,
        Form form,
        long id,
        String headline,
        String language,
        String direction,
        String deed,
        boolean kill,
        List<Member> members,
        List<Other> others,
        List<String> seen) {

    public FamilyDeedPage {
        members = List.copyOf(members);
        others = List.copyOf(others);
        seen = List.copyOf(seen);
    }

    /// @param chosen it is taken away with the others
    /// @param noticed a notice for the public stands in its place
    /// @param effects pages that can change
    public record Member(
            long id,
            String headline,
            String edition,
            String language,
            String direction,
            StoryCard.Fact standing,
            boolean chosen,
            boolean noticed,
            Effects effects) {

        public String notice() {
            return "notice-" + id;
        }

        public String titled() {
            return "titled-" + id;
        }
    }

    /// @param barred whether it stays because this person has not the right
    public record Other(
            String headline,
            String edition,
            String language,
            String direction,
            StoryCard.Fact standing,
            String why,
            boolean barred) {}

    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
