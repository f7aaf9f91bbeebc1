package press.rotative.story.acts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Draft;
import press.rotative.story.EditionId;
import press.rotative.story.Families;
import press.rotative.story.Related;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.TranslatedFrom;

/// Begins a translation in another edition: a draft with the original's text laid out to be translated, its blocks
/// under the ids that they have there, so that both are read side by side and later changes find their place.
/// Pictures, names, concepts and links stay; stories that it shows are those of the new edition where there are such.
///
/// What the public reads is translated, or the draft of a story that was never public. Who reads the original and may
/// write in the other edition may do this.
///
/// @param section of the other edition; null: none yet
public record TranslateStory(
        Actor actor,
        StoryId original,
        EditionId edition,
        @Nullable SectionId section) implements Act<Draft> {

    @Override
    public Draft perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        stories.require(actor, Power.READ_STORIES, stories.get(original));
        Policy.requireSomewhere(actor, Power.WRITE_STORY);
        if (section != null
                && !new Sections(transaction.sql()).get(section).edition().equals(edition)) {
            throw Problem.invalid(
                    "Section " + section.value() + " belongs to another edition. Choose one of the translation's.");
        }
        new Families(transaction.sql()).lock(List.of(original));
        Story from = stories.get(original);
        StoryContent text = (from.liveVersion() == null
                        ? stories.draft(original).map(Draft::content)
                        : stories.liveContent(from))
                .orElseThrow(
                        () -> Problem.conflict("The text of this story was destroyed; there is nothing to translate."));
        StoryContent laidOut = laidOut(transaction.sql(), text, new TranslatedFrom(original, from.lastVersion()));
        Draft draft = new CreateStory(actor, edition, laidOut, null, true).perform(transaction);
        StaffLog.append(
                transaction,
                actor,
                "story-translated",
                "story " + draft.story().value() + " of story " + original.value(),
                laidOut.digest());
        return draft;
    }

    private StoryContent laidOut(DSLContext sql, StoryContent text, TranslatedFrom from) {
        Map<StoryId, StoryId> here = here(sql, text);
        List<Block> blocks = text.body().blocks().stream()
                .map(block -> block instanceof Block.Teaser teaser && teaser.story() != null
                        ? new Block.Teaser(
                                teaser.id(),
                                here.getOrDefault(teaser.story(), teaser.story()),
                                teaser.title(),
                                teaser.picture())
                        : block)
                .toList();
        List<Related> related = text.related().stream()
                .map(each -> each.story() == null
                        ? each
                        : new Related(here.getOrDefault(each.story(), each.story()), each.title()))
                .distinct()
                .toList();
        return new StoryContent(
                text.kind(),
                text.headline(),
                text.standfirst(),
                section,
                text.byline(),
                text.dateline(),
                null,
                text.slugline(),
                text.urgency(),
                text.hero(),
                text.concepts(),
                new Body(blocks),
                related,
                from,
                text.sources(),
                text.making(),
                null,
                text.noteToEditors());
    }

    /// Translations in the new edition of the stories that the text shows.
    private Map<StoryId, StoryId> here(DSLContext sql, StoryContent text) {
        var stories = new Stories(sql);
        var families = new Families(sql);
        var here = new HashMap<StoryId, StoryId>();
        for (StoryId used : text.usedStories()) {
            stories.find(used)
                    .flatMap(story -> families.in(edition, story, actor))
                    .ifPresent(translation -> here.put(used, translation.id()));
        }
        return here;
    }
}
