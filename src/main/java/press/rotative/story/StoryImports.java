package press.rotative.story;

import static press.rotative.platform.db.Tables.CAPTURE;
import static press.rotative.platform.db.Tables.STORY_IMPORT;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.media.DestroyedBlobs;
import press.rotative.platform.Digest;
import press.rotative.platform.RowBatch;
import press.rotative.platform.Transaction;

/// The captures that became stories, and the account of each, kept as long as the story. What an account says is the
/// wire's matter: here it is bytes, at most [#LARGEST_BYTES] of them, with their digest.
public final class StoryImports {
    public static final int LARGEST_BYTES = 512 * 1024;

    private static final int MOST_ASKED_AT_ONCE = 500;
    private static final int LONGEST_SOURCE = 1000;

    private final DSLContext sql;

    public StoryImports(DSLContext sql) {
        this.sql = sql;
    }

    /// Of these digests, the ones of captures that were filed, destroyed ones among them.
    public Set<String> known(Set<String> digests) {
        var known = new HashSet<String>();
        List<String> all = List.copyOf(digests);
        for (int from = 0; from < all.size(); from += MOST_ASKED_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_ASKED_AT_ONCE));
            known.addAll(sql.select(CAPTURE.DIGEST)
                    .from(CAPTURE)
                    .where(CAPTURE.DIGEST.in(some))
                    .fetch(CAPTURE.DIGEST));
        }
        return known;
    }

    /// What is kept of one capture, without its account.
    ///
    /// @param capture SHA-256 of the captured bytes
    /// @param concepts those that were found, in the order of the account
    /// @param blocks the blocks of the story's text by the ids that the account calls them; those that are not in
    /// it have the same
    public record Kept(
            String capture, StoryId story, Instant at, List<ConceptId> concepts, Map<String, String> blocks) {
        public Kept {
            concepts = List.copyOf(concepts);
            blocks = Map.copyOf(blocks);
        }
    }

    /// The imports of a story, the last one first.
    public List<Kept> of(StoryId story, int limit) {
        return kept(story, DSL.noCondition(), limit);
    }

    /// One import of a story.
    ///
    /// @param capture its digest; empty: the last one
    public Optional<Kept> find(StoryId story, String capture) {
        return kept(story, capture.isEmpty() ? DSL.noCondition() : STORY_IMPORT.CAPTURE.eq(capture), 1).stream()
                .findFirst();
    }

    private List<Kept> kept(StoryId story, Condition which, int limit) {
        return sql.select(STORY_IMPORT.CAPTURE, STORY_IMPORT.AT, STORY_IMPORT.CONCEPTS, STORY_IMPORT.BLOCKS)
                .from(STORY_IMPORT)
                .where(STORY_IMPORT.STORY_ID.eq(story.value()))
                .and(which)
                .orderBy(STORY_IMPORT.AT.desc(), STORY_IMPORT.CAPTURE)
                .limit(limit)
                .fetch(row -> new Kept(
                        row.value1(),
                        story,
                        Instant.ofEpochMilli(row.value2()),
                        concepts(row.value3()),
                        blocks(row.value4())));
    }

    /// The digest of the last capture that became this story, or a draft of it.
    public Optional<String> last(StoryId story) {
        return sql.select(STORY_IMPORT.CAPTURE)
                .from(STORY_IMPORT)
                .where(STORY_IMPORT.STORY_ID.eq(story.value()))
                .orderBy(STORY_IMPORT.AT.desc(), STORY_IMPORT.CAPTURE)
                .limit(1)
                .fetchOptional(STORY_IMPORT.CAPTURE);
    }

    /// The account of a capture; empty: it was lawfully destroyed.
    public Optional<byte[]> account(String capture) {
        return sql.select(STORY_IMPORT.LEDGER)
                .from(STORY_IMPORT)
                .where(STORY_IMPORT.CAPTURE.eq(capture))
                .fetchOptional(STORY_IMPORT.LEDGER);
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

    private static Map<String, String> blocks(@Nullable String pairs) {
        return pairs == null
                ? Map.of()
                : Arrays.stream(pairs.split(" "))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static @Nullable String written(Map<String, String> blocks) {
        return blocks.isEmpty()
                ? null
                : blocks.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    /// What is to be kept of one capture.
    ///
    /// @param source as whoever imported it named it
    /// @param blocks as in [Kept]
    /// @param anew the doubts about a story that was here before; null: they are counted already, or by nobody
    public record Account(
            String capture,
            String source,
            StoryId story,
            List<ConceptId> concepts,
            Map<String, String> blocks,
            byte[] bytes,
            DoubtCount.@Nullable Doubts anew) {
        public Account {
            source = source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
            concepts = List.copyOf(concepts);
            blocks = Map.copyOf(blocks);
            if (bytes.length > LARGEST_BYTES) {
                throw new IllegalArgumentException("an account has at most " + LARGEST_BYTES + " bytes");
            }
        }
    }

    public static void keep(Transaction transaction, Collection<Account> accounts) {
        accounts.forEach(each -> {
            if (each.anew() != null) {
                Incoming.putDoubts(transaction, each.story(), each.anew());
            }
        });
        var captures = new RowBatch();
        var rows = new RowBatch();
        var times = new Times(transaction, accounts);
        for (Account each : accounts) {
            long at = times.next(each.story());
            captures.add(each.capture(), each.source(), each.story().value(), at);
            rows.add(
                    each.capture(),
                    each.story().value(),
                    at,
                    each.concepts().stream()
                            .map(concept -> Long.toString(concept.value()))
                            .collect(Collectors.joining(" ")),
                    written(each.blocks()),
                    each.bytes(),
                    Digest.of(each.bytes()));
        }
        captures.insert(transaction.sql(), CAPTURE, CAPTURE.DIGEST, CAPTURE.SOURCE, CAPTURE.STORY_ID, CAPTURE.AT);
        rows.insert(
                transaction.sql(),
                STORY_IMPORT,
                STORY_IMPORT.CAPTURE,
                STORY_IMPORT.STORY_ID,
                STORY_IMPORT.AT,
                STORY_IMPORT.CONCEPTS,
                STORY_IMPORT.BLOCKS,
                STORY_IMPORT.LEDGER,
                STORY_IMPORT.DIGEST);
    }

    /// The imports of a story are told apart by their times, which therefore rise, also within one act.
    private static final class Times {
        private final long now;
        private final Map<Long, Long> last;

        Times(Transaction transaction, Collection<Account> accounts) {
            this.now = transaction.now().toEpochMilli();
            this.last = new HashMap<>(transaction
                    .sql()
                    .select(STORY_IMPORT.STORY_ID, DSL.max(STORY_IMPORT.AT))
                    .from(STORY_IMPORT)
                    .where(STORY_IMPORT.STORY_ID.in(accounts.stream()
                            .map(each -> each.story().value())
                            .distinct()
                            .toList()))
                    .groupBy(STORY_IMPORT.STORY_ID)
                    .fetchMap(STORY_IMPORT.STORY_ID, DSL.max(STORY_IMPORT.AT)));
        }

        long next(StoryId story) {
            return last.merge(story.value(), now, (before, at) -> Math.max(before + 1, at));
        }
    }

    /// The captures and their accounts hold the words of a story: where a text of it is destroyed, they go with it.
    /// That a capture was filed stays known, so that the same bytes do not come in again.
    public static void destroy(Transaction transaction, StoryId story) {
        transaction
                .sql()
                .update(STORY_IMPORT)
                .setNull(STORY_IMPORT.LEDGER)
                .set(STORY_IMPORT.DESTROYED_AT, transaction.now().toEpochMilli())
                .where(STORY_IMPORT.STORY_ID.eq(story.value()))
                .and(STORY_IMPORT.LEDGER.isNotNull())
                .execute();
        DestroyedBlobs.mark(
                transaction,
                transaction
                        .sql()
                        .select(CAPTURE.DIGEST)
                        .from(CAPTURE)
                        .where(CAPTURE.STORY_ID.eq(story.value()))
                        .fetch(CAPTURE.DIGEST));
    }
}
