package press.rotative.command;

import java.util.List;

/// `backup`: a whole copy while the server runs.
final class BackupCommand implements Command {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String purpose() {
        return "Copy everything, while the server runs";
    }

    @Override
    public String synopsis() {
        return "[--data DIR] FILE.tar";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data());
    }

    @Override
    public String details() {
        return """
                What was acknowledged before the backup began is in it. The public can read and the newsroom can write
                meanwhile.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        if (arguments.operands().size() != 1) {
            return console.wrongUsage(this, "Name the file to write.");
        }
        return console.failed("backup cannot be done yet in this version.");
    }
}
