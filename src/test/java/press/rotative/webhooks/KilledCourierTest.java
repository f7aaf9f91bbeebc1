package press.rotative.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.OwnProcess;
import press.rotative.Press;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// `kill -9` while it delivers: nothing is left out, nothing overtakes, and what comes twice has the same `webhook-id`.
@Tag("long")
class KilledCourierTest {
    private static final int ROUNDS = Integer.getInteger("rotative.webhooks.kills", 4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_delivered_by_whoever_comes_after_the_killed_one() throws Exception {
        Path data = folder.resolve("data");
        var random = new Random(20_261_128);
        try (var receiver = new Receiver()) {
            long acknowledged = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                acknowledged = liveAndDie(data, receiver, 400 + random.nextInt(800), folder.resolve("out" + round));
            }
            try (Press press = Press.open(data, Optional.empty(), Clock.systemUTC());
                    Courier courier = DeliveringNewsroom.courier(press, data)) {
                assertTrue(press.number().current() >= acknowledged);
                courier.start();
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (delivered(press) < press.number().current() && System.nanoTime() < end) {
                    Thread.sleep(20);
                }
                List<Long> wanted = press.database().read(sql -> new PublicationLog(sql)
                        .since(0, 100_000).stream()
                                .filter(row -> HookEvent.of(row.act()).isPresent())
                                .map(Publication::seq)
                                .toList());
                assertDelivered(wanted, receiver.at("/hook"));
            }
        }
    }

    private static long delivered(Press press) {
        return press.database().read(sql -> new Webhooks(sql).all().getFirst().delivered());
    }

    /// @return number of the last publication that it acknowledged
    private static long liveAndDie(Path data, Receiver receiver, long millis, Path out) throws Exception {
        Process newsroom = new ProcessBuilder(
                        OwnProcess.command(DeliveringNewsroom.class, data.toString(), receiver.address("/hook")))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (Files.size(out) == 0 && System.nanoTime() < patience && newsroom.isAlive()) {
            Thread.sleep(5);
        }
        Thread.sleep(millis);
        newsroom.destroyForcibly().waitFor();
        String text = Files.readString(out);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        assertTrue(!lines.isEmpty(), "it published something");
        return Long.parseLong(lines.getLast());
    }

    private static void assertDelivered(List<Long> wanted, List<Receiver.Got> got) {
        Map<Long, String> ids = new LinkedHashMap<>();
        var firsts = new ArrayList<Long>();
        int twice = 0;
        for (Receiver.Got each : got) {
            long number = each.json().at("/data/number").asLong();
            String before = ids.putIfAbsent(number, each.id());
            if (before == null) {
                firsts.add(number);
            } else {
                assertEquals(before, each.id(), "the same message");
                twice++;
            }
        }
        assertEquals(wanted, firsts, "all of them, in the order of the log");
        assertTrue(twice <= ROUNDS, "at most the one that was under way comes twice: " + twice);
        System.out.println("kill -9 while delivering: " + ROUNDS + " rounds, " + wanted.size()
                + " messages, none lost, " + twice + " sent twice");
    }
}
