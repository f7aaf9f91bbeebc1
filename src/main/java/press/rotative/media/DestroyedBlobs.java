package press.rotative.media;

import static press.rotative.platform.db.Tables.BLOB;

import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import press.rotative.nodes.OtherNodes;
import press.rotative.platform.Announcement;
import press.rotative.platform.Database;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;

/// Blobs that were lawfully destroyed. An act marks their rows, which stay; their bytes go when the act is durable and
/// before it is acknowledged, and again whenever the newsroom opens, for a process may end between the two. What
/// another server over the same database destroys goes here, too, when this one hears of it.
public final class DestroyedBlobs {
    private static final Logger LOG = Logger.getLogger(DestroyedBlobs.class);
    private static final int PAGE = 500;

    private final BlobStore blobs;

    private DestroyedBlobs(BlobStore blobs) {
        this.blobs = blobs;
    }

    private record Marked(List<String> digests) implements Announcement {}

    /// Marks blobs as destroyed; those that are marked already, or are not there, stay as they are.
    public static void mark(Transaction transaction, Collection<String> digests) {
        if (digests.isEmpty()) {
            return;
        }
        transaction
                .sql()
                .update(BLOB)
                .set(BLOB.DESTROYED_AT, transaction.now().toEpochMilli())
                .where(BLOB.DIGEST.in(digests))
                .and(BLOB.DESTROYED_AT.isNull())
                .execute();
        transaction.announce(new Marked(List.copyOf(digests)));
    }

    /// Takes away the bytes of all that is marked, now and from now on.
    public static void takeAway(Database database, BlobStore blobs, OtherNodes others) {
        var destroyed = new DestroyedBlobs(blobs);
        database.onDurable(destroyed::heard);
        others.tell(done -> destroyed.heardOfOthers(database, done.published()));
        destroyed.takeAwayAll(database);
    }

    private void takeAwayAll(Database database) {
        String last = "";
        List<String> page;
        do {
            String from = last;
            page = database.read(sql -> sql.select(BLOB.DIGEST)
                    .from(BLOB)
                    .where(BLOB.DESTROYED_AT.isNotNull())
                    .and(BLOB.DIGEST.gt(from))
                    .orderBy(BLOB.DIGEST)
                    .limit(PAGE)
                    .fetch(BLOB.DIGEST));
            page.forEach(this::takeAway);
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE);
    }

    /// The row of a picture names its blob; that of a text does not name its captures.
    private void heardOfOthers(Database database, List<Publication> rows) {
        for (Publication row : rows) {
            if (row.act() == PublicAct.PICTURE_DESTROYED && row.contentDigest() != null) {
                takeAway(row.contentDigest());
            }
        }
        if (rows.stream().anyMatch(row -> row.act() == PublicAct.DESTROYED)) {
            takeAwayAll(database);
        }
    }

    private void heard(List<Announcement> announcements) {
        for (Announcement each : announcements) {
            if (each instanceof Marked(List<String> digests)) {
                digests.forEach(this::takeAway);
            }
        }
    }

    /// What cannot be taken away now is tried again at the next start, and the check tells of it.
    private void takeAway(String digest) {
        try {
            blobs.destroy(digest);
        } catch (RuntimeException failure) {
            LOG.error("blob=" + digest + " was destroyed, but its bytes are still there", failure);
        }
    }
}
