package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.people.acts.SuspendMember;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.PasswordResets;
import press.rotative.platform.Problem;

/// How the operator helps people in, as a running server answers.
class StaffCommandTest {
    private static final URI HOME = URI.create("https://news.example.org");

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Press press;

    @BeforeEach
    void open() {
        press = Press.open(data, Optional.empty(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_link_for_the_first_administrator_is_printed_while_nobody_can_sign_in() {
        assertEquals(ExitStatus.DONE, run("staff", "setup-link"));
        assertTrue(said(out).matches(HOME + "/newsroom/setup/[A-Za-z0-9_-]{43}"), said(out));
        join("maud@lephare.example", Role.ADMINISTRATOR);
        assertNotEquals(ExitStatus.DONE, run("staff", "setup-link"));
        assertTrue(said(err).contains("has come in already"), said(err));
    }

    @Test
    void a_link_for_a_new_password_is_printed_for_somebody_who_may_come_in() {
        join("maud@lephare.example", Role.ADMINISTRATOR);
        long jane = join("jane@lephare.example", Role.REPORTER);
        assertEquals(ExitStatus.DONE, run("staff", "reset-link", "JANE@lephare.example"));
        String link = said(out);
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertEquals(HOME + "/newsroom/reset/" + secret, link);
        assertEquals(jane, whose(secret));

        press.acts().perform(new SuspendMember(Actor.OPERATOR, jane));
        assertNotEquals(ExitStatus.DONE, run("staff", "reset-link", "jane@lephare.example"));
        assertTrue(said(err).contains("Nobody who may come in has this address"), said(err));
        Problem gone = assertThrows(Problem.class, () -> whose(secret));
        assertEquals(Problem.Category.GONE, gone.category());
    }

    @Test
    void what_is_no_order_is_refused_with_how_it_is_written() {
        for (String[] wrong : new String[][] {{"staff"}, {"staff", "reset-link"}, {"staff", "dismiss", "x"}}) {
            assertNotEquals(ExitStatus.DONE, run(wrong));
            assertTrue(said(err).contains("staff setup-link, or staff reset-link ADDRESS"), said(err));
        }
    }

    private long whose(String secret) {
        return press.database()
                .read(sql -> PasswordResets.good(sql, secret, press.clock().instant()))
                .id();
    }

    private long join(String email, Role role) {
        return Arrivals.join(press.acts(), "Somebody", email, "en", "sept bateaux et un phare", role);
    }

    private ExitStatus run(String... words) {
        out.reset();
        err.reset();
        return Commands.inServer(
                press,
                HOME,
                List.of(words),
                new Console(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)));
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).strip();
    }
}
