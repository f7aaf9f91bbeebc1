/// Durable jobs: acts that the clock calls for. Publication at an instant, the end of an embargo, expiry, the end of a
/// picture's rights, the midnight of an edition.
///
/// Start reading at [press.rotative.jobs.Jobs] (set and cancelled inside the act that decides) and
/// [press.rotative.jobs.JobRunner] (who runs them).
/// Promises: a job runs once and never early, through restarts and with several processes on one PostgreSQL, because
/// its row is taken away in the transaction of the act it calls for; a job that keeps failing is parked and alarmed.
/// May import: publication, platform.
@NullMarked
package press.rotative.jobs;

import org.jspecify.annotations.NullMarked;
