package press.rotative.story;

import static press.rotative.platform.db.Tables.AUTHOR;
import static press.rotative.platform.db.Tables.CONCEPT;
import static press.rotative.platform.db.Tables.CONCEPT_LABEL;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/// Names that a reader may mean, from the letters typed so far: concepts and authors with stories that the public may
/// read. Every list has a limit.
public final class TypedNames {
    private static final int MOST_NAMES = 50;

    private final DSLContext sql;

    public TypedNames(DSLContext sql) {
        this.sql = sql;
    }

    /// Concepts with stories in this edition, of whose label in its language, or of that of one that was merged into
    /// it, a word begins so; those whose label itself begins so are first.
    public List<Concept> conceptsBeginning(Edition edition, String typed, int limit) {
        List<ConceptId> ids = sql
                .select(Concepts.STANDS_FOR, CONCEPT_LABEL.LABEL_KEY)
                .from(CONCEPT_LABEL)
                .join(CONCEPT)
                .on(CONCEPT.ID.eq(CONCEPT_LABEL.CONCEPT_ID))
                .where(CONCEPT_LABEL.LANGUAGE.eq(edition.language()))
                .and(wordBegins(CONCEPT_LABEL.LABEL_KEY, typed))
                .and(DSL.exists(sql.selectOne()
                        .from(STORY_CONCEPT)
                        .where(STORY_CONCEPT.CONCEPT_ID.eq(Concepts.STANDS_FOR))
                        .and(STORY_CONCEPT.EDITION_ID.eq(edition.id().value()))))
                .orderBy(CONCEPT_LABEL.CONCEPT_ID)
                .limit(MOST_NAMES)
                .stream()
                .sorted(nearest(typed))
                .map(row -> new ConceptId(row.value1()))
                .distinct()
                .limit(limit)
                .toList();
        Map<ConceptId, Concept> found = new Concepts(sql).find(ids);
        return ids.stream().map(found::get).toList();
    }

    /// Authors with stories in this edition, of whose name a word begins so.
    public List<Author> authorsBeginning(Edition edition, String typed, int limit) {
        List<AuthorId> ids = sql
                .select(AUTHOR.ID, AUTHOR.NAME_KEY)
                .from(AUTHOR)
                .where(wordBegins(AUTHOR.NAME_KEY, typed))
                .and(DSL.exists(sql.selectOne()
                        .from(STORY_AUTHOR)
                        .where(STORY_AUTHOR.AUTHOR_ID.eq(AUTHOR.ID))
                        .and(STORY_AUTHOR.EDITION_ID.eq(edition.id().value()))))
                .orderBy(AUTHOR.ID)
                .limit(MOST_NAMES)
                .stream()
                .sorted(nearest(typed))
                .limit(limit)
                .map(row -> new AuthorId(row.value1()))
                .toList();
        Map<AuthorId, Author> found = new Authors(sql).find(ids);
        return ids.stream().map(found::get).toList();
    }

    static Condition wordBegins(org.jooq.Field<String> key, String typed) {
        String begin = Texts.key(typed);
        return begin.isEmpty() ? DSL.falseCondition() : key.startsWith(begin).or(key.contains(" " + begin));
    }

    private static Comparator<Record2<Long, String>> nearest(String typed) {
        String begin = Texts.key(typed);
        return Comparator.<Record2<Long, String>, Boolean>comparing(
                        row -> !row.value2().startsWith(begin))
                .thenComparing(row -> row.value2().length())
                .thenComparing(row -> row.value1());
    }
}
