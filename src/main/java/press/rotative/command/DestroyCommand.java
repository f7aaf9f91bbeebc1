package press.rotative.command;

import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.platform.SqliteDatabase;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.DestroyVersion;

/// `destroy`: lawful removal.
final class DestroyCommand extends PressCommand {
    @Override
    public String name() {
        return "destroy";
    }

    @Override
    public String purpose() {
        return "Remove the text of a version, or a picture, for good";
    }

    @Override
    public String synopsis() {
        return "--story ID --version N | --picture ID  --reason TEXT [--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.with("--story", "ID", "the number of the story"),
                Option.with("--version", "N", "which of its versions"),
                Option.with("--picture", "ID", "the number of a picture, instead of a story"),
                Option.with("--reason", "TEXT", "why; the log keeps its digest"),
                Option.data());
    }

    @Override
    public String details() {
        return """
                For what the law wants gone. A version that the public reads is corrected, withheld or killed first. The
                publication log keeps a marked gap. A picture leaves all pages, with everything that was made of it. Backups
                made before still hold what was destroyed: 'restore --destructions-of' repeats the removal.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        if (!arguments.operands().isEmpty()) {
            return Optional.of("It is written: destroy --story ID --version N --reason TEXT, or with --picture ID.");
        }
        boolean picture = arguments.value("--picture").isPresent();
        if (picture
                && (!number(arguments, "--picture")
                        || arguments.value("--story").isPresent()
                        || arguments.value("--version").isPresent())) {
            return Optional.of("Which picture? --picture ID, a number, and neither --story nor --version.");
        }
        if (!picture && (!number(arguments, "--story") || !number(arguments, "--version"))) {
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
        String reason = arguments.value("--reason").orElseThrow();
        String done = arguments
                .value("--picture")
                .map(picture -> picture(press, Long.parseLong(picture), reason))
                .orElseGet(() -> text(press, arguments, reason));
        if (press.database() instanceof SqliteDatabase sqlite && !sqlite.emptyWriteAheadLog()) {
            console.err()
                    .println(
                            "Somebody is reading: the text leaves the file rotative.db-wal with the next check point.");
        }
        console.out().println(done);
        return ExitStatus.DONE;
    }

    private static String picture(Press press, long picture, String reason) {
        press.acts().perform(new DestroyPicture(Actor.OPERATOR, new PictureId(picture), null, reason));
        return "Picture " + picture + " is destroyed.";
    }

    private static String text(Press press, Arguments arguments, String reason) {
        long story = Long.parseLong(arguments.value("--story").orElseThrow());
        int version = Integer.parseInt(arguments.value("--version").orElseThrow());
        press.acts().perform(new DestroyVersion(Actor.OPERATOR, new StoryId(story), version, reason));
        return "The text of version " + version + " of story " + story + " is destroyed.";
    }
}
