package press.rotative.story;

import static press.rotative.platform.db.Tables.AUTHOR;
import static press.rotative.platform.db.Tables.CONCEPT;
import static press.rotative.platform.db.Tables.CONCEPT_LABEL;
import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.story.Concepts.KEPT;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.TableField;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Concepts and authors as those who look after them list them, a page at a time: all of them, the newest first; or
/// those of whose name a word begins as somebody typed, a name that is just this first, then those that begin so, then
/// the others, each in the order of its letters. A concept is found by the names of those that were merged into it
/// too.
public final class ManagedNames {
    public static final int MOST_COUNTED = 1000;
    /// For each of the many names of a page.
    public static final int MOST_COUNTED_IN_LISTS = 200;

    private final DSLContext sql;

    public ManagedNames(DSLContext sql) {
        this.sql = sql;
    }

    /// @param next where the list goes on, for the next call; null: it ends here
    public record Listing<T>(List<T> names, @Nullable String next) {
        public Listing {
            names = List.copyOf(names);
        }
    }

    /// @param kind null: of any
    /// @param after as the page before told it; null, or what cannot be read: from the top
    public Listing<Concept> concepts(String typed, @Nullable ConceptKind kind, @Nullable String after, int limit) {
        String begin = Texts.key(typed);
        Condition ofKind = kind == null ? DSL.noCondition() : KEPT.KIND.eq(kind.name());
        Place from = Place.read(after);
        Field<String> order = DSL.min(order(CONCEPT_LABEL.LABEL_KEY, begin));
        Result<Record2<Long, String>> rows = begin.isEmpty()
                ? sql.select(KEPT.ID, DSL.inline(""))
                        .from(KEPT)
                        .where(ofKind.and(KEPT.MERGED_INTO.isNull()).and(older(KEPT.ID, from)))
                        .orderBy(KEPT.ID.desc())
                        .limit(limit + 1)
                        .fetch()
                : sql.select(KEPT.ID, order)
                        .from(CONCEPT_LABEL)
                        .join(CONCEPT)
                        .on(CONCEPT.ID.eq(CONCEPT_LABEL.CONCEPT_ID))
                        .join(KEPT)
                        .on(KEPT.ID.eq(Concepts.STANDS_FOR))
                        .where(ofKind.and(TypedNames.wordBegins(CONCEPT_LABEL.LABEL_KEY, begin)))
                        .groupBy(KEPT.ID)
                        .having(behind(order, KEPT.ID, from))
                        .orderBy(order, KEPT.ID)
                        .limit(limit + 1)
                        .fetch();
        return listing(rows, limit, ids -> {
            var found = new Concepts(sql).find(ids.stream().map(ConceptId::new).toList());
            return ids.stream()
                    .map(id -> Objects.requireNonNull(found.get(new ConceptId(id))))
                    .toList();
        });
    }

    /// @param after as [#concepts]
    public Listing<Author> authors(String typed, @Nullable String after, int limit) {
        String begin = Texts.key(typed);
        Place from = Place.read(after);
        Field<String> order = order(AUTHOR.NAME_KEY, begin);
        Result<Record2<Long, String>> rows = begin.isEmpty()
                ? sql.select(AUTHOR.ID, DSL.inline(""))
                        .from(AUTHOR)
                        .where(older(AUTHOR.ID, from))
                        .orderBy(AUTHOR.ID.desc())
                        .limit(limit + 1)
                        .fetch()
                : sql.select(AUTHOR.ID, order)
                        .from(AUTHOR)
                        .where(TypedNames.wordBegins(AUTHOR.NAME_KEY, begin))
                        .and(behind(order, AUTHOR.ID, from))
                        .orderBy(order, AUTHOR.ID)
                        .limit(limit + 1)
                        .fetch();
        return listing(rows, limit, ids -> {
            var found = new Authors(sql).find(ids.stream().map(AuthorId::new).toList());
            return ids.stream()
                    .map(id -> Objects.requireNonNull(found.get(new AuthorId(id))))
                    .toList();
        });
    }

    /// How many stories the public may read about each, by edition; those without any are left out. Of more than
    /// `most` in an edition it counts one more, so it costs the same over any archive.
    public Map<ConceptId, Map<EditionId, Integer>> storiesAbout(Collection<ConceptId> concepts, int most) {
        return counts(
                CONCEPT.ID,
                concepts.stream().map(ConceptId::value).toList(),
                STORY_CONCEPT.CONCEPT_ID,
                STORY_CONCEPT.EDITION_ID,
                most,
                ConceptId::new);
    }

    /// How many stories the public may read about a concept, besides one of them; of more than
    /// [#MOST_COUNTED] it counts one more.
    public int storiesAboutBesides(ConceptId concept, StoryId story) {
        return sql.fetchCount(sql.selectOne()
                .from(STORY_CONCEPT)
                .where(besides(concept, story))
                .limit(MOST_COUNTED + 1));
    }

    /// Those of these concepts that the public may read any such story about.
    public Set<ConceptId> anyAboutBesides(Collection<ConceptId> concepts, StoryId story) {
        return concepts.isEmpty()
                ? Set.of()
                : sql
                        .select(CONCEPT.ID)
                        .from(CONCEPT)
                        .where(CONCEPT.ID.in(
                                concepts.stream().map(ConceptId::value).toList()))
                        .and(DSL.exists(sql.selectOne()
                                .from(STORY_CONCEPT)
                                .where(STORY_CONCEPT.CONCEPT_ID.eq(CONCEPT.ID))
                                .and(STORY_CONCEPT.STORY_ID.ne(story.value()))))
                        .fetch(CONCEPT.ID)
                        .stream()
                        .map(ConceptId::new)
                        .collect(Collectors.toSet());
    }

    /// Whether there is any such story.
    public boolean anyAboutBesides(ConceptId concept, StoryId story) {
        return sql.fetchExists(STORY_CONCEPT, besides(concept, story));
    }

    private static Condition besides(ConceptId concept, StoryId story) {
        return STORY_CONCEPT.CONCEPT_ID.eq(concept.value()).and(STORY_CONCEPT.STORY_ID.ne(story.value()));
    }

    /// How many stories the public may read by each, by edition, counted as [#storiesAbout].
    public Map<AuthorId, Map<EditionId, Integer>> storiesBy(Collection<AuthorId> authors, int most) {
        return counts(
                AUTHOR.ID,
                authors.stream().map(AuthorId::value).toList(),
                STORY_AUTHOR.AUTHOR_ID,
                STORY_AUTHOR.EDITION_ID,
                most,
                AuthorId::new);
    }

    /// @param named number of what is counted for, in its own table
    /// @param listed the same in the table of the public lists, whose rows are counted
    /// @param edition in that table, too
    private <T> Map<T, Map<EditionId, Integer>> counts(
            TableField<?, Long> named,
            Collection<Long> ids,
            TableField<?, Long> listed,
            TableField<?, Long> edition,
            int most,
            Function<Long, T> reading) {
        var counts = new HashMap<T, Map<EditionId, Integer>>();
        if (!ids.isEmpty()) {
            Field<Integer> count = counted(
                    Objects.requireNonNull(listed.getTable()), listed.eq(named).and(edition.eq(EDITION.ID)), most);
            sql.select(named, EDITION.ID, count)
                    .from(named.getTable())
                    .crossJoin(EDITION)
                    .where(named.in(ids))
                    .forEach(row -> {
                        if (row.value3() > 0) {
                            counts.computeIfAbsent(reading.apply(row.value1()), id -> new HashMap<>())
                                    .put(new EditionId(row.value2()), row.value3());
                        }
                    });
        }
        return counts;
    }

    private Field<Integer> counted(TableLike<?> rows, Condition which, int most) {
        return DSL.field(
                sql.selectCount().from(sql.selectOne().from(rows).where(which).limit(most + 1)));
    }

    /// How many stories that the public may read are about both, by edition, counted as [#storiesAbout].
    public Map<EditionId, Integer> storiesAboutBoth(ConceptId one, ConceptId other, int most) {
        var also = STORY_CONCEPT.as("also");
        Field<Integer> count = counted(
                STORY_CONCEPT.join(also).on(also.STORY_ID.eq(STORY_CONCEPT.STORY_ID)),
                STORY_CONCEPT
                        .CONCEPT_ID
                        .eq(one.value())
                        .and(STORY_CONCEPT.EDITION_ID.eq(EDITION.ID))
                        .and(also.CONCEPT_ID.eq(other.value())),
                most);
        var counts = new HashMap<EditionId, Integer>();
        sql.select(EDITION.ID, count).from(EDITION).forEach(row -> {
            if (row.value2() > 0) {
                counts.put(new EditionId(row.value1()), row.value2());
            }
        });
        return counts;
    }

    private static <T> Listing<T> listing(
            Result<Record2<Long, String>> rows, int limit, Function<List<Long>, List<T>> reading) {
        List<Record2<Long, String>> page = rows.subList(0, Math.min(limit, rows.size()));
        Record2<Long, String> last = page.isEmpty() || rows.size() <= limit ? null : page.getLast();
        return new Listing<>(
                reading.apply(page.stream().map(Record2::value1).toList()),
                last == null ? null : new Place(last.value1(), last.value2()).written());
    }

    /// Sorts by how near a name is to what was typed, then by its letters.
    private static Field<String> order(Field<String> key, String begin) {
        return DSL.when(key.eq(begin), "0")
                .when(key.startsWith(begin), "1")
                .otherwise("2")
                .concat(key);
    }

    private static Condition older(Field<Long> id, @Nullable Place from) {
        return from == null ? DSL.noCondition() : id.lt(from.id());
    }

    private static Condition behind(Field<String> order, Field<Long> id, @Nullable Place from) {
        return from == null
                ? DSL.noCondition()
                : order.gt(from.order()).or(order.eq(from.order()).and(id.gt(from.id())));
    }

    /// Where a page ended.
    ///
    /// @param order as [#order] sorts; empty where the newest come first
    private record Place(long id, String order) {
        String written() {
            return id + "." + order;
        }

        static @Nullable Place read(@Nullable String text) {
            int dot = text == null ? -1 : text.indexOf('.');
            return text == null || dot < 0 || !text.substring(0, dot).matches("[0-9]{1,18}")
                    ? null
                    : new Place(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
        }
    }
}
