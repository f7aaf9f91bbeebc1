package press.rotative.story.acts;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.BlockIds;
import press.rotative.story.Draft;
import press.rotative.story.Families;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryStaff;
import press.rotative.story.StoryState;
import press.rotative.story.Versions;
import press.rotative.story.Workflow;

/// Writes the one draft beside the published version.
///
/// @param expectedRevision the draft the writer saw, 0 when there was none; null: whatever is there
/// @param coined ids of new blocks that the writer's own program made up, so that it can name them before they are
/// saved
public record SaveDraft(
        Actor actor, StoryId story, @Nullable Integer expectedRevision, StoryContent content, Set<String> coined)
        implements Act<Draft> {

    public SaveDraft {
        coined = Set.copyOf(coined);
    }

    public SaveDraft(Actor actor, StoryId story, @Nullable Integer expectedRevision, StoryContent content) {
        this(actor, story, expectedRevision, content, Set.of());
    }

    @Override
    public Draft perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.WRITE_STORY, story);
        Policy.require(
                actor,
                Power.WRITE_STORY,
                () -> content.scope(before.edition(), StoryStaff.isOf(transaction.sql(), story, actor)));
        before.state().refusal(StoryState.Move.SAVE).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        var draft = stories.draft(story);
        int revision = draft.map(Draft::revision).orElse(0);
        Versions.expect(expectedRevision, revision, "The draft");
        new Families(transaction.sql()).check(actor, before, before.edition(), content.translatedFrom());
        var known = new HashSet<>(coined);
        draft.ifPresent(each -> known.addAll(each.content().body().ids()));
        stories.liveContent(before).ifPresent(live -> known.addAll(live.body().ids()));
        stories.plan(story).ifPresent(plan -> known.addAll(plan.content().body().ids()));
        StoryContent identified = content.withBody(content.body().identified(known, new BlockIds(known.size())));
        // Whoever mends what waits in the wire inbox has not taken it in yet.
        Workflow after = before.workflow() == Workflow.INCOMING ? Workflow.INCOMING : Workflow.DRAFT;
        Draft saved = Stories.putDraft(transaction, actor, before, revision + 1, identified, after);
        StaffLog.append(transaction, actor, "draft-saved", "story " + story.value(), identified.digest());
        return saved;
    }
}
