package press.rotative.story;

import static press.rotative.platform.db.Tables.AUTHOR;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Slug;
import press.rotative.platform.KeptQuery;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.AuthorRecord;

/// The people who sign.
public final class Authors {
    private static final KeptQuery<Author> THESE = KeptQuery.ofEach(
            ids -> DSL.select(AUTHOR.ID, AUTHOR.VERSION, AUTHOR.NAME, AUTHOR.SLUG, AUTHOR.NOTE)
                    .from(AUTHOR)
                    .where(AUTHOR.ID.in(ids)),
            row -> new Author(
                    new AuthorId(row.getLong(1)), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)));

    private final DSLContext sql;

    public Authors(DSLContext sql) {
        this.sql = sql;
    }

    public Author get(AuthorId id) {
        return sql.selectFrom(AUTHOR)
                .where(AUTHOR.ID.eq(id.value()))
                .fetchOptional(Authors::read)
                .orElseThrow(() -> Problem.notFound("There is no author " + id.value() + "."));
    }

    public Map<AuthorId, Author> find(Collection<AuthorId> ids) {
        var found = new HashMap<AuthorId, Author>();
        THESE.fetchEach(sql, ids.stream().map(AuthorId::value).toList())
                .forEach(author -> found.put(author.id(), author));
        return found;
    }

    public Optional<Author> withSlug(String slug) {
        return sql.selectFrom(AUTHOR).where(AUTHOR.SLUG.eq(slug)).fetchOptional(Authors::read);
    }

    /// The first author of that name, compared by [Texts#key].
    public Optional<Author> named(String name) {
        return sql.selectFrom(AUTHOR)
                .where(AUTHOR.NAME_KEY.eq(Texts.key(name)))
                .orderBy(AUTHOR.ID)
                .limit(1)
                .fetchOptional(Authors::read);
    }

    /// Those of whose name a word begins so, compared by [Texts#key].
    public List<Author> beginning(String typed, int limit) {
        String begin = Texts.key(typed);
        return begin.isEmpty()
                ? List.of()
                : sql.selectFrom(AUTHOR)
                        .where(AUTHOR.NAME_KEY.startsWith(begin).or(AUTHOR.NAME_KEY.contains(" " + begin)))
                        .orderBy(AUTHOR.ID)
                        .limit(limit)
                        .fetch(Authors::read);
    }

    public List<Author> after(long id, int limit) {
        return sql.selectFrom(AUTHOR)
                .where(AUTHOR.ID.gt(id))
                .orderBy(AUTHOR.ID)
                .limit(limit)
                .fetch(Authors::read);
    }

    public static String checkedName(@Nullable String name) {
        return Texts.name(name, 200, "The name of an author");
    }

    public static @Nullable String checkedNote(@Nullable String note) {
        return Texts.optional(note, 1000, "The note about an author");
    }

    /// Adds an author; the slug is made from the name and stays for ever.
    public static Author add(Transaction transaction, String name, @Nullable String note) {
        String cleanName = checkedName(name);
        String cleanNote = checkedNote(note);
        var authors = new Authors(transaction.sql());
        String wanted = Slug.from(cleanName);
        String slug = wanted;
        for (int i = 2; authors.withSlug(slug).isPresent(); i++) {
            slug = wanted + "-" + i;
        }
        long id = transaction
                .sql()
                .insertInto(AUTHOR)
                .set(AUTHOR.VERSION, 1)
                .set(AUTHOR.NAME, cleanName)
                .set(AUTHOR.NAME_KEY, Texts.key(cleanName))
                .set(AUTHOR.SLUG, slug)
                .set(AUTHOR.NOTE, cleanNote)
                .returningResult(AUTHOR.ID)
                .fetchSingle()
                .value1();
        return authors.get(new AuthorId(id));
    }

    public static void change(Transaction transaction, Author before, String name, @Nullable String note) {
        transaction
                .sql()
                .update(AUTHOR)
                .set(AUTHOR.VERSION, before.version() + 1)
                .set(AUTHOR.NAME, name)
                .set(AUTHOR.NAME_KEY, Texts.key(name))
                .set(AUTHOR.NOTE, note)
                .where(AUTHOR.ID.eq(before.id().value()))
                .execute();
    }

    private static Author read(AuthorRecord row) {
        return new Author(new AuthorId(row.getId()), row.getVersion(), row.getName(), row.getSlug(), row.getNote());
    }
}
