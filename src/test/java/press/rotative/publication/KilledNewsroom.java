package press.rotative.publication;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// A newsroom that writes drafts, stores pictures, publishes, corrects and kills from many threads until it is killed
/// itself. Every line it prints is an acknowledgement: `PICTURE id digest`, `DRAFT story revision` or `act story seq`.
final class KilledNewsroom {
    private final Press press;
    private final EditionId edition;
    private final PrintStream journal;

    private KilledNewsroom(Press press, PrintStream journal) {
        this.press = press;
        this.journal = journal;
        this.edition = press.database()
                .read(sql -> new Editions(sql).find("fr").map(each -> each.id()))
                .orElseGet(() -> Cast.lePhare(press));
    }

    public static void main(String[] arguments) throws InterruptedException {
        var newsroom =
                new KilledNewsroom(Press.open(Path.of(arguments[0]), Optional.empty(), Clock.systemUTC()), System.out);
        for (int i = 0; i < 16; i++) {
            Thread.startVirtualThread(() -> {
                while (true) {
                    newsroom.life();
                }
            });
        }
        Thread.sleep(60_000);
        System.exit(1); // nobody killed it
    }

    private void life() {
        StoryContent content = Cast.illustrated(Cast.brief("Dépêche", "Texte."), picture());
        StoryId story = press.acts()
                .perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                .value()
                .story();
        say("DRAFT", story.value(), "1");
        draft(story, content);
        perform(new PublishStory(Actor.OPERATOR, story, null, null, true), story);
        draft(story, content);
        perform(new CorrectStory(Actor.OPERATOR, story, null, "Une note."), story);
        if (story.value() % 3 == 0) {
            perform(
                    new WithdrawStory(
                            Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "essai", "Article retiré.", false),
                    story);
        } else if (story.value() % 3 == 1) {
            draft(story, content);
        }
    }

    private PictureId picture() {
        byte[] bytes = new byte[ThreadLocalRandom.current().nextInt(1_000, 50_000)];
        ThreadLocalRandom.current().nextBytes(bytes);
        PictureId picture = Cast.picture(press, bytes);
        say("PICTURE", picture.value(), Digest.of(bytes));
        return picture;
    }

    private void draft(StoryId story, StoryContent content) {
        int revision = press.acts()
                .perform(new SaveDraft(Actor.OPERATOR, story, null, content))
                .value()
                .revision();
        say("DRAFT", story.value(), "" + revision);
    }

    private void perform(Act<?> act, StoryId story) {
        Publication row = press.acts().perform(act).publications().getFirst();
        say(row.act().name(), story.value(), "" + row.seq());
    }

    private void say(String what, long which, String proof) {
        synchronized (journal) {
            journal.println(what + " " + which + " " + proof);
            journal.flush();
        }
    }
}
