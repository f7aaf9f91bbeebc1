package press.rotative.story.acts;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.DoubtCount;
import press.rotative.story.Draft;
import press.rotative.story.EditionId;
import press.rotative.story.Incoming;
import press.rotative.story.StoryContent;
import press.rotative.story.Workflow;

/// Puts what was imported into the wire inbox. It is nobody's, and it cannot become public before somebody takes it in
/// ([TakeInStory]).
///
/// @param content each block has an id
/// @param origin where it came from, as JSON of [press.rotative.story.Origin]
/// @param host where the capture came from; empty: it does not say
/// @param doubts how many things about it somebody should look at
public record ReceiveStory(
        Actor actor,
        EditionId edition,
        StoryContent content,
        @Nullable String origin,
        String host,
        DoubtCount.Doubts doubts)
        implements Act<Draft> {

    @Override
    public Draft perform(Transaction transaction) {
        Policy.require(actor, Power.IMPORT);
        Policy.require(actor, Power.WRITE_STORY, () -> content.scope(edition, false));
        Draft draft = CreateStory.file(transaction, actor, edition, content, origin, Workflow.INCOMING);
        Incoming.receive(transaction, draft.story(), edition, content.section(), host, doubts);
        StaffLog.append(
                transaction, actor, "story-received", "story " + draft.story().value(), content.digest());
        return draft;
    }
}
