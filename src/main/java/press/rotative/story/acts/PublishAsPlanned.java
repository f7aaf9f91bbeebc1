package press.rotative.story.acts;

import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Plan;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// The instant of a scheduled or embargoed version has come: it becomes public, by the hand of who decided it. A draft
/// that was written on meanwhile stays a draft.
public record PublishAsPlanned(StoryId story) implements Act<Optional<Outcome.Live>> {

    /// @return empty when nothing is planned any more
    /// @throws Problem UNPROCESSABLE when what the version needs is not there any more
    @Override
    public Optional<Outcome.Live> perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockForJob(story);
        Optional<Plan> planned = Plans.drop(transaction, story);
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        Plan plan = planned.get();
        if (plan.at().isAfter(transaction.now())) {
            throw new IllegalStateException("story " + story.value() + " is planned for " + plan.at());
        }
        var findings = PrePublication.of(transaction.sql(), before, plan.content());
        if (!findings.errors().isEmpty()) {
            throw new Problem(Problem.Category.UNPROCESSABLE, String.join(" ", findings.errors()));
        }
        PublicAct act = before.pubStatus() == null ? PublicAct.PUBLISHED : PublicAct.UPDATED;
        var decidedBy = new Actor(plan.actorId(), Role.EDITOR); // whose power was asked for when it was decided
        int version = GoLive.with(transaction, decidedBy, before, plan.content(), act, plan.note());
        stories.draft(story)
                .filter(draft -> draft.content().equals(plan.content()))
                .ifPresent(draft -> GoLive.dropDraft(transaction, story, plan.content()));
        if (before.expiresAt() != null
                && before.expiresAt() <= transaction.now().toEpochMilli()) {
            new ExpireStory(story).perform(transaction); // both were slept through: nobody is to see what is over
        }
        return Optional.of(new Outcome.Live(story, version, findings.lacks()));
    }
}
