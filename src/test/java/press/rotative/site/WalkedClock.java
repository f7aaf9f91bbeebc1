package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.media.PictureId;
import press.rotative.media.Rights;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.BeginDay;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.ExpireStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishAsPlanned;
import press.rotative.story.acts.ReschedulePublication;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.acts.UnschedulePublication;
import press.rotative.story.house.SetAlert;

/// What the clock does on a walk, and what is planned for it.
final class WalkedClock {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /// Kinds of jobs that the runner has run.
    final Set<JobKind> run = EnumSet.noneOf(JobKind.class);

    private final WalkedNewsroom newsroom;

    WalkedClock(WalkedNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    List<WalkStep> steps() {
        return List.of(
                new WalkStep("schedule", 1, () -> schedule(SOON).toString()),
                new WalkStep("embargo", 1, () -> embargo(SOON).toString()),
                new WalkStep("reschedule", 1, this::reschedule),
                new WalkStep("unschedule", 1, this::unschedule),
                new WalkStep("publish as planned", 2, this::publishAsPlanned),
                new WalkStep("expire", 1, this::expire),
                new WalkStep("midnight", 1, this::beginDay),
                new WalkStep("a minute passes", 1, this::minutePasses),
                new WalkStep("a day passes", 1, this::dayPasses));
    }

    private StoryId schedule(Duration in) {
        StoryId id = draft();
        return planned(id, new SchedulePublication(Actor.OPERATOR, id, null, newsroom.in(in), null));
    }

    private StoryId embargo(Duration in) {
        StoryId id = draft();
        return planned(id, new EmbargoUntil(Actor.OPERATOR, id, null, newsroom.in(in)));
    }

    private StoryId draft() {
        EditionId edition = newsroom.any(newsroom.editions);
        String word = newsroom.word();
        StoryId id = newsroom.perform(new CreateStory(
                        Actor.OPERATOR,
                        edition,
                        newsroom.content(edition, word).withKind(StoryKind.ARTICLE),
                        null,
                        false))
                .story();
        newsroom.filed(id, edition, word);
        return id;
    }

    /// Nothing of it may be seen before its instant.
    private StoryId planned(StoryId id, Act<Outcome> act) {
        Outcome outcome = newsroom.perform(act);
        assertFalse(outcome instanceof Outcome.Refused, outcome::toString);
        String word = newsroom.wordsOf.get(id).getFirst();
        newsroom.planned.put(id, word);
        newsroom.gone.add(word);
        return id;
    }

    private String reschedule() {
        StoryId id = newsroom.some(newsroom.planned, () -> schedule(SOON));
        newsroom.perform(new ReschedulePublication(Actor.OPERATOR, id, newsroom.in(SOON)));
        return id.toString();
    }

    private String unschedule() {
        StoryId id = newsroom.some(newsroom.planned, () -> embargo(SOON));
        newsroom.perform(new UnschedulePublication(Actor.OPERATOR, id));
        newsroom.planned.remove(id);
        return id.toString();
    }

    private String publishAsPlanned() {
        StoryId id = newsroom.some(newsroom.planned, () -> schedule(SOON));
        newsroom.perform(new ReschedulePublication(Actor.OPERATOR, id, newsroom.in(SOON)));
        newsroom.clock.advance(SOON);
        assertTrue(newsroom.perform(new PublishAsPlanned(id)).isPresent());
        newsroom.cameBack(id, newsroom.planned);
        return id.toString();
    }

    private String expire() {
        StoryId id = newsroom.someUsable();
        newsroom.perform(new SetExpiry(Actor.OPERATOR, id, newsroom.in(SOON)));
        newsroom.clock.advance(SOON);
        newsroom.perform(new ExpireStory(id));
        newsroom.expiring.remove(id);
        newsroom.takenAway(id, true);
        return id.toString();
    }

    private String beginDay() {
        EditionId edition = newsroom.any(newsroom.editions);
        newsroom.perform(new BeginDay(edition));
        return edition.toString();
    }

    /// No job runs: what a term alone decides must be right already.
    private String minutePasses() {
        newsroom.clock.advance(Duration.ofMinutes(1));
        newsroom.unforeseen = true;
        return newsroom.clock.instant().toString();
    }

    /// Something of every kind is planned, then comes the next day, and the runner does what is due.
    private String dayPasses() {
        schedule(HOUR);
        embargo(HOUR);
        StoryId over = newsroom.someLasting();
        newsroom.perform(new SetExpiry(Actor.OPERATOR, over, newsroom.in(HOUR)));
        newsroom.expiring.add(over);
        PictureId picture = newsroom.any(newsroom.pictures);
        newsroom.perform(new ChangeRights(Actor.OPERATOR, picture, null, Rights.between(null, newsroom.in(HOUR))));
        String alert = newsroom.name("Alert");
        newsroom.perform(
                new SetAlert(Actor.OPERATOR, newsroom.any(newsroom.editions), null, alert, null, newsroom.in(HOUR)));
        newsroom.clock.advance(Duration.ofDays(1));
        newsroom.gone.add(alert);
        Instant now = newsroom.clock.instant();
        newsroom.press
                .database()
                .read(sql -> new Jobs(sql).upcoming(null, 10_000))
                .forEach(job -> {
                    if (!job.dueAt().isAfter(now)) {
                        run.add(job.kind());
                    }
                });
        newsroom.press.jobs().runDue();
        newsroom.unforeseen = true;
        newsroom.readStandings();
        return now.toString();
    }
}
