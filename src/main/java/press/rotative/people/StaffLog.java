package press.rotative.people;

import static press.rotative.platform.db.Tables.STAFF_ACT;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Transaction;
import press.rotative.publication.Chain;
import press.rotative.publication.ChainGrew;

/// The second chain: what staff did that the public does not see (keys, roles, edits of drafts, internal reasons).
public final class StaffLog {
    private static final String CHAIN = "staff";

    private StaffLog() {}

    /// @param contentDigest digest of the text or reason concerned, if there is one
    public static void append(
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
