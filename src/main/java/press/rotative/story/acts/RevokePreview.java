package press.rotative.story.acts;

import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Previews;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// Ends a link to a preview before its time. Who looks afterwards sees nothing.
///
/// @param link number of the link
public record RevokePreview(Actor actor, StoryId story, long link) implements Act<Long> {

    @Override
    public Long perform(Transaction transaction) {
        new Stories(transaction.sql()).lockFor(actor, Power.WRITE_STORY, story);
        new Previews(transaction.sql()).find(story, link).orElseThrow(() -> Problem.notFound(
                        "There is no such preview of this story.")
                .as("problem.story.text"));
        Previews.revoke(transaction, link);
        StaffLog.append(transaction, actor, "preview-revoked", "story " + story.value() + " link " + link, null);
        return link;
    }
}
