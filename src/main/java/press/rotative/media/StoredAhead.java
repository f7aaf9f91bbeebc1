package press.rotative.media;

import static press.rotative.platform.db.Tables.BLOB;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import press.rotative.platform.Database;
import press.rotative.platform.Digest;

/// Bytes that are stored before the act that names them: an act waits for no disk. What no act named is taken away when
/// this is closed. Others, of other nodes too, may store the same bytes meanwhile, find them there, and name them: so
/// each looks behind its own act whether they are still there, and who took some away looks once more whether somebody
/// names them now. Whoever comes last puts them back.
public final class StoredAhead implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StoredAhead.class);
    private static final int MOST_ASKED_AT_ONCE = 500;

    private final Database database;
    private final BlobStore blobs;
    private final Map<String, byte[]> all = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final List<Runnable> leftovers = new ArrayList<>();
    private boolean leaving;

    public StoredAhead(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /// Stores them, unless they are there already.
    public void store(List<byte[]> some) {
        for (byte[] bytes : some) {
            String digest = Digest.of(bytes);
            all.put(digest, bytes);
            if (blobs.localFile(digest).isEmpty()) {
                fresh.add(digest);
            }
        }
        blobs.putAll(some);
    }

    /// @param leftover takes away other bytes that came in for the act, unless somebody names them
    public void alsoDrop(Runnable leftover) {
        leftovers.add(leftover);
    }

    /// It is not known whether the act was done: nothing is taken away, for it may turn out to name all of it.
    public void leave() {
        leaving = true;
    }

    /// What cannot be looked at now stays where it is.
    @Override
    public void close() {
        try {
            Set<String> named = putBack(all.keySet());
            if (leaving) {
                return;
            }
            leftovers.forEach(Runnable::run);
            Set<String> unnamed = new HashSet<>(fresh);
            unnamed.removeAll(named);
            unnamed.forEach(blobs::destroy);
            putBack(unnamed);
        } catch (RuntimeException failure) {
            LOG.warn("captures that were not filed may still lie in the blob store", failure);
        }
    }

    /// @return those that a row names
    private Set<String> putBack(Collection<String> digests) {
        var named = new HashSet<String>();
        List<String> asked = List.copyOf(digests);
        for (int from = 0; from < asked.size(); from += MOST_ASKED_AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + MOST_ASKED_AT_ONCE));
            named.addAll(database.read(sql -> sql.select(BLOB.DIGEST)
                    .from(BLOB)
                    .where(BLOB.DIGEST.in(some))
                    .and(BLOB.DESTROYED_AT.isNull())
                    .fetch(BLOB.DIGEST)));
        }
        for (String digest : named) {
            if (blobs.localFile(digest).isEmpty()) {
                blobs.put(Objects.requireNonNull(all.get(digest)));
            }
        }
        return named;
    }
}
