package press.rotative.publication;

import static press.rotative.platform.db.Tables.PUBLICATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.RowBatch;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.PublicationRecord;

/// The publication log. Rows are appended in the transaction that publishes and never change. Because the chain
/// covers digests, a text can lawfully be destroyed without breaking it.
public final class PublicationLog {
    private static final String CHAIN = "publication";
    private static final int WALKED_AT_ONCE = 1000;

    private final DSLContext sql;

    public PublicationLog(DSLContext sql) {
        this.sql = sql;
    }

    /// What a row is made of.
    ///
    /// @param note public note or notice of the act; only its digest is stored
    /// @param contentDigest digest of the content that became public
    /// @param touched whose pages may change
    public record Entry(
            PublicAct act,
            Subject subject,
            int version,
            @Nullable String note,
            @Nullable String contentDigest,
            Set<Subject> touched) {}

    /// Appends one row and announces it; the parameters are those of [Entry].
    public static Publication append(
            Transaction transaction,
            PublicAct act,
            Subject subject,
            int version,
            long actorId,
            @Nullable String note,
            @Nullable String contentDigest,
            Set<Subject> touched) {
        return appendAll(transaction, actorId, List.of(new Entry(act, subject, version, note, contentDigest, touched)))
                .getFirst();
    }

    /// Appends many rows in their order and announces them.
    public static List<Publication> appendAll(Transaction transaction, long actorId, List<Entry> entries) {
        long at = transaction.now().toEpochMilli();
        List<@Nullable Object[]> columns = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            columns.add(new @Nullable Object[] {
                at,
                entry.act().name(),
                entry.subject().kind().name(),
                entry.subject().id(),
                entry.version(),
                actorId,
                entry.note() == null ? null : Digest.of(entry.note()),
                entry.contentDigest()
            });
        }
        List<Chain.Head> heads = new Chain(transaction.sql(), CHAIN).appendAll(columns);
        var publications = new ArrayList<Publication>(entries.size());
        var rows = new RowBatch();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            @Nullable Object[] hashed = columns.get(i);
            Chain.Head head = heads.get(i);
            rows.add(
                    head.seq(),
                    hashed[0],
                    hashed[1],
                    hashed[2],
                    hashed[3],
                    hashed[4],
                    hashed[5],
                    hashed[6],
                    hashed[7],
                    head.hash());
            var publication = new Publication(
                    head.seq(),
                    transaction.now(),
                    entry.act(),
                    entry.subject(),
                    entry.version(),
                    actorId,
                    (String) hashed[6],
                    entry.contentDigest(),
                    head.hash(),
                    entry.touched());
            publications.add(publication);
            transaction.announce(publication);
        }
        rows.insert(
                transaction.sql(),
                PUBLICATION,
                PUBLICATION.SEQ,
                PUBLICATION.AT,
                PUBLICATION.ACT,
                PUBLICATION.SUBJECT_KIND,
                PUBLICATION.SUBJECT_ID,
                PUBLICATION.VERSION,
                PUBLICATION.ACTOR_ID,
                PUBLICATION.NOTE_DIGEST,
                PUBLICATION.CONTENT_DIGEST,
                PUBLICATION.HASH);
        return publications;
    }

    /// Number of the last row this snapshot sees; 0 when nothing was ever published.
    public long number() {
        return new Chain(sql, CHAIN).head().seq();
    }

    public Chain.Head head() {
        return new Chain(sql, CHAIN).head();
    }

    public Optional<Publication> find(long seq) {
        return sql.selectFrom(PUBLICATION).where(PUBLICATION.SEQ.eq(seq)).fetchOptional(PublicationLog::read);
    }

    /// Number of the last row about a subject; empty: it was never public.
    public OptionalLong last(Subject subject) {
        Long last = sql.select(DSL.max(PUBLICATION.SEQ))
                .from(PUBLICATION)
                .where(PUBLICATION.SUBJECT_KIND.eq(subject.kind().name()))
                .and(PUBLICATION.SUBJECT_ID.eq(subject.id()))
                .fetchOne(DSL.max(PUBLICATION.SEQ));
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /// The rows after `seq`, oldest first.
    public List<Publication> since(long seq, int limit) {
        return sql.selectFrom(PUBLICATION)
                .where(PUBLICATION.SEQ.gt(seq))
                .orderBy(PUBLICATION.SEQ)
                .limit(limit)
                .fetch(PublicationLog::read);
    }

    /// Whether anything of that kind was done after `seq`.
    public boolean holdsBehind(long seq, PublicAct act) {
        return sql.fetchExists(PUBLICATION, PUBLICATION.ACT.eq(act.name()).and(PUBLICATION.SEQ.gt(seq)));
    }

    /// Rows between two numbers, newest first.
    ///
    /// @param before this number and later ones are left out
    /// @param from earlier numbers are left out
    /// @param actor only what this member of staff did; empty: whoever
    public List<Publication> newest(long before, long from, OptionalLong actor, int limit) {
        return sql.selectFrom(PUBLICATION)
                .where(PUBLICATION.SEQ.lt(before))
                .and(PUBLICATION.SEQ.ge(from))
                .and(actor.isPresent() ? PUBLICATION.ACTOR_ID.eq(actor.getAsLong()) : DSL.noCondition())
                .orderBy(PUBLICATION.SEQ.desc())
                .limit(limit)
                .fetch(PublicationLog::read);
    }

    /// Number of the first row that is not older than this; one after the last when there is none.
    public long firstSince(Instant at) {
        return Chain.firstWhere(number(), seq -> {
            Long found = sql.select(PUBLICATION.AT)
                    .from(PUBLICATION)
                    .where(PUBLICATION.SEQ.eq(seq))
                    .fetchOne(PUBLICATION.AT);
            return found == null || found >= at.toEpochMilli();
        });
    }

    /// Walks the whole log.
    ///
    /// @return the first number whose hash does not follow from the rows before it; empty when all do
    public Optional<Long> firstBroken() {
        String previous = Chain.GENESIS;
        long seq = 0;
        List<Publication> rows = since(0, WALKED_AT_ONCE);
        while (!rows.isEmpty()) {
            for (Publication row : rows) {
                if (row.seq() != seq + 1 || !row.hash().equals(expectedHash(previous, row))) {
                    return Optional.of(seq + 1);
                }
                seq = row.seq();
                previous = row.hash();
            }
            rows = since(seq, WALKED_AT_ONCE);
        }
        Chain.Head head = head();
        return head.seq() == seq && head.hash().equals(previous) ? Optional.empty() : Optional.of(seq + 1);
    }

    /// The hash that row must have after `previous`.
    public static String expectedHash(String previous, Publication row) {
        return Chain.hash(
                previous,
                row.seq(),
                row.at().toEpochMilli(),
                row.act().name(),
                row.subject().kind().name(),
                row.subject().id(),
                row.version(),
                row.actorId(),
                row.noteDigest(),
                row.contentDigest());
    }

    private static Publication read(PublicationRecord row) {
        return new Publication(
                row.getSeq(),
                Instant.ofEpochMilli(row.getAt()),
                PublicAct.valueOf(row.getAct()),
                new Subject(Subject.Kind.valueOf(row.getSubjectKind()), row.getSubjectId()),
                row.getVersion(),
                row.getActorId(),
                row.getNoteDigest(),
                row.getContentDigest(),
                row.getHash(),
                Set.of());
    }
}
