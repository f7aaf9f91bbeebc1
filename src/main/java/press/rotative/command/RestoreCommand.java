package press.rotative.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.Settings;
import press.rotative.backup.Destructions;
import press.rotative.backup.Restore;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Command;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.platform.SqliteDatabase;

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
        return "--data DIR [--destructions-of DIR] FILE.tar.gz|FOLDER";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.data(),
                Option.with(
                        "--destructions-of",
                        "DIR",
                        "a newer data directory: what was destroyed there is destroyed again"));
    }

    @Override
    public String details() {
        return """
                The data directory must be empty or absent. Every file is compared with its digest before anything gets its
                name, and at the end everything is checked as './rotative check' does. --destructions-of repeats the lawful
                removals that a newer data directory knows; a story whose public text was one of them is withheld.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) throws IOException {
        if (arguments.operands().size() != 1) {
            return console.wrongUsage(this, "Name the backup to bring back.");
        }
        Path from = PressCommand.absolute(arguments.operands().getFirst());
        Path data = PressCommand.data(arguments, Settings.ofProcess());
        if (!Files.exists(from)) {
            return console.failed("There is no backup " + from + ".");
        }
        if (!Restore.emptyOrAbsent(data)) {
            return console.failed("A backup is brought back into an empty directory only, and " + data
                    + " is not empty. Name another with --data, or move this one away.");
        }
        Optional<Path> newer = arguments.value("--destructions-of").map(PressCommand::absolute);
        if (newer.isPresent() && !Files.exists(newer.get().resolve("rotative.db"))) {
            return console.failed("There is no newsroom in " + newer.get() + " whose destructions could be repeated.");
        }
        Restore.into(from, data);
        if (!Files.exists(data.resolve("rotative.db"))) {
            console.out().println("The files are restored to " + data + ". Bring the tables back with pg_restore.");
            return ExitStatus.DONE;
        }
        try (Press press = Press.open(data, Optional.empty(), Clock.systemUTC())) {
            newer.ifPresent(directory -> repeat(directory, press, console));
            console.out().println("The backup is restored to " + data + ".");
            return CheckCommand.say(new Inspection(press, part -> {}), console);
        }
    }

    private static void repeat(Path newer, Press press, Console console) {
        try (SqliteDatabase database = SqliteDatabase.open(newer.resolve("rotative.db"), Clock.systemUTC())) {
            console.out().println("Texts destroyed again: " + Destructions.repeat(database, press) + ".");
            console.out().println("Pictures destroyed again: " + Destructions.repeatPictures(database, press) + ".");
        }
        ((SqliteDatabase) press.database()).emptyWriteAheadLog();
    }
}
