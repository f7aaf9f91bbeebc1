package press.rotative.api;

import press.rotative.platform.Transaction;
import press.rotative.publication.Consequence;
import press.rotative.publication.Publication;

/// Nothing that was lawfully destroyed stays in the answers that are kept for requests that are sent again.
public final class KeptAnswers implements Consequence {

    @Override
    public void follow(Transaction transaction) {
        boolean destroyed = transaction.announcements().stream()
                .anyMatch(each -> each instanceof Publication row && row.act().destroys());
        if (destroyed) {
            Idempotency.takeOut(transaction.sql());
        }
    }
}
