package press.rotative.story.acts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.BlockIds;
import press.rotative.story.Draft;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Families;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryStaff;
import press.rotative.story.Workflow;

/// Files a new draft.
///
/// @param origin where it came from, as JSON of [Origin]; null when it was written here
/// @param keepIds the body's block ids come from a source of ours (an import, a sample) and are kept; otherwise new
///     blocks have none
public record CreateStory(
        Actor actor,
        EditionId edition,
        StoryContent content,
        @Nullable String origin,
        boolean keepIds) implements Act<Draft> {

    @Override
    public Draft perform(Transaction transaction) {
        Policy.require(actor, Power.WRITE_STORY, () -> content.scope(edition, true));
        new Families(transaction.sql()).check(actor, null, edition, content.translatedFrom());
        Set<String> known = keepIds ? content.body().ids() : Set.of();
        StoryContent identified = content.withBody(content.body().identified(known, new BlockIds(known.size())));
        Draft draft = file(transaction, actor, edition, identified, origin, Workflow.DRAFT);
        StoryStaff.give(transaction, draft.story(), actor.staffId());
        StaffLog.append(
                transaction, actor, "story-created", "story " + draft.story().value(), identified.digest());
        return draft;
    }

    /// @param content each block has an id
    static Draft file(
            Transaction transaction,
            Actor actor,
            EditionId edition,
            StoryContent content,
            @Nullable String origin,
            Workflow workflow) {
        new Editions(transaction.sql()).get(edition);
        StoryId id = Stories.insert(transaction, edition, origin);
        Story story = new Stories(transaction.sql()).get(id);
        return Stories.putDraft(transaction, actor, story, 1, content, workflow);
    }
}
