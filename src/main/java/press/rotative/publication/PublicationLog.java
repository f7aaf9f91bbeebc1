package press.rotative.publication;

import static press.rotative.platform.db.Tables.PUBLICATION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.PublicationRecord;

/// The publication log. Rows are appended in the transaction that publishes and never change. Because the chain
/// covers digests, a text can lawfully be destroyed without breaking it.
public final class PublicationLog {
    private static final String CHAIN = "publication";

    private final DSLContext sql;

    public PublicationLog(DSLContext sql) {
        this.sql = sql;
    }

    /// Appends one row and announces it.
    ///
    /// @param note public note or notice of the act; only its digest is stored
    /// @param contentDigest digest of the content that became public
    /// @param touched whose pages may change
    public static Publication append(
            Transaction transaction,
            PublicAct act,
            Subject subject,
            int version,
            long actorId,
            @Nullable String note,
            @Nullable String contentDigest,
            Set<Subject> touched) {
        DSLContext sql = transaction.sql();
        long at = transaction.now().toEpochMilli();
        String noteDigest = note == null ? null : Digest.of(note);
        Chain.Head head = new Chain(sql, CHAIN)
                .append(
                        at,
                        act.name(),
                        subject.kind().name(),
                        subject.id(),
                        version,
                        actorId,
                        noteDigest,
                        contentDigest);
        sql.insertInto(PUBLICATION)
                .set(PUBLICATION.SEQ, head.seq())
                .set(PUBLICATION.AT, at)
                .set(PUBLICATION.ACT, act.name())
                .set(PUBLICATION.SUBJECT_KIND, subject.kind().name())
                .set(PUBLICATION.SUBJECT_ID, subject.id())
                .set(PUBLICATION.VERSION, version)
                .set(PUBLICATION.ACTOR_ID, actorId)
                .set(PUBLICATION.NOTE_DIGEST, noteDigest)
                .set(PUBLICATION.CONTENT_DIGEST, contentDigest)
                .set(PUBLICATION.HASH, head.hash())
                .execute();
        var publication = new Publication(
                head.seq(),
                transaction.now(),
                act,
                subject,
                version,
                actorId,
                noteDigest,
                contentDigest,
                head.hash(),
                touched);
        transaction.announce(publication);
        return publication;
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

    /// The rows after `seq`, oldest first.
    public List<Publication> since(long seq, int limit) {
        return sql.selectFrom(PUBLICATION)
                .where(PUBLICATION.SEQ.gt(seq))
                .orderBy(PUBLICATION.SEQ)
                .limit(limit)
                .fetch(PublicationLog::read);
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
