package press.rotative.jobs;

import press.rotative.platform.Transaction;

/// What the jobs do. It runs in the transaction that takes the job away: both become durable, or neither.
@FunctionalInterface
public interface JobWork {

    /// Runs one job. It may set the same job again, for a later instant.
    ///
    /// @throws press.rotative.platform.Problem when it cannot be done now; it is tried again later, then parked
    void perform(Transaction transaction, Job job);
}
