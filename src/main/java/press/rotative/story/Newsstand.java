package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Collection;
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
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;

/// What the public may read: usable stories in their live versions. Every list has a limit and is paged by key (time of
/// publication, then number), so that its cost does not grow with the archive. How one of them, or one that is gone,
/// stands is [PublicStory]'s; when something was published at all, [PublishedTimes]'s.
public final class Newsstand {
    private static final String USABLE = "USABLE";
    private static final int LOOKED_THROUGH = 300;

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
        return live(live().where(usable()).and(STORY.EDITION_ID.eq(edition.value())), limit);
    }

    /// @param from inclusive
    /// @param to exclusive
    /// @param before the last story of the page before; null for the first page
    public List<LiveStory> published(EditionId edition, Instant from, Instant to, @Nullable StoryId before, int limit) {
        return live(
                live().where(usable())
                        .and(STORY.EDITION_ID.eq(edition.value()))
                        .and(STORY.PUBLISHED_AT.ge(from.toEpochMilli()))
                        .and(STORY.PUBLISHED_AT.lt(to.toEpochMilli()))
                        .and(older(STORY.PUBLISHED_AT, STORY.ID, before)),
                limit);
    }

    /// @param before the last story of the page before; null for the first page
    public List<LiveStory> inSection(SectionId section, @Nullable StoryId before, int limit) {
        return live(
                live().where(usable())
                        .and(STORY.SECTION_ID.eq(section.value()))
                        .and(older(STORY.PUBLISHED_AT, STORY.ID, before)),
                limit);
    }

    /// The numbers of the newest of a section, in the order of their publication: who leaves most of them out reads
    /// the others afterwards.
    ///
    /// @param kinds where they are not all, these are looked for among the newest 300, however many there are
    public List<StoryId> newestIn(SectionId section, Set<StoryKind> kinds, int limit) {
        boolean all = kinds.size() == StoryKind.values().length;
        return sql
                .select(STORY.ID, STORY.KIND)
                .from(STORY)
                .where(usable())
                .and(STORY.SECTION_ID.eq(section.value()))
                .orderBy(STORY.PUBLISHED_AT.desc(), STORY.ID.desc())
                .limit(all ? limit : Math.max(limit, LOOKED_THROUGH))
                .fetch() // whole: a reader that stops early would keep its snapshot
                .stream()
                .filter(row -> all || row.value2() != null && kinds.contains(StoryKind.valueOf(row.value2())))
                .limit(limit)
                .map(row -> new StoryId(row.value1()))
                .toList();
    }

    /// @param concept one that was not merged into another
    /// @param before the last story of the page before; null for the first page
    public List<LiveStory> about(ConceptId concept, EditionId edition, @Nullable StoryId before, int limit) {
        return about(concept, edition, older(STORY_CONCEPT.PUBLISHED_AT, STORY_CONCEPT.STORY_ID, before), limit);
    }

    /// The same list for who goes through all of it while it changes.
    ///
    /// @param last as it was read; null for the first page
    public List<LiveStory> aboutBehind(ConceptId concept, EditionId edition, @Nullable LiveStory last, int limit) {
        Condition behind = last == null
                ? DSL.noCondition()
                : behind(
                        STORY_CONCEPT.PUBLISHED_AT,
                        STORY_CONCEPT.STORY_ID,
                        last.publishedAt().toEpochMilli(),
                        last.id());
        return about(concept, edition, behind, limit);
    }

    private List<LiveStory> about(ConceptId concept, EditionId edition, Condition where, int limit) {
        List<StoryId> ids = sql.select(STORY_CONCEPT.STORY_ID)
                .from(STORY_CONCEPT)
                .where(STORY_CONCEPT.CONCEPT_ID.eq(concept.value()))
                .and(STORY_CONCEPT.EDITION_ID.eq(edition.value()))
                .and(where)
                .orderBy(STORY_CONCEPT.PUBLISHED_AT.desc(), STORY_CONCEPT.STORY_ID.desc())
                .limit(limit)
                .fetch(row -> new StoryId(row.value1()));
        return inOrder(ids);
    }

    public List<LiveStory> by(AuthorId author, EditionId edition, @Nullable StoryId before, int limit) {
        List<StoryId> ids = sql.select(STORY_AUTHOR.STORY_ID)
                .from(STORY_AUTHOR)
                .where(STORY_AUTHOR.AUTHOR_ID.eq(author.value()))
                .and(STORY_AUTHOR.EDITION_ID.eq(edition.value()))
                .and(older(STORY_AUTHOR.PUBLISHED_AT, STORY_AUTHOR.STORY_ID, before))
                .orderBy(STORY_AUTHOR.PUBLISHED_AT.desc(), STORY_AUTHOR.STORY_ID.desc())
                .limit(limit)
                .fetch(row -> new StoryId(row.value1()));
        return inOrder(ids);
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
        if (!ids.isEmpty()) {
            read(live().where(usable())
                            .and(STORY.ID.in(ids.stream().map(StoryId::value).toList()))
                            .fetch())
                    .forEach(story -> found.put(story.id(), story));
        }
        return found;
    }

    /// The usable members of a story's translation family, itself among them.
    public List<LiveStory> family(StoryId story) {
        var named = STORY.as("named");
        var family = DSL.select(named.FAMILY_ID).from(named).where(named.ID.eq(story.value()));
        return live(live().where(usable()).and(STORY.FAMILY_ID.eq(family)), 50);
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

    /// The public stories that show a picture, the newest first.
    public List<StoryId> showing(PictureId picture, int limit) {
        return sql.select(STORY.ID)
                .from(STORY_PICTURE)
                .join(STORY)
                .on(STORY.ID.eq(STORY_PICTURE.STORY_ID))
                .where(STORY_PICTURE.PICTURE_ID.eq(picture.value()))
                .and(usable())
                .orderBy(STORY.PUBLISHED_AT.desc(), STORY.ID.desc())
                .limit(limit)
                .fetch(row -> new StoryId(row.value1()));
    }

    private SelectOnConditionStep<? extends Record> live() {
        return sql.select(
                        STORY.ID,
                        STORY.URI,
                        STORY.EDITION_ID,
                        STORY.CODE,
                        STORY.LIVE_VERSION,
                        STORY.TEXT_VERSION,
                        STORY.SECTION_ID,
                        STORY.PUBLISHED_AT,
                        STORY.UPDATED_AT,
                        STORY.CREATED_AT,
                        STORY.ORIGIN,
                        STORY_VERSION.DIGEST)
                .from(STORY)
                .join(STORY_VERSION)
                .on(STORY_VERSION.STORY_ID.eq(STORY.ID).and(STORY_VERSION.VERSION.eq(STORY.LIVE_VERSION)));
    }

    static Condition usable() {
        return STORY.PUB_STATUS.eq(USABLE);
    }

    private List<LiveStory> live(SelectConditionStep<? extends Record> query, int limit) {
        return read(query.orderBy(STORY.PUBLISHED_AT.desc(), STORY.ID.desc())
                .limit(limit)
                .fetch());
    }

    private List<LiveStory> read(List<? extends Record> rows) {
        Map<String, StoryContent> contents = new Contents(sql).of(rows);
        merges.learn(contents.values().stream()
                .flatMap(content -> content.concepts().stream())
                .toList());
        return rows.stream()
                .map(row -> read(row, merges.in(Objects.requireNonNull(contents.get(row.get(STORY_VERSION.DIGEST))))))
                .toList();
    }

    /// Further back than that story in the order of publication.
    private Condition older(Field<Long> at, Field<Long> id, @Nullable StoryId before) {
        if (before == null) {
            return DSL.noCondition();
        }
        return sql.select(STORY.PUBLISHED_AT)
                .from(STORY)
                .where(STORY.ID.eq(before.value()))
                .and(STORY.PUBLISHED_AT.isNotNull())
                .fetchOptional(STORY.PUBLISHED_AT)
                .map(when -> behind(at, id, when, before))
                .orElse(DSL.falseCondition());
    }

    private static Condition behind(Field<Long> at, Field<Long> id, long when, StoryId story) {
        return at.le(when).and(at.lt(when).or(id.lt(story.value())));
    }

    private static LiveStory read(Record row, StoryContent content) {
        Long section = row.get(STORY.SECTION_ID);
        return new LiveStory(
                new StoryId(row.get(STORY.ID)),
                row.get(STORY.URI),
                new EditionId(row.get(STORY.EDITION_ID)),
                row.get(STORY.CODE),
                row.get(STORY.LIVE_VERSION),
                row.get(STORY.TEXT_VERSION),
                section == null ? null : new SectionId(section),
                Instant.ofEpochMilli(row.get(STORY.PUBLISHED_AT)),
                Instant.ofEpochMilli(row.get(STORY.UPDATED_AT)),
                Instant.ofEpochMilli(row.get(STORY.CREATED_AT)),
                content,
                origin(row.get(STORY.ORIGIN)));
    }

    private static @Nullable Origin origin(@Nullable String json) {
        try {
            return json == null ? null : StoryJson.MAPPER.readValue(json, Origin.class);
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }
}
