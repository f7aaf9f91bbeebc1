package press.rotative.newsroom.stories;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Draft;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.writing.NameVersion;

/// Makes an earlier text the draft again. The draft that stood there is kept under a name first, so that this can be
/// taken back as well.
///
/// @param expectedRevision the draft that was seen, 0 when there was none; null: whatever is there
/// @param name under which the draft is kept
record RestoreText(Actor actor, StoryId story, @Nullable Integer expectedRevision, StoryContent text, String name)
        implements Act<Draft> {

    @Override
    public Draft perform(Transaction transaction) {
        var before = new Stories(transaction.sql()).draft(story);
        if (before.isPresent()) {
            new NameVersion(actor, story, name, "restore-" + SaveKeys.fresh()).perform(transaction);
        }
        StoryContent linked = linked(new Stories(transaction.sql()).get(story).translates());
        return new SaveDraft(actor, story, expectedRevision, linked, text.body().ids()).perform(transaction);
    }

    /// An earlier text follows the version of the original that it followed then; of which story it is a translation
    /// stays as it was said since.
    private StoryContent linked(@Nullable TranslatedFrom now) {
        TranslatedFrom then = text.translatedFrom();
        boolean same = now != null && then != null && now.story().equals(then.story());
        return same ? text : text.withTranslatedFrom(now);
    }
}
