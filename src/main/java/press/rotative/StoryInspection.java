package press.rotative;

import static press.rotative.platform.db.Tables.ADDRESS_CODE;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_USE;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.db.tables.records.StoryRecord;
import press.rotative.publication.Subject;
import press.rotative.story.ConceptId;
import press.rotative.story.PubStatus;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryJson;

/// Stories against their live versions: what the lists find them by, the section they stand in, their code.
final class StoryInspection {
    private StoryInspection() {}

    /// @return how many stories there are
    static long walk(DSLContext sql, Consumer<String> found) {
        long count = 0;
        long last = 0;
        while (true) {
            List<StoryRecord> page = sql.selectFrom(STORY)
                    .where(STORY.ID.gt(last))
                    .orderBy(STORY.ID)
                    .limit(Inspection.PAGE)
                    .fetch();
            if (page.isEmpty()) {
                return count;
            }
            last = page.getLast().getId();
            count += page.size();
            compare(sql, page, found);
        }
    }

    private static void compare(DSLContext sql, List<StoryRecord> page, Consumer<String> found) {
        List<Long> ids = page.stream().map(StoryRecord::getId).toList();
        Map<Long, String> live = sql.select(STORY_VERSION.STORY_ID, STORY_VERSION.CONTENT)
                .from(STORY_VERSION)
                .join(STORY)
                .on(STORY.ID.eq(STORY_VERSION.STORY_ID))
                .and(STORY.LIVE_VERSION.eq(STORY_VERSION.VERSION))
                .where(STORY.ID.in(ids))
                .and(STORY_VERSION.CONTENT.isNotNull())
                .fetchMap(row -> row.value1(), row -> row.value2());
        Map<Long, String> codes = sql.select(ADDRESS_CODE.SUBJECT_ID, ADDRESS_CODE.CODE)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.SUBJECT_KIND.eq(Subject.Kind.STORY.name()))
                .and(ADDRESS_CODE.SUBJECT_ID.in(ids))
                .and(ADDRESS_CODE.CODE.isNotNull())
                .fetchMap(row -> row.value1(), row -> row.value2());
        Map<Long, Set<Long>> concepts = rows(sql, STORY_CONCEPT, STORY_CONCEPT.STORY_ID, STORY_CONCEPT.CONCEPT_ID, ids);
        Map<Long, Set<Long>> authors = rows(sql, STORY_AUTHOR, STORY_AUTHOR.STORY_ID, STORY_AUTHOR.AUTHOR_ID, ids);
        Map<Long, Set<Long>> pictures = rows(sql, STORY_PICTURE, STORY_PICTURE.STORY_ID, STORY_PICTURE.PICTURE_ID, ids);
        Map<Long, Set<Long>> uses = rows(sql, STORY_USE, STORY_USE.STORY_ID, STORY_USE.USED_ID, ids);
        for (StoryRecord story : page) {
            long id = story.getId();
            StoryContent content = content(story, live.get(id), found);
            if (content == null && PubStatus.USABLE.name().equals(story.getPubStatus())) {
                continue; // said already
            }
            same(
                    id,
                    "concepts",
                    content == null ? Stream.of() : content.concepts().stream().map(ConceptId::value),
                    concepts,
                    found);
            same(
                    id,
                    "authors",
                    content == null
                            ? Stream.of()
                            : content.byline().stream()
                                    .map(each -> each.author().value()),
                    authors,
                    found);
            same(
                    id,
                    "pictures",
                    content == null ? Stream.of() : content.pictures().stream().map(each -> each.value()),
                    pictures,
                    found);
            same(
                    id,
                    "stories it shows",
                    content == null
                            ? Stream.of()
                            : content.usedStories().stream().map(each -> each.value()),
                    uses,
                    found);
            if (content != null) {
                columns(story, content, codes.get(id), found);
            }
        }
    }

    private static Map<Long, Set<Long>> rows(
            DSLContext sql,
            Table<?> table,
            TableField<?, Long> story,
            TableField<?, Long> other,
            Collection<Long> ids) {
        return sql.select(story, other).from(table).where(story.in(ids)).stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(), Collectors.mapping(row -> row.value2(), Collectors.toSet())));
    }

    /// What the public reads of a usable story; null for any other.
    private static @Nullable StoryContent content(StoryRecord story, @Nullable String json, Consumer<String> found) {
        if (!PubStatus.USABLE.name().equals(story.getPubStatus())) {
            return null;
        }
        if (json == null) {
            found.accept("Story " + story.getId() + " is public, but the text of its live version is not there.");
            return null;
        }
        try {
            return StoryJson.read(json);
        } catch (Problem problem) {
            found.accept("The live version of story " + story.getId() + " cannot be read: " + problem.sentence());
            return null;
        }
    }

    private static void same(
            long story, String what, Stream<Long> said, Map<Long, Set<Long>> listed, Consumer<String> found) {
        Set<Long> expected = said.collect(Collectors.toCollection(TreeSet::new));
        Set<Long> actual = new TreeSet<>(listed.getOrDefault(story, Set.of()));
        if (!expected.equals(actual)) {
            found.accept("Story " + story + " is listed under other " + what + " than the public may read: " + actual
                    + " instead of " + expected + ".");
        }
    }

    private static void columns(
            StoryRecord story, StoryContent content, @Nullable String code, Consumer<String> found) {
        String name = "Story " + story.getId();
        if (code == null || !code.equals(story.getCode())) {
            found.accept(name + " is public, but its code " + story.getCode() + " does not lead to it.");
        }
        Long section = content.section() == null ? null : content.section().value();
        if (!Objects.equals(section, story.getSectionId())) {
            found.accept(
                    name + " is listed in section " + story.getSectionId() + ", but its text says " + section + ".");
        }
        if (!content.kind().name().equals(story.getKind())) {
            found.accept(name + " is listed as " + story.getKind() + ", but its text says " + content.kind() + ".");
        }
        if (story.getPublishedAt() == null) {
            found.accept(name + " is public, but has no time of publication.");
        }
    }
}
