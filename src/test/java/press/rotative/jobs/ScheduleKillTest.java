package press.rotative.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.TestPostgres;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// Plans publications, embargoes and expiries in real processes that are killed with signal 9 at random times. What was
/// acknowledged must happen, once, and not before its instant. 60 here; `-Drotative.schedules=1000` is the gate.
@Tag("long")
class ScheduleKillTest {
    private static final int SCHEDULES = Integer.getInteger("rotative.schedules", 60);

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_124);
    private final List<Path> journals = new ArrayList<>();
    private int killed;

    @Test
    void one_process_killed_again_and_again_misses_nothing_and_doubles_nothing() throws Exception {
        run("one process on SQLite", Optional.empty(), 1);
    }

    @Test
    void three_processes_on_one_postgresql_killed_again_and_again_miss_nothing_and_double_nothing() throws Exception {
        run("three processes on PostgreSQL", Optional.of(TestPostgres.freshDatabase()), 3);
    }

    private void run(String what, Optional<String> url, int processes) throws Exception {
        Path last = folder.resolve("data0");
        try (var press = Press.open(last, url, Clock.systemUTC())) {
            ScheduledNewsroom.prepare(press);
        }
        var alive = new ArrayList<Process>();
        for (int i = 0; i < processes; i++) {
            alive.add(begin(url, i));
        }
        while (planned() < SCHEDULES) {
            Thread.sleep(200 + random.nextInt(1200));
            int victim = random.nextInt(processes);
            if (ready(alive.get(victim))) {
                kill(alive.get(victim));
                alive.set(victim, begin(url, victim));
            }
        }
        for (Process process : alive) {
            kill(process);
        }
        try (var press = Press.open(last, url, Clock.systemUTC())) {
            finish(press);
            verify(what, press);
        }
    }

    private final Map<Process, Path> journalOf = new HashMap<>();

    private Process begin(Optional<String> url, int slot) throws IOException {
        Path journal = folder.resolve("journal" + journals.size());
        journals.add(journal);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScheduledNewsroom.class.getName(),
                        folder.resolve("data" + slot).toString(),
                        url.orElse("-"),
                        "40")
                .redirectOutput(journal.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        journalOf.put(process, journal);
        return process;
    }

    /// It has had its chance to plan something.
    private boolean ready(Process process) throws IOException {
        return lines(journalOf.get(process)).size() > 1 || !process.isAlive();
    }

    private void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
        killed++;
    }

    private int planned() throws IOException {
        int planned = 0;
        for (Path journal : journals) {
            planned += (int) lines(journal).stream()
                    .filter(line -> line.startsWith("PUBLISHED"))
                    .count();
        }
        return planned;
    }

    private static List<String> lines(Path journal) throws IOException {
        String text = Files.readString(journal);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /// A last process that nobody kills: it runs what is left.
    private static void finish(Press press) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        press.jobs().runDue();
        while (Instant.now().isBefore(end) && open(press) > 0) {
            Thread.sleep(50);
            press.jobs().runDue();
        }
    }

    private static long open(Press press) {
        return press.database().read(sql -> new Jobs(sql)
                .upcoming(null, 10_000).stream()
                        .filter(job -> job.kind() != JobKind.MIDNIGHT)
                        .count());
    }

    private record Done(PublicAct act, long story) {}

    private void verify(String what, Press press) throws IOException {
        assertEquals(0, open(press), "jobs are left");
        Map<Done, List<Publication>> done = done(press);
        done.forEach((each, rows) -> assertEquals(1, rows.size(), () -> "doubled: " + rows));
        long acknowledged = 0;
        long latest = 0;
        for (Path journal : journals) {
            for (String line : lines(journal)) {
                String[] parts = line.split(" ");
                if (parts.length == 3) {
                    acknowledged++;
                    List<Publication> rows = done.get(new Done(PublicAct.valueOf(parts[0]), Long.parseLong(parts[1])));
                    assertTrue(rows != null, () -> "missed: " + line);
                    long late = rows.getFirst().at().toEpochMilli() - Long.parseLong(parts[2]);
                    assertTrue(late >= 0, () -> "early: " + line);
                    latest = Math.max(latest, late);
                }
            }
        }
        System.out.printf(
                "schedules, %s: %d planned acts acknowledged, %d processes killed, %d acts done; none missed, none "
                        + "twice, none early; the latest %d ms after its instant%n",
                what, acknowledged, killed, done.size(), latest);
    }

    private static Map<Done, List<Publication>> done(Press press) {
        return press.database().read(sql -> {
            var log = new PublicationLog(sql);
            var done = new HashMap<Done, List<Publication>>();
            List<Publication> rows;
            for (long seq = 0;
                    !(rows = log.since(seq, 1000)).isEmpty();
                    seq = rows.getLast().seq()) {
                for (Publication row : rows) {
                    if (row.act() == PublicAct.PUBLISHED || row.act() == PublicAct.EXPIRED) {
                        done.computeIfAbsent(new Done(row.act(), row.subject().id()), each -> new ArrayList<>())
                                .add(row);
                    }
                }
            }
            return done;
        });
    }
}
