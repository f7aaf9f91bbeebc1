package press.rotative.media;

import static press.rotative.platform.db.Tables.BLOB;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import press.rotative.platform.Database;

/// Developed pictures on their way from the darkroom to the act that names them. Where that act does not come about,
/// the bytes are taken away again, if it is certain that nobody else has them: they were not there before, and
/// nobody sent the same picture since.
final class Arrivals {
    /// Who came in before so many others is not taken away any more.
    private static final int MOST_REMEMBERED = 10_000;

    private final Database database;
    private final BlobStore blobs;

    /// Read: bytes come in. Write: bytes are taken away.
    private final ReentrantReadWriteLock storing = new ReentrantReadWriteLock();

    /// The only picture with these bytes, by their digest; empty: others have them, too.
    private final Map<String, Optional<NewPicture>> only = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<NewPicture>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Arrivals(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /// @param picture made of the digest
    NewPicture store(Path developed, Function<String, NewPicture> picture) {
        storing.readLock().lock();
        try {
            BlobStore.Stored stored = blobs.put(developed);
            NewPicture made = picture.apply(stored.digest());
            synchronized (only) {
                only.merge(
                        stored.digest(),
                        stored.anew() ? Optional.of(made) : Optional.empty(),
                        (before, now) -> Optional.empty());
            }
            return made;
        } finally {
            storing.readLock().unlock();
        }
    }

    /// No act named this one, and none will. Where several servers may store into one folder, it stays.
    void drop(NewPicture picture) {
        if (!database.embedded()) {
            return;
        }
        storing.writeLock().lock();
        try {
            synchronized (only) {
                if (only.getOrDefault(picture.digest(), Optional.empty())
                        .filter(each -> each == picture)
                        .isEmpty()) {
                    return;
                }
            }
            boolean named = database.read(sql -> sql.fetchExists(BLOB, BLOB.DIGEST.eq(picture.digest())));
            if (!named) {
                blobs.destroy(picture.digest());
                synchronized (only) {
                    only.remove(picture.digest());
                }
            }
        } finally {
            storing.writeLock().unlock();
        }
    }
}
