package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.desk.StoryCard;

/// The translation family of a story, and what one may do with it.
///
/// @param form of what is asked about translations
/// @param members in the order of the editions, the story itself among them
/// @param behind what this story lacks of its original; null: nothing, or it is no translation
/// @param targets editions that have no translation yet and in which this person may write
/// @param together decisions about the whole family
/// @param translates it is a translation
/// @param mayLink whether this person may say of what it is a translation
public record FamilyView(
        Form form,
        List<Member> members,
        @Nullable Behind behind,
        List<NewStoryPage.Group> targets,
        List<StoryPage.ActLink> together,
        boolean translates,
        boolean mayLink) {

    public FamilyView {
        members = List.copyOf(members);
        targets = List.copyOf(targets);
        together = List.copyOf(together);
    }

    /// @param headline words that tell nothing where this person may not read it
    /// @param path its screen, or its public page; null: neither is for this person
    /// @param here it is the story of this screen
    /// @param original nothing that it translates
    /// @param state null: not for this person
    /// @param standing what the public reads of it
    /// @param behind null: it is up to date
    public record Member(
            String headline,
            String edition,
            String language,
            String direction,
            @Nullable String path,
            boolean here,
            boolean original,
            StoryCard.@Nullable State state,
            StoryCard.Fact standing,
            String who,
            StoryCard.@Nullable Fact behind) {}

    /// @param version that the text would follow
    /// @param mayConfirm whether this person may say that it follows it
    public record Behind(String words, int version, boolean mayConfirm) {}
}
