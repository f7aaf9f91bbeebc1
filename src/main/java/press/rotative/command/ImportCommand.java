package press.rotative.command;

import java.util.List;

/// `import`: captures of pages become stories.
final class ImportCommand implements Command {
    @Override
    public String name() {
        return "import";
    }

    @Override
    public String purpose() {
        return "Read captured pages and file them as stories";
    }

    @Override
    public String synopsis() {
        return "[--data DIR] [--edition CODE] [--publish] [--dry-run] [--report FILE.json] SOURCE...";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.data(),
                Option.with("--edition", "CODE", "the edition to file into (default: the language of the capture)"),
                Option.flag("--publish", "publish what was filed"),
                Option.flag("--dry-run", "read and report, write nothing"),
                Option.with(
                        "--report", "FILE", "write the whole report as JSON, with the fate of every part of a source"));
    }

    @Override
    public String details() {
        return """
                A source is a file, a folder (every file in it) or - for standard input. Where a server works on the data
                directory, it does the filing; else this command does. Status 0 only if every source was filed, or knowingly
                skipped because it is here already.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        if (arguments.operands().isEmpty()) {
            return console.wrongUsage(this, "Name at least one file, a folder, or - for standard input.");
        }
        return console.failed("import cannot be done yet in this version.");
    }
}
