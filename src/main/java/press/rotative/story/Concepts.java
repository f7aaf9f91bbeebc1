package press.rotative.story;

import static press.rotative.platform.db.Tables.CONCEPT;
import static press.rotative.platform.db.Tables.CONCEPT_LABEL;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.address.Slug;
import press.rotative.platform.KeptQuery;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;

/// The concepts and their pages' addresses.
public final class Concepts {
    static final press.rotative.platform.db.tables.Concept KEPT = CONCEPT.as("kept");
    /// The number of a concept, or of the one that it was merged into.
    static final Field<Long> STANDS_FOR = DSL.coalesce(CONCEPT.MERGED_INTO, CONCEPT.ID);
    private static final int MOST_NAMES = 100;

    private record Row(long asked, long kept, int version, ConceptKind kind) {}

    private record LabelRow(long concept, String language, String text, String slug) {}

    private static final KeptQuery<Row> THESE = KeptQuery.ofEach(
            ids -> DSL.select(CONCEPT.ID, KEPT.ID, KEPT.VERSION, KEPT.KIND)
                    .from(CONCEPT)
                    .join(KEPT)
                    .on(KEPT.ID.eq(STANDS_FOR))
                    .where(CONCEPT.ID.in(ids)),
            row -> new Row(row.getLong(1), row.getLong(2), row.getInt(3), ConceptKind.valueOf(row.getString(4))));
    private static final KeptQuery<LabelRow> LABELS = KeptQuery.ofEach(
            ids -> DSL.select(CONCEPT_LABEL.CONCEPT_ID, CONCEPT_LABEL.LANGUAGE, CONCEPT_LABEL.LABEL, CONCEPT_LABEL.SLUG)
                    .from(CONCEPT_LABEL)
                    .where(CONCEPT_LABEL.CONCEPT_ID.in(ids)),
            row -> new LabelRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));

    private final DSLContext sql;

    public Concepts(DSLContext sql) {
        this.sql = sql;
    }

    public Concept get(ConceptId id) {
        return Optional.ofNullable(find(List.of(id)).get(id))
                .orElseThrow(() -> Problem.notFound("There is no concept " + id.value() + "."));
    }

    /// By the number that was asked for; for a concept that was merged, the one that it was merged into.
    public Map<ConceptId, Concept> find(Collection<ConceptId> ids) {
        List<Row> rows = THESE.fetchEach(sql, ids.stream().map(ConceptId::value).toList());
        var labels = new HashMap<Long, Map<String, Concept.Label>>();
        LABELS.fetchEach(sql, rows.stream().map(Row::kept).distinct().toList())
                .forEach(label -> labels.computeIfAbsent(label.concept(), id -> new HashMap<>())
                        .put(label.language(), new Concept.Label(label.text(), label.slug())));
        var found = new HashMap<ConceptId, Concept>();
        rows.forEach(row -> found.put(
                new ConceptId(row.asked()),
                new Concept(
                        new ConceptId(row.kept()),
                        row.version(),
                        row.kind(),
                        labels.getOrDefault(row.kept(), Map.of()))));
        return found;
    }

    /// Each once, in the order in which they were asked for; for those that were merged as in [#find].
    public List<Concept> inOrder(Collection<ConceptId> ids) {
        Map<ConceptId, Concept> found = find(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).distinct().toList();
    }

    /// @throws Problem GONE for one that was merged into another; NOT_FOUND
    public Concept unmerged(ConceptId id) {
        Concept concept = get(id);
        if (!concept.id().equals(id)) {
            throw new Problem(
                            Problem.Category.GONE,
                            "Concept " + id.value() + " was merged into concept "
                                    + concept.id().value() + ". Change that one.")
                    .as("problem.concept.merged");
        }
        return concept;
    }

    /// The names of those that were merged into one, and that are not its own names.
    public List<String> formerNames(Concept kept) {
        var own = kept.labels().values().stream().map(Concept.Label::text).toList();
        return sql
                .select(CONCEPT_LABEL.LABEL)
                .from(CONCEPT_LABEL)
                .join(CONCEPT)
                .on(CONCEPT.ID.eq(CONCEPT_LABEL.CONCEPT_ID))
                .where(CONCEPT.MERGED_INTO.eq(kept.id().value()))
                .orderBy(CONCEPT_LABEL.CONCEPT_ID, CONCEPT_LABEL.LANGUAGE)
                .limit(MOST_NAMES)
                .fetch(CONCEPT_LABEL.LABEL)
                .stream()
                .filter(name -> !own.contains(name))
                .distinct()
                .toList();
    }

    public List<Concept> after(long id, int limit) {
        var ids = sql.select(CONCEPT.ID)
                .from(CONCEPT)
                .where(CONCEPT.ID.gt(id))
                .and(CONCEPT.MERGED_INTO.isNull())
                .orderBy(CONCEPT.ID)
                .limit(limit)
                .fetch(row -> new ConceptId(row.value1()));
        var found = find(ids);
        return ids.stream().map(found::get).toList();
    }

    /// A concept of that kind and label, compared by [Texts#key]; else the one that such a concept was merged into.
    public Optional<Concept> named(ConceptKind kind, String language, String label) {
        return sql.select(STANDS_FOR)
                .from(CONCEPT_LABEL)
                .join(CONCEPT)
                .on(CONCEPT.ID.eq(CONCEPT_LABEL.CONCEPT_ID))
                .where(CONCEPT_LABEL.LANGUAGE.eq(language))
                .and(CONCEPT_LABEL.LABEL_KEY.eq(Texts.key(label)))
                .and(CONCEPT.KIND.eq(kind.name()))
                .orderBy(DSL.when(CONCEPT.MERGED_INTO.isNull(), 0).otherwise(1), CONCEPT.ID)
                .limit(1)
                .fetchOptional(row -> get(new ConceptId(row.value1())));
    }

    /// Adds a concept and claims its pages in every edition.
    ///
    /// @param labels language to text
    public static Concept add(Transaction transaction, ConceptKind kind, Map<String, String> labels) {
        checkLabels(labels);
        DSLContext sql = transaction.sql();
        long id = sql.insertInto(CONCEPT)
                .set(CONCEPT.VERSION, 1)
                .set(CONCEPT.KIND, kind.name())
                .set(CONCEPT.CREATED_AT, transaction.now().toEpochMilli())
                .returningResult(CONCEPT.ID)
                .fetchSingle()
                .value1();
        var conceptId = new ConceptId(id);
        List<Edition> editions = new Editions(sql).all();
        labels.forEach((language, label) -> putLabel(transaction, conceptId, kind, language, label, editions));
        return claimPages(transaction, new Concepts(sql).get(conceptId), editions);
    }

    public static void checkLabels(Map<String, String> labels) {
        if (labels == null || labels.isEmpty() || labels.size() > 50) {
            throw Problem.invalid("A concept has a label in 1 to 50 languages.").as("problem.concept.labels");
        }
        labels.values().forEach(Concepts::checkedLabel);
    }

    public static String checkedLabel(@Nullable String label) {
        return Texts.name(label, 200, "The label of a concept");
    }

    /// Writes one label; its slug is made from the text and is free in all editions of the language.
    public static void putLabel(
            Transaction transaction, ConceptId id, ConceptKind kind, String language, String label) {
        putLabel(transaction, id, kind, language, label, new Editions(transaction.sql()).all());
    }

    private static void putLabel(
            Transaction transaction,
            ConceptId id,
            ConceptKind kind,
            String language,
            String label,
            List<Edition> editions) {
        DSLContext sql = transaction.sql();
        String text = checkedLabel(label);
        String wanted = Slug.from(text);
        String slug = wanted;
        for (int i = 2; taken(sql, id, kind, language, slug, editions); i++) {
            slug = wanted + "-" + i;
        }
        sql.insertInto(CONCEPT_LABEL)
                .set(CONCEPT_LABEL.CONCEPT_ID, id.value())
                .set(CONCEPT_LABEL.LANGUAGE, language)
                .set(CONCEPT_LABEL.LABEL, text)
                .set(CONCEPT_LABEL.LABEL_KEY, Texts.key(text))
                .set(CONCEPT_LABEL.SLUG, slug)
                .onConflict(CONCEPT_LABEL.CONCEPT_ID, CONCEPT_LABEL.LANGUAGE)
                .doUpdate()
                .set(CONCEPT_LABEL.LABEL, text)
                .set(CONCEPT_LABEL.LABEL_KEY, Texts.key(text))
                .set(CONCEPT_LABEL.SLUG, slug)
                .execute();
    }

    /// A slug is taken where another concept has an address under it, or will have one in the next edition. What was
    /// merged into this one left it its addresses.
    private static boolean taken(
            DSLContext sql, ConceptId id, ConceptKind kind, String language, String slug, List<Edition> editions) {
        boolean kept = sql.fetchExists(sql.selectOne()
                .from(CONCEPT_LABEL)
                .join(CONCEPT)
                .on(CONCEPT.ID.eq(CONCEPT_LABEL.CONCEPT_ID))
                .where(CONCEPT_LABEL.LANGUAGE.eq(language))
                .and(CONCEPT_LABEL.SLUG.eq(slug))
                .and(CONCEPT.KIND.eq(kind.name()))
                .and(STANDS_FOR.ne(id.value())));
        return kept
                || new Addresses(sql)
                        .belongToOthers(
                                editions.stream()
                                        .map(edition -> path(edition, kind, slug))
                                        .toList(),
                                id.subject());
    }

    public static void claimPages(Transaction transaction, Concept concept) {
        claimPages(transaction, concept, new Editions(transaction.sql()).all());
    }

    /// @return the concept as it is then
    private static Concept claimPages(Transaction transaction, Concept concept, List<Edition> editions) {
        Concept named = concept;
        for (Edition edition : editions) {
            named = claimPage(transaction, edition, named);
        }
        return named;
    }

    /// Where another concept has that address (both are older than the edition, or have it from another language), this
    /// one takes the next free slug.
    ///
    /// @return the concept as it is then
    public static Concept claimPage(Transaction transaction, Edition edition, Concept concept) {
        boolean claimed = Addresses.claimPath(
                transaction, path(edition, concept), concept.id().subject());
        if (claimed) {
            return concept;
        }
        String language = concept.labels().containsKey(edition.language())
                ? edition.language()
                : concept.labels().keySet().stream().min(String::compareTo).orElseThrow();
        List<Edition> editions = new Editions(transaction.sql()).all();
        String label = concept.label(language).text();
        putLabel(transaction, concept.id(), concept.kind(), language, label, editions);
        return claimPages(transaction, new Concepts(transaction.sql()).get(concept.id()), editions);
    }

    /// The labels are then to be written anew, for their slugs are free under another kind only by chance.
    public static void setKind(Transaction transaction, ConceptId id, ConceptKind kind) {
        transaction
                .sql()
                .update(CONCEPT)
                .set(CONCEPT.KIND, kind.name())
                .where(CONCEPT.ID.eq(id.value()))
                .execute();
    }

    public static void dropLabel(Transaction transaction, ConceptId id, String language) {
        transaction
                .sql()
                .deleteFrom(CONCEPT_LABEL)
                .where(CONCEPT_LABEL.CONCEPT_ID.eq(id.value()))
                .and(CONCEPT_LABEL.LANGUAGE.eq(language))
                .execute();
    }

    /// From now on the one stands for the other, and for all that were merged into that.
    public static void merge(Transaction transaction, ConceptId merged, ConceptId kept) {
        transaction
                .sql()
                .update(CONCEPT)
                .set(CONCEPT.MERGED_INTO, kept.value())
                .where(CONCEPT.ID.eq(merged.value()).or(CONCEPT.MERGED_INTO.eq(merged.value())))
                .execute();
    }

    public static void setVersion(Transaction transaction, ConceptId id, int version) {
        transaction
                .sql()
                .update(CONCEPT)
                .set(CONCEPT.VERSION, version)
                .where(CONCEPT.ID.eq(id.value()))
                .execute();
    }

    /// The concept's page in that edition.
    public static String path(Edition edition, Concept concept) {
        return path(edition, concept.kind(), concept.label(edition.language()).slug());
    }

    private static String path(Edition edition, ConceptKind kind, String slug) {
        return "/" + edition.code() + "/" + kind.label() + "/" + slug;
    }
}
