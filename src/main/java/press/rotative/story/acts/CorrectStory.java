package press.rotative.story.acts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Draft;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.Texts;
import press.rotative.story.Versions;

/// Publishes a correction: a new version under the same `uri` with a public note. The corrected text is the draft, or
/// the live text itself when only the note is to be added.
///
/// @param expectedRevision the draft the editor saw; null: whatever is there
/// @param follows the version of its original that the text follows, as who corrects says; null: as the text says
public record CorrectStory(
        Actor actor,
        StoryId story,
        @Nullable Integer expectedRevision,
        String note,
        @Nullable Integer follows) implements Act<Outcome> {

    public CorrectStory(Actor actor, StoryId story, @Nullable Integer expectedRevision, String note) {
        this(actor, story, expectedRevision, note, null);
    }

    public CorrectStory {
        note = Texts.optional(note, 2000, "The note of a correction");
        if (note == null) {
            throw Problem.invalid("A correction needs a public note that says what was wrong and what is right.");
        }
    }

    @Override
    public Outcome perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.CORRECT, story);
        var refusal = before.state().refusal(StoryState.Move.CORRECT);
        if (refusal.isPresent()) {
            return new Outcome.Refused(List.of(refusal.get()));
        }
        var draft = stories.draft(story);
        Versions.expect(expectedRevision, draft.map(Draft::revision).orElse(0), "The draft");
        StoryContent text = draft.map(Draft::content)
                .or(() -> stories.liveContent(before))
                .orElseThrow(() -> Problem.conflict("The text of this story was destroyed; it cannot be corrected."));
        StoryContent content = ConfirmTranslation.following(transaction.sql(), text, follows);
        var findings = PrePublication.of(transaction.sql(), before, content);
        if (!findings.errors().isEmpty()) {
            return new Outcome.Refused(findings.errors());
        }
        int version = GoLive.with(transaction, actor, before, content, PublicAct.CORRECTED, note);
        GoLive.dropDraft(transaction, story, content);
        var warnings = new ArrayList<>(findings.lacks());
        Plans.drop(transaction, story)
                .ifPresent(plan -> warnings.add("The publication that was planned for " + plan.at()
                        + " was taken back; schedule it again if it is still wanted."));
        return new Outcome.Live(story, version, warnings);
    }
}
