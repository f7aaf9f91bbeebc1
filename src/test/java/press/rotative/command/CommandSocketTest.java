package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.command.socket.CommandSocket;
import press.rotative.command.socket.RunningServer;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;

@Timeout(20)
class CommandSocketTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_command_is_answered_with_what_the_server_says_and_its_status() throws IOException {
        try (CommandSocket socket = CommandSocket.open(data, CommandSocketTest::parrot);
                RunningServer server = RunningServer.at(data).orElseThrow()) {
            assertEquals(ExitStatus.DONE, server.ask(List.of("say", "نقل", "", "a b"), console("")));
            assertEquals("say|نقل||a b\n", out.toString(StandardCharsets.UTF_8));
            assertEquals(ExitStatus.FAILED, server.ask(List.of("complain"), console("")));
            assertEquals("complain\n", err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void long_input_and_output_pass_unchanged() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);
        try (CommandSocket socket = CommandSocket.open(data, CommandSocketTest::parrot);
                RunningServer server = RunningServer.at(data).orElseThrow()) {
            server.ask(List.of("echo"), console(bytes));
            assertArrayEquals(bytes, out.toByteArray());
        }
    }

    @Test
    void input_that_the_command_does_not_read_does_not_stand_in_the_way_of_the_next_one() throws IOException {
        try (CommandSocket socket = CommandSocket.open(data, CommandSocketTest::parrot);
                RunningServer server = RunningServer.at(data).orElseThrow()) {
            server.ask(List.of("say", "one"), console(new byte[1_000_000]));
            server.ask(List.of("say", "two"), console(""));
            assertEquals("say|one\nsay|two\n", out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_command_that_breaks_breaks_alone() throws IOException {
        try (CommandSocket socket = CommandSocket.open(data, CommandSocketTest::parrot);
                RunningServer server = RunningServer.at(data).orElseThrow()) {
            assertEquals(ExitStatus.FAILED, server.ask(List.of("break"), console("")));
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("its log says why"));
            assertEquals(ExitStatus.DONE, server.ask(List.of("say"), console("")));
        }
    }

    @Test
    void only_the_owner_can_speak_there() throws IOException {
        try (CommandSocket socket = CommandSocket.open(data, CommandSocketTest::parrot)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(CommandSocket.FILE))));
        }
    }

    @Test
    void where_no_server_runs_none_is_found_even_if_its_socket_was_left_behind() throws IOException {
        assertEquals(Optional.empty(), RunningServer.at(data));
        try (CommandSocket socket = CommandSocket.open(data, CommandSocketTest::parrot)) {
            Files.createLink(data.resolve("kept"), data.resolve(CommandSocket.FILE));
        }
        Files.move(data.resolve("kept"), data.resolve(CommandSocket.FILE));
        assertEquals(Optional.empty(), RunningServer.at(data));
        CommandSocket.open(data, CommandSocketTest::parrot).close();
    }

    private static ExitStatus parrot(List<String> words, Console console) throws IOException {
        return switch (words.getFirst()) {
            case "echo" -> {
                console.in().transferTo(console.out());
                yield ExitStatus.DONE;
            }
            case "complain" -> {
                console.err().println("complain");
                yield ExitStatus.FAILED;
            }
            case "break" -> throw new IllegalStateException("on purpose");
            default -> {
                console.out().println(String.join("|", words));
                yield ExitStatus.DONE;
            }
        };
    }

    private Console console(String input) {
        return console(input.getBytes(StandardCharsets.UTF_8));
    }

    private Console console(byte[] input) {
        return new Console(new ByteArrayInputStream(input), new PrintStream(out, true), new PrintStream(err, true));
    }
}
