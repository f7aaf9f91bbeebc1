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
        new Editions(transaction.sql()).get(edition);
        Families.check(transaction, null, edition, content.translatedFrom());
        Set<String> known = keepIds ? content.body().ids() : Set.of();
        StoryContent identified = content.withBody(content.body().identified(known, new BlockIds(known.size())));
        StoryId id = Stories.insert(transaction, edition, origin);
        StoryStaff.give(transaction, id, actor.staffId());
        Story story = new Stories(transaction.sql()).get(id);
        Draft draft = Stories.putDraft(transaction, actor, story, 1, identified, Workflow.DRAFT);
        StaffLog.append(transaction, actor, "story-created", "story " + id.value(), identified.digest());
        return draft;
    }
}
