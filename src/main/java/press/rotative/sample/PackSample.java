package press.rotative.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import press.rotative.Press;
import press.rotative.address.Addresses;

/// Packs the sample newsroom into a data directory, by the acts that a newsroom would perform. What is packed holds no
/// secret: each copy makes its own at its first start.
public final class PackSample {
    /// The newsroom is set up this long before its first story.
    private static final Duration BEFORE = Duration.ofDays(1);

    private PackSample() {}

    /// Arguments: the folder of the sample's sources, the folder to write, which is empty or missing.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give two folders: the sample's sources, and the one to write.");
        }
        pack(Path.of(arguments[0]), Path.of(arguments[1]));
        SampleRenditions.make(Path.of(arguments[1]));
    }

    static void pack(Path sources, Path output) throws IOException {
        Files.createDirectories(output);
        try (Stream<Path> there = Files.list(output)) {
            if (there.anyMatch(each -> !each.endsWith("renditions"))) {
                throw new IOException("The folder " + output + " is not empty.");
            }
        }
        SampleSource source = SampleSource.read(sources);
        Instant first = source.stories().getFirst().published().toInstant();
        var clock = new SampleClock(first.minus(BEFORE));
        try (Press press = Press.open(output, Optional.empty(), clock)) {
            SampleIds ids = new NewsroomPacker(press, source).pack();
            new StoriesPacker(press, clock, ids, new SampleContent(ids, NewsroomPacker.library(source)))
                    .pack(source.stories());
            press.acts().perform(transaction -> {
                Addresses.forgetSecret(transaction);
                return true;
            });
        }
        settle(output.resolve("rotative.db"));
        remove(output.resolve("quarantine"));
    }

    /// Everything in the one file of the database, nothing in journals beside it; what was deleted is gone from it.
    static void settle(Path database) throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("vacuum");
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw new IOException("The journal of " + database + " cannot be closed.", e);
        }
        for (String journal : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + journal));
        }
    }

    /// Removes a folder with all that is in it.
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
