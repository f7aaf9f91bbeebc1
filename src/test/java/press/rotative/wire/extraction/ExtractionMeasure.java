package press.rotative.wire.extraction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import press.rotative.wire.CaptureReader;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.Reading;

/// How well the bodies and fields of pages nobody here wrote are found. It reads a public test set ([TestSets])
/// from a folder that is given, and keeps nothing of it; without one, in the suite, it measures the pages of our
/// own corpus, which must come out nearly whole.
///
/// ```sh
/// mvn test -Dtest=ExtractionMeasure -Drotative.extraction=FOLDER
///     -Drotative.extraction.half=0         # what the readers were tuned on; prints what went wrong, worst first
///     -Drotative.extraction.half=1         # what was held out; prints sums only
///     -Drotative.extraction.page=PATTERN     # only pages whose name fits this pattern, with the lines that differ
///     -Drotative.extraction.output=FILE    # what was found, in the form of article-extraction-benchmark's output/
///     -Drotative.extraction.seconds=20     # how long to measure the speed; 0 for not at all
/// ```
class ExtractionMeasure {

    private static final int SECONDS = Integer.getInteger("rotative.extraction.seconds", 20);
    private static final Path OWN = Path.of("src/test/corpus/html");

    @Test
    void known_pages_are_found_as_they_are_known() throws IOException {
        String set = System.getProperty("rotative.extraction", "");
        Figures figures = measured(set.isEmpty() ? OWN : Path.of(set), set.isEmpty() ? 0 : SECONDS);
        if (set.isEmpty()) {
            assertTrue(figures.mean("body recall") > 0.95, () -> "" + figures.lines()); // headings of tables apart
            for (String field : List.of("headline recall", "author recall", "date recall")) {
                assertTrue(figures.mean(field) > 0.99, () -> field + " " + figures.lines());
            }
        }
    }

    public static void main(String... words) throws IOException {
        measured(Path.of(System.getProperty("rotative.extraction")), SECONDS);
    }

    private static Figures measured(Path folder, int seconds) throws IOException {
        int half = Integer.getInteger("rotative.extraction.half", -1);
        String only = System.getProperty("rotative.extraction.page", "");
        String output = System.getProperty("rotative.extraction.output", "");
        List<KnownPage> pages = TestSets.pages(folder, half).stream()
                .filter(page -> only.isEmpty() || page.name().matches(only))
                .toList();
        var figures = new Figures(!only.isEmpty());
        List<byte[]> captures = new ArrayList<>();
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        for (KnownPage page : pages) {
            byte[] capture = bytes(page.file());
            captures.add(capture);
            Reading reading = new CaptureReader().read(Capture.of(page.name(), capture));
            Optional<Clipping> read =
                    reading instanceof Reading.Read known ? Optional.of(known.clipping()) : Optional.empty();
            figures.add(page, read);
            found.put(page.name(), Map.of("articleBody", read.map(Figures::body).orElse("")));
        }
        if (half != 1) {
            figures.mistakes().forEach(System.out::println);
        }
        System.out.println(folder + (half < 0 ? ", whole" : ", half " + half) + ": " + pages.size() + " pages");
        figures.lines().forEach(line -> System.out.println("  " + line));
        if (!output.isEmpty()) {
            new ObjectMapper().writeValue(Path.of(output).toFile(), found);
        }
        speed(captures, seconds);
        return figures;
    }

    /// Reads all pages again and again on one thread, the first third of the time to warm up. Processor time of that
    /// thread counts: what others do on the machine does not.
    private static void speed(List<byte[]> captures, int seconds) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long warm = start + (end - start) / 3;
        long pages = 0;
        long bytes = 0;
        long nanos = 0;
        while (System.nanoTime() < end && !captures.isEmpty()) {
            boolean counted = System.nanoTime() > warm;
            for (byte[] capture : captures) {
                long from = threads.getCurrentThreadCpuTime();
                new CaptureReader().read(Capture.of("page", capture));
                if (counted) {
                    nanos += threads.getCurrentThreadCpuTime() - from;
                    bytes += capture.length;
                    pages++;
                }
            }
        }
        if (pages > 0) {
            System.out.println("  " + pages * 1_000_000_000L / nanos + " pages/s of one core, " + bytes / pages / 1024
                    + " KB a page, " + bytes * 1000 / nanos + " MB/s");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }
}
