package press.rotative.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// The running transaction of one act: its SQL, its time, and what it will announce once it is durable.
/// All reads of an act go through it, so that they see the members of the group before it.
public final class Transaction {
    private final DSLContext sql;
    private final Instant now;
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<Runnable> last = new ArrayList<>();

    public Transaction(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    public DSLContext sql() {
        return sql;
    }

    /// The time of the act: one instant for all rows it writes.
    public Instant now() {
        return now;
    }

    /// Tells the database what to announce after the commit and before the acknowledgement.
    public void announce(Announcement announcement) {
        announcements.add(announcement);
    }

    /// Is done in this transaction once the act and all that follows from it is done, in the order in which it was
    /// asked for.
    public void atEnd(Runnable doing) {
        last.add(doing);
    }

    /// The act is done; called by whoever began the transaction.
    public void end() {
        last.forEach(Runnable::run);
    }

    public List<Announcement> announcements() {
        return List.copyOf(announcements);
    }
}
