package press.rotative.media;

import static press.rotative.platform.db.Tables.BLOB;
import static press.rotative.platform.db.Tables.PICTURE;

import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import press.rotative.nodes.OtherNodes;
import press.rotative.platform.Announcement;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;

/// Pictures that were lawfully destroyed. An act marks their rows and takes their words; the bytes of the original are
/// [DestroyedBlobs]'. What was made of them goes when the act is durable and before it is acknowledged, and again
/// whenever the newsroom opens, for a process may end between the two. What another server over the same database
/// destroys goes here, too, when this one hears of it.
public final class DestroyedPictures {
    private static final Logger LOG = Logger.getLogger(DestroyedPictures.class);
    private static final int PAGE = 500;

    private final Renditions renditions;

    private DestroyedPictures(Renditions renditions) {
        this.renditions = renditions;
    }

    private record Marked(PictureId picture) implements Announcement {}

    /// A picture and those that have the very same bytes, by number. Who destroys them marks the bytes first: then
    /// none comes in any more.
    public static List<PictureId> same(DSLContext sql, Picture picture) {
        return picture.digest() == null
                ? List.of(picture.id())
                : sql.select(PICTURE.ID)
                        .from(PICTURE)
                        .where(PICTURE.DIGEST.eq(picture.digest()))
                        .and(PICTURE.DESTROYED_AT.isNull())
                        .orderBy(PICTURE.ID)
                        .fetch(row -> new PictureId(row.value1()));
    }

    /// Marks one as destroyed and takes its words out; the caller's act appends to the log.
    ///
    /// @return the gap
    public static Picture mark(Transaction transaction, PictureId id) {
        Pictures.describe(transaction, id, PictureDescription.EMPTY);
        transaction
                .sql()
                .update(PICTURE)
                .set(PICTURE.DESTROYED_AT, transaction.now().toEpochMilli())
                .where(PICTURE.ID.eq(id.value()))
                .execute();
        transaction.announce(new Marked(id));
        return new Pictures(transaction.sql()).get(id);
    }

    /// Whether a picture with these bytes was destroyed: they do not come in again.
    public static boolean knows(DSLContext sql, String digest) {
        return sql.fetchExists(
                sql.selectOne().from(BLOB).where(BLOB.DIGEST.eq(digest)).and(BLOB.DESTROYED_AT.isNotNull()));
    }

    /// For who takes bytes in: nobody destroys them until the transaction ends, or they were destroyed before.
    ///
    /// @throws Problem CONFLICT when a picture with these bytes was destroyed
    public static void keepOut(Transaction transaction, String digest) {
        RowLocks.keep(transaction.sql(), BLOB.DIGEST, digest);
        if (knows(transaction.sql(), digest)) {
            throw comesBack();
        }
    }

    /// What is said of bytes that [#knows].
    public static Problem comesBack() {
        return Problem.conflict("This picture was destroyed for good, and does not come in again.")
                .as("problem.picture.back");
    }

    /// Takes away what was made of all that are marked, now and from now on.
    public static void takeAway(Database database, Renditions renditions, OtherNodes others) {
        var destroyed = new DestroyedPictures(renditions);
        database.onDurable(announcements -> {
            for (Announcement each : announcements) {
                if (each instanceof Marked(PictureId picture)) {
                    destroyed.takeAway(picture);
                }
            }
        });
        others.tell(done -> {
            for (Publication row : done.published()) {
                if (row.act() == PublicAct.PICTURE_DESTROYED) {
                    destroyed.takeAway(new PictureId(row.subject().id()));
                }
            }
        });
        long last = 0;
        List<PictureId> page;
        do {
            long from = last;
            page = database.read(sql -> after(sql, from));
            page.forEach(destroyed::takeAway);
            last = page.isEmpty() ? last : page.getLast().value();
        } while (page.size() == PAGE);
    }

    private static List<PictureId> after(DSLContext sql, long id) {
        return sql.select(PICTURE.ID)
                .from(PICTURE)
                .where(PICTURE.DESTROYED_AT.isNotNull())
                .and(PICTURE.ID.gt(id))
                .orderBy(PICTURE.ID)
                .limit(PAGE)
                .fetch(row -> new PictureId(row.value1()));
    }

    /// What cannot be taken away now is tried again at the next start, and the check tells of it.
    private void takeAway(PictureId picture) {
        try {
            renditions.destroy(picture);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "picture=%d was destroyed, but what was made of it is still there", picture.value());
        }
    }

    /// Compares the gaps with the blobs, the words and what was made of them.
    ///
    /// @return how many gaps there are
    public static long inspect(DSLContext sql, Renditions renditions, Consumer<String> found) {
        long count = 0;
        long last = 0;
        List<PictureId> page;
        do {
            page = after(sql, last);
            for (PictureId id : page) {
                Picture gap = new Pictures(sql).get(id);
                if (!gap.description().equals(PictureDescription.EMPTY)) {
                    found.accept("Picture " + id.value() + " was destroyed, but words of it are still there.");
                }
                if (renditions.has(id)) {
                    found.accept("Picture " + id.value() + " was destroyed, but what was made of it is still there.");
                }
                last = id.value();
                count++;
            }
        } while (page.size() == PAGE);
        half(sql, true).forEach(id -> found.accept("Picture " + id + " was destroyed, but its file is not marked so."));
        half(sql, false)
                .forEach(id -> found.accept(
                        "The file of picture " + id + " was destroyed, but the picture is not marked so."));
        return count;
    }

    /// Pictures that are marked while their file is not, or the other way about.
    private static List<Long> half(DSLContext sql, boolean picture) {
        return sql.select(PICTURE.ID)
                .from(PICTURE)
                .join(BLOB)
                .on(BLOB.DIGEST.eq(PICTURE.DIGEST))
                .where(picture ? PICTURE.DESTROYED_AT.isNotNull() : PICTURE.DESTROYED_AT.isNull())
                .and(picture ? BLOB.DESTROYED_AT.isNull() : BLOB.DESTROYED_AT.isNotNull())
                .orderBy(PICTURE.ID)
                .limit(PAGE)
                .fetch(PICTURE.ID);
    }
}
