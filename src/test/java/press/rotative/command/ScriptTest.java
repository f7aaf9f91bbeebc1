package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shell script, run by the shells that `sh` is on the usual systems, on machines that lack this or that. A machine
/// is a folder with an unpacked archive and a Java that only says how it was called.
@Tag("long")
class ScriptTest {
    @TempDir
    Path machine;

    private Path archive;

    @BeforeEach
    void unpackAnArchive() throws IOException {
        archive = Files.createDirectories(machine.resolve("opt/rota tive"));
        Files.copy(Path.of("rotative"), archive.resolve("rotative"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(archive.resolve("lib"));
        Files.createFile(archive.resolve("lib/app.aot"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void java_is_found_where_the_variable_points(String shell) throws Exception {
        Path java = java("my java", "25.0.3");
        Ran ran = run(shell, Map.of("ROTATIVE_JAVA_HOME", java.toString()), "import", "a b.txt");
        assertEquals(0, ran.status, ran.said);
        assertTrue(ran.said.contains("[import][a b.txt]"), ran.said);
        assertTrue(ran.said.contains("[" + archive.resolve("lib/quarkus-run.jar") + "]"), ran.said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void an_older_java_on_the_path_is_passed_over(String shell) throws Exception {
        Path old = java("jdk-17", "17.0.15");
        Path fit = java("jdk-25", "25");
        Ran ran = run(
                shell,
                Map.of("PATH", old.resolve("bin") + ":" + System.getenv("PATH"), "JAVA_HOME", fit.toString()),
                "check");
        assertEquals(0, ran.status, ran.said);
        assertTrue(ran.said.startsWith("jdk-25"), ran.said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_chosen_java_that_is_too_old_is_a_sentence(String shell) throws Exception {
        Path old = java("jdk-17", "17.0.15");
        Ran ran = run(shell, Map.of("ROTATIVE_JAVA_HOME", old.toString()), "check");
        assertEquals(1, ran.status);
        assertTrue(
                ran.said.contains("ROTATIVE_JAVA_HOME is " + old + ", but there is no JDK 25 or newer there."),
                ran.said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void what_needs_the_sources_says_so_in_an_archive(String shell) throws Exception {
        Path java = java("jdk-25", "25");
        for (String command : List.of("test", "dev", "bench", "dist")) {
            Ran ran = run(shell, Map.of("ROTATIVE_JAVA_HOME", java.toString()), command);
            assertEquals(2, ran.status);
            assertTrue(ran.said.contains(command + " works in a checkout of the sources only."), ran.said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void a_cache_made_for_another_java_is_not_used(String shell) throws Exception {
        Path java = java("jdk-25", "25");
        Files.writeString(archive.resolve("lib/app.aot.java"), "another\n");
        Ran ran = run(shell, Map.of("ROTATIVE_JAVA_HOME", java.toString()), "check");
        assertTrue(!ran.said.contains("AOTCache"), ran.said);
    }

    /// A Java that prints its folder's name and, in brackets, what it was given.
    private Path java(String name, String version) throws IOException {
        Path java = Files.createDirectories(machine.resolve(name));
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\nprintf '" + name + " '\nprintf '[%s]' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return java;
    }

    private Ran run(String shell, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(shell, archive.resolve("rotative").toString());
        builder.command().addAll(List.of(words));
        builder.environment().keySet().removeIf(name -> name.startsWith("ROTATIVE_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private record Ran(int status, String said) {}
}
