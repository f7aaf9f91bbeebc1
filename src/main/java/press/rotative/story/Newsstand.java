package press.rotative.story;

import static press.rotative.platform.KeptQuery.number;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;
import press.rotative.platform.KeptQuery;

/// What the public may read: usable stories in their live versions. Every list has a limit and is paged by key (time of
/// publication, then number), so that its cost does not grow with the archive. How one of them, or one that is gone,
/// stands is [PublicStory]'s; when something was published at all, [PublishedTimes]'s.
public final class Newsstand {
    private static final Field<String> USABLE = DSL.inline("USABLE");
    private static final int LOOKED_THROUGH = 300;
    private static final long MOST_IN_FAMILY = 50;
    private static final KeptQuery<LiveRow> LATEST = live(STORY.EDITION_ID.eq(number()));
    private static final KeptQuery<LiveRow> PUBLISHED = live(STORY.EDITION_ID
            .eq(number())
            .and(STORY.PUBLISHED_AT.ge(number()))
            .and(STORY.PUBLISHED_AT.lt(number()))
            .and(behind(STORY.PUBLISHED_AT, STORY.ID)));
    private static final KeptQuery<LiveRow> IN_SECTION =
            live(STORY.SECTION_ID.eq(number()).and(behind(STORY.PUBLISHED_AT, STORY.ID)));
    private static final press.rotative.platform.db.tables.Story NAMED = STORY.as("named");
    private static final KeptQuery<LiveRow> FAMILY =
            live(STORY.FAMILY_ID.eq(DSL.select(NAMED.FAMILY_ID).from(NAMED).where(NAMED.ID.eq(number()))));
    private static final KeptQuery<LiveRow> THESE =
            KeptQuery.ofEach(ids -> LiveRow.select().where(usable()).and(STORY.ID.in(ids)), LiveRow::read);
    private static final KeptQuery<OfKind> NEWEST_IN = KeptQuery.of(
            () -> DSL.select(STORY.ID, STORY.KIND)
                    .from(STORY)
                    .where(usable())
                    .and(STORY.SECTION_ID.eq(number()))
                    .orderBy(STORY.PUBLISHED_AT.desc(), STORY.ID.desc())
                    .limit(number()),
            row -> new OfKind(new StoryId(row.getLong(1)), row.getString(2)));
    private static final KeptQuery<StoryId> ABOUT = listed(
            STORY_CONCEPT,
            STORY_CONCEPT
                    .CONCEPT_ID
                    .eq(number())
                    .and(STORY_CONCEPT.EDITION_ID.eq(number()))
                    .and(behind(STORY_CONCEPT.PUBLISHED_AT, STORY_CONCEPT.STORY_ID)),
            STORY_CONCEPT.STORY_ID,
            STORY_CONCEPT.PUBLISHED_AT);
    private static final KeptQuery<StoryId> BY = listed(
            STORY_AUTHOR,
            STORY_AUTHOR
                    .AUTHOR_ID
                    .eq(number())
                    .and(STORY_AUTHOR.EDITION_ID.eq(number()))
                    .and(behind(STORY_AUTHOR.PUBLISHED_AT, STORY_AUTHOR.STORY_ID)),
            STORY_AUTHOR.STORY_ID,
            STORY_AUTHOR.PUBLISHED_AT);

    private record OfKind(StoryId story, @Nullable String kind) {}

    private final DSLContext sql;
    private final ConceptMerges merges;

    public Newsstand(DSLContext sql) {
        this(sql, new ConceptMerges(sql));
    }

    /// @param merges of the same snapshot
    public Newsstand(DSLContext sql, ConceptMerges merges) {
        this.sql = sql;
        this.merges = merges;
    }

    /// In the order of the newsroom; the first is the one for everybody.
    public List<Edition> editions() {
        return new Editions(sql).all();
    }

    /// What an editor arranged there; empty: the front of an edition is filled automatically, a section has none.
    public Optional<FrontPlan> front(FrontPlace place) {
        return Optional.ofNullable(new Fronts(sql).of(place).plan());
    }

    /// Sections of all editions, in the order of their menus.
    public List<Section> sections() {
        return new Sections(sql).all();
    }

    public Map<AuthorId, Author> authors(Collection<AuthorId> ids) {
        return new Authors(sql).find(ids);
    }

    public Map<ConceptId, Concept> concepts(Collection<ConceptId> ids) {
        return new Concepts(sql).find(ids);
    }

    /// The newest of an edition, in the order of their publication.
    public List<LiveStory> latest(EditionId edition, int limit) {
        return live(LATEST.fetch(sql, edition.value(), (long) limit));
    }

    /// @param from inclusive
    /// @param to exclusive
    /// @param before the last story of the page before; null for the first page
    public List<LiveStory> published(EditionId edition, Instant from, Instant to, @Nullable StoryId before, int limit) {
        return behind(before)
                .map(place -> live(PUBLISHED.fetch(
                        sql,
                        edition.value(),
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        place.at(),
                        place.at(),
                        place.story(),
                        (long) limit)))
                .orElse(List.of());
    }

    /// @param before the last story of the page before; null for the first page
    public List<LiveStory> inSection(SectionId section, @Nullable StoryId before, int limit) {
        return behind(before)
                .map(place -> live(
                        IN_SECTION.fetch(sql, section.value(), place.at(), place.at(), place.story(), (long) limit)))
                .orElse(List.of());
    }

    /// The numbers of the newest of a section, in the order of their publication: who leaves most of them out reads
    /// the others afterwards.
    ///
    /// @param kinds where they are not all, these are looked for among the newest 300, however many there are
    public List<StoryId> newestIn(SectionId section, Set<StoryKind> kinds, int limit) {
        boolean all = kinds.size() == StoryKind.values().length;
        long looked = all ? limit : Math.max(limit, LOOKED_THROUGH);
        return NEWEST_IN.fetch(sql, section.value(), looked).stream()
                .filter(each -> all || each.kind() != null && kinds.contains(StoryKind.valueOf(each.kind())))
                .limit(limit)
                .map(OfKind::story)
                .toList();
    }

    /// @param concept one that was not merged into another
    /// @param before the last story of the page before; null for the first page
    public List<LiveStory> about(ConceptId concept, EditionId edition, @Nullable StoryId before, int limit) {
        return behind(before)
                .map(place -> about(concept, edition, place, limit))
                .orElse(List.of());
    }

    /// The same list for who goes through all of it while it changes.
    ///
    /// @param last as it was read; null for the first page
    public List<LiveStory> aboutBehind(ConceptId concept, EditionId edition, @Nullable LiveStory last, int limit) {
        Place place = last == null
                ? Place.FIRST
                : new Place(last.publishedAt().toEpochMilli(), last.id().value());
        return about(concept, edition, place, limit);
    }

    private List<LiveStory> about(ConceptId concept, EditionId edition, Place place, int limit) {
        return inOrder(ABOUT.fetch(
                sql, concept.value(), edition.value(), place.at(), place.at(), place.story(), (long) limit));
    }

    public List<LiveStory> by(AuthorId author, EditionId edition, @Nullable StoryId before, int limit) {
        return behind(before)
                .map(place -> inOrder(BY.fetch(
                        sql, author.value(), edition.value(), place.at(), place.at(), place.story(), (long) limit)))
                .orElse(List.of());
    }

    private List<LiveStory> inOrder(List<StoryId> ids) {
        Map<StoryId, LiveStory> found = stories(ids);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /// How many stories of all editions the public may read.
    public long count() {
        return sql.fetchCount(STORY, usable());
    }

    /// The numbers of usable stories of all editions, ascending.
    ///
    /// @param after the last of the page before; null for the first page
    public List<StoryId> usableAfter(@Nullable StoryId after, int limit) {
        return sql.select(STORY.ID)
                .from(STORY)
                .where(usable())
                .and(STORY.ID.gt(after == null ? 0 : after.value()))
                .orderBy(STORY.ID)
                .limit(limit)
                .fetch(row -> new StoryId(row.value1()));
    }

    /// Those of these that are usable.
    public Map<StoryId, LiveStory> stories(Collection<StoryId> ids) {
        var found = new LinkedHashMap<StoryId, LiveStory>();
        live(THESE.fetchEach(sql, ids.stream().map(StoryId::value).toList()))
                .forEach(story -> found.put(story.id(), story));
        return found;
    }

    /// The usable members of a story's translation family, itself among them.
    public List<LiveStory> family(StoryId story) {
        return live(FAMILY.fetch(sql, story.value(), MOST_IN_FAMILY));
    }

    /// Usable stories that were ever published under one of these titles, by title; the newest wins.
    public Map<String, StoryId> arrived(EditionId edition, Collection<String> titles) {
        var found = new HashMap<String, StoryId>();
        if (titles.isEmpty()) {
            return found;
        }
        Map<String, Long> byKey = sql.select(STORY_HEADLINE.HEADLINE_KEY, DSL.max(STORY_HEADLINE.STORY_ID))
                .from(STORY_HEADLINE)
                .join(STORY)
                .on(STORY.ID.eq(STORY_HEADLINE.STORY_ID))
                .where(STORY_HEADLINE.EDITION_ID.eq(edition.value()))
                .and(STORY_HEADLINE.HEADLINE_KEY.in(
                        titles.stream().map(Texts::key).distinct().toList()))
                .and(usable())
                .groupBy(STORY_HEADLINE.HEADLINE_KEY)
                .fetchMap(row -> row.value1(), row -> row.value2());
        titles.forEach(title -> {
            Long id = byKey.get(Texts.key(title));
            if (id != null) {
                found.put(title, new StoryId(id));
            }
        });
        return found;
    }

    /// Is this picture shown by a usable story?
    public boolean shows(PictureId picture) {
        return sql.fetchExists(sql.selectOne()
                .from(STORY_PICTURE)
                .join(STORY)
                .on(STORY.ID.eq(STORY_PICTURE.STORY_ID))
                .where(STORY_PICTURE.PICTURE_ID.eq(picture.value()))
                .and(usable()));
    }

    /// Public stories that show one of a few pictures, those that came last first.
    public List<StoryId> showing(Collection<PictureId> pictures, int limit) {
        return pictures.stream()
                .flatMap(picture -> showing(picture, limit).stream())
                .distinct()
                .sorted(Comparator.comparingLong(StoryId::value).reversed())
                .limit(limit)
                .toList();
    }

    private List<StoryId> showing(PictureId picture, int limit) {
        return sql.select(STORY_PICTURE.STORY_ID)
                .from(STORY_PICTURE)
                .join(STORY)
                .on(STORY.ID.eq(STORY_PICTURE.STORY_ID))
                .where(STORY_PICTURE.PICTURE_ID.eq(picture.value()))
                .and(usable())
                .orderBy(STORY_PICTURE.STORY_ID.desc())
                .limit(limit)
                .fetch(row -> new StoryId(row.value1()));
    }

    /// How many public stories show one of these pictures.
    public int countShowing(Collection<PictureId> pictures) {
        return sql.fetchCount(sql.selectDistinct(STORY_PICTURE.STORY_ID)
                .from(STORY_PICTURE)
                .join(STORY)
                .on(STORY.ID.eq(STORY_PICTURE.STORY_ID))
                .where(STORY_PICTURE.PICTURE_ID.in(
                        pictures.stream().map(PictureId::value).toList()))
                .and(usable()));
    }

    static Condition usable() {
        return STORY.PUB_STATUS.eq(USABLE);
    }

    private List<LiveStory> live(List<LiveRow> rows) {
        Map<String, StoryContent> contents = new Contents(sql).of(rows);
        merges.learn(contents.values().stream()
                .flatMap(content -> content.concepts().stream())
                .toList());
        return rows.stream()
                .map(row -> row.story(merges.in(Objects.requireNonNull(contents.get(row.digest())))))
                .toList();
    }

    /// Where a page of a list begins: further back than that in the order of publication.
    private record Place(long at, long story) {
        private static final Place FIRST = new Place(Long.MAX_VALUE, 0);
    }

    /// @return empty where that story was never published
    private Optional<Place> behind(@Nullable StoryId before) {
        return before == null
                ? Optional.of(Place.FIRST)
                : sql.select(STORY.PUBLISHED_AT)
                        .from(STORY)
                        .where(STORY.ID.eq(before.value()))
                        .and(STORY.PUBLISHED_AT.isNotNull())
                        .fetchOptional(STORY.PUBLISHED_AT)
                        .map(at -> new Place(at, before.value()));
    }

    /// With the place twice in front of its story.
    private static Condition behind(Field<Long> at, Field<Long> id) {
        return at.le(number()).and(at.lt(number()).or(id.lt(number())));
    }

    private static KeptQuery<LiveRow> live(Condition where) {
        return KeptQuery.of(
                () -> LiveRow.select()
                        .where(usable())
                        .and(where)
                        .orderBy(STORY.PUBLISHED_AT.desc(), STORY.ID.desc())
                        .limit(number()),
                LiveRow::read);
    }

    private static <R extends Record> KeptQuery<StoryId> listed(
            Table<R> list, Condition where, Field<Long> story, Field<Long> at) {
        return KeptQuery.of(
                () -> DSL.select(story)
                        .from(list)
                        .where(where)
                        .orderBy(at.desc(), story.desc())
                        .limit(number()),
                row -> new StoryId(row.getLong(1)));
    }
}
