package press.rotative.command;

import java.io.IOException;
import java.util.List;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Command;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;

/// `train`: a short life of the server, whose loaded classes the Java machine writes down for faster starts. The
/// build runs it on a throw-away data directory.
final class TrainCommand implements Command {
    @Override
    public String name() {
        return "train";
    }

    @Override
    public String purpose() {
        return "Serve for a moment, read a few pages and end";
    }

    @Override
    public String synopsis() {
        return "--data DIR";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data());
    }

    @Override
    public String details() {
        return "Used when the program is built, to prepare fast starts.";
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) throws IOException {
        if (!arguments.has("--data")) {
            return console.wrongUsage(this, "Name a throw-away directory with --data.");
        }
        arguments.value("--data").ifPresent(data -> System.setProperty("rotative.data", data));
        return ServeCommand.serve(TrainingProgram.class, 0, "127.0.0.1", false, console);
    }
}
