package press.rotative.command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Command;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.HelpPage;
import press.rotative.platform.Problem;

/// Every command there is, and the way from a command line to one of them.
public final class Commands {
    /// Answered by the shell script, listed here so that the help is whole.
    private static final List<String> WORKSHOP = List.of(
            "test run the tests, all or those of one room",
            "dev serve and reload what changes",
            "format lay out the sources",
            "lint ask whether layout and nullness are right",
            "bench measure",
            "dist make an archive that runs without Maven");

    private final List<Command> commands;

    Commands(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    public static Commands all() {
        return new Commands(List.of(
                new ServeCommand(),
                new ImportCommand(),
                new FillCommand(true),
                new StaffCommand(Optional.empty()),
                new KeyCommand(),
                new CheckCommand(),
                new BackupCommand(),
                new RestoreCommand(),
                new DestroyCommand(),
                new TrainCommand()));
    }

    List<Command> list() {
        return commands;
    }

    /// Runs what the command line asks for. Nothing is thrown for what a user can do wrong.
    public ExitStatus run(List<String> words, Console console) {
        String first = words.isEmpty() ? "serve" : words.getFirst();
        if (first.equals("help") && words.size() > 1) {
            return run(List.of(words.get(1), "--help"), console);
        }
        if (first.equals("help") || first.equals("--help") || first.equals("-h")) {
            console.out()
                    .print(HelpPage.of(commands.stream().filter(Command::listed).toList(), WORKSHOP));
            return ExitStatus.DONE;
        }
        boolean named = !words.isEmpty() && !first.startsWith("-");
        String name = named ? first : "serve";
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return run(command, named ? words.subList(1, words.size()) : words, console);
            }
        }
        console.err().println("rotative: There is no command " + name + ".");
        console.err().println("Try: ./rotative help");
        return ExitStatus.WRONG_USAGE;
    }

    /// Answers a command that came in over the [CommandSocket], with the newsroom that the server has open.
    ///
    /// @param home where the server is reached, for links
    static ExitStatus inServer(Press press, URI home, List<String> words, Console console) {
        ImportCommand command = new ImportCommand();
        if (words.isEmpty()) {
            return console.failed("The running server was asked for nothing.");
        }
        if (!words.getFirst().equals(command.name())) {
            return new ServerSide(press, home).answer(words, console);
        }
        return switch (Arguments.read(command.options(), words.subList(1, words.size()))) {
            case Arguments.Understood(Arguments arguments) -> {
                try {
                    yield command.inServer(press, arguments, console);
                } catch (Problem problem) {
                    yield console.failed(problem.sentence());
                } catch (IOException failure) {
                    yield console.failed(
                            failure.getMessage() + " (" + failure.getClass().getSimpleName() + ")");
                }
            }
            case Arguments.HelpWanted() -> console.failed("The help is not asked of the server.");
            case Arguments.NotUnderstood(String sentence) -> console.wrongUsage(command, sentence);
        };
    }

    private static ExitStatus run(Command command, List<String> words, Console console) {
        return switch (Arguments.read(command.options(), words)) {
            case Arguments.HelpWanted() -> {
                console.out().print(HelpPage.of(command));
                yield ExitStatus.DONE;
            }
            case Arguments.NotUnderstood(String sentence) -> console.wrongUsage(command, sentence);
            case Arguments.Understood(Arguments arguments) -> {
                if (!command.serves()) {
                    CommandLog.begin();
                }
                try {
                    yield command.run(arguments, console);
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
