package press.rotative;

import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Chain;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// The publication log: without a gap, each row following from the one before, its head at its end.
final class PublicationInspection {
    private PublicationInspection() {}

    /// @return how many rows there are
    static long walk(PagedWalk pages, DSLContext sql, Consumer<String> found) {
        var log = new PublicationLog(sql);
        var walked = new Walked();
        long rows = pages.over(
                (@Nullable Publication last) -> log.since(last == null ? 0 : last.seq(), PagedWalk.PAGE),
                page -> page.forEach(row -> walked.on(row, found)));
        Chain.Head head = log.head();
        if (head.seq() != walked.seq || !head.hash().equals(walked.hash)) {
            found.accept("The head of the log says publication " + head.seq() + ", the last row is " + walked.seq
                    + (head.seq() == walked.seq ? " with another hash." : "."));
        }
        return rows;
    }

    /// The end of the log so far.
    private static final class Walked {
        private long seq;
        private String hash = Chain.GENESIS;

        void on(Publication row, Consumer<String> found) {
            if (row.seq() != seq + 1) {
                found.accept("Publication " + (seq + 1) + " is missing from the log.");
            } else if (!row.hash().equals(PublicationLog.expectedHash(hash, row))) {
                found.accept(
                        "Publication " + row.seq() + " was changed: its hash does not follow from the log before it.");
            }
            seq = row.seq();
            hash = row.hash();
        }
    }
}
