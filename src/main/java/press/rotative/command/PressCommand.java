package press.rotative.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.Settings;
import press.rotative.command.socket.RunningServer;
import press.rotative.command.socket.ServerLock;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Command;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;

/// A command on the newsroom of a data directory. Where a server works on that directory, the server runs the body with
/// its own [Press]; else the body runs here, with the directory held so that no server comes in between.
abstract class PressCommand implements Command {

    /// What the command does.
    ///
    /// @param arguments already checked by [#refusal]; paths in them are absolute
    abstract ExitStatus run(Press press, Arguments arguments, Console console) throws IOException;

    /// What is wrong with the way the command was called; asked before anything is opened.
    abstract Optional<String> refusal(Arguments arguments);

    /// The same arguments as the server must hear them, whose working directory is another.
    Arguments forServer(Arguments arguments) {
        return arguments;
    }

    /// Whether the body changes nothing, so that it may run beside a server that cannot be asked.
    boolean onlyReads() {
        return false;
    }

    /// Whether a directory without a newsroom is begun with one; else that is an error.
    boolean mayBegin() {
        return false;
    }

    @Override
    public final ExitStatus run(Arguments arguments, Console console) throws IOException {
        Optional<String> refusal = refusal(arguments);
        if (refusal.isPresent()) {
            return console.wrongUsage(this, refusal.get());
        }
        Arguments absolute = forServer(arguments);
        Settings settings;
        try {
            settings = Settings.ofProcess();
        } catch (IllegalArgumentException wrong) {
            return console.failed(String.valueOf(wrong.getMessage()));
        }
        Path data = data(arguments, settings);
        Optional<RunningServer> running = RunningServer.at(data);
        if (running.isPresent()) {
            try (RunningServer server = running.get()) {
                return server.ask(
                        words(absolute),
                        new Console(java.io.InputStream.nullInputStream(), console.out(), console.err()));
            }
        }
        if (!mayBegin() && settings.databaseUrl().isEmpty() && !Files.exists(data.resolve("rotative.db"))) {
            return console.failed("There is no newsroom in " + data
                    + ". Name its directory with --data, or begin one with './rotative serve'.");
        }
        try (ServerLock lock = ServerLock.take(data)) {
            return runHere(data, settings, absolute, console);
        } catch (ServerLock.Held held) {
            return onlyReads() ? runHere(data, settings, absolute, console) : console.failed(held.sentence());
        }
    }

    private ExitStatus runHere(Path data, Settings settings, Arguments arguments, Console console) throws IOException {
        try (Press press = Press.open(data, settings.databaseUrl(), Clock.systemUTC())) {
            return run(press, arguments, console);
        }
    }

    static Path data(Arguments arguments, Settings settings) {
        return arguments.value("--data").map(PressCommand::absolute).orElse(settings.data());
    }

    static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /// The command line by which the server hears these arguments. It has its data directory already.
    private List<String> words(Arguments arguments) {
        List<String> words = new ArrayList<>(List.of(name()));
        for (Option option : options()) {
            String name = option.name();
            if (!name.equals("--data")) {
                arguments
                        .value(name)
                        .ifPresent(value -> words.add(option.valueName().isEmpty() ? name : name + "=" + value));
            }
        }
        words.add("--");
        words.addAll(arguments.operands());
        return words;
    }
}
