package press.rotative.story.acts;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Draft;
import press.rotative.story.Families;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.TranslatedFrom;

/// Says that a translation is up to date again: its text follows this version of the original. Where there is a draft
/// it is said of the draft, by who writes it, and the public reads so once it is published; else of the public text at
/// once, by who may publish it.
///
/// @param version of the original, as who says so saw it; what the original said since stays to be done
public record ConfirmTranslation(Actor actor, StoryId story, int version) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story asked = stories.get(story);
        stories.require(actor, Power.READ_STORIES, asked);
        new Families(transaction.sql()).lock(List.of(story));
        Story before = stories.get(story);
        var draft = stories.draft(story);
        stories.require(actor, power(before, draft.isPresent()), before);
        before.state().refusal(StoryState.Move.SAVE).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        if (draft.isPresent()) {
            followed(transaction, before, draft.get());
        } else {
            StoryContent live = stories.liveContent(before)
                    .orElseThrow(
                            () -> Problem.conflict("The text of this story was destroyed; it cannot be corrected."));
            StoryContent followed = following(transaction.sql(), live, version);
            GoLive.with(transaction, actor, before, followed, PublicAct.TRANSLATION_CONFIRMED, null);
        }
        StaffLog.append(
                transaction, actor, "translation-confirmed", "story " + story.value() + " version " + version, null);
        return stories.get(story);
    }

    private void followed(Transaction transaction, Story before, Draft draft) {
        StoryContent followed = following(transaction.sql(), draft.content(), version);
        Stories.putDraft(transaction, actor, before, draft.revision() + 1, followed, before.workflow());
        new Stories(transaction.sql())
                .plan(story)
                .filter(plan -> plan.content().translatedFrom() != null)
                .ifPresent(plan ->
                        Plans.rewrite(transaction, plan, plan.content().withTranslatedFrom(followed.translatedFrom())));
    }

    /// What it takes to say so.
    ///
    /// @param drafted there is a draft
    public static Power power(Story story, boolean drafted) {
        return drafted && story.plan() == null ? Power.WRITE_STORY : Power.PUBLISH;
    }

    /// The same text, said to follow a version of its original.
    ///
    /// @param version null: the text stays as it is
    /// @throws Problem CONFLICT when the text translates nothing, or the version is none that it can follow
    static StoryContent following(DSLContext sql, StoryContent content, @Nullable Integer version) {
        if (version == null) {
            return content;
        }
        TranslatedFrom from = content.translatedFrom();
        if (from == null) {
            throw Problem.conflict("The story translates no other.").as("story.refused.no.translation");
        }
        Story original = new Stories(sql)
                .find(from.story())
                .orElseThrow(() -> Problem.conflict("The story that this one translates is not here."));
        int followed = checked(original, version);
        if (followed < from.version()) {
            throw Problem.conflict("The translation follows version " + from.version() + " already, which is newer.")
                    .as("story.refused.follows.newer", Integer.toString(from.version()));
        }
        return content.withTranslatedFrom(new TranslatedFrom(from.story(), followed));
    }

    /// @param version null: the one that the public reads, or read last
    static int checked(Story original, @Nullable Integer version) {
        int last = original.lastVersion();
        if (version == null) {
            return last;
        }
        if (version < 0 || version > last) {
            throw Problem.invalid("The original has no version " + version + "; its last is " + last + ".")
                    .as("story.refused.no.version", Integer.toString(version));
        }
        return version;
    }
}
