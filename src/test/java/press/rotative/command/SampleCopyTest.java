package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.command.socket.ServerLock;

class SampleCopyTest {
    @TempDir
    Path folder;

    private Path sample;
    private Path data;

    @BeforeEach
    void packASample() throws IOException {
        sample = Files.createDirectories(folder.resolve("sample"));
        Files.createDirectories(sample.resolve("blobs/ab"));
        Files.writeString(sample.resolve("blobs/ab/abcd"), "a picture");
        Files.writeString(sample.resolve("press.sqlite"), "a database");
        data = Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void an_empty_directory_gets_the_sample() throws IOException {
        Files.createFile(data.resolve(ServerLock.FILE));
        new SampleCopy(sample, data).copyIntoEmpty();
        assertEquals("a picture", Files.readString(data.resolve("blobs/ab/abcd")));
        assertEquals("a database", Files.readString(data.resolve("press.sqlite")));
    }

    @Test
    void a_directory_with_anything_in_it_is_left_alone() throws IOException {
        Files.writeString(data.resolve("notes.txt"), "mine");
        new SampleCopy(sample, data).copyIntoEmpty();
        assertFalse(Files.exists(data.resolve("press.sqlite")));
    }

    @Test
    void a_copy_that_was_cut_short_begins_again() throws IOException {
        Files.createFile(data.resolve("sample-is-being-copied"));
        Files.writeString(data.resolve("press.sqlite"), "a data");
        new SampleCopy(sample, data).copyIntoEmpty();
        assertEquals("a database", Files.readString(data.resolve("press.sqlite")));
        assertFalse(Files.exists(data.resolve("sample-is-being-copied")));
    }

    @Test
    void without_a_packed_sample_nothing_happens() throws IOException {
        new SampleCopy(folder.resolve("none"), data).copyIntoEmpty();
        try (var entries = Files.list(data)) {
            assertEquals(0, entries.count());
        }
    }

    @Test
    void a_second_server_on_one_directory_is_told_so() throws Exception {
        try (ServerLock first = ServerLock.take(data)) {
            ServerLock.Held held = assertThrows(ServerLock.Held.class, () -> ServerLock.take(data));
            assertEquals(
                    true,
                    held.sentence()
                            .contains(String.valueOf(ProcessHandle.current().pid())));
        }
        ServerLock.take(data).close();
    }
}
