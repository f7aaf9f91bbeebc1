package press.rotative.story.acts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.story.PlanKind;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.Versions;

/// The step that scheduling and embargoing share: the draft is looked at as before a publication, and kept as it is.
final class PlanVersion {
    private PlanVersion() {}

    /// @param expectedRevision the draft the editor saw; null: whatever is there
    static Outcome of(
            Transaction transaction,
            Actor actor,
            StoryId id,
            PlanKind kind,
            Instant wanted,
            @Nullable Integer expectedRevision,
            @Nullable String note) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.PUBLISH, id);
        var refusal = before.state().refusal(move(kind));
        if (refusal.isPresent()) {
            return new Outcome.Refused(List.of(refusal.get()));
        }
        var draft = stories.draft(id);
        if (draft.isEmpty()) {
            return new Outcome.Refused(List.of("There is no draft to publish. Save one first."));
        }
        Versions.expect(expectedRevision, draft.get().revision(), "The draft");
        Instant at = Plans.checked(wanted, transaction.now(), named(kind));
        var findings = PrePublication.of(transaction.sql(), before, draft.get().content());
        var reasons = new ArrayList<>(findings.errors());
        reasons.addAll(findings.lacks());
        Expiry.refusal(before, at).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        Plans.put(transaction, actor, kind, at, draft.get(), note);
        StaffLog.append(
                transaction,
                actor,
                kind == PlanKind.SCHEDULED ? "story-scheduled" : "story-embargoed",
                "story " + id.value() + " " + at,
                draft.get().content().digest());
        return switch (kind) {
            case SCHEDULED -> new Outcome.Scheduled(id, draft.get().revision(), at);
            case EMBARGOED -> new Outcome.Embargoed(id, draft.get().revision(), at);
        };
    }

    static String named(PlanKind kind) {
        return switch (kind) {
            case SCHEDULED -> "The instant of publication";
            case EMBARGOED -> "The end of the embargo";
        };
    }

    private static StoryState.Move move(PlanKind kind) {
        return switch (kind) {
            case SCHEDULED -> StoryState.Move.SCHEDULE;
            case EMBARGOED -> StoryState.Move.EMBARGO;
        };
    }
}
