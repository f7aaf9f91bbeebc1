package press.rotative.wire.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The public test sets that are understood, each told by the files in its folder. Nothing of them is kept here.
///
/// | folder holds | set |
/// |---|---|
/// | `ground-truth.json`, `html/` | scrapinghub/article-extraction-benchmark: bodies |
/// | `evaldata.json`, `cache/`, `eval/` | `tests/` of adbar/trafilatura: segments, headlines, authors, dates |
/// | `meta.info` in folders of countries | `tests/resources/parser/test_data` of flairNLP/fundus: all fields |
/// | `dev/`, `test/`, `metadata.json` | Murrough-Foley/web-content-extraction-benchmark (WCXB): articles |
/// | `*.expected.json` beside pages | the corpus of this project |
/// | `known.json` | any other set, made ready by hand: pages with `name`, `site`, `file`, `half`, what is known |
/// | `fixtures/`, `src/extractors/custom` | postlight/parser: headlines, authors, dates |
final class TestSets {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TestSets() {}

    /// The pages of the set in this folder.
    ///
    /// @param half 0 is what the readers were tuned on; 1 was held out; any other number is all of it
    static List<KnownPage> pages(Path folder, int half) throws IOException {
        if (Files.exists(folder.resolve("metadata.json")) && Files.exists(folder.resolve("dev"))) {
            List<KnownPage> pages = new ArrayList<>();
            // This set comes with its own halves.
            for (String split : half == 0 ? List.of("dev") : half == 1 ? List.of("test") : List.of("dev", "test")) {
                pages.addAll(articles(folder.resolve(split)));
            }
            return pages;
        }
        if (Files.exists(folder.resolve("known.json"))) {
            return listed(folder, half);
        }
        return half(all(folder), half);
    }

    /// Pages with their halves: `body`, `headline` and `date` are texts, `authors`, `captions`, `credits` and `with`
    /// lists of texts; each may be missing.
    private static List<KnownPage> listed(Path folder, int half) throws IOException {
        List<KnownPage> pages = new ArrayList<>();
        for (JsonNode known : MAPPER.readTree(folder.resolve("known.json").toFile())) {
            int own = known.path("half").asInt();
            if (half != 0 && half != 1 || half == own) {
                var page = KnownPage.of(
                                known.path("name").asText(),
                                known.path("site").asText(),
                                folder.resolve(known.path("file").asText()))
                        .headline(known.path("headline").asText(""))
                        .authors(texts(known.path("authors")))
                        .date(known.path("date").asText(""))
                        .pictures(texts(known.path("captions")), texts(known.path("credits")))
                        .segments(texts(known.path("with")), List.of());
                texts(known.path("body")).forEach(page::body);
                pages.add(page.page());
            }
        }
        return pages;
    }

    private static List<KnownPage> all(Path folder) throws IOException {
        if (Files.exists(folder.resolve("ground-truth.json"))) {
            return bodies(folder);
        }
        if (Files.exists(folder.resolve("evaldata.json"))) {
            return segments(folder);
        }
        if (Files.exists(folder.resolve("fixtures"))) {
            return fixtures(folder);
        }
        List<KnownPage> own = outlines(folder);
        return own.isEmpty() ? publishers(folder) : own;
    }

    /// The pages of our own corpus, each with its outline beside it.
    private static List<KnownPage> outlines(Path folder) throws IOException {
        List<KnownPage> pages = new ArrayList<>();
        for (Path truth : files(folder, ".expected.json")) {
            String name = truth.getFileName().toString().replace(".expected.json", "");
            JsonNode known = MAPPER.readTree(truth.toFile());
            List<String> authors = new ArrayList<>();
            known.path("signatures")
                    .forEach(signature -> authors.add(signature.path("name").asText()));
            StringBuilder body = new StringBuilder();
            known.path("body").findValuesAsText("text").forEach(text -> body.append(text)
                    .append('\n'));
            pages.add(KnownPage.of(name, name, folder.resolve(name + ".html"))
                    .body(body.toString())
                    .headline(known.path("headline").asText(""))
                    .authors(authors)
                    .date(known.path("published").asText(""))
                    .page());
        }
        return pages;
    }

    /// A site of which one page belongs to the first half belongs there with all its pages, so that the other half
    /// holds no site that anybody looked at.
    private static List<KnownPage> half(List<KnownPage> pages, int half) {
        Set<String> seen = new HashSet<>();
        pages.stream().filter(page -> (page.name().hashCode() & 1) == 0).forEach(page -> seen.add(page.site()));
        return pages.stream()
                .filter(page -> half != 0 && half != 1 || seen.contains(page.site()) == (half == 0))
                .toList();
    }

    private static List<KnownPage> bodies(Path folder) throws IOException {
        List<KnownPage> pages = new ArrayList<>();
        for (var entry :
                MAPPER.readTree(folder.resolve("ground-truth.json").toFile()).properties()) {
            Path file = folder.resolve("html").resolve(entry.getKey() + ".html.gz");
            pages.add(KnownPage.of(
                            entry.getKey(), host(entry.getValue().path("url").asText()), file)
                    .body(entry.getValue().path("articleBody").asText())
                    .page());
        }
        return pages;
    }

    private static List<KnownPage> segments(Path folder) throws IOException {
        List<KnownPage> pages = new ArrayList<>();
        for (var entry :
                MAPPER.readTree(folder.resolve("evaldata.json").toFile()).properties()) {
            JsonNode known = entry.getValue();
            for (String place : new String[] {"cache", "eval"}) {
                Path file = folder.resolve(place).resolve(known.path("file").asText());
                if (Files.exists(file)) {
                    pages.add(KnownPage.of(entry.getKey(), host(entry.getKey()), file)
                            .segments(texts(known.path("with")), texts(known.path("without")))
                            .headline(known.path("title").asText(""))
                            .authors(texts(known.path("author")))
                            .date(known.path("date").asText(""))
                            .page());
                    break;
                }
            }
        }
        return pages;
    }

    private static List<KnownPage> articles(Path folder) throws IOException {
        List<KnownPage> pages = new ArrayList<>();
        for (Path truth : files(folder.resolve("ground-truth"), ".json")) {
            JsonNode tree = MAPPER.readTree(truth.toFile());
            JsonNode known = tree.path("ground_truth");
            if (tree.path("_internal")
                    .path("page_type")
                    .path("primary")
                    .asText()
                    .equals("article")) {
                String name = truth.getFileName().toString().replace(".json", "");
                Path file = folder.resolve("html").resolve(name + ".html.gz");
                pages.add(KnownPage.of(name, host(tree.path("url").asText()), file)
                        .body(known.path("main_content").asText(""))
                        .headline(known.path("title").asText(""))
                        .authors(texts(known.path("author")))
                        .date(known.path("publish_date").asText(""))
                        .page());
            }
        }
        return pages;
    }

    private static List<KnownPage> publishers(Path folder) throws IOException {
        List<KnownPage> pages = new ArrayList<>();
        for (Path truth : files(folder, ".json")) {
            String publisher = truth.getFileName().toString().replace(".json", "");
            List<Path> html = files(truth.getParent(), ".html.gz").stream()
                    .filter(file -> file.getFileName()
                            .toString()
                            .matches(Pattern.quote(publisher) + "_\\d{4}_\\d\\d_\\d\\d\\.html\\.gz"))
                    .toList();
            Map<String, JsonNode> versions = new TreeMap<>();
            MAPPER.readTree(truth.toFile())
                    .properties()
                    .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
            int at = 0;
            for (JsonNode known : versions.values()) {
                if (html.size() == versions.size()) {
                    pages.add(published(publisher + "-" + at, publisher, html.get(at), known));
                }
                at++;
            }
        }
        return pages;
    }

    private static KnownPage published(String name, String publisher, Path file, JsonNode known) {
        StringBuilder body = new StringBuilder();
        known.path("body").path("sections").forEach(section -> {
            section.path("headline").forEach(line -> body.append(line.asText()).append('\n'));
            section.path("paragraphs")
                    .forEach(line -> body.append(line.asText()).append('\n'));
        });
        List<String> captions = new ArrayList<>();
        List<String> credits = new ArrayList<>();
        known.path("images").forEach(image -> {
            captions.addAll(texts(image.path("caption")));
            credits.addAll(texts(image.path("authors")));
        });
        return KnownPage.of(name, publisher, file)
                .body(body.toString())
                .headline(known.path("title").asText(""))
                .authors(texts(known.path("authors")))
                .date(known.path("publishing_date").asText(""))
                .pictures(captions, credits)
                .page();
    }

    private static final Pattern FIXTURE = Pattern.compile("fixtures/([^'\"`]+\\.html)");
    private static final Pattern EXPECTED = Pattern.compile(
            "assert\\.equal\\(\\s*(title|author|date_published),\\s*(['\"`])((?:\\\\.|(?!\\2).)*)\\2\\s*,?\\s*\\)",
            Pattern.DOTALL);

    /// The expectations stand in the tests of the extractors, one or more fixtures a test.
    private static List<KnownPage> fixtures(Path folder) throws IOException {
        List<KnownPage> pages = new ArrayList<>();
        for (Path test : files(folder.resolve("src/extractors/custom"), "index.test.js")) {
            String[] blocks = Files.readString(test).split("(?=describe\\()");
            for (String block : blocks) {
                Matcher fixture = FIXTURE.matcher(block);
                Path file = fixture.find() ? folder.resolve("fixtures").resolve(fixture.group(1)) : folder;
                if (!Files.isRegularFile(file)) {
                    continue;
                }
                String name = fixture.group(1).replace(".html", "");
                var page = KnownPage.of(name, name.split("--")[0], file);
                Matcher expected = EXPECTED.matcher(block);
                while (expected.find()) {
                    String value = expected.group(3).replaceAll("\\\\(.)", "$1");
                    switch (expected.group(1)) {
                        case "title" -> page.headline(value);
                        case "author" -> page.authors(List.of(value));
                        default -> page.date(value);
                    }
                }
                pages.add(page.page());
            }
        }
        return pages;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /// A text, or a list of them; nothing for null.
    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(each -> {
            if (each.isTextual() && !each.asText().isBlank()) {
                texts.add(each.asText());
            }
        });
        return texts;
    }

    private static String host(String address) {
        try {
            String host = URI.create(address.strip()).getHost();
            return host == null ? address : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException broken) {
            return address;
        }
    }
}
