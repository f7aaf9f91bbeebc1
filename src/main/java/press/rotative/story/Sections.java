package press.rotative.story;

import static press.rotative.platform.db.Tables.SECTION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.SectionRecord;

/// The sections of the editions, at most 100 each.
public final class Sections {
    public static final int MOST = 100;
    public static final int LONGEST_NAME = 200;

    private final DSLContext sql;

    public Sections(DSLContext sql) {
        this.sql = sql;
    }

    /// In their order.
    public List<Section> of(EditionId edition) {
        return sql.selectFrom(SECTION)
                .where(SECTION.EDITION_ID.eq(edition.value()))
                .orderBy(SECTION.POSITION, SECTION.ID)
                .limit(MOST)
                .fetch(Sections::read);
    }

    /// Those of all editions, edition by edition, each in its order.
    public List<Section> all() {
        return sql.selectFrom(SECTION)
                .orderBy(SECTION.EDITION_ID, SECTION.POSITION, SECTION.ID)
                .limit(50 * MOST)
                .fetch(Sections::read);
    }

    public Section get(SectionId id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no section " + id.value() + "."));
    }

    public Optional<Section> find(SectionId id) {
        return sql.selectFrom(SECTION).where(SECTION.ID.eq(id.value())).fetchOptional(Sections::read);
    }

    public Map<SectionId, Section> find(Collection<SectionId> ids) {
        var found = new HashMap<SectionId, Section>();
        if (!ids.isEmpty()) {
            sql.selectFrom(SECTION)
                    .where(SECTION.ID.in(ids.stream().map(SectionId::value).toList()))
                    .fetch(Sections::read)
                    .forEach(section -> found.put(section.id(), section));
        }
        return found;
    }

    /// By its present slug.
    public Optional<Section> find(EditionId edition, String slug) {
        return sql.selectFrom(SECTION)
                .where(SECTION.EDITION_ID.eq(edition.value()))
                .and(SECTION.SLUG.eq(slug))
                .fetchOptional(Sections::read);
    }

    /// By its name, compared by [Texts#key].
    public Optional<Section> named(EditionId edition, String name) {
        String key = Texts.key(name);
        return of(edition).stream()
                .filter(section -> Texts.key(section.name()).equals(key))
                .findFirst();
    }

    public static SectionId insert(Transaction transaction, EditionId edition, String slug, String name, int position) {
        return new SectionId(transaction
                .sql()
                .insertInto(SECTION)
                .set(SECTION.VERSION, 1)
                .set(SECTION.EDITION_ID, edition.value())
                .set(SECTION.SLUG, slug)
                .set(SECTION.NAME, name)
                .set(SECTION.POSITION, position)
                .returningResult(SECTION.ID)
                .fetchSingle()
                .value1());
    }

    public static void rename(Transaction transaction, Section before, String name, String slug) {
        transaction
                .sql()
                .update(SECTION)
                .set(SECTION.VERSION, before.version() + 1)
                .set(SECTION.NAME, name)
                .set(SECTION.SLUG, slug)
                .where(SECTION.ID.eq(before.id().value()))
                .execute();
    }

    /// The page of a section in its edition.
    public static String path(Edition edition, String slug) {
        return "/" + edition.code() + "/" + slug;
    }

    private static Section read(SectionRecord row) {
        return new Section(
                new SectionId(row.getId()),
                row.getVersion(),
                new EditionId(row.getEditionId()),
                row.getSlug(),
                row.getName(),
                row.getPosition());
    }
}
