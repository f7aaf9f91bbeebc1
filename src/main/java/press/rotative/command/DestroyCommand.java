package press.rotative.command;

import java.util.List;

/// `destroy`: lawful removal.
final class DestroyCommand implements Command {
    @Override
    public String name() {
        return "destroy";
    }

    @Override
    public String purpose() {
        return "Remove the text of a version or the bytes of a picture for good";
    }

    @Override
    public String synopsis() {
        return "[--data DIR] --reason TEXT (STORY VERSION | picture ID)";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data(), Option.with("--reason", "TEXT", "why: it is kept for ever, the text is not"));
    }

    @Override
    public String details() {
        return """
                For what the law wants gone. The publication log keeps a marked gap, and every restore repeats it.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        if (!arguments.has("--reason")) {
            return console.wrongUsage(this, "Say why with --reason; that is what remains.");
        }
        return console.failed("destroy cannot be done yet in this version.");
    }
}
