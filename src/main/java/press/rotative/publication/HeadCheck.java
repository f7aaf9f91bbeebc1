package press.rotative.publication;

import java.util.Optional;
import java.util.function.LongFunction;
import org.jooq.DSLContext;

/// Compares both logs in the database with the head file at start. A database *ahead* of the file on the same chain is
/// normal (the power went between commit and head file); behind or different means that rows were lost or changed.
public final class HeadCheck {
    private static final String READABLE = " The site stays readable, but nothing can be saved. ";
    private static final String RESTORE =
            "Restore the newest backup with './rotative restore', or ask for help before you change anything.";
    private static final String CHECK = "Run './rotative check' and restore a backup.";

    private HeadCheck() {}

    /// @param staffHash the hash of a row of the staff log, which is another room's
    /// @return the sentence for the operator, when the store must not be written to
    public static Optional<String> refusal(DSLContext sql, HeadFile file, LongFunction<Optional<String>> staffHash) {
        HeadFile.Heads kept;
        try {
            kept = file.read();
        } catch (IllegalStateException damaged) {
            return Optional.of("The file publication.head is damaged." + READABLE
                    + "Run './rotative check'; when it is clean, delete publication.head and restart; otherwise restore "
                    + "a backup.");
        }
        return publication(new PublicationLog(sql), kept.publication())
                .or(() -> staff(new Chain(sql, "staff").head().seq(), kept.staff(), staffHash));
    }

    private static Optional<String> publication(PublicationLog log, Chain.Head kept) {
        if (log.number() < kept.seq()) {
            return Optional.of("The database ends at publication " + log.number() + ", but publication " + kept.seq()
                    + " was already acknowledged: acts are missing." + READABLE + RESTORE);
        }
        return same(kept, seq -> log.find(seq).map(Publication::hash))
                ? Optional.empty()
                : Optional.of("Publication " + kept.seq()
                        + " in the database is not the one that was acknowledged: the log was changed." + READABLE
                        + CHECK);
    }

    private static Optional<String> staff(long last, Chain.Head kept, LongFunction<Optional<String>> hash) {
        if (last < kept.seq()) {
            return Optional.of("The staff log ends at row " + last + ", but row " + kept.seq()
                    + " was already acknowledged: drafts or other work of the staff are missing." + READABLE + RESTORE);
        }
        return same(kept, hash)
                ? Optional.empty()
                : Optional.of("Row " + kept.seq()
                        + " of the staff log is not the one that was acknowledged: the log was changed." + READABLE
                        + CHECK);
    }

    private static boolean same(Chain.Head kept, LongFunction<Optional<String>> hash) {
        return kept.seq() == 0 || hash.apply(kept.seq()).equals(Optional.of(kept.hash()));
    }
}
