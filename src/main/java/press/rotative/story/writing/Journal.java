package press.rotative.story.writing;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_JOURNAL;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StoryJournalRecord;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;

/// What writers sent, save by save, and the texts that were kept whole: those somebody named, and the first of each
/// sitting.
public final class Journal {
    /// After so long a rest the text is kept whole once more.
    private static final Duration SITTING = Duration.ofMinutes(10);

    /// Further back than this many saves a writer gets the whole text instead of what changed.
    private static final int MOST_STEPS = 500;

    private static final TypeReference<List<PartChange>> CHANGES = new TypeReference<>() {};

    private final DSLContext sql;

    public Journal(DSLContext sql) {
        this.sql = sql;
    }

    /// A text that was kept whole.
    ///
    /// @param name null: the first of a sitting
    public record Kept(
            long seq, Instant at, long actorId, @Nullable String name) {}

    /// Names the state of a story's text: it changes with every save and every publication, whoever made them.
    ///
    /// The form is `version.revision`, with the number of the newest version and of the draft (0: there is none).
    public String tag(StoryId story) {
        return sql.select(STORY.LAST_VERSION, STORY_DRAFT.REVISION)
                .from(STORY)
                .leftJoin(STORY_DRAFT)
                .on(STORY_DRAFT.STORY_ID.eq(STORY.ID))
                .where(STORY.ID.eq(story.value()))
                .fetchOptional(row -> row.value1() + "." + (row.value2() == null ? 0 : row.value2()))
                .orElse("0.0");
    }

    /// Which parts were changed since a state; empty when that cannot be told, because something else than a save came
    /// between.
    public Optional<Set<String>> changedSince(StoryId story, String seen, String now) {
        var changed = new LinkedHashSet<String>();
        if (seen.equals(now)) {
            return Optional.of(changed);
        }
        Long from = sql.select(STORY_JOURNAL.SEQ)
                .from(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.TAG_AFTER.eq(seen))
                .orderBy(STORY_JOURNAL.SEQ.desc())
                .limit(1)
                .fetchOne(STORY_JOURNAL.SEQ);
        var steps = sql.select(STORY_JOURNAL.TAG_BEFORE, STORY_JOURNAL.TAG_AFTER, STORY_JOURNAL.PARTS)
                .from(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(from == null ? STORY_JOURNAL.SEQ.ge(first(story, seen)) : STORY_JOURNAL.SEQ.gt(from))
                .orderBy(STORY_JOURNAL.SEQ)
                .limit(MOST_STEPS)
                .fetch();
        String tag = seen;
        for (var step : steps) {
            if (!step.value1().equals(tag)) {
                return Optional.empty();
            }
            tag = step.value2();
            read(step.value3()).forEach(change -> changed.add(change.part()));
        }
        return tag.equals(now) ? Optional.of(changed) : Optional.empty();
    }

    private long first(StoryId story, String before) {
        Long seq = sql.select(STORY_JOURNAL.SEQ)
                .from(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.TAG_BEFORE.eq(before))
                .orderBy(STORY_JOURNAL.SEQ.desc())
                .limit(1)
                .fetchOne(STORY_JOURNAL.SEQ);
        return seq == null ? Long.MAX_VALUE : seq;
    }

    /// The number of a save that was taken in before.
    Optional<Long> withKey(StoryId story, String saveKey) {
        return sql.select(STORY_JOURNAL.SEQ)
                .from(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.SAVE_KEY.eq(saveKey))
                .fetchOptional(STORY_JOURNAL.SEQ);
    }

    /// Whether a save ever named this block: one that was taken out may come back under its id.
    boolean knows(StoryId story, String blockId) {
        return sql.fetchExists(
                STORY_JOURNAL,
                STORY_JOURNAL
                        .STORY_ID
                        .eq(story.value())
                        .and(STORY_JOURNAL.PARTS.contains("\"" + Parts.BLOCK + blockId + "\"")));
    }

    /// What was sent in a save, as it was sent; empty where the text was lawfully destroyed.
    public List<PartChange> sent(StoryId story, long seq) {
        return sql.select(STORY_JOURNAL.PARTS)
                .from(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.SEQ.eq(seq))
                .fetchOptional(row -> read(row.value1()))
                .orElse(List.of());
    }

    /// The texts that were kept whole, newest first.
    ///
    /// @param before only those below this number in the journal
    public List<Kept> kept(StoryId story, long before, int limit) {
        return sql.selectFrom(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.KEPT.isNotNull())
                .and(STORY_JOURNAL.SEQ.lt(before))
                .orderBy(STORY_JOURNAL.SEQ.desc())
                .limit(limit)
                .fetch(row ->
                        new Kept(row.getSeq(), Instant.ofEpochMilli(row.getAt()), row.getActorId(), row.getName()));
    }

    /// How many texts were kept whole, up to an instant.
    public int countKept(StoryId story, Instant until) {
        long millis = until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli();
        return sql.fetchCount(sql.selectOne()
                .from(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.KEPT.isNotNull())
                .and(STORY_JOURNAL.AT.le(millis)));
    }

    public Optional<StoryContent> keptText(StoryId story, long seq) {
        return sql.select(STORY_JOURNAL.KEPT)
                .from(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.SEQ.eq(seq))
                .and(STORY_JOURNAL.KEPT.isNotNull())
                .fetchOptional(row -> StoryJson.read(row.value1()));
    }

    static long append(
            Transaction transaction,
            StoryId story,
            String saveKey,
            long actorId,
            String before,
            String after,
            List<PartChange> changes,
            StoryContent now,
            @Nullable String name) {
        DSLContext sql = transaction.sql();
        long at = transaction.now().toEpochMilli();
        StoryJournalRecord last = sql.selectFrom(STORY_JOURNAL)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .orderBy(STORY_JOURNAL.SEQ.desc())
                .limit(1)
                .fetchOne();
        boolean whole = name != null || last == null || at - last.getAt() > SITTING.toMillis();
        long seq = last == null ? 1 : last.getSeq() + 1;
        sql.insertInto(STORY_JOURNAL)
                .set(STORY_JOURNAL.STORY_ID, story.value())
                .set(STORY_JOURNAL.SEQ, seq)
                .set(STORY_JOURNAL.SAVE_KEY, saveKey)
                .set(STORY_JOURNAL.ACTOR_ID, actorId)
                .set(STORY_JOURNAL.AT, at)
                .set(STORY_JOURNAL.TAG_BEFORE, before)
                .set(STORY_JOURNAL.TAG_AFTER, after)
                .set(STORY_JOURNAL.PARTS, write(changes))
                .set(STORY_JOURNAL.KEPT, whole ? StoryJson.write(now) : null)
                .set(STORY_JOURNAL.NAME, name)
                .set(STORY_JOURNAL.DIGEST, now.digest())
                .execute();
        return seq;
    }

    /// Takes the words out of the journal and of the conflicts, up to an instant; that something was saved stays.
    public static void destroy(Transaction transaction, StoryId story, Instant until) {
        transaction
                .sql()
                .update(STORY_JOURNAL)
                .set(STORY_JOURNAL.PARTS, "[]")
                .setNull(STORY_JOURNAL.KEPT)
                .where(STORY_JOURNAL.STORY_ID.eq(story.value()))
                .and(STORY_JOURNAL.AT.le(until.toEpochMilli()))
                .execute();
        Conflicts.destroy(transaction, story, until);
    }

    private static List<PartChange> read(String json) {
        try {
            return StoryJson.MAPPER.readValue(json, CHANGES);
        } catch (JsonProcessingException unreadable) {
            throw StoryJson.problem(unreadable);
        }
    }

    private static String write(List<PartChange> changes) {
        try {
            return StoryJson.MAPPER.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("checked changes can be written", impossible);
        }
    }
}
