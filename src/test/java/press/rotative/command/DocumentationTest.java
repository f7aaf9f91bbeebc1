package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The documentation does what it says: its shell blocks are run, page by page, against a server with the sample
/// newspaper, and what a page prints below a block is compared with what came out.
///
/// A block of `sh` is run. A block of `json` after it names fields of the last answer; one of `text` begins as what
/// came out. Blocks of `console` need a whole machine and are not run.
@Tag("long")
class DocumentationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|json|text|nginx|console)\\n(.*?)^```$");
    /// These do not end, or run this very test.
    private static final Pattern NOT_RUN =
            Pattern.compile("(?m)^\\./rotative( (test|dev|bench|dist|serve)\\b.*)? *(#.*)?$");

    @TempDir
    private static Path folder;

    private static Process server;
    private static String port;
    private static String corrected;

    record Block(String kind, String text) {}

    @BeforeAll
    static void aServerWithTheSample() throws Exception {
        assertTrue(
                Files.exists(Path.of("target/quarkus-app/built")), "./rotative test command builds the program first.");
        Files.createSymbolicLink(folder.resolve("rotative"), Path.of("rotative").toAbsolutePath());
        Files.createDirectories(folder.resolve("backup"));
        server = shell("exec ./rotative serve --port 0")
                .redirectErrorStream(false)
                .start();
        String ready =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertTrue(ready != null && ready.startsWith("Rotative is ready: http://127.0.0.1:"), ready);
        port = ready.substring(ready.lastIndexOf(':') + 1);
        corrected = done(shell(
                        "curl -sS -H \"Authorization: Bearer $(./rotative key create --role editor)\" 'http://127.0.0.1:"
                                + port + "/api/v1/stories?since=100&limit=100'"
                                + " | grep -o '\"act\":\"corrected\"[^}]*\"id\":[0-9]*' | head -n 1 | sed 's/.*://'"))
                .said()
                .strip();
        assertFalse(corrected.isEmpty(), "no story of the sample was corrected");
    }

    @AfterAll
    static void end() throws InterruptedException {
        server.destroy();
        server.waitFor(15, TimeUnit.SECONDS);
    }

    @Test
    void the_commands_of_the_api_page_answer_as_it_says() throws Exception {
        Files.copy(Path.of("src/test/corpus/pictures/seed.jpg"), folder.resolve("ferry.jpg"));
        run("docs/developers/api.md", 11);
    }

    @Test
    void the_commands_of_the_operators_page_do_what_it_says() throws Exception {
        run("docs/operators/README.md", 4);
    }

    @Test
    void the_commands_of_the_import_page_file_its_example() throws Exception {
        String page = Files.readString(Path.of("docs/operators/import.md"));
        String capture = blocks(page).stream()
                .filter(block -> block.kind().equals("text"))
                .findFirst()
                .orElseThrow()
                .text();
        Files.writeString(folder.resolve("page.txt"), capture);
        Files.createDirectories(folder.resolve("captures"));
        Files.writeString(folder.resolve("captures/slipway.txt"), capture.replace("slipway", "dry dock"));
        String said = run(
                blocks(page).stream().filter(block -> block.kind().equals("sh")).toList());
        assertFalse(JSON.readTree(folder.resolve("report.json").toFile()).isEmpty(), said);
    }

    @Test
    void what_the_first_page_says_to_type_is_understood() throws Exception {
        for (String page : List.of("README.md", "CONTRIBUTING.md")) {
            for (Block block : blocks(Files.readString(Path.of(page)))) {
                for (String line : block.text().split("\n")) {
                    if (line.matches("\\./rotative [a-z].*")) {
                        String command = line.replaceAll("^\\./rotative (\\S+).*", "$1");
                        assertEquals(
                                0,
                                done(shell("./rotative " + command + " --help")).status(),
                                line);
                    }
                }
            }
        }
    }

    @Test
    void every_page_that_is_linked_to_is_there() throws Exception {
        var lost = new ArrayList<String>();
        try (var files = Files.walk(Path.of("docs"))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                var links = Pattern.compile("]\\((?!https?:)([^)#]+)").matcher(Files.readString(page));
                while (links.find()) {
                    if (!Files.exists(page.resolveSibling(links.group(1)))) {
                        lost.add(page + " links to " + links.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    private static void run(String page, int least) throws Exception {
        List<Block> blocks = blocks(Files.readString(Path.of(page)));
        List<Block> run =
                blocks.stream().filter(block -> block.kind().equals("sh")).toList();
        assertTrue(run.size() >= least, page + " has only " + run.size() + " blocks to run");
        String[] said = run(run).split("(?m)^=== next block ===$\\n?");
        int at = -1;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kind().equals("sh")) {
                at++;
            } else if (i > 0 && blocks.get(i - 1).kind().equals("sh")) {
                compare(page, block, said[at]);
            }
        }
    }

    private static void compare(String page, Block block, String said) throws IOException {
        if (block.kind().equals("text")) {
            assertTrue(
                    said.strip().startsWith(block.text().strip()),
                    page + " says " + block.text() + " and it was " + said);
        } else if (block.kind().equals("json")) {
            JsonNode last = null;
            for (var answers = JSON.readerFor(JsonNode.class).<JsonNode>readValues(said); answers.hasNext(); ) {
                last = answers.next();
            }
            inside(page + ": ", JSON.readTree(block.text()), last, said);
        }
    }

    /// Every field that the page shows is there, with a value of the same type.
    private static void inside(String where, JsonNode shown, JsonNode there, String said) {
        assertTrue(there != null && shown.getNodeType() == there.getNodeType(), where + " is " + there + " in " + said);
        shown.properties()
                .forEach(field ->
                        inside(where + "/" + field.getKey(), field.getValue(), there.get(field.getKey()), said));
        if (shown.isArray() && !shown.isEmpty()) {
            inside(where + "/0", shown.get(0), there.get(0), said);
        }
    }

    /// All blocks in one shell, which ends at the first command that fails.
    private static String run(List<Block> blocks) throws Exception {
        var script = new StringBuilder("set -eu\n");
        for (Block block : blocks) {
            script.append(NOT_RUN.matcher(block.text()).replaceAll("")).append("\necho; echo '=== next block ==='\n");
        }
        String text = script.toString()
                .replace("localhost:8080", "127.0.0.1:" + port)
                .replace("--story 42 ", "--story " + corrected + " ")
                .replace("/backup/", folder.resolve("backup") + "/")
                .replace("/var/lib/", folder.resolve("var") + "/")
                .replace("curl -s ", "curl -sS --fail-with-body ");
        text = text.replaceAll("(?m)^curl -sS --fail-with-body (.*/999999)$", "curl -sS $1");
        Done done = done(shell(text));
        assertEquals(0, done.status(), done.said() + "\n" + text);
        return done.said();
    }

    private record Done(int status, String said) {}

    /// What was said on the error output is added only where the commands failed.
    private static Done done(ProcessBuilder shell) throws Exception {
        Path errors = folder.resolve("errors");
        Process process = shell.redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new Done(status, status == 0 ? said : said + Files.readString(errors));
    }

    private static ProcessBuilder shell(String text) {
        var shell = new ProcessBuilder("bash", "-c", text).directory(folder.toFile());
        Map<String, String> environment = shell.environment();
        environment.keySet().removeIf(name -> name.startsWith("ROTATIVE_") && !name.equals("ROTATIVE_JAVA_HOME"));
        environment.put("ROTATIVE_DATA", folder.resolve("data").toString());
        return shell;
    }

    private static List<Block> blocks(String page) {
        return BLOCK.matcher(page)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }
}
