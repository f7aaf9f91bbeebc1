package press.rotative.story.acts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Incoming;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryStaff;
import press.rotative.story.Workflow;

/// Puts a story back into the wire inbox: one that was discarded, or a draft that was taken in from there and never
/// published. It is nobody's then. Whoever took it in may do so while nobody else has it; otherwise it is for who may
/// assign.
public record BringBackStory(Actor actor, StoryId story) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.WRITE_STORY, story);
        Optional<Incoming.Received> received = new Incoming(transaction.sql()).find(story);
        boolean own = before.workflow() == Workflow.DRAFT
                && received.filter(each -> Objects.equals(each.decidedBy(), actor.staffId()))
                        .isPresent()
                && List.of(actor.staffId()).containsAll(StoryStaff.of(transaction.sql(), story));
        if (!own) {
            stories.require(actor, Power.ASSIGN_STORY, before);
        }
        boolean mayReturn = before.workflow() == Workflow.DISCARDED
                || before.workflow() == Workflow.DRAFT
                        && before.pubStatus() == null
                        && before.plan() == null
                        && received.isPresent();
        if (!mayReturn) {
            throw Problem.conflict("Only a discarded story, or a draft that was taken in from the wire inbox, goes back"
                            + " into it.")
                    .as("problem.inbox.no.return");
        }
        AssignStory.giveTo(transaction, story, Set.of());
        Incoming.decide(transaction, actor, story, Workflow.INCOMING, null);
        stories.draft(story)
                .ifPresent(
                        draft -> Incoming.follow(transaction, story, draft.content())); // it was written on meanwhile
        StaffLog.append(transaction, actor, "story-brought-back", "story " + story.value(), null);
        return stories.get(story);
    }
}
