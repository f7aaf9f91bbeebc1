package press.rotative;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A class of the tests in a Java machine of its own, which may be killed, or live on a file system of its own.
public final class OwnProcess {
    private OwnProcess() {}

    /// The command line that runs `main` with these arguments.
    public static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
