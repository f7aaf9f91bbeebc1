package press.rotative.story.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Families;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.TranslatedFrom;

/// Says that a story is a translation of another, in its public text, its draft and what is planned of it. For a draft
/// this is for who writes it; what is public or planned is linked by who may publish it.
///
/// @param version of the original that it was made from; 0: its draft, before it was public; null: the one of now
public record LinkTranslation(
        Actor actor,
        StoryId story,
        StoryId original,
        @Nullable Integer version) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        var families = new Families(transaction.sql());
        require(stories, actor, story);
        families.lock(List.of(story, families.original(actor, original).id()));
        Story before = require(stories, actor, story);
        Story from = stories.get(original);
        families.refusal(before, before.edition(), from).ifPresent(problem -> {
            throw problem;
        });
        var link = new TranslatedFrom(original, ConfirmTranslation.checked(from, version));
        Story linked = Rearrange.text(
                transaction,
                actor,
                before,
                StoryState.Move.SAVE,
                PublicAct.TRANSLATION_LINKED,
                content -> content.withTranslatedFrom(link));
        StaffLog.append(
                transaction,
                actor,
                "translation-linked",
                "story " + story.value() + " of story " + original.value(),
                null);
        return linked;
    }

    /// @return the story as it stands, for who may change of what it is a translation
    static Story require(Stories stories, Actor actor, StoryId id) {
        Story story = stories.get(id);
        stories.require(actor, power(story), story);
        return story;
    }

    /// What it takes to change of what a story is a translation.
    public static Power power(Story story) {
        return story.pubStatus() == null && story.plan() == null ? Power.WRITE_STORY : Power.PUBLISH;
    }
}
