package press.rotative.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;

/// `check`: does everything kept agree.
final class CheckCommand extends PressCommand {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String purpose() {
        return "Verify that everything kept agrees with everything else";
    }

    @Override
    public String synopsis() {
        return "[--data DIR] [--progress]";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data(), Option.flag("--progress", "say what is being compared (default: on a terminal)"));
    }

    @Override
    public String details() {
        return """
                Compares database, publication log, digests, files and search index with each other and says what differs.
                Status 0: all agree. Status 1: something differs.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        return arguments.operands().isEmpty() ? Optional.empty() : Optional.of("check takes options only.");
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
    boolean onlyReads() {
        return true;
    }

    @Override
    ExitStatus run(Press press, Arguments arguments, Console console) {
        boolean progress = arguments.has("--progress");
        return say(
                new Inspection(press, part -> {
                    if (progress) {
                        console.err().println("checking " + part);
                    }
                }),
                console);
    }

    /// One line for each difference, then the sum.
    static ExitStatus say(Inspection inspection, Console console) {
        List<String> findings = inspection.findings();
        findings.forEach(console.out()::println);
        if (findings.isEmpty()) {
            console.out().println("All agrees: " + inspection.counted() + ".");
            return ExitStatus.DONE;
        }
        console.out()
                .println(findings.size() + (findings.size() == 1 ? " difference" : " differences") + " in "
                        + inspection.counted() + ".");
        return ExitStatus.FAILED;
    }
}
