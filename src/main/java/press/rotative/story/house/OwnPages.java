package press.rotative.story.house;

import static press.rotative.platform.db.Tables.OWN_PAGE;
import static press.rotative.platform.db.Tables.OWN_PAGE_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.OwnPageVersion;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Sections;

/// The pages of the newsroom, at most 60 an edition, and all texts that were ever saved of them.
public final class OwnPages {
    public static final int MOST = 60;
    private static final OwnPageVersion LAST = OWN_PAGE_VERSION.as("last");
    private static final OwnPageVersion LIVE = OWN_PAGE_VERSION.as("live");

    private final DSLContext sql;

    public OwnPages(DSLContext sql) {
        this.sql = sql;
    }

    /// In the order of their kinds, then of their age.
    public List<OwnPage> of(EditionId edition) {
        return find(OWN_PAGE.EDITION_ID.eq(edition.value()), MOST);
    }

    /// Those of all editions.
    public List<OwnPage> all() {
        return find(DSL.noCondition(), Editions.MOST * MOST);
    }

    public OwnPage get(OwnPageId id) {
        return find(id).orElseThrow(() ->
                Problem.notFound("There is no page " + id.value() + ".").as("problem.page.none"));
    }

    public Optional<OwnPage> find(OwnPageId id) {
        return find(OWN_PAGE.ID.eq(id.value()), 1).stream().findFirst();
    }

    private List<OwnPage> find(Condition which, int limit) {
        return sql
                .select(OWN_PAGE.fields())
                .select(LAST.TITLE, LIVE.TITLE, LIVE.AT)
                .from(OWN_PAGE)
                .join(LAST)
                .on(LAST.PAGE_ID.eq(OWN_PAGE.ID))
                .and(LAST.VERSION.eq(OWN_PAGE.LAST_VERSION))
                .leftJoin(LIVE)
                .on(LIVE.PAGE_ID.eq(OWN_PAGE.ID))
                .and(LIVE.VERSION.eq(OWN_PAGE.LIVE_VERSION))
                .where(which)
                .orderBy(OWN_PAGE.EDITION_ID, OWN_PAGE.ID)
                .limit(limit)
                .fetch(OwnPages::read)
                .stream()
                .sorted(java.util.Comparator.comparing(OwnPage::kind))
                .toList();
    }

    private static OwnPage read(Record row) {
        Integer live = row.get(OWN_PAGE.LIVE_VERSION);
        Long shown = row.get(OWN_PAGE.SHOWN_AT);
        Long family = row.get(OWN_PAGE.FAMILY_ID);
        return new OwnPage(
                new OwnPageId(row.get(OWN_PAGE.ID)),
                row.get(OWN_PAGE.VERSION),
                new EditionId(row.get(OWN_PAGE.EDITION_ID)),
                OwnPageKind.valueOf(row.get(OWN_PAGE.KIND)),
                row.get(OWN_PAGE.SLUG),
                family == null ? row.get(OWN_PAGE.ID) : family,
                row.get(LAST.TITLE),
                row.get(OWN_PAGE.LAST_VERSION),
                live == null
                        ? null
                        : new OwnPage.Live(live, row.get(LIVE.TITLE), Instant.ofEpochMilli(row.get(LIVE.AT))),
                shown == null ? null : Instant.ofEpochMilli(shown));
    }

    /// @param version number of the text
    public PageText text(OwnPageId id, int version) {
        return sql.select(OWN_PAGE_VERSION.CONTENT)
                .from(OWN_PAGE_VERSION)
                .where(OWN_PAGE_VERSION.PAGE_ID.eq(id.value()))
                .and(OWN_PAGE_VERSION.VERSION.eq(version))
                .fetchOptional(OWN_PAGE_VERSION.CONTENT)
                .map(PageText::read)
                .orElseThrow(() -> Problem.notFound("Page " + id.value() + " has no text " + version + ".")
                        .as("problem.page.none"));
    }

    /// A text that was saved.
    public record Saved(int version, Instant at, long actor, String title) {}

    /// The newest first.
    public List<Saved> saved(OwnPageId id, int limit) {
        return sql.selectFrom(OWN_PAGE_VERSION)
                .where(OWN_PAGE_VERSION.PAGE_ID.eq(id.value()))
                .orderBy(OWN_PAGE_VERSION.VERSION.desc())
                .limit(limit)
                .fetch(row -> new Saved(
                        row.getVersion(), Instant.ofEpochMilli(row.getAt()), row.getActorId(), row.getTitle()));
    }

    /// The page in its edition.
    public static String path(Edition edition, String slug) {
        return Sections.path(edition, slug);
    }

    static OwnPageId insert(
            Transaction transaction, EditionId edition, OwnPageKind kind, String slug, @Nullable Long family) {
        return new OwnPageId(transaction
                .sql()
                .insertInto(OWN_PAGE)
                .set(OWN_PAGE.VERSION, 1)
                .set(OWN_PAGE.EDITION_ID, edition.value())
                .set(OWN_PAGE.KIND, kind.name())
                .set(OWN_PAGE.SLUG, slug)
                .set(OWN_PAGE.FAMILY_ID, family)
                .set(OWN_PAGE.LAST_VERSION, 1)
                .set(OWN_PAGE.CREATED_AT, transaction.now().toEpochMilli())
                .returningResult(OWN_PAGE.ID)
                .fetchSingle()
                .value1());
    }

    static void save(Transaction transaction, OwnPageId page, int version, long actor, PageText text) {
        transaction
                .sql()
                .insertInto(OWN_PAGE_VERSION)
                .set(OWN_PAGE_VERSION.PAGE_ID, page.value())
                .set(OWN_PAGE_VERSION.VERSION, version)
                .set(OWN_PAGE_VERSION.AT, transaction.now().toEpochMilli())
                .set(OWN_PAGE_VERSION.ACTOR_ID, actor)
                .set(OWN_PAGE_VERSION.TITLE, text.title())
                .set(OWN_PAGE_VERSION.CONTENT, text.json())
                .set(OWN_PAGE_VERSION.DIGEST, text.digest())
                .execute();
    }

    /// Writes where the page stands; its version is one more then.
    static void change(
            Transaction transaction, OwnPage page, OwnPageKind kind, String slug, long family, int lastText) {
        transaction
                .sql()
                .update(OWN_PAGE)
                .set(OWN_PAGE.VERSION, page.version() + 1)
                .set(OWN_PAGE.KIND, kind.name())
                .set(OWN_PAGE.SLUG, slug)
                .set(OWN_PAGE.FAMILY_ID, family)
                .set(OWN_PAGE.LAST_VERSION, lastText)
                .where(OWN_PAGE.ID.eq(page.id().value()))
                .execute();
    }

    /// Gives those that carry the number of this page as their family another number, that of one of them: they stay
    /// together without it.
    static void leaveFamily(Transaction transaction, OwnPageId page) {
        Condition others = OWN_PAGE.FAMILY_ID.eq(page.value()).and(OWN_PAGE.ID.ne(page.value()));
        Long first = transaction
                .sql()
                .select(DSL.min(OWN_PAGE.ID))
                .from(OWN_PAGE)
                .where(others)
                .fetchSingle()
                .value1();
        if (first != null) {
            transaction
                    .sql()
                    .update(OWN_PAGE)
                    .set(OWN_PAGE.FAMILY_ID, first)
                    .where(others)
                    .execute();
        }
    }

    /// @param text what the public reads from now on; null: nothing
    static void show(Transaction transaction, OwnPage page, @Nullable Integer text) {
        Instant first = page.shownAt() == null ? transaction.now() : page.shownAt();
        transaction
                .sql()
                .update(OWN_PAGE)
                .set(OWN_PAGE.VERSION, page.version() + 1)
                .set(OWN_PAGE.LIVE_VERSION, text)
                .set(OWN_PAGE.SHOWN_AT, first.toEpochMilli())
                .where(OWN_PAGE.ID.eq(page.id().value()))
                .execute();
    }
}
