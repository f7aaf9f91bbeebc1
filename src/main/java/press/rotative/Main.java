package press.rotative;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import press.rotative.command.Commands;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;

/// The one program. Which command runs, and with which options, is decided in {@link Commands};
/// only `serve` starts the HTTP server, every other command runs without it.
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        ExitStatus status = Commands.all().run(List.of(arguments), Console.ofProcess());
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            System.exit(status.code());
        }
    }
}
