package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_STAFF;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.RowNumbers;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StoryRecord;

/// The stories of the newsroom with their drafts and versions, whatever their state. What the public may read of
/// them is [Newsstand]'s.
public final class Stories {
    private final DSLContext sql;

    public Stories(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Story> find(StoryId id) {
        return sql.selectFrom(STORY).where(STORY.ID.eq(id.value())).fetchOptional(Stories::read);
    }

    /// Those of some hundreds of stories that there are.
    public Map<StoryId, Story> find(Collection<StoryId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.selectFrom(STORY)
                        .where(STORY.ID.in(values(ids)))
                        .fetchMap(row -> new StoryId(row.getId()), Stories::read);
    }

    /// The story and its jobs, locked until the transaction ends (on SQLite the one writer is lock enough).
    public Story lock(StoryId id) {
        Jobs.hold(sql, id.value(), JobKind.PUBLICATION, JobKind.EMBARGO, JobKind.EXPIRY);
        return lockForJob(id);
    }

    /// The story, locked for the act of a job. The job itself is taken already, and the others of the story must not be
    /// waited for: who holds them may be waiting for this one.
    public Story lockForJob(StoryId id) {
        RowLocks.change(sql, STORY.ID, List.of(id.value()));
        return get(id);
    }

    /// The story, locked, for somebody who needs this power over it.
    ///
    /// @throws Problem NOT_FOUND for a story that the actor may not even read; FORBIDDEN, naming who may
    public Story lockFor(Actor actor, Power power, StoryId id) {
        Policy.requireSomewhere(actor, power);
        Story story = lock(id);
        require(actor, power, story);
        return story;
    }

    /// @throws Problem NOT_FOUND for a story that the actor may not even read; FORBIDDEN, naming who may
    public void require(Actor actor, Power power, Story story) {
        if (!readable(actor, story)) {
            throw missing(story.id());
        }
        Policy.require(actor, power, () -> scope(actor, story));
    }

    /// The same as [#require], told instead of thrown.
    public boolean allows(Actor actor, Power power, Story story) {
        return readable(actor, story) && Policy.allows(actor, power, () -> scope(actor, story));
    }

    /// Whether somebody may read the story with all that is not public of it.
    public boolean readable(Actor actor, Story story) {
        return !readable(actor, List.of(story)).isEmpty();
    }

    /// Those of some hundreds of stories that somebody may read so, in as many statements as one takes.
    public Set<StoryId> readable(Actor actor, Collection<Story> stories) {
        var open = new HashSet<StoryId>();
        var asked = new ArrayList<Story>();
        for (Story story : stories) {
            long edition = story.edition().value();
            if (Policy.allows(actor, Power.READ_STORIES, Scope.ofEdition(edition))) {
                open.add(story.id());
            } else if (Policy.reaches(actor, Power.READ_STORIES, edition)) {
                asked.add(story);
            }
        }
        StoryScopes.of(sql, actor, asked).forEach((story, scope) -> {
            if (Policy.allows(actor, Power.READ_STORIES, scope)) {
                open.add(story);
            }
        });
        return open;
    }

    /// All that somebody may read so, and some more: for queries of which [#readable] looks at the rows.
    ///
    /// @param story the number of one, in such a query
    public static Condition mayBeReadable(Actor actor, Field<Long> story) {
        if (Policy.allowsEverywhere(actor, Power.READ_STORIES)) {
            return DSL.noCondition();
        }
        Condition own = DSL.exists(DSL.selectOne()
                .from(STORY_STAFF)
                .where(STORY_STAFF.STORY_ID.eq(story))
                .and(STORY_STAFF.STAFF_ID.eq(actor.staffId())));
        Condition placed = DSL.falseCondition();
        for (Grant grant : Policy.grantsOf(actor, Power.READ_STORIES)) {
            Condition there = STORY.EDITION_ID.eq(grant.edition());
            placed = placed.or(
                    grant.section() == 0
                            ? there
                            : there.and(
                                    STORY.DESK_SECTION_ID.eq(grant.section()).or(STORY.DESK_SECTION_ID.isNull())));
        }
        return own.or(
                DSL.exists(DSL.selectOne().from(STORY).where(STORY.ID.eq(story)).and(placed)));
    }

    /// Where a story stands: in the sections of its public text, of its draft and of the text that waits.
    public Scope scope(Actor actor, Story story) {
        return Objects.requireNonNull(StoryScopes.of(sql, actor, List.of(story)).get(story.id()));
    }

    private static List<Long> values(Collection<StoryId> ids) {
        return ids.stream().map(StoryId::value).toList();
    }

    /// When the draft was last written; empty: there is none.
    public Optional<Instant> draftedAt(StoryId story) {
        return sql.select(STORY_DRAFT.AT)
                .from(STORY_DRAFT)
                .where(STORY_DRAFT.STORY_ID.eq(story.value()))
                .fetchOptional(row -> Instant.ofEpochMilli(row.value1()));
    }

    /// Those of some dozens of stories that the public reads.
    public Set<StoryId> usable(Collection<StoryId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : sql.select(STORY.ID)
                        .from(STORY)
                        .where(STORY.ID.in(values(ids)))
                        .and(STORY.PUB_STATUS.eq(PubStatus.USABLE.name()))
                        .fetchSet(row -> new StoryId(row.value1()));
    }

    public Story get(StoryId id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    private static Problem missing(StoryId id) {
        return Problem.notFound("There is no story " + id.value() + ".");
    }

    /// Stories after `id`, by number.
    public List<Story> after(long id, int limit) {
        return sql.selectFrom(STORY)
                .where(STORY.ID.gt(id))
                .orderBy(STORY.ID)
                .limit(limit)
                .fetch(Stories::read);
    }

    public Optional<Draft> draft(StoryId id) {
        return sql.selectFrom(STORY_DRAFT)
                .where(STORY_DRAFT.STORY_ID.eq(id.value()))
                .fetchOptional(
                        row -> new Draft(id, row.getRevision(), row.getBasedOn(), StoryJson.read(row.getContent())));
    }

    /// The version that was decided on and waits for its instant.
    public Optional<Plan> plan(StoryId id) {
        return new Plans(sql).find(id);
    }

    public Optional<Version> version(StoryId id, int version) {
        return sql.selectFrom(STORY_VERSION)
                .where(STORY_VERSION.STORY_ID.eq(id.value()))
                .and(STORY_VERSION.VERSION.eq(version))
                .fetchOptional(row -> new Version(
                        id,
                        row.getVersion(),
                        Instant.ofEpochMilli(row.getAt()),
                        row.getActorId(),
                        row.getAct(),
                        row.getNote(),
                        row.getContent() == null ? null : StoryJson.read(row.getContent()),
                        row.getDigest(),
                        row.getClosedAt() != null));
    }

    /// The content of the live version; empty when there is none or it was destroyed.
    public Optional<StoryContent> liveContent(Story story) {
        return story.liveVersion() == null
                ? Optional.empty()
                : version(story.id(), story.liveVersion()).flatMap(each -> Optional.ofNullable(each.content()));
    }

    public static StoryId insert(Transaction transaction, EditionId edition, @Nullable String origin) {
        DSLContext sql = transaction.sql();
        long id = RowNumbers.take(transaction, STORY.ID, 1).getFirst();
        sql.insertInto(STORY)
                .set(STORY.ID, id)
                .set(STORY.FAMILY_ID, id)
                .set(STORY.URI, StoryUri.random())
                .set(STORY.EDITION_ID, edition.value())
                .set(STORY.WORKFLOW, Workflow.DRAFT.name())
                .set(STORY.LAST_VERSION, 0)
                .set(STORY.NOTICE_TITLED, false)
                .set(STORY.ORIGIN, origin)
                .set(STORY.CREATED_AT, transaction.now().toEpochMilli())
                .set(STORY.TOUCHED_AT, transaction.now().toEpochMilli())
                .execute();
        transaction.announce(new StoryChanged(new StoryId(id)));
        return new StoryId(id);
    }

    /// Brings a story to the top of the desk's lists, in the state that it has now.
    public static void touch(Transaction transaction, StoryId story) {
        transaction
                .sql()
                .update(STORY)
                .set(STORY.TOUCHED_AT, transaction.now().toEpochMilli())
                .where(STORY.ID.eq(story.value()))
                .execute();
        StoryStaff.follow(transaction, story);
    }

    /// Another state of the workflow, and nothing else.
    public static void putWorkflow(Transaction transaction, StoryId story, Workflow workflow) {
        transaction
                .sql()
                .update(STORY)
                .set(STORY.WORKFLOW, workflow.name())
                .where(STORY.ID.eq(story.value()))
                .execute();
        touch(transaction, story);
    }

    public static Draft putDraft(
            Transaction transaction, Actor actor, Story story, int revision, StoryContent content, Workflow workflow) {
        DSLContext sql = transaction.sql();
        String json = StoryJson.write(content);
        int basedOn = story.liveVersion() == null ? 0 : story.liveVersion();
        long at = transaction.now().toEpochMilli();
        sql.insertInto(STORY_DRAFT)
                .set(STORY_DRAFT.STORY_ID, story.id().value())
                .set(STORY_DRAFT.REVISION, revision)
                .set(STORY_DRAFT.BASED_ON, basedOn)
                .set(STORY_DRAFT.AT, at)
                .set(STORY_DRAFT.ACTOR_ID, actor.staffId())
                .set(STORY_DRAFT.CONTENT, json)
                .set(STORY_DRAFT.DIGEST, Digest.of(json))
                .onConflict(STORY_DRAFT.STORY_ID)
                .doUpdate()
                .set(STORY_DRAFT.REVISION, revision)
                .set(STORY_DRAFT.BASED_ON, basedOn)
                .set(STORY_DRAFT.AT, at)
                .set(STORY_DRAFT.ACTOR_ID, actor.staffId())
                .set(STORY_DRAFT.CONTENT, json)
                .set(STORY_DRAFT.DIGEST, Digest.of(json))
                .execute();
        sql.update(STORY)
                .set(STORY.WORKFLOW, workflow.name())
                .set(STORY.TOUCHED_AT, at)
                .set(
                        STORY.DESK_SECTION_ID,
                        content.section() == null ? null : content.section().value())
                .set(STORY.DESK_KEY, Texts.key(content.headline()))
                .where(STORY.ID.eq(story.id().value()))
                .execute();
        Families.note(transaction, story.id(), content.translatedFrom());
        if (story.pubStatus() == null) {
            Families.place(transaction, actor, story.id(), content.translatedFrom());
        }
        StoryStaff.follow(transaction, story.id());
        if (workflow.inInbox()) {
            Incoming.follow(transaction, story.id(), content);
        }
        return new Draft(story.id(), revision, basedOn, content);
    }

    public static void putVersion(
            Transaction transaction,
            Actor actor,
            StoryId story,
            int version,
            String act,
            @Nullable String note,
            String json,
            String digest) {
        transaction
                .sql()
                .insertInto(STORY_VERSION)
                .set(STORY_VERSION.STORY_ID, story.value())
                .set(STORY_VERSION.VERSION, version)
                .set(STORY_VERSION.AT, transaction.now().toEpochMilli())
                .set(STORY_VERSION.ACTOR_ID, actor.staffId())
                .set(STORY_VERSION.ACT, act)
                .set(STORY_VERSION.NOTE, note)
                .set(STORY_VERSION.CONTENT, json)
                .set(STORY_VERSION.DIGEST, digest)
                .execute();
    }

    static Story read(StoryRecord row) {
        return new Story(
                new StoryId(row.getId()),
                row.getUri(),
                new EditionId(row.getEditionId()),
                row.getFamilyId() == null ? row.getId() : row.getFamilyId(),
                row.getCode(),
                Workflow.valueOf(row.getWorkflow()),
                row.getPubStatus() == null ? null : PubStatus.valueOf(row.getPubStatus()),
                row.getLiveVersion(),
                row.getLastVersion(),
                row.getSectionId() == null ? null : new SectionId(row.getSectionId()),
                row.getPublishedAt(),
                row.getUpdatedAt(),
                row.getNotice(),
                row.getOrigin(),
                row.getCreatedAt(),
                row.getPlan() == null ? null : PlanKind.valueOf(row.getPlan()),
                row.getPlanAt(),
                row.getExpiresAt(),
                row.getExpiredAt(),
                translated(row.getTranslatedFromId(), row.getTranslatedVersion()),
                row.getTextVersion());
    }

    private static @Nullable TranslatedFrom translated(@Nullable Long original, @Nullable Integer version) {
        return original == null ? null : new TranslatedFrom(new StoryId(original), version == null ? 0 : version);
    }
}
