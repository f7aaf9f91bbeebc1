package press.rotative.command;

import java.util.List;

/// `check`: does everything kept agree.
final class CheckCommand implements Command {
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
        return "[--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data());
    }

    @Override
    public String details() {
        return """
                Compares database, publication log, digests, files and search index with each other and says what differs.
                Status 0: all agree. Status 1: something differs.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        return console.failed("check cannot be done yet in this version.");
    }
}
