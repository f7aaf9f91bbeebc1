package press.rotative;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import press.rotative.publication.Chain;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// The publication log: without a gap, each row following from the one before, its head at its end.
final class PublicationInspection {
    private PublicationInspection() {}

    /// @return how many rows there are
    static long walk(DSLContext sql, Consumer<String> found) {
        var log = new PublicationLog(sql);
        String previous = Chain.GENESIS;
        long seq = 0;
        long rows = 0;
        while (true) {
            List<Publication> page = log.since(seq, Inspection.PAGE);
            if (page.isEmpty()) {
                break;
            }
            for (Publication row : page) {
                rows++;
                if (row.seq() != seq + 1) {
                    found.accept("Publication " + (seq + 1) + " is missing from the log.");
                } else if (!row.hash().equals(PublicationLog.expectedHash(previous, row))) {
                    found.accept("Publication " + row.seq()
                            + " was changed: its hash does not follow from the log before it.");
                }
                seq = row.seq();
                previous = row.hash();
            }
        }
        Chain.Head head = log.head();
        if (head.seq() != seq || !head.hash().equals(previous)) {
            found.accept("The head of the log says publication " + head.seq() + ", the last row is " + seq
                    + (head.seq() == seq ? " with another hash." : "."));
        }
        return rows;
    }
}
