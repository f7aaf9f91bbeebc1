package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A newsroom on a file system of 24 MB that really runs full; see [FullDiskNewsroom]. Only where a process may mount
/// one in a namespace of its own (Linux, `unshare`): as anybody, or as root.
class FullDiskTest {
    private static final List<List<String>> OWN_MOUNTS =
            List.of(List.of("unshare", "-Urm", "sh", "-c"), List.of("unshare", "-m", "sh", "-c"));

    @TempDir
    Path folder;

    @Test
    void a_full_disk_loses_nothing_and_is_forgotten_when_there_is_room_again() throws Exception {
        List<String> mounting = null;
        for (List<String> each : OWN_MOUNTS) {
            mounting = mounting == null && mayMount(each) ? each : mounting;
        }
        assumeTrue(mounting != null, "this machine lets no process mount a file system of its own (unshare)");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        var command = new ArrayList<>(mounting);
        command.add("mount -t tmpfs -o size=24m tmpfs \"$0\" && exec \"$@\"");
        command.add(disk.toString());
        command.addAll(OwnProcess.command(FullDiskNewsroom.class, disk.toString()));
        Path said = folder.resolve("said");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertEquals(0, status, () -> read(said));
    }

    private boolean mayMount(List<String> mounting) throws InterruptedException {
        try {
            Path probe = Files.createDirectories(folder.resolve("probe"));
            var command = new ArrayList<>(mounting);
            command.addAll(List.of("mount -t tmpfs -o size=1m tmpfs \"$0\"", probe.toString()));
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
