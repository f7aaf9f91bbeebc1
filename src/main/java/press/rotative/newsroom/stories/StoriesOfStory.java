package press.rotative.newsroom.stories;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import press.rotative.address.Addresses;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.NewestTexts;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// Stories as the editor shows them: in cards, lists to read also, and what a search finds. What somebody may not
/// read is left out.
final class StoriesOfStory {
    private final DSLContext sql;
    private final Words words;
    private final Actor actor;

    StoriesOfStory(DSLContext sql, Words words, Actor actor) {
        this.sql = sql;
        this.words = words;
        this.actor = actor;
    }

    /// @param ids some dozens
    Map<Long, EditorAnswer.StoryOfStory> of(Collection<StoryId> ids) {
        Map<EditionId, Edition> editions = new HashMap<>();
        new Editions(sql).all().forEach(edition -> editions.put(edition.id(), edition));
        var stories = new Stories(sql);
        var found = new LinkedHashMap<Long, EditorAnswer.StoryOfStory>();
        Map<StoryId, NewestTexts.Newest> texts = new NewestTexts(sql).of(ids);
        Map<Long, String> paths = new Addresses(sql)
                .firstPaths(
                        Subject.Kind.STORY,
                        texts.values().stream()
                                .map(NewestTexts.Newest::story)
                                .filter(StoryWords::isPublic)
                                .map(story -> story.id().value())
                                .toList());
        texts.values().forEach(newest -> {
            Edition edition = editions.get(newest.story().edition());
            if (newest.content() != null && edition != null && stories.readable(actor, newest.story())) {
                long id = newest.story().id().value();
                String headline = newest.content().headline();
                found.put(
                        id,
                        new EditorAnswer.StoryOfStory(
                                id,
                                headline.isBlank() ? words.say("story.no.headline") : headline,
                                StoryWords.state(words, newest.story().workflow())
                                        .words(),
                                edition.name(),
                                edition.language(),
                                paths.get(id)));
            }
        });
        return found;
    }
}
