package press.rotative.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.people.Role;
import press.rotative.publication.Acts;

/// Hostile and broken pictures are sent one after the other: each is taken or refused in a sentence, and nothing of the
/// server grows: no memory, no files, no processes. `-Drotative.hostile.pictures=2000` is the long form.
@QuarkusTest
@QuarkusTestResource(value = ApiTest.DataDirectory.class, restrictToAnnotatedClass = true)
@Tag("long")
class HostileUploadTest {
    private static final int PICTURES = Integer.getInteger("rotative.hostile.pictures", 100);
    private static final long SEED = Long.getLong("rotative.hostile.seed", 20_261_124);

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    void no_picture_harms_the_server() throws Exception {
        var reporter = ApiClient.with(server, acts, Role.REPORTER);
        var hostile = new HostilePictures(SEED);
        for (int i = 0; i < PICTURES / 5; i++) {
            reporter.upload(hostile.next());
        }
        long heap = heap();
        long open = openFiles();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < PICTURES; i++) {
            byte[] file = hostile.next();
            var answer = reporter.upload(file);
            int at = i;
            assertTrue(
                    answer.statusCode() < 500,
                    () -> "picture " + at + " of seed " + SEED + ": " + ApiClient.text(answer));
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 201) {
                clean(
                        reporter,
                        ApiClient.tree(answer).get("self").asText(),
                        ApiClient.tree(answer).get("width").asInt());
            } else if (answer.statusCode() != 200) {
                String sentence = ApiClient.tree(answer).get("detail").asText();
                assertTrue(sentence.endsWith(".") && sentence.length() > 20, sentence);
            }
        }
        System.out.println(PICTURES + " hostile pictures: " + statuses + ", heap " + (heap() - heap) / 1024
                + " KB more, open files " + (openFiles() - open) + " more, children "
                + ProcessHandle.current().children().count());
        assertTrue(statuses.getOrDefault(422, 0) > PICTURES / 10, statuses.toString());
        assertTrue(heap() - heap < 48L << 20, "the heap grew by " + (heap() - heap));
        assertTrue(openFiles() - open < 40, "open files grew by " + (openFiles() - open));
        assertTrue(ProcessHandle.current().children().count() <= 3);
        assertEquals(0, files(Path.of(System.getProperty("rotative.data"), "quarantine")));
    }

    /// What else was in the file is not in what is shown of it.
    private static void clean(ApiClient reporter, String self, int width) throws Exception {
        var seen = reporter.get(self + "/renditions/" + Math.min(width, 480) + ".jpg");
        if (seen.statusCode() == 200) {
            String bytes = new String(seen.body(), StandardCharsets.ISO_8859_1);
            for (String payload : new String[] {"<script", "<?php", "PK\003\004", "%PDF", "root:", "GPS"}) {
                assertFalse(bytes.contains(payload), payload);
            }
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long openFiles() throws IOException {
        Path open = Path.of("/proc/self/fd");
        return Files.isDirectory(open) ? files(open) : 0;
    }

    private static long files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder, folder.startsWith("/proc") ? 1 : 10)) {
            return all.filter(each -> folder.startsWith("/proc") || Files.isRegularFile(each))
                    .count();
        }
    }
}
