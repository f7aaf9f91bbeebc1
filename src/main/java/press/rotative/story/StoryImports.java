package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY_IMPORT;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.RowBatch;
import press.rotative.platform.Transaction;

/// The account of each capture that became a story, kept as long as the story. What it says is the wire's matter: here
/// it is bytes, at most [#LARGEST_BYTES] of them, with their digest.
public final class StoryImports {
    public static final int LARGEST_BYTES = 512 * 1024;

    private final DSLContext sql;

    public StoryImports(DSLContext sql) {
        this.sql = sql;
    }

    /// @param capture SHA-256 of the captured bytes
    /// @param concepts those that were found, in the order of the account
    /// @param account null: it was lawfully destroyed
    public record Kept(String capture, StoryId story, Instant at, List<ConceptId> concepts, byte @Nullable [] account) {
        public Kept {
            concepts = List.copyOf(concepts);
        }
    }

    /// The imports of a story, the last one first.
    public List<Kept> of(StoryId story, int limit) {
        return sql.select(STORY_IMPORT.CAPTURE, STORY_IMPORT.AT, STORY_IMPORT.CONCEPTS, STORY_IMPORT.LEDGER)
                .from(STORY_IMPORT)
                .where(STORY_IMPORT.STORY_ID.eq(story.value()))
                .orderBy(STORY_IMPORT.AT.desc(), STORY_IMPORT.CAPTURE)
                .limit(limit)
                .fetch(row -> new Kept(
                        row.value1(), story, Instant.ofEpochMilli(row.value2()), concepts(row.value3()), row.value4()));
    }

    /// When a capture last became this story, or a draft of it.
    public Optional<Instant> lastAt(StoryId story) {
        return sql.select(STORY_IMPORT.AT)
                .from(STORY_IMPORT)
                .where(STORY_IMPORT.STORY_ID.eq(story.value()))
                .orderBy(STORY_IMPORT.AT.desc())
                .limit(1)
                .fetchOptional(row -> Instant.ofEpochMilli(row.value1()));
    }

    /// Whether the story came from a capture whose account is kept.
    public boolean any(StoryId story) {
        return sql.fetchExists(STORY_IMPORT, STORY_IMPORT.STORY_ID.eq(story.value()));
    }

    private static List<ConceptId> concepts(String numbers) {
        return Arrays.stream(numbers.split(" "))
                .filter(number -> !number.isEmpty())
                .map(number -> new ConceptId(Long.parseLong(number)))
                .toList();
    }

    /// What is to be kept of one capture.
    public record Account(String capture, StoryId story, List<ConceptId> concepts, byte[] bytes) {
        public Account {
            concepts = List.copyOf(concepts);
            if (bytes.length > LARGEST_BYTES) {
                throw new IllegalArgumentException("an account has at most " + LARGEST_BYTES + " bytes");
            }
        }
    }

    public static void keep(Transaction transaction, Collection<Account> accounts) {
        var rows = new RowBatch();
        for (Account each : accounts) {
            rows.add(
                    each.capture(),
                    each.story().value(),
                    transaction.now().toEpochMilli(),
                    each.concepts().stream()
                            .map(concept -> Long.toString(concept.value()))
                            .collect(Collectors.joining(" ")),
                    each.bytes(),
                    Digest.of(each.bytes()));
        }
        rows.insert(
                transaction.sql(),
                STORY_IMPORT,
                STORY_IMPORT.CAPTURE,
                STORY_IMPORT.STORY_ID,
                STORY_IMPORT.AT,
                STORY_IMPORT.CONCEPTS,
                STORY_IMPORT.LEDGER,
                STORY_IMPORT.DIGEST);
    }

    /// The accounts hold the words of the capture: where a text of the story is destroyed, they go with it.
    public static void destroy(Transaction transaction, StoryId story) {
        transaction
                .sql()
                .update(STORY_IMPORT)
                .setNull(STORY_IMPORT.LEDGER)
                .set(STORY_IMPORT.DESTROYED_AT, transaction.now().toEpochMilli())
                .where(STORY_IMPORT.STORY_ID.eq(story.value()))
                .and(STORY_IMPORT.LEDGER.isNotNull())
                .execute();
    }
}
