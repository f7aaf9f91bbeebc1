package press.rotative.publication;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.CorrectStory;
import press.rotative.story.CreateEdition;
import press.rotative.story.CreateStory;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.PublishStory;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.WithdrawStory;

/// A newsroom that publishes, corrects and kills from many threads until it is killed itself. Every line it prints is
/// an acknowledgement: `act story seq`.
final class KilledNewsroom {
    private KilledNewsroom() {}

    public static void main(String[] arguments) throws InterruptedException {
        var press = Press.open(Path.of(arguments[0]), Optional.empty(), Clock.systemUTC());
        EditionId edition = press.database()
                .read(sql -> new Editions(sql).find("fr").map(each -> each.id()))
                .orElseGet(() -> press.acts()
                        .perform(new CreateEdition(
                                Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                        .value());
        PrintStream journal = System.out;
        for (int i = 0; i < 16; i++) {
            Thread.startVirtualThread(() -> {
                while (true) {
                    life(press, edition, journal);
                }
            });
        }
        Thread.sleep(60_000);
    }

    private static void life(Press press, EditionId edition, PrintStream journal) {
        var content = new StoryContent(
                StoryKind.BRIEF,
                "Dépêche",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                5,
                null,
                List.of(),
                new Body(List.of(Block.Paragraph.of("", "Texte."))),
                List.of(),
                null,
                List.of(),
                null,
                null);
        StoryId story = press.acts()
                .perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                .value()
                .story();
        say(journal, press.acts().perform(new PublishStory(Actor.OPERATOR, story, null, null, true)), story);
        say(journal, press.acts().perform(new CorrectStory(Actor.OPERATOR, story, null, "Une note.")), story);
        if (story.value() % 3 == 0) {
            var kill = new WithdrawStory(
                    Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "essai", "Article retiré.", false);
            say(journal, press.acts().perform(kill), story);
        }
    }

    private static void say(PrintStream journal, Receipt<?> receipt, StoryId story) {
        Publication row = receipt.publications().getFirst();
        synchronized (journal) {
            journal.println(row.act() + " " + story.value() + " " + row.seq());
            journal.flush();
        }
    }
}
