package press.rotative.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.backup.Backup;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;

/// `backup`: a whole copy while the server runs.
final class BackupCommand extends PressCommand {
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
        return "[--data DIR] FILE.tar.gz|FOLDER";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data());
    }

    @Override
    public String details() {
        return """
                What was acknowledged before the backup began is in it; the public reads and the newsroom writes meanwhile. A
                name that ends in .tar.gz makes one file, any other a folder (on the same disk it takes little room). The
                target must not be there. With PostgreSQL only the files are copied: use pg_dump for the tables.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        return arguments.operands().size() == 1
                        && !arguments.operands().getFirst().isBlank()
                ? Optional.empty()
                : Optional.of("Name the file or folder to write.");
    }

    @Override
    Arguments forServer(Arguments arguments) {
        return new Arguments(
                arguments.options(),
                List.of(absolute(arguments.operands().getFirst()).toString()));
    }

    @Override
    boolean onlyReads() {
        return true;
    }

    @Override
    ExitStatus run(Press press, Arguments arguments, Console console) throws IOException {
        Path target = Path.of(arguments.operands().getFirst());
        if (Files.exists(target)) {
            return console.failed(target + " is there already. Name another, or remove it first.");
        }
        var backup = new Backup(press);
        backup.write(target);
        if (!press.database().embedded()) {
            console.err()
                    .println(
                            "The tables are in PostgreSQL and not in this backup: run pg_dump first, then this command, and"
                                    + " keep both together.");
        }
        backup.missing().forEach(digest -> console.err()
                .println("The file " + digest + " is missing; run './rotative check'."));
        console.out().println("The backup is written: " + target);
        return backup.missing().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
