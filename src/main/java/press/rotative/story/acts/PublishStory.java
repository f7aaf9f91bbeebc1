package press.rotative.story.acts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.Texts;
import press.rotative.story.Versions;

/// Makes the draft public: the first time a publication, afterwards an update. It takes the place of one that is
/// scheduled.
///
/// @param expectedRevision the draft the editor saw; null: whatever is there
/// @param note public note of an update; may be null
/// @param lenient what a source lacks is a warning (imports), not a refusal
/// @param follows the version of its original that the text follows, as who publishes says; null: as the draft says
public record PublishStory(
        Actor actor,
        StoryId story,
        @Nullable Integer expectedRevision,
        @Nullable String note,
        boolean lenient,
        @Nullable Integer follows)
        implements Act<Outcome> {

    public PublishStory(
            Actor actor, StoryId story, @Nullable Integer expectedRevision, @Nullable String note, boolean lenient) {
        this(actor, story, expectedRevision, note, lenient, null);
    }

    public PublishStory {
        note = Texts.optional(note, 2000, "The note");
    }

    @Override
    public Outcome perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.PUBLISH, story);
        var refusal = before.state().refusal(StoryState.Move.PUBLISH);
        if (refusal.isPresent()) {
            return new Outcome.Refused(List.of(refusal.get()));
        }
        var draft = stories.draft(story);
        if (draft.isEmpty()) {
            return new Outcome.Refused(List.of("There is no draft to publish. Save one first."));
        }
        Versions.expect(expectedRevision, draft.get().revision(), "The draft");
        StoryContent content =
                ConfirmTranslation.following(transaction.sql(), draft.get().content(), follows);
        var findings = PrePublication.of(transaction.sql(), before, content);
        var reasons = new ArrayList<>(findings.errors());
        reasons.addAll(lenient ? List.of() : findings.lacks());
        Expiry.refusal(before, transaction.now()).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        PublicAct act = before.pubStatus() == null ? PublicAct.PUBLISHED : PublicAct.UPDATED;
        int version = GoLive.with(transaction, actor, before, content, act, note);
        GoLive.dropDraft(transaction, story, content);
        var warnings = new ArrayList<>(findings.lacks());
        Plans.drop(transaction, story)
                .ifPresent(plan -> warnings.add("The publication that was planned for " + plan.at()
                        + " was taken back; schedule it again if it is still wanted."));
        return new Outcome.Live(story, version, warnings);
    }
}
