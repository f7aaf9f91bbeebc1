package press.rotative.story.archive;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AWAITS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.publication.Subject;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;

/// How far the stories of an archive reach: what [Reach] finds for each, read once for all. Nothing shows a new story
/// by number yet.
final class ArchiveReach {
    private record Key(long edition, String headline) {}

    private final ArchiveReferences named;
    private final Map<Key, List<StoryId>> waiting = new HashMap<>();
    private final Map<Long, List<StoryId>> members = new HashMap<>();
    private final Map<StoryId, EditionId> editions = new HashMap<>();

    ArchiveReach(DSLContext sql, List<ArchiveStory> stories, ArchiveReferences named) {
        this.named = named;
        var keys = new HashSet<String>();
        stories.forEach(story -> keys.add(story.headlineKey()));
        sql.select(STORY_AWAITS.EDITION_ID, STORY_AWAITS.HEADLINE_KEY, STORY_AWAITS.STORY_ID)
                .from(STORY_AWAITS)
                .where(STORY_AWAITS.EDITION_ID.in(
                        named.editions().keySet().stream().map(EditionId::value).toList()))
                .and(STORY_AWAITS.HEADLINE_KEY.in(keys))
                .forEach(row -> waiting.computeIfAbsent(new Key(row.value1(), row.value2()), key -> new ArrayList<>())
                        .add(seen(row.value3(), row.value1())));
        Set<Long> families = new HashSet<>();
        stories.stream()
                .map(story -> story.content().translatedFrom())
                .filter(Objects::nonNull)
                .forEach(original ->
                        families.add(named.families().get(original.story().value())));
        if (!families.isEmpty()) {
            sql.select(STORY.FAMILY_ID, STORY.ID, STORY.EDITION_ID)
                    .from(STORY)
                    .where(STORY.FAMILY_ID.in(families))
                    .forEach(row -> members.computeIfAbsent(row.value1(), family -> new ArrayList<>())
                            .add(seen(row.value2(), row.value3())));
        }
    }

    private StoryId seen(long id, long edition) {
        var story = new StoryId(id);
        editions.put(story, new EditionId(edition));
        return story;
    }

    Set<Subject> of(StoryId id, ArchiveStory story) {
        StoryContent content = story.content();
        var reach = new HashSet<Subject>();
        reach.add(id.subject());
        reach.add(story.edition().subject());
        if (content.section() != null) {
            reach.add(content.section().subject());
        }
        named.concepts(content).forEach(each -> reach.add(each.subject()));
        content.byline().forEach(each -> reach.add(each.author().subject()));
        content.pictures().forEach(each -> reach.add(each.subject()));
        waiting.getOrDefault(new Key(story.edition().value(), story.headlineKey()), List.of())
                .forEach(each -> add(each, reach));
        if (content.translatedFrom() != null) {
            members.getOrDefault(named.family(id, story), List.of()).forEach(each -> add(each, reach));
        }
        return reach;
    }

    private void add(StoryId other, Set<Subject> reach) {
        reach.add(other.subject());
        reach.add(Objects.requireNonNull(editions.get(other)).subject());
    }
}
