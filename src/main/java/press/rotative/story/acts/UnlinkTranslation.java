package press.rotative.story.acts;

import java.util.List;
import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Families;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Says that a story is no translation any more: it stands alone, with what was made from it. Who may is as in
/// [LinkTranslation].
public record UnlinkTranslation(Actor actor, StoryId story) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        LinkTranslation.require(stories, actor, story);
        new Families(transaction.sql()).lock(List.of(story));
        Story before = LinkTranslation.require(stories, actor, story);
        boolean translates = before.translates() != null
                || stories.liveContent(before)
                        .map(live -> live.translatedFrom() != null)
                        .orElse(false);
        if (!translates) {
            throw Problem.conflict("The story translates no other.").as("story.refused.no.translation");
        }
        Story unlinked = Rearrange.text(
                transaction,
                actor,
                before,
                StoryState.Move.SAVE,
                PublicAct.TRANSLATION_UNLINKED,
                content -> content.withTranslatedFrom(null));
        StaffLog.append(transaction, actor, "translation-unlinked", "story " + story.value(), null);
        return unlinked;
    }
}
