package press.rotative.command;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;

/// A newsroom with a corrected story in a data directory, and the operator's commands over it.
public abstract class OperatorsDesk {
    @TempDir
    protected Path folder;

    protected final ByteArrayOutputStream out = new ByteArrayOutputStream();
    protected final ByteArrayOutputStream err = new ByteArrayOutputStream();
    protected Path data;
    protected long story;
    protected String blob = "";

    @BeforeEach
    protected void aNewsroomWithACorrectedStory() {
        data = folder.resolve("data");
        try (Press press = open(data)) {
            blob = press.blobs().put("a picture".getBytes(StandardCharsets.UTF_8));
            var edition = Cast.lePhare(press);
            var port = perform(press, new CreateSection(Actor.OPERATOR, edition, "Port", null));
            var author = perform(press, new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                    .id();
            press.database().write(transaction -> {
                Pictures.addBlob(transaction, blob, 9, "image/jpeg");
                return true;
            });
            StoryId id = perform(
                            press,
                            new CreateStory(
                                    Actor.OPERATOR,
                                    edition,
                                    Cast.article("Le ferry arrive", port, author, "zyxsecretword"),
                                    null,
                                    false))
                    .story();
            perform(press, new PublishStory(Actor.OPERATOR, id, null, null, false));
            perform(
                    press,
                    new SaveDraft(
                            Actor.OPERATOR, id, null, Cast.article("Le ferry arrive", port, author, "Autre texte.")));
            perform(press, new PublishStory(Actor.OPERATOR, id, null, null, false));
            perform(
                    press,
                    new SaveDraft(
                            Actor.OPERATOR, id, null, Cast.article("Le ferry arrive", port, author, "Un brouillon.")));
            story = id.value();
        }
    }

    protected ExitStatus destroy(int version) {
        return run("destroy", "--story", "" + story, "--version", "" + version, "--reason", "Décision de justice");
    }

    protected ExitStatus run(String... words) {
        var all = new java.util.ArrayList<>(List.of(words));
        all.add("--data=" + data);
        return command(all);
    }

    protected ExitStatus command(List<String> words) {
        out.reset();
        err.reset();
        return Commands.all()
                .run(
                        words,
                        new Console(
                                InputStream.nullInputStream(), new PrintStream(out, true), new PrintStream(err, true)));
    }

    protected String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    protected static Press open(Path data) {
        return Press.open(data, Optional.empty(), Clock.systemUTC());
    }

    protected static <T> T perform(Press press, Act<T> act) {
        return press.acts().perform(act).value();
    }
}
