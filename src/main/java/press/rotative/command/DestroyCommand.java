package press.rotative.command;

import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.people.Actor;
import press.rotative.platform.SqliteDatabase;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DestroyVersion;

/// `destroy`: lawful removal.
final class DestroyCommand extends PressCommand {
    @Override
    public String name() {
        return "destroy";
    }

    @Override
    public String purpose() {
        return "Remove the text of a version for good";
    }

    @Override
    public String synopsis() {
        return "--story ID --version N --reason TEXT [--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.with("--story", "ID", "the number of the story"),
                Option.with("--version", "N", "which of its versions"),
                Option.with("--reason", "TEXT", "why; the log keeps its digest"),
                Option.data());
    }

    @Override
    public String details() {
        return """
                For what the law wants gone. A version that the public reads is corrected, withheld or killed first. The
                publication log keeps a marked gap. Backups made before still hold the text: 'restore --destructions-of'
                repeats the removal.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        if (!arguments.operands().isEmpty()) {
            return Optional.of("It is written: destroy --story ID --version N --reason TEXT.");
        }
        if (!number(arguments, "--story") || !number(arguments, "--version")) {
            return Optional.of("Which text? --story ID and --version N, both numbers.");
        }
        return arguments.value("--reason").filter(text -> !text.isBlank()).isPresent()
                ? Optional.empty()
                : Optional.of("Say why with --reason.");
    }

    private static boolean number(Arguments arguments, String option) {
        return arguments
                .value(option)
                .filter(text -> text.matches("[1-9][0-9]{0,8}"))
                .isPresent();
    }

    @Override
    ExitStatus run(Press press, Arguments arguments, Console console) {
        long story = Long.parseLong(arguments.value("--story").orElseThrow());
        int version = Integer.parseInt(arguments.value("--version").orElseThrow());
        press.acts()
                .perform(new DestroyVersion(
                        Actor.OPERATOR,
                        new StoryId(story),
                        version,
                        arguments.value("--reason").orElseThrow()));
        if (press.database() instanceof SqliteDatabase sqlite && !sqlite.emptyWriteAheadLog()) {
            console.err()
                    .println(
                            "Somebody is reading: the text leaves the file rotative.db-wal with the next check point.");
        }
        console.out().println("The text of version " + version + " of story " + story + " is destroyed.");
        return ExitStatus.DONE;
    }
}
