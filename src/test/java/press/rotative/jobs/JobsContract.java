package press.rotative.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.platform.Problem;
import press.rotative.platform.SettingStore;
import press.rotative.platform.Transaction;

/// What every store must do with jobs. The work of these jobs is a mark in the settings, so that a job that ran twice
/// is seen.
abstract class JobsContract {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final TickingClock clock = new TickingClock(NOON);
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Press press;
    private JobRunner runner;

    abstract Press open(Clock clock) throws Exception;

    @BeforeEach
    void aNewsroomWithoutEditions() throws Exception {
        press = open(clock);
        runner = runner(press, clock, JobsContract::mark);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        press.close();
    }

    private JobRunner runner(Press of, Clock at, JobWork work) {
        var made = new JobRunner(of.database(), of.acts(), at, work);
        opened.add(made);
        return made;
    }

    private static void mark(Transaction transaction, Job job) {
        var settings = new SettingStore(transaction.sql());
        String name = "ran-" + job.kind().label() + "-" + job.subject();
        settings.put(name, settings.find(name).orElse("") + "x");
    }

    @Test
    void a_job_runs_when_its_instant_has_come_and_once() {
        set(1, NOON.plusSeconds(60));
        assertEquals(0, runner.runDue());
        clock.advance(Duration.ofSeconds(59));
        assertEquals(0, runner.runDue(), "never early");
        clock.advance(Duration.ofSeconds(1));
        assertEquals(1, runner.runDue());
        assertEquals(0, runner.runDue());
        clock.advance(Duration.ofDays(-1));
        clock.advance(Duration.ofDays(2));
        assertEquals(0, runner.runDue(), "a clock that is put back and forward again doubles nothing");
        assertEquals("x", ran(1));
    }

    @Test
    void a_job_set_again_runs_at_its_new_instant_only_and_a_cancelled_one_never() {
        set(1, NOON.plusSeconds(10));
        set(1, NOON.plusSeconds(100));
        set(2, NOON.plusSeconds(10));
        assertTrue(cancelled(2));
        assertFalse(cancelled(2), "there is none any more");
        clock.advance(Duration.ofSeconds(50));
        assertEquals(0, runner.runDue());
        clock.advance(Duration.ofSeconds(50));
        assertEquals(1, runner.runDue());
        assertEquals("x", ran(1));
        assertEquals("", ran(2));
    }

    @Test
    void an_act_that_is_refused_leaves_no_job_behind() {
        try {
            press.acts().perform(transaction -> {
                Jobs.set(transaction, JobKind.RIGHTS_END, 1, NOON);
                throw Problem.conflict("No.");
            });
        } catch (Problem refused) {
            assertEquals("No.", refused.sentence());
        }
        assertEquals(0, runner.runDue());
    }

    @Test
    void what_fails_leaves_nothing_is_tried_again_and_is_parked_in_the_end_while_the_others_run() {
        var failing = runner(press, clock, (transaction, job) -> {
            mark(transaction, job);
            if (job.subject() == 2) {
                throw Problem.conflict("The picture is stuck.");
            }
        });
        for (long subject = 1; subject <= 3; subject++) {
            set(subject, NOON);
        }
        assertEquals(2, failing.runDue());
        assertEquals("", ran(2), "the failed act left nothing");
        assertEquals(1, job(2).attempts());
        assertEquals("The picture is stuck.", job(2).failure());
        assertEquals(0, failing.runDue(), "not at once again");
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(20));
            failing.runDue();
        }
        assertTrue(job(2).parked());
        assertEquals(Jobs.ATTEMPTS, job(2).attempts());
        assertEquals(1, figures().failed());
        assertEquals(0, figures().late(), "a parked job is told as failed, not as late");
        failing.start(); // a restart tries it again
        failing.close();
        assertEquals(1, job(2).attempts());
        set(2, NOON);
        assertEquals(1, runner.runDue(), "set again, it gets all its attempts again");
        assertEquals("x", ran(2));
    }

    @Test
    void late_jobs_are_seen_and_a_waiting_one_is_not_late() {
        set(1, NOON.plusSeconds(5));
        set(2, NOON.plusSeconds(500));
        clock.advance(Duration.ofSeconds(20));
        assertEquals(new JobFigures(2, 1, 0, 0, null, NOON.plusSeconds(5)), figures());
        clock.advance(Duration.ofSeconds(20));
        assertEquals(new JobFigures(2, 1, 1, 0, NOON.plusSeconds(5), NOON.plusSeconds(5)), figures());
        runner.runDue();
        assertEquals(new JobFigures(1, 0, 0, 0, null, NOON.plusSeconds(500)), figures());
    }

    @Test
    void a_job_may_set_itself_again() {
        var daily = runner(press, clock, (transaction, job) -> {
            mark(transaction, job);
            Jobs.set(transaction, job.kind(), job.subject(), transaction.now().plusSeconds(86_400));
        });
        set(1, NOON);
        assertEquals(1, daily.runDue());
        clock.advance(Duration.ofDays(1));
        assertEquals(1, daily.runDue());
        assertEquals("xx", ran(1));
    }

    @Test
    void a_later_job_of_a_story_waits_for_an_earlier_one_that_is_still_tried() {
        var order = new ArrayList<JobKind>();
        var failing = new AtomicInteger(2);
        var inOrder = runner(press, clock, (transaction, job) -> {
            if (job.kind() == JobKind.PUBLICATION && failing.getAndDecrement() > 0) {
                throw Problem.conflict("Not yet.");
            }
            order.add(job.kind());
        });
        press.database().write(transaction -> {
            Jobs.set(transaction, JobKind.PUBLICATION, 5, NOON.plusSeconds(1));
            Jobs.set(transaction, JobKind.EXPIRY, 5, NOON.plusSeconds(2));
            Jobs.set(transaction, JobKind.MIDNIGHT, 5, NOON.plusSeconds(3));
            return true;
        });
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(1));
            inOrder.runDue();
        }
        assertEquals(List.of(JobKind.MIDNIGHT, JobKind.PUBLICATION, JobKind.EXPIRY), order);
    }

    @Test
    void the_list_of_what_comes_is_paged_by_key() {
        set(3, NOON.plusSeconds(1));
        set(1, NOON.plusSeconds(2));
        set(2, NOON.plusSeconds(2));
        List<Job> first = press.database().read(sql -> new Jobs(sql).upcoming(null, 2));
        List<Job> second = press.database().read(sql -> new Jobs(sql).upcoming(first.getLast(), 2));
        assertEquals(List.of(3L, 1L), first.stream().map(Job::subject).toList());
        assertEquals(List.of(2L), second.stream().map(Job::subject).toList());
    }

    @Test
    void the_list_of_some_kinds_is_not_filled_by_others() {
        for (long subject = 1; subject <= 5; subject++) {
            set(subject, NOON.plusSeconds(subject));
        }
        press.database().write(transaction -> {
            Jobs.set(transaction, JobKind.EXPIRY, 9, NOON.plusSeconds(60));
            Jobs.set(transaction, JobKind.EMBARGO, 8, NOON.plusSeconds(60));
            return true;
        });
        List<JobKind> kinds = List.of(JobKind.EXPIRY, JobKind.EMBARGO);
        List<Job> first = press.database().read(sql -> new Jobs(sql).upcoming(kinds, null, 1));
        List<Job> second = press.database().read(sql -> new Jobs(sql).upcoming(kinds, first.getLast(), 5));
        assertEquals(List.of(8L), first.stream().map(Job::subject).toList());
        assertEquals(List.of(9L), second.stream().map(Job::subject).toList());
    }

    @Test
    void many_runners_run_each_job_once() throws Exception {
        for (long subject = 1; subject <= 200; subject++) {
            set(subject, NOON);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 6; i++) {
                var one = runner(press, clock, JobsContract::mark);
                all.add(threads.submit(one::runDue));
            }
            int done = 0;
            for (Future<Integer> each : all) {
                done += each.get();
            }
            assertEquals(200, done);
        }
        for (long subject = 1; subject <= 200; subject++) {
            assertEquals("x", ran(subject));
        }
    }

    @Test
    void the_thread_sleeps_until_the_next_job_and_wakes_for_an_earlier_one() throws Exception {
        press.close();
        press = open(Clock.systemUTC());
        var ran = new CountDownLatch(2);
        var awake = runner(press, Clock.systemUTC(), (transaction, job) -> {
            mark(transaction, job);
            ran.countDown();
        });
        set(1, Instant.now().plusSeconds(3600));
        awake.start();
        set(2, Instant.now());
        set(3, Instant.now().plusMillis(300));
        assertTrue(ran.await(30, TimeUnit.SECONDS));
        assertEquals("", ran(1));
    }

    private void set(long subject, Instant dueAt) {
        press.database().write(transaction -> {
            Jobs.set(transaction, JobKind.RIGHTS_END, subject, dueAt);
            return true;
        });
    }

    private boolean cancelled(long subject) {
        return press.database().write(transaction -> Jobs.cancel(transaction, JobKind.RIGHTS_END, subject));
    }

    private String ran(long subject) {
        return press.database()
                .read(sql -> new SettingStore(sql).find("ran-rights-end-" + subject))
                .orElse("");
    }

    private Job job(long subject) {
        Optional<Job> found = press.database().read(sql -> new Jobs(sql).find(JobKind.RIGHTS_END, subject));
        return found.orElseThrow();
    }

    private JobFigures figures() {
        return press.database().read(sql -> new Jobs(sql).figures(clock.instant()));
    }
}
