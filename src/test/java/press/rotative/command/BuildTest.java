package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the script builds and what it says. The checkout has a Maven that only counts its calls and makes an empty
/// program, and a Java that only says how it was called.
@Tag("long")
class BuildTest {
    @TempDir
    Path machine;

    private Path checkout;
    private Path calls;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Files.createDirectories(machine.resolve("rotative"));
        calls = Files.createFile(machine.resolve("calls"));
        Files.copy(Path.of("rotative"), checkout.resolve("rotative"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(checkout.resolve("src/main/shell"));
        Files.copy(Path.of("src/main/shell/checkout.sh"), checkout.resolve("src/main/shell/checkout.sh"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        program("jdk/bin/java", "case $* in *train*) ;; *) printf '[%s]' \"$@\" ;; esac");
        program("jdk/bin/javac", "");
        Files.writeString(machine.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        program("bin/mvn", """
                echo call >> %s
                echo '--- maven-compiler-plugin:3:compile (x) @ rotative ---'
                if [ -f %s/broken ]; then echo '[ERROR] the plate is broken'; exit 1; fi
                mkdir -p %s/target/quarkus-app
                """.formatted(calls, checkout, checkout));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void it_builds_when_something_changed_and_only_then(String shell) throws Exception {
        assertTrue(run(shell, "check").said.contains("Building Rotative for the first time."));
        assertEquals(1, builds());
        run(shell, "check");
        assertEquals(1, builds());
        Files.setLastModifiedTime(
                checkout.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(1)));
        assertTrue(run(shell, "check").said.contains("something changed"));
        assertEquals(2, builds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_failed_build_shows_why_and_runs_nothing(String shell) throws Exception {
        Files.createFile(checkout.resolve("broken"));
        Ran ran = run(shell, "check");
        assertEquals(1, ran.status);
        assertTrue(ran.said.contains("[ERROR] the plate is broken"), ran.said);
        assertTrue(ran.said.contains("The whole log: " + checkout.resolve("target/build.log")), ran.said);
        assertFalse(ran.said.contains("[check]"), ran.said);
        Files.delete(checkout.resolve("broken"));
        assertTrue(run(shell, "check").said.contains("[check]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_build_that_was_killed_does_not_lock_the_next_one_out(String shell) throws Exception {
        Files.createDirectories(checkout.resolve("target/building"));
        Files.writeString(checkout.resolve("target/building/process"), "999999999\n");
        assertTrue(run(shell, "check").said.contains("[check]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_room_without_tests_is_wrong_usage(String shell) throws Exception {
        Files.createDirectories(checkout.resolve("src/test/java/press/rotative/story"));
        Ran ran = run(shell, "test", "stroy");
        assertEquals(2, ran.status);
        assertTrue(ran.said.contains("There are no tests of a room stroy. There are: story"), ran.said);
        assertEquals(2, run(shell, "test", "../story").status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void the_tests_close_with_a_plain_line_and_in_ci_a_skipped_one_is_a_failure(String shell) throws Exception {
        Files.createDirectories(checkout.resolve("src/test/java/press/rotative/story"));
        Files.writeString(
                machine.resolve("bin/mvn"),
                "#!/bin/sh\necho '[WARNING] Tests run: 12, Failures: 0, Errors: 0, Skipped: 2'\n");
        Ran ran = run(shell, "test", "story");
        assertEquals(0, ran.status, ran.said);
        assertTrue(ran.said.endsWith("\n10 passed, 0 failed, 2 skipped\n"), ran.said);
        Ran strict = run(shell, Map.of("CI", "true"), "test", "story");
        assertEquals(1, strict.status, strict.said);
        assertTrue(strict.said.contains("In CI a skipped test is a failure."), strict.said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_run_without_any_test_has_failed(String shell) throws Exception {
        Files.createDirectories(checkout.resolve("src/test/java/press/rotative/story"));
        Ran ran = run(shell, "test", "story");
        assertEquals(1, ran.status, ran.said);
        assertTrue(ran.said.contains("No test was run."), ran.said);
    }

    private long builds() throws IOException {
        return Files.readAllLines(calls).size();
    }

    private void program(String name, String script) throws IOException {
        Path file = machine.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ran run(String shell, String... words) throws IOException, InterruptedException {
        return run(shell, Map.of("CI", ""), words);
    }

    private Ran run(String shell, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(shell, checkout.resolve("rotative").toString());
        builder.command().addAll(List.of(words));
        builder.environment().keySet().removeIf(name -> name.startsWith("ROTATIVE_") || name.equals("JAVA_HOME"));
        builder.environment().put("ROTATIVE_JAVA_HOME", machine.resolve("jdk").toString());
        builder.environment().put("PATH", machine.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private record Ran(int status, String said) {}
}
