package press.rotative.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import press.rotative.story.Text;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.Reading;

/// A gate of its own, outside the suite: how well the bodies and fields of pages nobody here wrote are found. It reads
/// public test sets from a folder that is given, and keeps nothing of them:
///
/// ```sh
/// mvn test -Dtest=ExtractionMeasure -Drotative.extraction=/path/to/set [-Drotative.extraction.half=1]
/// ```
///
/// Known shapes: a folder with `ground-truth.json` and `html/` (article-extraction-benchmark, scored as its own script
/// does: shingles of four words), one with `evaldata.json` (trafilatura's tests: segments that must and must not come
/// out), and one with `meta.info` files (the parser tests of Fundus: bodies, titles, authors, dates, captions,
/// credits). Half 0 is what the readers were tuned on, half 1 was held out.
class ExtractionMeasure {

    /// One page with what is known of it; what is not known is empty.
    private record Page(
            String name,
            Path file,
            Optional<String> body,
            Optional<String> title,
            List<String> authors,
            Optional<String> date,
            List<String> captions,
            List<String> credits,
            List<String> with,
            List<String> without) {

        static Page of(String name, Path file, String body) {
            return new Page(
                    name,
                    file,
                    Optional.of(body),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private final List<String> worst = new ArrayList<>();
    private long nanos;
    private long bytes;

    @Test
    @EnabledIfSystemProperty(named = "rotative.extraction", matches = ".+")
    void pages_of_a_public_test_set_are_read() throws IOException {
        main(System.getProperty("rotative.extraction"), System.getProperty("rotative.extraction.half", "-1"));
    }

    public static void main(String... words) throws IOException {
        Path set = Path.of(words[0]);
        int half = words.length > 1 ? Integer.parseInt(words[1]) : -1;
        var measure = new ExtractionMeasure();
        List<Page> pages = pages(set).stream()
                .filter(page -> half < 0 || (page.name().hashCode() & 1) == half)
                .filter(page -> words.length < 3 || page.name().contains(words[2]))
                .toList();
        List<byte[]> captures = new ArrayList<>();
        for (Page page : pages) {
            captures.add(bytes(page.file()));
        }
        for (int at = 0; at < pages.size(); at++) {
            measure.measure(pages.get(at), captures.get(at), words.length > 2);
        }
        measure.say(set, half, pages.size());
        measure.speed(captures);
    }

    private void measure(Page page, byte[] capture, boolean shown) {
        Reading reading = new CaptureReader().read(Capture.of(page.name(), capture));
        Optional<Clipping> read =
                reading instanceof Reading.Read(Clipping clipping) ? Optional.of(clipping) : Optional.empty();
        String text = read.map(ExtractionMeasure::body).orElse("");
        page.body().ifPresent(body -> shingles(page, body, text, shown));
        for (String segment : page.with()) {
            sum("segments that must come out", squeezed(everything(read, text)).contains(squeezed(segment)));
        }
        for (String segment : page.without()) {
            sum("segments kept out", !squeezed(text).contains(squeezed(segment)));
        }
        page.title()
                .ifPresent(title -> recall(
                        page,
                        "headline",
                        read.flatMap(Clipping::headline)
                                .filter(found -> same(title, found))
                                .isPresent(),
                        title + " <> " + read.flatMap(Clipping::headline)));
        for (String author : page.authors()) {
            String found =
                    read.flatMap(Clipping::byline).map(Clipping.Byline::text).orElse("") + " "
                            + read.flatMap(Clipping::outlet).orElse("");
            recall(page, "author", letters(found).contains(letters(author)), author + " <> " + found);
        }
        page.date().ifPresent(date -> {
            String found =
                    read.flatMap(Clipping::published).map(Clipping.Dated::iso).orElse("");
            recall(page, "date", !found.isEmpty() && Math.abs(days(found) - days(date)) <= 1, date + " <> " + found);
        });
        List<String> captions = new ArrayList<>();
        List<String> credits = new ArrayList<>();
        read.ifPresent(clipping -> pictures(clipping).forEach(picture -> {
            captions.add(letters(picture.caption().orElse("") + picture.alt().orElse("")));
            credits.add(letters(picture.credit().orElse("")
                    + picture.creditDetail().orElse("")
                    + picture.caption().orElse("")));
        }));
        for (String caption : page.captions()) {
            recall(
                    page,
                    "caption",
                    captions.stream()
                            .anyMatch(found -> found.contains(letters(caption))
                                    || found.length() > 20 && letters(caption).contains(found)),
                    caption + " <> " + captions);
        }
        for (String credit : page.credits()) {
            recall(
                    page,
                    "credit",
                    credits.stream().anyMatch(found -> found.contains(letters(credit))),
                    credit + " <> " + credits);
        }
    }

    private void recall(Page page, String field, boolean found, String told) {
        sum(field + " found", found);
        if (!found) {
            worst.add("0.0 " + field + " " + page.name() + " " + told.substring(0, Math.min(told.length(), 260)));
        }
    }

    private void shingles(Page page, String body, String text, boolean shown) {
        Map<String, Integer> wanted = fours(body);
        Map<String, Integer> found = fours(text);
        double right = 0;
        double extra = 0;
        double missing = 0;
        for (var each : wanted.entrySet()) {
            int there = found.getOrDefault(each.getKey(), 0);
            right += Math.min(there, each.getValue());
            missing += Math.max(0, each.getValue() - there);
        }
        for (var each : found.entrySet()) {
            extra += Math.max(0, each.getValue() - wanted.getOrDefault(each.getKey(), 0));
        }
        double precision = right + extra == 0 ? (missing == 0 ? 1 : -1) : right / (right + extra);
        double recall = right + missing == 0 ? (extra == 0 ? 1 : -1) : right / (right + missing);
        if (precision >= 0) {
            sum("body precision", precision);
        }
        if (recall >= 0) {
            sum("body recall", recall);
        }
        double f = precision <= 0 || recall <= 0 ? 0 : 2 * precision * recall / (precision + recall);
        sum("mean of the pages' own body F1", f);
        worst.add(String.format(Locale.ROOT, "%.3f P %.2f R %.2f %s", f, precision, recall, page.name()));
        if (shown) {
            text.lines()
                    .filter(line -> !squeezed(body).contains(squeezed(line)))
                    .forEach(line -> worst.add("+ " + line));
            body.lines()
                    .filter(line -> !squeezed(text).contains(squeezed(line)))
                    .forEach(line -> worst.add("- " + line));
        }
    }

    private void say(Path set, int half, int pages) {
        worst.stream()
                .filter(line -> !line.startsWith("1") && !line.startsWith("0.99"))
                .sorted()
                .limit(400)
                .forEach(System.out::println);
        System.out.println(set.getFileName() + (half < 0 ? " whole" : " half " + half) + ": " + pages + " pages");
        sums.forEach((name, sum) ->
                System.out.printf(Locale.ROOT, "  %-34s %.4f of %d%n", name, sum[0] / sum[1], (long) sum[1]));
        if (sums.containsKey("body recall")) {
            double precision = sums.get("body precision")[0] / sums.get("body precision")[1];
            double recall = sums.get("body recall")[0] / sums.get("body recall")[1];
            System.out.printf(Locale.ROOT, "  %-34s %.4f%n", "body F1", 2 * precision * recall / (precision + recall));
        }
    }

    /// Reads all pages again and again for some seconds, on one thread, after the machine has warmed up.
    private void speed(List<byte[]> captures) {
        long end = System.nanoTime() + 25_000_000_000L;
        long pages = 0;
        while (System.nanoTime() < end && !captures.isEmpty()) {
            boolean warm = System.nanoTime() > end - 12_000_000_000L;
            for (byte[] capture : captures) {
                long from = processor();
                new CaptureReader().read(Capture.of("page", capture));
                if (warm) {
                    nanos += processor() - from;
                    bytes += capture.length;
                    pages++;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %d pages/s of processor time, %d KB a page%n",
                pages * 1_000_000_000L / Math.max(1, nanos),
                bytes / Math.max(1, pages) / 1024);
    }

    /// Processor time of this thread: what others do on the machine does not count.
    private static long processor() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void sum(String name, boolean right) {
        sum(name, right ? 1 : 0);
    }

    private void sum(String name, double value) {
        double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
        sum[0] += value;
        sum[1]++;
    }

    private static String everything(Optional<Clipping> read, String text) {
        return read.flatMap(Clipping::headline).orElse("") + "\n"
                + read.flatMap(Clipping::standfirst).orElse("") + "\n" + text;
    }

    /// The words of the body: no captions, no announcements of other stories.
    private static String body(Clipping clipping) {
        StringBuilder text = new StringBuilder();
        for (Clipping.Block block : clipping.blocks()) {
            String said =
                    switch (block) {
                        case Clipping.Paragraph paragraph -> paragraph.text();
                        case Clipping.Heading heading -> heading.text();
                        case Clipping.Quote quote ->
                            quote.text() + "\n" + quote.attribution().orElse("");
                        case Clipping.ListBlock list ->
                            String.join(
                                    "\n", list.items().stream().map(Text::plain).toList());
                        case Clipping.Table table ->
                            String.join(" ", table.columns()) + "\n"
                                    + String.join(
                                            "\n",
                                            table.rows().stream()
                                                    .map(row -> String.join(" ", row))
                                                    .toList());
                        case Clipping.Embed embed -> "";
                        case Clipping.PictureBlock picture -> "";
                        case Clipping.Teaser teaser -> "";
                    };
            text.append(said).append('\n');
        }
        return text.toString();
    }

    private static List<Clipping.Picture> pictures(Clipping clipping) {
        List<Clipping.Picture> pictures = new ArrayList<>();
        clipping.hero().ifPresent(pictures::add);
        clipping.blocks().forEach(block -> {
            if (block instanceof Clipping.PictureBlock shown) {
                pictures.add(shown.picture());
            }
        });
        return pictures;
    }

    private static Map<String, Integer> fours(String text) {
        List<String> words = Stream.of(text.split("[^\\p{L}\\p{M}\\p{Nd}\\p{Pc}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<String, Integer> fours = new HashMap<>();
        for (int at = 0; at < Math.max(1, words.size() - 3); at++) {
            List<String> four = words.subList(at, Math.min(at + 4, words.size()));
            if (!four.isEmpty()) {
                fours.merge(String.join(" ", four), 1, Integer::sum);
            }
        }
        return fours;
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    private static boolean same(String wanted, String found) {
        String one = letters(wanted);
        String other = letters(found);
        return one.equals(other)
                || other.length() > 15
                        && (one.startsWith(other)
                                || other.startsWith(one)
                                || one.endsWith(other)
                                || other.endsWith(one));
    }

    private static long days(String date) {
        return java.time.LocalDate.parse(date.substring(0, 10)).toEpochDay();
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    private static List<Page> pages(Path set) throws IOException {
        if (Files.exists(set.resolve("ground-truth.json"))) {
            return benchmark(set);
        }
        return Files.exists(set.resolve("evaldata.json")) ? segments(set) : publishers(set);
    }

    private static List<Page> benchmark(Path set) throws IOException {
        List<Page> pages = new ArrayList<>();
        new ObjectMapper()
                .readTree(set.resolve("ground-truth.json").toFile())
                .properties()
                .forEach(entry -> pages.add(Page.of(
                        entry.getKey(),
                        set.resolve("html").resolve(entry.getKey() + ".html.gz"),
                        entry.getValue().path("articleBody").asText())));
        return pages;
    }

    private static List<Page> segments(Path set) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (var entry : new ObjectMapper()
                .readTree(set.resolve("evaldata.json").toFile())
                .properties()) {
            JsonNode known = entry.getValue();
            for (String folder : new String[] {"cache", "eval"}) {
                Path file = set.resolve(folder).resolve(known.path("file").asText());
                if (Files.exists(file)) {
                    pages.add(new Page(
                            entry.getKey(),
                            file,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            texts(known.path("with")),
                            texts(known.path("without"))));
                    break;
                }
            }
        }
        return pages;
    }

    private static List<Page> publishers(Path set) throws IOException {
        List<Page> pages = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(set)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path truth :
                files.stream().filter(file -> file.toString().endsWith(".json")).toList()) {
            String publisher = truth.getFileName().toString().replace(".json", "");
            List<Path> html = files.stream()
                    .filter(file -> file.getParent().equals(truth.getParent())
                            && file.getFileName()
                                    .toString()
                                    .matches(java.util.regex.Pattern.quote(publisher)
                                            + "_\\d{4}_\\d\\d_\\d\\d\\.html\\.gz"))
                    .toList();
            Map<String, JsonNode> versions = new TreeMap<>();
            new ObjectMapper()
                    .readTree(truth.toFile())
                    .properties()
                    .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
            int at = 0;
            for (JsonNode known : versions.values()) {
                if (html.size() == versions.size()) {
                    pages.add(published(publisher + "-" + at, html.get(at), known));
                }
                at++;
            }
        }
        return pages;
    }

    private static Page published(String name, Path file, JsonNode known) {
        StringBuilder body = new StringBuilder();
        known.path("body").path("sections").forEach(section -> {
            section.path("headline").forEach(line -> body.append(line.asText()).append('\n'));
            section.path("paragraphs")
                    .forEach(line -> body.append(line.asText()).append('\n'));
        });
        List<String> captions = new ArrayList<>();
        List<String> credits = new ArrayList<>();
        known.path("images").forEach(image -> {
            if (!image.path("caption").asText("").isBlank()
                    && !image.path("caption").isNull()) {
                captions.add(image.path("caption").asText());
            }
            credits.addAll(texts(image.path("authors")));
        });
        return new Page(
                name,
                file,
                Optional.of(body.toString()),
                Optional.of(known.path("title").asText("")).filter(title -> !title.isBlank()),
                texts(known.path("authors")),
                Optional.of(known.path("publishing_date").asText("")).filter(date -> date.length() >= 10),
                captions,
                credits,
                List.of(),
                List.of());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
