package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Command;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(InputStream.nullInputStream(), new PrintStream(out, true), new PrintStream(err, true));
    private final Recorded print = new Recorded();
    private final Commands commands = new Commands(List.of(print));

    @Test
    void options_and_operands_may_stand_in_any_order() {
        assertEquals(ExitStatus.DONE, run("print", "a", "--copies", "3", "-", "--dry", "--", "--copies"));
        assertEquals(new Arguments(Map.of("--copies", "3", "--dry", ""), List.of("a", "-", "--copies")), print.got);
    }

    @Test
    void a_value_may_be_joined_with_an_equals_sign_and_the_last_one_counts() {
        run("print", "--copies=3", "--copies=4=5");
        assertEquals("4=5", print.got.value("--copies").orElseThrow());
    }

    @Test
    void an_unknown_option_is_a_sentence_and_status_2() {
        assertEquals(ExitStatus.WRONG_USAGE, run("print", "--colour", "red"));
        assertTrue(said(err).contains("There is no option --colour."), said(err));
        assertTrue(said(err).contains("./rotative print --help"), said(err));
    }

    @Test
    void an_option_without_its_value_is_a_sentence_and_status_2() {
        assertEquals(ExitStatus.WRONG_USAGE, run("print", "--copies"));
        assertTrue(said(err).contains("--copies N needs its value"), said(err));
    }

    @Test
    void a_switch_with_a_value_is_a_sentence_and_status_2() {
        assertEquals(ExitStatus.WRONG_USAGE, run("print", "--dry=yes"));
        assertTrue(said(err).contains("--dry takes no value"), said(err));
    }

    @Test
    void an_unknown_command_is_a_sentence_and_status_2() {
        assertEquals(ExitStatus.WRONG_USAGE, run("prnt"));
        assertTrue(said(err).contains("There is no command prnt."), said(err));
    }

    @Test
    void help_is_given_for_one_command_and_for_all() {
        assertEquals(ExitStatus.DONE, run("print", "--help"));
        assertTrue(said(out).startsWith("Usage: ./rotative print [--copies N] FILE..."), said(out));
        assertEquals(ExitStatus.DONE, run("help"));
        assertTrue(said(out).contains("Print files"), said(out));
    }

    @Test
    void a_failure_of_the_disk_is_a_sentence_and_status_1() {
        assertEquals(ExitStatus.FAILED, run("print", "broken"));
        assertTrue(said(err).contains("the plate is broken"), said(err));
    }

    @Test
    void every_command_of_the_program_explains_itself() {
        for (Command command : Commands.all().list()) {
            out.reset();
            assertEquals(ExitStatus.DONE, Commands.all().run(List.of(command.name(), "--help"), console));
            assertTrue(said(out).startsWith("Usage: ./rotative " + command.name()), said(out));
            assertTrue(said(out).lines().allMatch(line -> line.length() <= 120), said(out));
        }
    }

    @Test
    void a_port_that_is_none_is_wrong_usage() {
        assertEquals(ExitStatus.WRONG_USAGE, Commands.all().run(List.of("--port", "65536"), console));
        assertEquals(ExitStatus.WRONG_USAGE, Commands.all().run(List.of("serve", "--port", "http"), console));
    }

    private ExitStatus run(String... words) {
        return commands.run(List.of(words), console);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    /// A command that keeps what it was given.
    private static final class Recorded implements Command {
        Arguments got = new Arguments(Map.of(), List.of());

        @Override
        public String name() {
            return "print";
        }

        @Override
        public String purpose() {
            return "Print files";
        }

        @Override
        public String synopsis() {
            return "[--copies N] FILE...";
        }

        @Override
        public List<Option> options() {
            return List.of(Option.with("--copies", "N", "how many"), Option.flag("--dry", "only pretend"));
        }

        @Override
        public String details() {
            return "";
        }

        @Override
        public ExitStatus run(Arguments arguments, Console console) throws IOException {
            if (arguments.operands().contains("broken")) {
                throw new IOException("the plate is broken");
            }
            got = arguments;
            return ExitStatus.DONE;
        }
    }
}
