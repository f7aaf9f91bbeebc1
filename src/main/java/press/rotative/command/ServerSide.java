package press.rotative.command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.platform.Problem;

/// The server's side of the commands that work on an open newsroom: the same bodies, with the server's own press.
final class ServerSide {
    private final Press press;
    private final List<PressCommand> commands;

    /// @param home where the server is reached, for links
    ServerSide(Press press, URI home) {
        this.press = press;
        this.commands = List.of(
                new StaffCommand(Optional.of(home)),
                new KeyCommand(),
                new CheckCommand(),
                new BackupCommand(),
                new DestroyCommand(),
                new FillCommand(false));
    }

    /// @param words the name of a command, then its arguments; never empty
    ExitStatus answer(List<String> words, Console console) {
        for (PressCommand command : commands) {
            if (command.name().equals(words.getFirst())) {
                return answer(command, words.subList(1, words.size()), console);
            }
        }
        return console.failed("The running server does not know the command " + words.getFirst() + ".");
    }

    private ExitStatus answer(PressCommand command, List<String> words, Console console) {
        return switch (Arguments.read(command.options(), words)) {
            case Arguments.HelpWanted() -> console.wrongUsage(command, "Help is not asked of the server.");
            case Arguments.NotUnderstood(String sentence) -> console.wrongUsage(command, sentence);
            case Arguments.Understood(Arguments arguments) -> {
                var refusal = command.refusal(arguments);
                if (refusal.isPresent()) {
                    yield console.wrongUsage(command, refusal.get());
                }
                try {
                    yield command.run(press, arguments, console);
                } catch (Problem problem) {
                    yield console.failed(problem.sentence());
                } catch (IOException failure) {
                    yield console.failed(
                            failure.getMessage() + " (" + failure.getClass().getSimpleName() + ")");
                }
            }
        };
    }
}
