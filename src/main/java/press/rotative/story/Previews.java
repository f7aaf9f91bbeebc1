package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY_PREVIEW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StoryPreviewRecord;

/// Links by which somebody without an account sees one text of a story, for a time: a lawyer, an interviewed person. Of
/// the secret in a link only the digest is kept.
public final class Previews {
    /// The longest that a link may last.
    public static final Duration LONGEST = Duration.ofDays(30);

    /// Opened again within this time, a link counts as opened once.
    static final Duration OPENED_ONCE = Duration.ofMinutes(5);

    /// Open ones of a story.
    public static final int MOST = 20;

    private final DSLContext sql;

    public Previews(DSLContext sql) {
        this.sql = sql;
    }

    /// @param version 0: the draft as it is when it is looked at, or a text that was kept
    /// @param kept number in the journal of a text that was kept while it was written; null: another text
    /// @param revokedAt null: it is still good, until it ends
    /// @param opened how often
    /// @param openedAt when last; null: never
    public record Link(
            long id,
            StoryId story,
            int version,
            @Nullable Long kept,
            long actorId,
            Instant createdAt,
            Instant endsAt,
            @Nullable Instant revokedAt,
            int opened,
            @Nullable Instant openedAt) {
        /// Whether its being opened is to be noted: not where that was done a moment ago.
        public boolean opensAt(Instant now) {
            return openedAt == null || !openedAt.plus(OPENED_ONCE).isAfter(now);
        }

        public boolean open(Instant now) {
            return revokedAt == null && now.isBefore(endsAt);
        }
    }

    /// One that is good now.
    public Optional<Link> find(String secret, Instant now) {
        return sql.selectFrom(STORY_PREVIEW)
                .where(STORY_PREVIEW.SECRET_DIGEST.eq(Digest.of(secret)))
                .fetchOptional(Previews::read)
                .filter(link -> link.open(now));
    }

    public Optional<Link> find(StoryId story, long id) {
        return sql.selectFrom(STORY_PREVIEW)
                .where(STORY_PREVIEW.ID.eq(id))
                .and(STORY_PREVIEW.STORY_ID.eq(story.value()))
                .fetchOptional(Previews::read);
    }

    /// Those that are good now, newest first.
    public List<Link> open(StoryId story, Instant now) {
        return sql.selectFrom(STORY_PREVIEW)
                .where(STORY_PREVIEW.STORY_ID.eq(story.value()))
                .and(STORY_PREVIEW.REVOKED_AT.isNull())
                .and(STORY_PREVIEW.ENDS_AT.gt(now.toEpochMilli()))
                .orderBy(STORY_PREVIEW.ID.desc())
                .limit(MOST)
                .fetch(Previews::read);
    }

    /// @param kept null: not a text that was kept on the way
    public static long put(
            Transaction transaction,
            Actor actor,
            StoryId story,
            int version,
            @Nullable Long kept,
            String secret,
            Instant endsAt) {
        return transaction
                .sql()
                .insertInto(STORY_PREVIEW)
                .set(STORY_PREVIEW.SECRET_DIGEST, Digest.of(secret))
                .set(STORY_PREVIEW.STORY_ID, story.value())
                .set(STORY_PREVIEW.VERSION, version)
                .set(STORY_PREVIEW.KEPT_SEQ, kept)
                .set(STORY_PREVIEW.ACTOR_ID, actor.staffId())
                .set(STORY_PREVIEW.CREATED_AT, transaction.now().toEpochMilli())
                .set(STORY_PREVIEW.ENDS_AT, endsAt.toEpochMilli())
                .returningResult(STORY_PREVIEW.ID)
                .fetchSingle()
                .value1();
    }

    /// Notes that a link was opened, unless that was noted a moment ago.
    public static void noteOpened(Transaction transaction, long id) {
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .update(STORY_PREVIEW)
                .set(STORY_PREVIEW.OPENED, STORY_PREVIEW.OPENED.plus(1))
                .set(STORY_PREVIEW.OPENED_AT, now)
                .where(STORY_PREVIEW.ID.eq(id))
                .and(STORY_PREVIEW.OPENED_AT.isNull().or(STORY_PREVIEW.OPENED_AT.le(now - OPENED_ONCE.toMillis())))
                .execute();
    }

    public static void revoke(Transaction transaction, long id) {
        transaction
                .sql()
                .update(STORY_PREVIEW)
                .set(STORY_PREVIEW.REVOKED_AT, transaction.now().toEpochMilli())
                .where(STORY_PREVIEW.ID.eq(id))
                .and(STORY_PREVIEW.REVOKED_AT.isNull())
                .execute();
    }

    private static Link read(StoryPreviewRecord row) {
        return new Link(
                row.getId(),
                new StoryId(row.getStoryId()),
                row.getVersion(),
                row.getKeptSeq(),
                row.getActorId(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getEndsAt()),
                instant(row.getRevokedAt()),
                row.getOpened(),
                instant(row.getOpenedAt()));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
