package press.rotative.jobs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;

/// A newsroom that schedules, embargoes and lets expire from several threads, and runs its jobs, until it is killed.
/// Every line it prints is an acknowledgement: `PUBLISHED story instant` or `EXPIRED story instant`.
final class ScheduledNewsroom {
    private final Press press;
    private final EditionId edition;
    private final SectionId section;
    private final PrintStream journal;

    private ScheduledNewsroom(Press press, EditionId edition, SectionId section, PrintStream journal) {
        this.press = press;
        this.edition = edition;
        this.section = section;
        this.journal = journal;
    }

    /// @param arguments data directory; JDBC address or `-`; how many stories to plan
    public static void main(String[] arguments) throws InterruptedException {
        Optional<String> database = Optional.of(arguments[1]).filter(url -> !url.equals("-"));
        var press = Press.open(Path.of(arguments[0]), database, Clock.systemUTC());
        Edition edition =
                press.database().read(sql -> new Editions(sql).find("fr")).orElseThrow();
        Section section = press.database().read(sql -> new Sections(sql).all()).getFirst();
        var newsroom = new ScheduledNewsroom(press, edition.id(), section.id(), System.out);
        press.jobs().start();
        newsroom.say("READY");
        var left = new AtomicInteger(Integer.parseInt(arguments[2]));
        for (int i = 0; i < 4; i++) {
            Thread.startVirtualThread(() -> {
                var random = new Random();
                while (left.getAndDecrement() > 0) {
                    newsroom.plan(random);
                }
            });
        }
        Thread.sleep(120_000);
    }

    /// What all of them work in.
    static void prepare(Press press) {
        EditionId edition = press.acts()
                .perform(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
        press.acts().perform(new CreateSection(Actor.OPERATOR, edition, "Port", null));
        press.acts().perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null));
    }

    private void plan(Random random) {
        StoryId story = press.acts()
                .perform(new CreateStory(Actor.OPERATOR, edition, content(), null, false))
                .value()
                .story();
        Instant at = Instant.now().plusMillis(50 + random.nextInt(2500));
        press.acts()
                .perform(
                        random.nextInt(4) == 0
                                ? new EmbargoUntil(Actor.OPERATOR, story, null, at)
                                : new SchedulePublication(Actor.OPERATOR, story, null, at, null));
        say("PUBLISHED " + story.value() + " " + at.toEpochMilli());
        if (random.nextInt(4) == 0) {
            Instant expires = at.plusMillis(1 + random.nextInt(1500));
            press.acts().perform(new SetExpiry(Actor.OPERATOR, story, expires));
            say("EXPIRED " + story.value() + " " + expires.toEpochMilli());
        }
        if (random.nextInt(6) == 0) {
            press.acts().perform(new ChangeSlug(Actor.OPERATOR, story, "adresse-" + story.value()));
        }
    }

    private StoryContent content() {
        return new StoryContent(
                StoryKind.ARTICLE,
                "Dépêche",
                "À l’heure dite.",
                section,
                List.of(new Contribution(new press.rotative.story.AuthorId(1), null)),
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
                null,
                null);
    }

    private void say(String line) {
        synchronized (journal) {
            journal.println(line);
            journal.flush();
        }
    }
}
