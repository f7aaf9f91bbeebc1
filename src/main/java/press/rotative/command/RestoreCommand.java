package press.rotative.command;

import java.util.List;

/// `restore`: a backup becomes a data directory.
final class RestoreCommand implements Command {
    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String purpose() {
        return "Bring a backup back";
    }

    @Override
    public String synopsis() {
        return "--data DIR FILE.tar";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data());
    }

    @Override
    public String details() {
        return """
                The data directory must be empty or absent. What was destroyed by law since the backup is destroyed again.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        if (arguments.operands().size() != 1) {
            return console.wrongUsage(this, "Name the backup to bring back.");
        }
        return console.failed("restore cannot be done yet in this version.");
    }
}
