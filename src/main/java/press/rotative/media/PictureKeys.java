package press.rotative.media;

import static press.rotative.platform.db.Tables.PICTURE;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import press.rotative.platform.Database;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.PictureRecord;

/// Gives the pictures of before the key by which the library is searched ([PictureWords]): some at a time, on a
/// thread of its own while the newsroom works. Cut short it goes on at the next start, since a row whose key is not
/// of its version is one that waits; nobody waits for it, since what such a row says is read itself.
public final class PictureKeys implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PictureKeys.class);
    private static final int AT_ONCE = 200;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private final Database database;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    public PictureKeys(Database database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("picture-keys").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        int made = 0;
        Duration pause = Duration.ZERO;
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    int some = database.write(PictureKeys::some);
                    made += some;
                    if (some == 0) {
                        break;
                    }
                    pause = BETWEEN;
                } catch (RuntimeException failure) {
                    LOG.warn("pictures cannot be given their words just now", failure);
                    pause = AFTER_A_FAILURE;
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        if (made > 0) {
            LOG.infof("pictures were given their words: %d", made);
        }
    }

    /// Some of those that wait for one.
    ///
    /// @return how many; 0: all have theirs
    static int some(Transaction transaction) {
        var rows = transaction
                .sql()
                .selectFrom(PICTURE)
                .where(PictureWords.waiting())
                .orderBy(PICTURE.ID)
                .limit(AT_ONCE)
                .fetch();
        for (PictureRecord row : rows) {
            transaction
                    .sql()
                    .update(PICTURE)
                    .set(PICTURE.WORDS_KEY, PictureWords.key(Pictures.described(row)))
                    .set(PICTURE.WORDS_VERSION, row.getVersion())
                    .where(PICTURE.ID.eq(row.getId()))
                    .and(PICTURE.VERSION.eq(row.getVersion()))
                    .execute();
        }
        return rows.size();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
