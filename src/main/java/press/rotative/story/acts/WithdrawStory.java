package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Plans;
import press.rotative.story.PubStatus;
import press.rotative.story.Reach;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.Texts;

/// Takes a story away from the public: withheld (it may come back) or killed (final; a notice page remains).
///
/// @param reason for the newsroom only
/// @param notice what the public reads in place of a killed story
/// @param titled the notice names the title
public record WithdrawStory(
        Actor actor,
        StoryId story,
        Kind kind,
        String reason,
        @Nullable String notice,
        boolean titled) implements Act<Story> {

    public enum Kind {
        WITHHOLD(Power.WITHHOLD, StoryState.Move.WITHHOLD),
        KILL(Power.KILL, StoryState.Move.KILL);

        private final Power power;
        private final StoryState.Move move;

        Kind(Power power, StoryState.Move move) {
            this.power = power;
            this.move = move;
        }

        /// What it takes.
        public Power power() {
            return power;
        }

        /// Why a story cannot be taken away so; empty when it can.
        public Optional<String> refusal(Story story) {
            return story.state().refusal(move);
        }
    }

    public WithdrawStory {
        if (kind == null) {
            throw Problem.invalid("Say which 'kind': withhold or kill.");
        }
        reason = Texts.optional(reason, 2000, "The reason");
        notice = Texts.optional(notice, 2000, "The notice");
        if (reason == null) {
            throw Problem.invalid("Give the newsroom a 'reason'.");
        }
        if (kind == Kind.KILL && notice == null) {
            throw Problem.invalid("A kill needs a public 'notice' that stands in place of the story.");
        }
    }

    @Override
    public Story perform(Transaction transaction) {
        var sql = transaction.sql();
        var stories = new Stories(sql);
        Story before = stories.lockFor(actor, kind.power(), story);
        kind.refusal(before).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        Set<Subject> touched = Reach.ofStanding(sql, story);
        PubStatus status = kind == Kind.KILL ? PubStatus.CANCELED : PubStatus.WITHHELD;
        sql.update(STORY)
                .set(STORY.PUB_STATUS, status.name())
                .set(STORY.NOTICE, notice)
                .set(STORY.NOTICE_TITLED, titled)
                .set(STORY.WITHDRAWN_AT, transaction.now().toEpochMilli())
                .where(STORY.ID.eq(story.value()))
                .execute();
        Plans.drop(transaction, story);
        if (kind == Kind.KILL) {
            Expiry.remove(transaction, story);
        }
        LiveLists.remove(sql, story);
        Stories.touch(transaction, story);
        StaffLog.append(
                transaction,
                actor,
                kind == Kind.KILL ? "story-killed" : "story-withheld",
                "story " + story.value(),
                Digest.of(reason));
        PublicationLog.append(
                transaction,
                kind == Kind.KILL ? PublicAct.KILLED : PublicAct.WITHHELD,
                story.subject(),
                before.lastVersion(),
                actor.staffId(),
                notice,
                null,
                touched);
        return stories.get(story);
    }
}
