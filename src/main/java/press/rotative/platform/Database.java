package press.rotative.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/// The store of tables: SQLite in the data directory, or PostgreSQL. Both take the same acts and the same schema.
///
/// Sorting and case folding are decided in Java or under binary collation; paging is by key; NUL characters are
/// refused at the door of each room.
public sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /// Said when there is no room left; it is forgotten when there is room again.
    String DISK_FULL = "The disk is full. Nothing was saved; free some space and send it again.";

    /// Said when the rows are committed and the head file could not be written: it must not be acknowledged.
    String SAVED_WITHOUT_HEAD =
            "The disk failed after saving. Nothing more is accepted; have the disk checked and restart. "
                    + "What was sent last may be there: look before you send it again.";

    /// Runs `query` on one consistent snapshot.
    ///
    /// @throws Problem OVERLOADED when too many reads wait
    <T> T read(Function<DSLContext, T> query);

    /// Runs an act in a transaction and returns once it is durable and announced.
    ///
    /// @throws Problem whatever the act refuses; OVERLOADED when too many acts wait; OUT_OF_SPACE when the disk is
    ///     full; OVERLOADED also when the store has become read-only or went away, and then the sentence says
    ///     whether it may have been saved
    <T> T write(Work<T> work);

    /// Adds somebody who is told, after each commit and before its acts are acknowledged, what was announced.
    void onDurable(Consumer<List<Announcement>> listener);

    /// From now on every write is refused with this sentence; reads go on.
    void refuseWrites(String sentence);

    /// Why writes are refused; empty while they are accepted.
    Optional<String> refusal();

    /// True for the embedded store.
    boolean embedded();

    @Override
    void close();
}
