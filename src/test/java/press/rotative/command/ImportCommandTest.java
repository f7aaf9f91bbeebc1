package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;

/// `import --dry-run`, which needs neither a server nor a data directory.
class ImportCommandTest {
    private static final String PAGE = "The ferry sails again\n\n"
            + "The boat left at seven on Monday, and the mayor waved from the quay, they said.\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path report;

    @BeforeEach
    void begin() {
        report = folder.resolve("report.json");
    }

    @Test
    void a_dry_run_reports_and_writes_nothing() throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), PAGE);
        Path data = folder.resolve("data");
        assertEquals(
                ExitStatus.DONE,
                run("--dry-run", "--data", data.toString(), "--report", report.toString(), page.toString()));
        assertFalse(Files.exists(data));
        JsonNode array = new ObjectMapper().readTree(report.toFile());
        assertEquals(1, array.size());
        assertEquals("filed", array.get(0).get("status").asText());
        assertEquals(
                "The ferry sails again",
                array.get(0).get("story").get("headline").asText());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("1 filed, 0 skipped, 0 refused."));
    }

    @Test
    void a_dry_run_says_once_that_it_writes_nothing() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), PAGE);
        Path two = Files.writeString(folder.resolve("two.txt"), PAGE.replace("seven", "eight"));
        assertEquals(ExitStatus.DONE, run("--dry-run", one.toString(), two.toString()));
        assertEquals(
                "filed    " + one + "  The ferry sails again\nfiled    " + two + "  The ferry sails again\n"
                        + "2 filed, 0 skipped, 0 refused. Dry run: nothing was written.\n",
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void one_refused_source_makes_status_1_and_a_sentence() throws IOException {
        Files.writeString(folder.resolve("page.txt"), PAGE);
        Files.write(folder.resolve("picture.jpg"), new byte[] {1, 0, 2, 0, 3});
        assertEquals(ExitStatus.FAILED, run("--dry-run", "--report", report.toString(), folder.toString()));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("picture.jpg") && said.contains("binary data"), said);
        assertEquals(2, new ObjectMapper().readTree(report.toFile()).size());
    }

    @Test
    void standard_input_is_read_with_a_dash() throws IOException {
        assertEquals(ExitStatus.DONE, run("--dry-run", "-"));
    }

    @Test
    void a_report_that_cannot_be_written_stops_before_anything_is_read() throws IOException {
        assertEquals(
                ExitStatus.FAILED,
                run(
                        "--dry-run",
                        "--report",
                        folder.resolve("missing/report.json").toString(),
                        "-"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("The report cannot be written"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    private ExitStatus run(String... words) {
        List<String> command = new ArrayList<>(List.of("import"));
        command.addAll(List.of(words));
        return Commands.all()
                .run(
                        command,
                        new Console(
                                new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8)));
    }
}
