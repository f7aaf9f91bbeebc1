package press.rotative.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.fill.Fill;
import sun.misc.Signal;

/// `fill`: a newsroom of any size, made up.
final class FillCommand extends PressCommand {
    private static final long MOST = 50_000_000;

    private final boolean hearsSignals;

    /// @param hearsSignals the process is the command's own, so Ctrl-C means it and not a server
    FillCommand(boolean hearsSignals) {
        this.hearsSignals = hearsSignals;
    }

    @Override
    public String name() {
        return "fill";
    }

    @Override
    public String purpose() {
        return "Fill an empty directory with made-up stories, to try and to measure with";
    }

    @Override
    public String synopsis() {
        return "--stories N [--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.with("--stories", "N", "how many made-up stories there shall be in all"),
                Option.data(),
                Option.flag("--progress", "draw a bar (default: on a terminal)"));
    }

    @Override
    public String details() {
        return """
                Writes stories in French, English and Arabic with sections, concepts, authors, pictures, teasers, related
                stories, translations, corrections and kills, dated over twelve years; story number n is always the same.
                Works on an empty directory, or on one that it began. It can be stopped (Ctrl-C) or killed at any time: the
                same command goes on where it stopped, and a larger number adds stories. Where a server works on the
                directory, the server does it.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        if (!arguments.operands().isEmpty()) {
            return Optional.of("fill takes options only.");
        }
        Optional<String> stories = arguments.value("--stories");
        return stories.filter(text -> text.matches("[1-9][0-9]{0,8}") && Long.parseLong(text) <= MOST)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("Say with --stories how many there shall be: a number from 1 to " + MOST + ".");
    }

    @Override
    boolean mayBegin() {
        return true;
    }

    @Override
    Arguments forServer(Arguments arguments) {
        if (System.console() == null || !System.console().isTerminal()) {
            return arguments;
        }
        Map<String, String> options = new HashMap<>(arguments.options());
        options.put("--progress", "");
        return new Arguments(options, arguments.operands());
    }

    @Override
    ExitStatus run(Press press, Arguments arguments, Console console) {
        long wanted = Long.parseLong(arguments.value("--stories").orElseThrow());
        var progress = new FillProgress(console, press.clock(), wanted, arguments.has("--progress"));
        if (hearsSignals) {
            Signal.handle(new Signal("INT"), signal -> progress.stop());
            Signal.handle(new Signal("TERM"), signal -> progress.stop());
        }
        Fill.Ended ended = new Fill(press).upTo(wanted, progress);
        progress.wipe();
        if (ended.whole()) {
            console.out().println("There are " + ended.stories() + " made-up stories.");
            return ExitStatus.DONE;
        }
        return console.failed("Stopped at " + ended.stories() + " of " + wanted
                + " stories. The same command goes on where it stopped.");
    }
}
