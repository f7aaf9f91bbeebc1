package press.rotative.publication;

import static press.rotative.platform.db.Tables.CHAIN_HEAD;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;

/// A hash chain in the database: the number and hash of its last row, updated inside the transaction that appends
/// (a database sequence can commit out of order, and a cursor would skip rows).
public final class Chain {
    public static final String GENESIS = "0".repeat(64);

    /// The end of a chain.
    public record Head(long seq, String hash) {}

    private final DSLContext sql;
    private final String name;

    public Chain(DSLContext sql, String name) {
        this.sql = sql;
        this.name = name;
    }

    public Head head() {
        return sql.select(CHAIN_HEAD.SEQ, CHAIN_HEAD.HASH)
                .from(CHAIN_HEAD)
                .where(CHAIN_HEAD.NAME.eq(name))
                .fetchSingle(row -> new Head(row.value1(), row.value2()));
    }

    /// Moves the head one row on. On PostgreSQL this locks the head row until the transaction ends: append last. Of the
    /// two chains the publication log is appended to first, within the act, and the staff log at the transaction's
    /// end: with one order nobody waits for somebody who waits for them.
    public Head append(@Nullable Object... columns) {
        List<@Nullable Object[]> one = new ArrayList<>();
        one.add(columns);
        return appendAll(one).getFirst();
    }

    /// Locks the head row until the transaction ends: acts that decide by what they read from now on happen one after
    /// another.
    public void hold() {
        sql.update(CHAIN_HEAD)
                .set(CHAIN_HEAD.SEQ, CHAIN_HEAD.SEQ)
                .where(CHAIN_HEAD.NAME.eq(name))
                .execute();
    }

    /// Moves the head on by many rows, in their order; the same rule holds.
    ///
    /// @return the head after each of them
    public List<Head> appendAll(List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        long last = sql.update(CHAIN_HEAD)
                .set(CHAIN_HEAD.SEQ, CHAIN_HEAD.SEQ.plus(rows.size()))
                .where(CHAIN_HEAD.NAME.eq(name))
                .returningResult(CHAIN_HEAD.SEQ)
                .fetchSingle()
                .value1();
        String hash = head().hash();
        long seq = last - rows.size();
        var heads = new ArrayList<Head>(rows.size());
        for (@Nullable Object[] columns : rows) {
            seq++;
            hash = hash(hash, seq, columns);
            heads.add(new Head(seq, hash));
        }
        sql.update(CHAIN_HEAD)
                .set(CHAIN_HEAD.HASH, hash)
                .where(CHAIN_HEAD.NAME.eq(name))
                .execute();
        return heads;
    }

    /// The first number of a chain at which something holds that holds from there on, such as "not before that
    /// day": rows are numbered without a gap and written in the order of time, so that no index of times is needed.
    ///
    /// @param last number of the last row
    /// @return one after the last where it holds nowhere
    public static long firstWhere(long last, LongPredicate holds) {
        long low = 1;
        long high = last + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// `SHA-256` over the previous hash, the number and the columns, each as UTF-8 text preceded by its length in
    /// bytes and a colon; a missing column is `-`.
    public static String hash(String previous, long seq, @Nullable Object... columns) {
        var text = new StringBuilder();
        part(text, previous);
        part(text, seq);
        for (Object column : columns) {
            part(text, column);
        }
        return Digest.of(text.toString());
    }

    private static void part(StringBuilder text, @Nullable Object column) {
        if (column == null) {
            text.append('-');
            return;
        }
        String value = column.toString();
        text.append(value.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .append(':')
                .append(value);
    }
}
