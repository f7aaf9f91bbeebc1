package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.command.socket.CommandSocket;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.site.Site;
import press.rotative.site.SiteAnswer;
import press.rotative.site.SiteRequest;
import press.rotative.story.Stories;

/// `import` where a server works on the data directory: the command speaks through its socket, the server files.
@Timeout(60)
class ImportThroughServerTest {
    private static final String PAGE = "The ferry sails again\n\n"
            + "The boat left at seven on Monday, and the mayor waved from the quay, they said.\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path data;
    private Press press;
    private CommandSocket socket;
    private Site site;

    @BeforeEach
    void serve() throws IOException {
        data = folder.resolve("data");
        press = Press.open(data, Optional.empty(), Clock.systemUTC());
        socket = CommandSocket.open(
                data,
                (words, console) -> Commands.inServer(press, java.net.URI.create("http://localhost"), words, console));
        site = Cast.site(press, URI.create("https://osterline.example"));
    }

    @AfterEach
    void end() throws IOException {
        System.clearProperty("rotative.data");
        socket.close();
        press.close();
    }

    @Test
    void a_bad_file_among_good_ones_is_refused_in_a_sentence_and_the_rest_is_public_when_the_command_ends()
            throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Files.writeString(pages.resolve("a.txt"), PAGE);
        Files.write(pages.resolve("b.bin"), new byte[] {0, 1, 2, 3});
        Files.writeString(pages.resolve("c.txt"), PAGE.replace("ferry", "tram"));
        Path report = folder.resolve("report.json");

        ExitStatus status =
                run(InputStream.nullInputStream(), "--publish", "--report", report.toString(), pages.toString());

        assertEquals(ExitStatus.FAILED, status);
        assertEquals(
                "refused  " + pages.resolve("b.bin")
                        + " is not text but binary data. Save it as UTF-8 text and import it again.\n",
                err.toString(StandardCharsets.UTF_8));
        List<String> said = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("2 filed, 0 skipped, 1 refused.", said.getLast());
        JsonNode array = new ObjectMapper().readTree(report.toFile());
        assertEquals(
                List.of("filed", "refused", "filed"),
                List.of(
                        array.get(0).get("status").asText(),
                        array.get(1).get("status").asText(),
                        array.get(2).get("status").asText()));
        for (String line : said) {
            if (line.startsWith("filed")) {
                String path = line.replaceAll(".* {2}(/en/\\S+) {2}.*", "$1");
                SiteAnswer answer = site.answer(SiteRequest.get(path));
                assertEquals(200, answer.status(), path);
                assertTrue(answer.text().contains("sails again"), path);
            }
        }
    }

    @Test
    void what_comes_on_standard_input_goes_through_the_socket() throws IOException {
        assertEquals(ExitStatus.DONE, run(new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)), "-"));
        assertEquals(
                1, press.database().read(sql -> new Stories(sql).after(0, 10)).size());
    }

    @Test
    void two_hundred_megabytes_are_refused_and_the_next_one_is_filed() throws IOException {
        Path large = folder.resolve("large.txt");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        Path page = Files.writeString(folder.resolve("page.txt"), PAGE);
        assertEquals(ExitStatus.FAILED, run(InputStream.nullInputStream(), large.toString(), page.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("large.txt is larger than 20 MB"));
        try (InputStream input = Files.newInputStream(large)) {
            assertEquals(ExitStatus.FAILED, run(input, "-"));
        }
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Standard input is larger than 20 MB"));
        assertEquals(
                1, press.database().read(sql -> new Stories(sql).after(0, 10)).size());
    }

    private ExitStatus run(InputStream input, String... words) {
        List<String> command = new ArrayList<>(List.of("import", "--data", data.toString()));
        command.addAll(List.of(words));
        return Commands.all()
                .run(
                        command,
                        new Console(
                                input,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8)));
    }
}
