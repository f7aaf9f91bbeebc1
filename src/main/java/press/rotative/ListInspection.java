package press.rotative;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_AWAITS;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_USE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptMerges;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.Texts;

/// The lists by which some stories are found, against what the public may read of them.
final class ListInspection {

    /// @param what how the list is called in a sentence
    /// @param rows what it holds, by story
    /// @param said what a text puts there
    private record Listed(
            String what, Map<Long, Set<String>> rows, Function<StoryContent, Stream<? extends Object>> said) {}

    private final List<Listed> lists;
    private final Map<Long, Set<String>> headlines;

    ListInspection(DSLContext sql, Collection<Long> ids) {
        var merges = new ConceptMerges(sql);
        lists = List.of(
                new Listed(
                        "concepts",
                        rows(sql, STORY_CONCEPT, STORY_CONCEPT.STORY_ID, STORY_CONCEPT.CONCEPT_ID, ids),
                        content -> merges.kept(content.concepts()).stream().map(ConceptId::value)),
                new Listed(
                        "authors",
                        rows(sql, STORY_AUTHOR, STORY_AUTHOR.STORY_ID, STORY_AUTHOR.AUTHOR_ID, ids),
                        content -> content.byline().stream()
                                .map(each -> each.author().value())),
                new Listed(
                        "pictures",
                        rows(sql, STORY_PICTURE, STORY_PICTURE.STORY_ID, STORY_PICTURE.PICTURE_ID, ids),
                        content -> content.pictures().stream().map(PictureId::value)),
                new Listed(
                        "stories it shows",
                        rows(sql, STORY_USE, STORY_USE.STORY_ID, STORY_USE.USED_ID, ids),
                        content -> content.usedStories().stream().map(StoryId::value)),
                new Listed(
                        "titles it waits for",
                        rows(sql, STORY_AWAITS, STORY_AWAITS.STORY_ID, STORY_AWAITS.HEADLINE_KEY, ids),
                        content -> content.awaitedTitles().stream().map(Texts::key)));
        headlines = rows(sql, STORY_HEADLINE, STORY_HEADLINE.STORY_ID, STORY_HEADLINE.HEADLINE_KEY, ids);
    }

    private static Map<Long, Set<String>> rows(
            DSLContext sql, Table<?> list, Field<Long> story, Field<?> other, Collection<Long> ids) {
        return sql.select(story, other).from(list).where(story.in(ids)).stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(row -> row.value2().toString(), Collectors.toSet())));
    }

    /// @param content what the public reads; null: nothing, and no list may hold the story
    /// @param texts all texts of the story that were published and not destroyed
    void compare(long story, @Nullable StoryContent content, Collection<StoryContent> texts, Consumer<String> found) {
        for (Listed list : lists) {
            Stream<? extends Object> said =
                    content == null ? Stream.of() : list.said().apply(content);
            same(story, list.what(), said, list.rows(), found);
        }
        same(story, "headlines", texts.stream().map(each -> Texts.key(each.headline())), headlines, found);
    }

    private static void same(
            long story,
            String what,
            Stream<? extends Object> said,
            Map<Long, Set<String>> listed,
            Consumer<String> found) {
        Set<String> expected = said.map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = new TreeSet<>(listed.getOrDefault(story, Set.of()));
        if (!expected.equals(actual)) {
            found.accept("Story " + story + " is listed under other " + what + " than the public may read: " + actual
                    + " instead of " + expected + ".");
        }
    }

    /// Rows that repeat the edition or the time of their story, and say something else.
    static void misplaced(DSLContext sql, Consumer<String> found) {
        misplaced(
                sql,
                STORY_CONCEPT,
                STORY_CONCEPT.STORY_ID,
                STORY_CONCEPT.EDITION_ID.ne(STORY.EDITION_ID).or(STORY_CONCEPT.PUBLISHED_AT.ne(STORY.PUBLISHED_AT)),
                found);
        misplaced(
                sql,
                STORY_AUTHOR,
                STORY_AUTHOR.STORY_ID,
                STORY_AUTHOR.EDITION_ID.ne(STORY.EDITION_ID).or(STORY_AUTHOR.PUBLISHED_AT.ne(STORY.PUBLISHED_AT)),
                found);
        misplaced(sql, STORY_AWAITS, STORY_AWAITS.STORY_ID, STORY_AWAITS.EDITION_ID.ne(STORY.EDITION_ID), found);
        misplaced(sql, STORY_HEADLINE, STORY_HEADLINE.STORY_ID, STORY_HEADLINE.EDITION_ID.ne(STORY.EDITION_ID), found);
        misplaced(
                sql,
                STORY_CORRECTION,
                STORY_CORRECTION.STORY_ID,
                STORY_CORRECTION.EDITION_ID.ne(STORY.EDITION_ID),
                found);
    }

    private static void misplaced(
            DSLContext sql, Table<?> list, Field<Long> story, Condition wrong, Consumer<String> found) {
        sql.selectDistinct(story)
                .from(list)
                .join(STORY)
                .on(STORY.ID.eq(story))
                .where(wrong)
                .limit(Inspection.MOST_FINDINGS)
                .forEach(row -> found.accept("Story " + row.value1() + " stands in " + list.getName()
                        + " under another edition or time than its own."));
    }
}
