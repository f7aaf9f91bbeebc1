package press.rotative.api;

import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.acts.Outcome;

/// What is answered when something was done with a story: its two axes and its numbers.
final class StoryAnswers {
    private StoryAnswers() {}

    /// @throws press.rotative.platform.Problem CHANGED when the sender saw another draft
    static void checkDraft(Precondition seen, Actor actor, Transaction transaction, long id) {
        var stories = new Stories(transaction.sql());
        stories.require(actor, Power.READ_STORIES, stories.get(new StoryId(id)));
        seen.check(StoryView.Summary.of(transaction.sql(), new StoryId(id)).tag(), "The draft");
    }

    static Answer summary(Transaction transaction, long id) {
        var summary = StoryView.Summary.of(transaction.sql(), new StoryId(id));
        return Answer.ok(summary.tag(), summary);
    }

    static Answer of(Transaction transaction, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Live live -> {
                var summary = StoryView.Summary.of(transaction.sql(), live.story(), live.warnings());
                yield Answer.ok(summary.tag(), summary);
            }
            case Outcome.Scheduled scheduled ->
                summary(transaction, scheduled.story().value());
            case Outcome.Embargoed embargoed ->
                summary(transaction, embargoed.story().value());
            case Outcome.Refused refused ->
                Problems.answer(422, "The story cannot be published as it is.", refused.reasons());
        };
    }
}
