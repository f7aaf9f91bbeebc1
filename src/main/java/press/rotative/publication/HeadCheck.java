package press.rotative.publication;

import java.util.Optional;
import org.jooq.DSLContext;

/// Compares the log in the database with the head file at start. A database *ahead* of the file on the same chain is
/// normal (the power went between commit and head file); behind or different means that rows were lost or changed.
public final class HeadCheck {
    private HeadCheck() {}

    /// @return the sentence for the operator, when the store must not be written to
    public static Optional<String> refusal(DSLContext sql, HeadFile file) {
        Optional<Chain.Head> kept;
        try {
            kept = file.read();
        } catch (IllegalStateException damaged) {
            return Optional.of(
                    "The file publication.head is damaged. The site stays readable, but nothing can be saved. "
                            + "Run './rotative check'; when it is clean, delete publication.head and restart; otherwise restore "
                            + "a backup.");
        }
        var log = new PublicationLog(sql);
        if (kept.isEmpty() || kept.get().seq() == 0) {
            return Optional.empty();
        }
        long seq = kept.get().seq();
        if (log.number() < seq) {
            return Optional.of(
                    "The database ends at publication " + log.number() + ", but publication " + seq
                            + " was already acknowledged: acts are missing. The site stays readable, but nothing can be saved. "
                            + "Restore the newest backup with './rotative restore', or ask for help before you change anything.");
        }
        boolean same =
                log.find(seq).map(row -> row.hash().equals(kept.get().hash())).orElse(false);
        return same
                ? Optional.empty()
                : Optional.of(
                        "Publication " + seq + " in the database is not the one that was acknowledged: the log was "
                                + "changed. The site stays readable, but nothing can be saved. Run './rotative check' and "
                                + "restore a backup.");
    }
}
