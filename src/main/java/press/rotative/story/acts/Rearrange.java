package press.rotative.story.acts;

import java.util.function.UnaryOperator;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Changes where a story stands, not what it says: in the live version, in the draft and in
/// the version that waits for its instant, whichever are there.
final class Rearrange {
    private Rearrange() {}

    static Story story(
            Transaction transaction,
            Actor actor,
            StoryId id,
            StoryState.Move move,
            PublicAct act,
            UnaryOperator<StoryContent> change) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.MOVE_STORY, id);
        return text(transaction, actor, before, move, act, change);
    }

    /// The same for who was asked already.
    ///
    /// @param before locked
    static Story text(
            Transaction transaction,
            Actor actor,
            Story before,
            StoryState.Move move,
            PublicAct act,
            UnaryOperator<StoryContent> change) {
        var stories = new Stories(transaction.sql());
        StoryId id = before.id();
        before.state().refusal(move).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        stories.draft(id)
                .ifPresent(draft -> Stories.putDraft(
                        transaction,
                        actor,
                        before,
                        draft.revision() + 1,
                        change.apply(draft.content()),
                        before.workflow()));
        stories.plan(id).ifPresent(plan -> Plans.rewrite(transaction, plan, change.apply(plan.content())));
        stories.liveContent(before)
                .ifPresent(live -> GoLive.with(transaction, actor, before, change.apply(live), act, null));
        return stories.get(id);
    }
}
