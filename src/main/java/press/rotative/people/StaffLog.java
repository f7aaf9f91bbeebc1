package press.rotative.people;

import static press.rotative.platform.db.Tables.STAFF_ACT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StaffActRecord;
import press.rotative.publication.Chain;
import press.rotative.publication.ChainGrew;

/// The second chain: what staff did that the public does not see (keys, roles, edits of drafts, internal reasons).
public final class StaffLog {
    private static final String CHAIN = "staff";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private StaffLog() {}

    /// For acts on people that decide by what they read next: from here on they happen one after another. Acts that are
    /// public, too, never call this: see [Chain#append].
    public static void inTurn(Transaction transaction) {
        new Chain(transaction.sql(), CHAIN).hold();
    }

    /// The row is written at the end of the transaction: the head of this chain is locked after that of the publication
    /// log, see [Chain#append], and for a moment only.
    ///
    /// @param contentDigest digest of the text or reason concerned, if there is one
    public static void append(
            Transaction transaction, Actor actor, String act, String subject, @Nullable String contentDigest) {
        transaction.atEnd(() -> write(transaction, actor, act, subject, contentDigest));
    }

    private static void write(
            Transaction transaction, Actor actor, String act, String subject, @Nullable String contentDigest) {
        DSLContext sql = transaction.sql();
        long at = transaction.now().toEpochMilli();
        Chain.Head head = new Chain(sql, CHAIN).append(at, actor.staffId(), act, subject, contentDigest);
        sql.insertInto(STAFF_ACT)
                .set(STAFF_ACT.SEQ, head.seq())
                .set(STAFF_ACT.AT, at)
                .set(STAFF_ACT.STAFF_ID, actor.staffId())
                .set(STAFF_ACT.ACT, act)
                .set(STAFF_ACT.SUBJECT, subject)
                .set(STAFF_ACT.CONTENT_DIGEST, contentDigest)
                .set(STAFF_ACT.HASH, head.hash())
                .execute();
        transaction.announce(new ChainGrew(head));
    }

    /// What stands in the log about one act.
    ///
    /// @param staffId who did it; 0: the program, the operator, or somebody unknown
    /// @param subject what it concerns, as the act wrote it: `story 12 READY`
    public record Row(long seq, Instant at, long staffId, String act, String subject) {
        /// The number of what it concerns first; empty where that is another thing than asked for.
        ///
        /// @param thing such as `story`
        public OptionalLong number(String thing) {
            String[] words = subject.split(" ", 3);
            return words.length > 1
                            && words[0].equals(thing)
                            && NUMBER.matcher(words[1]).matches()
                    ? OptionalLong.of(Long.parseLong(words[1]))
                    : OptionalLong.empty();
        }
    }

    /// Which acts are asked for.
    ///
    /// @param acts these; empty: all
    /// @param but but not these
    /// @param person what this person did, or what was done to them; empty: whoever
    public record Asked(Set<String> acts, Set<String> but, OptionalLong person) {
        public Asked {
            acts = Set.copyOf(acts);
            but = Set.copyOf(but);
        }

        private Condition condition() {
            Condition condition = DSL.noCondition();
            if (!acts.isEmpty()) {
                condition = condition.and(STAFF_ACT.ACT.in(acts));
            }
            if (!but.isEmpty()) {
                condition = condition.and(STAFF_ACT.ACT.notIn(but));
            }
            return person.isEmpty() ? condition : condition.and(about(person.getAsLong()));
        }

        private static Condition about(long staffId) {
            String subject = "staff " + staffId;
            return STAFF_ACT
                    .STAFF_ID
                    .eq(staffId)
                    .or(STAFF_ACT.SUBJECT.eq(subject))
                    .or(STAFF_ACT.SUBJECT.startsWith(subject + " "))
                    .or(STAFF_ACT.SUBJECT.startsWith(subject + ":"));
        }
    }

    /// Rows between two numbers, newest first.
    ///
    /// @param before this number and later ones are left out
    /// @param from earlier numbers are left out
    public static List<Row> newest(DSLContext sql, long before, long from, Asked asked, int limit) {
        return sql.selectFrom(STAFF_ACT)
                .where(STAFF_ACT.SEQ.lt(before))
                .and(STAFF_ACT.SEQ.ge(from))
                .and(asked.condition())
                .orderBy(STAFF_ACT.SEQ.desc())
                .limit(limit)
                .fetch(StaffLog::read);
    }

    /// The rows after `seq`, oldest first.
    public static List<Row> since(DSLContext sql, long seq, int limit) {
        return sql.selectFrom(STAFF_ACT)
                .where(STAFF_ACT.SEQ.gt(seq))
                .orderBy(STAFF_ACT.SEQ)
                .limit(limit)
                .fetch(StaffLog::read);
    }

    private static Row read(StaffActRecord row) {
        return new Row(
                row.getSeq(), Instant.ofEpochMilli(row.getAt()), row.getStaffId(), row.getAct(), row.getSubject());
    }

    /// Number of the first row that is not older than this; one after the last when there is none.
    public static long firstSince(DSLContext sql, Instant at) {
        return Chain.firstWhere(head(sql).seq(), seq -> {
            Long found = sql.select(STAFF_ACT.AT)
                    .from(STAFF_ACT)
                    .where(STAFF_ACT.SEQ.eq(seq))
                    .fetchOne(STAFF_ACT.AT);
            return found == null || found >= at.toEpochMilli();
        });
    }

    /// Whether somebody did this since then.
    public static boolean holdsSince(DSLContext sql, Instant since, long staffId, String act, String subject) {
        return sql.fetchExists(
                STAFF_ACT,
                STAFF_ACT
                        .STAFF_ID
                        .eq(staffId)
                        .and(STAFF_ACT.SEQ.ge(firstSince(sql, since)))
                        .and(STAFF_ACT.ACT.eq(act))
                        .and(STAFF_ACT.SUBJECT.eq(subject)));
    }

    public static Chain.Head head(DSLContext sql) {
        return new Chain(sql, CHAIN).head();
    }

    /// The hash of one row; empty when it is not there.
    public static Optional<String> hash(DSLContext sql, long seq) {
        return sql.select(STAFF_ACT.HASH)
                .from(STAFF_ACT)
                .where(STAFF_ACT.SEQ.eq(seq))
                .fetchOptional(STAFF_ACT.HASH);
    }

    /// Walks the whole chain.
    ///
    /// @return the first number whose hash does not follow from the rows before it; empty when all do
    public static Optional<Long> firstBroken(DSLContext sql) {
        String previous = Chain.GENESIS;
        long seq = 0;
        while (true) {
            var rows = sql.selectFrom(STAFF_ACT)
                    .where(STAFF_ACT.SEQ.gt(seq))
                    .orderBy(STAFF_ACT.SEQ)
                    .limit(1000)
                    .fetch();
            for (var row : rows) {
                String expected = Chain.hash(
                        previous,
                        row.getSeq(),
                        row.getAt(),
                        row.getStaffId(),
                        row.getAct(),
                        row.getSubject(),
                        row.getContentDigest());
                if (row.getSeq() != seq + 1 || !row.getHash().equals(expected)) {
                    return Optional.of(seq + 1);
                }
                seq = row.getSeq();
                previous = row.getHash();
            }
            if (rows.isEmpty()) {
                Chain.Head head = new Chain(sql, CHAIN).head();
                boolean whole = head.seq() == seq && head.hash().equals(previous);
                return whole ? Optional.empty() : Optional.of(seq + 1);
            }
        }
    }
}
