package press.rotative.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Announcement;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Acts;

/// Runs the jobs: those that are due at the start before anybody is let in ([#runDue]), then each at its instant, on
/// one thread of its own ([#start]).
///
/// The thread sleeps until the next job is due. A job that is set wakes it; a slow poll makes that optional, finds what
/// other processes have set, and notices a clock that was put forward.
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    /// How many jobs one act may run on the embedded store. On PostgreSQL an act runs one: with several it would hold
    /// the head of the log while it waits for a story that an editor holds.
    private static final int EMBEDDED_BATCH = 50;

    private final Database database;
    private final Acts acts;
    private final Clock clock;
    private final JobWork work;
    private final Thread thread;

    private final Object monitor = new Object();
    private @Nullable Instant sleepsUntil;
    private boolean nudged;
    private volatile boolean closing;

    public JobRunner(Database database, Acts acts, Clock clock, JobWork work) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
        this.work = work;
        this.thread = Thread.ofPlatform().name("jobs").daemon().unstarted(this::run);
        database.onDurable(this::heard);
    }

    /// Runs everything whose time has come, on the caller's thread.
    ///
    /// @return how many were done; those that failed are noted and tried again later
    public int runDue() {
        int most = database.embedded() ? EMBEDDED_BATCH : 1;
        int done = 0;
        while (!closing) {
            int some = runSome(most);
            if (some == 0) {
                return done;
            }
            done += Math.max(0, some);
        }
        return done;
    }

    /// Makes up for what was due while nobody ran, gives parked jobs another chance, and from now on runs each job
    /// at its instant.
    public void start() {
        try {
            if (database.refusal().isEmpty()) {
                acts.perform(Jobs::unpark);
                runDue();
            }
        } catch (Problem storeIsAway) {
            LOG.error("the jobs that are due cannot be run yet", storeIsAway);
        }
        thread.start();
    }

    /// Several jobs in one act. When one of them fails, nothing of the act is left, and each is run by itself.
    ///
    /// @return how many were done; 0: nothing is due; -1: something is, and failed
    private int runSome(int most) {
        var begun = new ArrayList<Job>();
        try {
            List<Job> done = acts.perform(transaction -> {
                        begun.clear();
                        List<Job> taken = Jobs.take(transaction, most);
                        for (Job job : taken) {
                            begun.add(job);
                            work.perform(transaction, job);
                        }
                        return taken;
                    })
                    .value();
            done.forEach(this::say);
            return done.size();
        } catch (RuntimeException failure) {
            if (begun.isEmpty() || storeIsAway(failure)) {
                throw failure;
            }
            if (most > 1) {
                return runOneByOne(begun.size());
            }
            note(begun.getFirst(), failure);
            return -1;
        }
    }

    /// The job did nothing wrong: it is not counted, and tried again as soon as the store is there.
    private static boolean storeIsAway(RuntimeException failure) {
        return failure instanceof Problem problem && problem.ofServer();
    }

    private int runOneByOne(int count) {
        int done = 0;
        for (int i = 0; i < count; i++) {
            done += Math.max(0, runSome(1));
        }
        return done == 0 ? -1 : done;
    }

    private void say(Job job) {
        LOG.infof(
                "job done kind=%s subject=%d late-ms=%d",
                job.kind().label(),
                job.subject(),
                Duration.between(job.dueAt(), clock.instant()).toMillis());
    }

    private void note(Job job, RuntimeException failure) {
        boolean parked = acts.perform(transaction -> Jobs.failed(transaction, job, sentence(failure)))
                .value();
        String told = "job " + (parked ? "parked" : "failed") + " kind="
                + job.kind().label() + " subject=" + job.subject() + ": " + sentence(failure);
        Throwable cause = failure instanceof Problem ? null : failure;
        if (parked) {
            LOG.error(told, cause);
        } else {
            LOG.warn(told, cause);
        }
    }

    private static String sentence(RuntimeException failure) {
        return failure instanceof Problem problem
                ? problem.sentence()
                : "An error inside the program (" + failure.getClass().getSimpleName() + "); the server's log has it.";
    }

    private void run() {
        while (!closing) {
            try {
                if (database.refusal().isEmpty()) {
                    runDue();
                }
                sleep();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (!closing) {
                    LOG.error("the jobs cannot be run just now", failure);
                    pause();
                }
            }
        }
    }

    private void sleep() throws InterruptedException {
        Optional<Instant> next = database.read(sql -> new Jobs(sql).nextRun());
        synchronized (monitor) {
            Duration wait = next.map(at -> Duration.between(clock.instant(), at))
                    .filter(each -> each.compareTo(POLL) < 0)
                    .orElse(POLL);
            sleepsUntil = next.orElse(null);
            if (!nudged && !closing) {
                monitor.wait(Math.max(1, wait.toMillis() + 1));
            }
            nudged = false;
            sleepsUntil = null;
        }
    }

    private void pause() {
        synchronized (monitor) {
            try {
                monitor.wait(POLL.toMillis());
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void heard(List<Announcement> announcements) {
        for (Announcement announcement : announcements) {
            if (announcement instanceof JobSet(Instant dueAt)) {
                wakeFor(dueAt);
            }
        }
    }

    private void wakeFor(Instant dueAt) {
        synchronized (monitor) {
            if (sleepsUntil == null || dueAt.isBefore(sleepsUntil)) {
                nudged = true;
                monitor.notifyAll();
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        synchronized (monitor) {
            monitor.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
