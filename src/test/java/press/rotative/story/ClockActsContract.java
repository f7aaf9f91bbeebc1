package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.address.Addresses;
import press.rotative.jobs.Job;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.EndRights;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.ReschedulePublication;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.acts.UnschedulePublication;
import press.rotative.story.acts.WithdrawStory;

/// What every store must do with what the clock calls for.
abstract class ClockActsContract {
    private static final Actor CHIEF = new Actor(7, Role.CHIEF_EDITOR);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final TickingClock clock = new TickingClock(NOON);
    private Press press;
    private EditionId edition;
    private SectionId port;
    private SectionId town;
    private AuthorId author;

    abstract Press open(Clock clock);

    @BeforeEach
    void aNewsroomWithTwoSections() {
        press = open(clock);
        edition = perform(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null));
        port = perform(new CreateSection(Actor.OPERATOR, edition, "Port", null));
        town = perform(new CreateSection(Actor.OPERATOR, edition, "Ville", null));
        author = perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null)).id();
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_scheduled_story_is_nowhere_before_its_instant_and_everywhere_after() {
        StoryId story = draft("Le ferry part à treize heures");
        long before = press.number().current();
        var scheduled = assertInstanceOf(Outcome.Scheduled.class, schedule(story, NOON.plus(HOUR)));
        assertEquals(new Outcome.Scheduled(story, 1, NOON.plus(HOUR)), scheduled);
        assertEquals(before, press.number().current(), "the log says what the public sees, and it sees nothing yet");
        clock.advance(HOUR.minusMillis(1));
        assertEquals(0, press.jobs().runDue());
        assertHidden(story);
        clock.advance(Duration.ofMillis(1));
        assertEquals(1, press.jobs().runDue());
        LiveStory live = newsstand(stand -> stand.latest(edition, 10)).getFirst();
        assertEquals(story, live.id());
        assertEquals(NOON.plus(HOUR), live.publishedAt());
        Publication row = lastRow();
        assertEquals(PublicAct.PUBLISHED, row.act());
        assertEquals(CHIEF.staffId(), row.actorId(), "published by the hand of who decided it");
        assertEquals(live.content().digest(), row.contentDigest());
        assertEquals(row.seq(), press.number().current());
        assertTrue(row(story).plan() == null && row(story).workflow() == Workflow.PUBLISHED);
        assertEquals(0, press.jobs().runDue());
    }

    @Test
    void what_is_written_after_scheduling_stays_a_draft() {
        StoryId story = draft("Tel que prévu");
        schedule(story, NOON.plus(HOUR));
        perform(new SaveDraft(CHIEF, story, 1, content("Pas encore fini", port)));
        assertEquals(Workflow.DRAFT, row(story).workflow());
        clock.advance(HOUR);
        press.jobs().runDue();
        assertEquals("Tel que prévu", liveHeadline(story));
        assertEquals("Pas encore fini", draftOf(story).content().headline());
        assertEquals(Workflow.DRAFT, row(story).workflow());
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, false)));
        assertEquals("Pas encore fini", liveHeadline(story));
    }

    @Test
    void scheduling_again_takes_the_draft_as_it_is_now_and_moving_does_not() {
        StoryId story = draft("Un");
        schedule(story, NOON.plus(HOUR));
        perform(new SaveDraft(CHIEF, story, 1, content("Deux", port)));
        perform(new ReschedulePublication(CHIEF, story, NOON.plus(HOUR.multipliedBy(2))));
        assertEquals("Un", plan(story).content().headline());
        assertEquals(NOON.plus(HOUR.multipliedBy(2)), plan(story).at());
        schedule(story, NOON.plus(HOUR.multipliedBy(3)));
        assertEquals("Deux", plan(story).content().headline());
        clock.advance(HOUR.multipliedBy(2));
        assertEquals(0, press.jobs().runDue(), "the earlier instants are forgotten");
        clock.advance(HOUR);
        assertEquals(1, press.jobs().runDue());
        assertEquals("Deux", liveHeadline(story));
    }

    @Test
    void unscheduled_it_never_happens() {
        StoryId story = draft("Finalement non");
        schedule(story, NOON.plus(HOUR));
        perform(new UnschedulePublication(CHIEF, story));
        clock.advance(HOUR);
        assertEquals(0, press.jobs().runDue());
        assertHidden(story);
        assertRefused(Problem.Category.CONFLICT, new UnschedulePublication(CHIEF, story));
        assertRefused(
                Problem.Category.CONFLICT, new ReschedulePublication(CHIEF, story, NOON.plus(HOUR.multipliedBy(3))));
    }

    @Test
    void a_scheduled_update_carries_its_note_and_what_is_published_before_takes_its_place() {
        StoryId story = published("Le ponton");
        perform(new SaveDraft(CHIEF, story, 0, content("Le ponton, suite", port)));
        perform(new SchedulePublication(CHIEF, story, 1, NOON.plus(HOUR), "Avec la suite."));
        clock.advance(HOUR);
        press.jobs().runDue();
        assertEquals("Le ponton, suite", liveHeadline(story));
        assertEquals(PublicAct.UPDATED, lastRow().act());
        assertEquals(
                "Avec la suite.",
                publicly(story, shown -> shown.history(1)).getFirst().note());
        perform(new SaveDraft(CHIEF, story, null, content("Le ponton, fin", port)));
        schedule(story, clock.instant().plus(HOUR));
        var corrected = assertInstanceOf(Outcome.Live.class, perform(new CorrectStory(CHIEF, story, null, "48 m.")));
        assertTrue(corrected.warnings().getFirst().contains("taken back"), corrected::toString);
        clock.advance(HOUR);
        assertEquals(0, press.jobs().runDue());
        assertEquals(3, row(story).lastVersion());
    }

    @Test
    void an_embargo_binds_the_newsroom_too_until_it_ends() {
        StoryId story = draft("Le rapport");
        var embargoed = perform(new EmbargoUntil(CHIEF, story, null, NOON.plus(HOUR)));
        assertEquals(new Outcome.Embargoed(story, 1, NOON.plus(HOUR)), embargoed);
        for (Act<Outcome> act : List.<Act<Outcome>>of(
                new PublishStory(CHIEF, story, null, null, true),
                new SchedulePublication(CHIEF, story, null, NOON.plusSeconds(1), null),
                new CorrectStory(CHIEF, story, null, "note"))) {
            var refused = assertInstanceOf(Outcome.Refused.class, perform(act));
            assertTrue(refused.reasons().getFirst().contains("under embargo"), refused::toString);
        }
        assertHidden(story);
        clock.advance(HOUR);
        assertEquals(1, press.jobs().runDue());
        assertEquals("Le rapport", liveHeadline(story));
        assertInstanceOf(
                Outcome.Refused.class,
                perform(new EmbargoUntil(CHIEF, story, null, clock.instant().plus(HOUR))),
                "what was public cannot be embargoed");
    }

    @Test
    void an_embargo_that_is_taken_back_leaves_the_story_free() {
        StoryId story = draft("Levé plus tôt");
        perform(new EmbargoUntil(CHIEF, story, null, NOON.plus(HOUR)));
        perform(new UnschedulePublication(CHIEF, story));
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, false)));
        clock.advance(HOUR);
        assertEquals(0, press.jobs().runDue());
    }

    @Test
    void an_expired_story_leaves_the_public_says_so_and_can_be_released() {
        StoryId story = published("Le concours");
        perform(new SetExpiry(CHIEF, story, NOON.plus(HOUR)));
        clock.advance(HOUR);
        assertEquals(1, press.jobs().runDue());
        assertEquals(PublicAct.EXPIRED, lastRow().act());
        assertTrue(newsstand(stand -> stand.latest(edition, 10)).isEmpty());
        assertTrue(newsstand(stand -> stand.by(author, edition, null, 10)).isEmpty());
        assertEquals(
                new PublicStory.Standing.Expired(edition, NOON.plus(HOUR)), publicly(story, PublicStory::standing));
        assertEquals(PubStatus.WITHHELD, row(story).pubStatus());
        assertRefused(
                Problem.Category.CONFLICT,
                new SetExpiry(CHIEF, story, clock.instant().plus(HOUR)));
        perform(new ReleaseStory(CHIEF, story));
        assertInstanceOf(PublicStory.Standing.Live.class, publicly(story, PublicStory::standing));
        assertNull(row(story).expiresAt());
        perform(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        assertInstanceOf(PublicStory.Standing.Killed.class, publicly(story, PublicStory::standing));
    }

    @Test
    void an_expiry_without_a_public_story_changes_nothing_and_stands_in_the_way_of_a_later_publication() {
        StoryId story = draft("Trop tard");
        perform(new SetExpiry(CHIEF, story, NOON.plus(HOUR)));
        assertInstanceOf(Outcome.Refused.class, schedule(story, NOON.plus(HOUR)));
        assertInstanceOf(
                Outcome.Scheduled.class, schedule(story, NOON.plus(HOUR).minusMillis(1)));
        perform(new UnschedulePublication(CHIEF, story));
        long number = press.number().current();
        clock.advance(HOUR);
        press.jobs().runDue();
        assertEquals(number, press.number().current());
        assertInstanceOf(Outcome.Refused.class, perform(new PublishStory(CHIEF, story, null, null, false)));
        perform(new SetExpiry(CHIEF, story, null));
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, false)));
    }

    @Test
    void a_publication_and_an_expiry_that_were_slept_through_happen_in_their_order() {
        StoryId story = draft("Une heure seulement");
        schedule(story, NOON.plus(HOUR));
        perform(new SetExpiry(CHIEF, story, NOON.plus(HOUR.multipliedBy(2))));
        clock.advance(HOUR.multipliedBy(5));
        assertEquals(2, press.jobs().runDue());
        assertInstanceOf(PublicStory.Standing.Expired.class, publicly(story, PublicStory::standing));
    }

    @Test
    void a_withdrawal_ends_what_was_planned() {
        StoryId withheld = published("Un");
        StoryId killed = published("Deux");
        for (StoryId story : List.of(withheld, killed)) {
            perform(new SaveDraft(CHIEF, story, null, content("Suite", port)));
            schedule(story, NOON.plus(HOUR));
            perform(new SetExpiry(CHIEF, story, NOON.plus(HOUR.multipliedBy(2))));
        }
        perform(new WithdrawStory(CHIEF, withheld, WithdrawStory.Kind.WITHHOLD, "vérification", null, false));
        perform(new WithdrawStory(CHIEF, killed, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        clock.advance(HOUR);
        assertEquals(0, press.jobs().runDue());
        List<Job> left = press.database().read(sql -> new Jobs(sql).upcoming(null, 10));
        assertEquals(
                List.of(JobKind.EXPIRY, JobKind.MIDNIGHT),
                left.stream().map(Job::kind).toList());
    }

    @Test
    void a_planned_version_moves_with_its_story() {
        StoryId story = draft("Le quai");
        schedule(story, NOON.plus(HOUR));
        perform(new MoveStory(CHIEF, story, town));
        perform(new ChangeSlug(CHIEF, story, "quai-neuf"));
        clock.advance(HOUR);
        press.jobs().runDue();
        LiveStory live = newsstand(stand -> stand.inSection(town, null, 10)).getFirst();
        assertEquals("quai-neuf", live.content().slug());
        assertEquals(Workflow.PUBLISHED, row(story).workflow(), "the draft had nothing else to say");
    }

    @Test
    void an_instant_in_the_past_or_far_away_is_refused() {
        StoryId story = draft("Quand ?");
        for (Instant at : List.of(NOON, NOON.minusSeconds(1), NOON.plus(Duration.ofDays(40_000)))) {
            assertRefused(Problem.Category.INVALID, new SchedulePublication(CHIEF, story, null, at, null));
            assertRefused(Problem.Category.INVALID, new EmbargoUntil(CHIEF, story, null, at));
            assertRefused(Problem.Category.INVALID, new SetExpiry(CHIEF, story, at));
        }
    }

    @Test
    void roles_without_the_power_are_refused() {
        StoryId story = draft("La rue");
        schedule(story, NOON.plus(HOUR));
        var reporter = new Actor(9, Role.REPORTER);
        for (Act<?> act : List.<Act<?>>of(
                new SchedulePublication(reporter, story, null, NOON.plus(HOUR), null),
                new EmbargoUntil(reporter, story, null, NOON.plus(HOUR)),
                new ReschedulePublication(reporter, story, NOON.plus(HOUR)),
                new UnschedulePublication(reporter, story),
                new SetExpiry(reporter, story, NOON.plus(HOUR)))) {
            assertRefused(Problem.Category.FORBIDDEN, act);
        }
    }

    @Test
    void what_a_publication_would_refuse_is_refused_when_it_is_scheduled() {
        StoryId story = perform(new CreateStory(CHIEF, edition, content("", port), null, false))
                .story();
        var refused = assertInstanceOf(Outcome.Refused.class, schedule(story, NOON.plus(HOUR)));
        assertTrue(refused.reasons().getFirst().contains("headline"));
    }

    @Test
    void each_midnight_of_an_edition_is_one_act_through_the_change_of_clocks_and_nights_slept_through() {
        clock.advance(Duration.between(NOON, Instant.parse("2027-03-27T22:59:59Z")));
        press.jobs().runDue(); // months slept through
        long before = press.number().current();
        clock.advance(Duration.ofSeconds(1)); // midnight in Paris, one hour before UTC
        assertEquals(1, press.jobs().runDue());
        assertEquals(before + 1, press.number().current());
        assertEquals(PublicAct.DAY_BEGAN, lastRow().act());
        assertEquals(edition.subject(), lastRow().subject());
        clock.advance(Duration.ofHours(23).minusSeconds(1)); // the day on which an hour is missing
        assertEquals(0, press.jobs().runDue());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(1, press.jobs().runDue());
        clock.advance(Duration.ofDays(3));
        assertEquals(1, press.jobs().runDue(), "one act makes up for the nights");
        assertEquals(0, press.jobs().runDue());
    }

    @Test
    void the_end_of_a_pictures_rights_names_every_story_that_shows_it() {
        PictureId picture = press.acts()
                .perform(transaction -> Pictures.addWithoutFile(
                        transaction, PictureDescription.captioned("La criée", "© Agence", true)))
                .value();
        StoryContent plain = content("La criée", port);
        var blocks = List.<Block>of(Block.Paragraph.of("", "Texte."), new Block.Teaser("", null, "Un autre", picture));
        StoryId story = publish(plain.withBody(new Body(blocks)));
        press.acts().perform(transaction -> {
            Jobs.set(transaction, JobKind.RIGHTS_END, picture.value(), NOON.plus(HOUR));
            return true;
        });
        clock.advance(HOUR);
        assertEquals(1, press.jobs().runDue());
        assertEquals(PublicAct.RIGHTS_CHANGED, lastRow().act());
        var touched = press.acts()
                .perform(new EndRights(picture))
                .publications()
                .getFirst()
                .touched();
        assertTrue(touched.contains(story.subject()) && touched.contains(picture.subject()), touched::toString);
    }

    private void assertHidden(StoryId story) {
        assertTrue(newsstand(stand -> stand.latest(edition, 10)).isEmpty());
        assertTrue(newsstand(stand -> stand.inSection(port, null, 10)).isEmpty());
        assertTrue(newsstand(stand -> stand.by(author, edition, null, 10)).isEmpty());
        assertInstanceOf(PublicStory.Standing.Hidden.class, publicly(story, PublicStory::standing));
        assertTrue(publicly(story, shown -> shown.history(10)).isEmpty());
        assertTrue(press.database()
                .read(sql -> new Addresses(sql).codeOf(story.subject()))
                .isEmpty());
    }

    private void assertRefused(Problem.Category category, Act<?> act) {
        assertEquals(category, assertThrows(Problem.class, () -> perform(act)).category(), act::toString);
    }

    private Outcome schedule(StoryId story, Instant at) {
        return perform(new SchedulePublication(CHIEF, story, null, at, null));
    }

    private StoryId draft(String headline) {
        return perform(new CreateStory(CHIEF, edition, content(headline, port), null, false))
                .story();
    }

    private StoryId published(String headline) {
        return publish(content(headline, port));
    }

    private StoryId publish(StoryContent content) {
        StoryId story =
                perform(new CreateStory(CHIEF, edition, content, null, false)).story();
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, false)));
        return story;
    }

    private StoryContent content(String headline, SectionId section) {
        return new StoryContent(
                StoryKind.ARTICLE,
                headline,
                "Un chapô.",
                section,
                List.of(new Contribution(author, null)),
                null,
                null,
                null,
                5,
                null,
                List.of(),
                new Body(List.of(Block.Paragraph.of("", "Un premier paragraphe."))),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private <T> T newsstand(java.util.function.Function<Newsstand, T> question) {
        return press.database().read(sql -> question.apply(new Newsstand(sql)));
    }

    private <T> T publicly(StoryId story, java.util.function.Function<PublicStory, T> question) {
        return press.database().read(sql -> question.apply(new PublicStory(sql, story)));
    }

    private Story row(StoryId story) {
        return press.database().read(sql -> new Stories(sql).get(story));
    }

    private Plan plan(StoryId story) {
        return press.database().read(sql -> new Stories(sql).plan(story)).orElseThrow();
    }

    private Draft draftOf(StoryId story) {
        return press.database().read(sql -> new Stories(sql).draft(story)).orElseThrow();
    }

    private String liveHeadline(StoryId story) {
        return press.database().read(sql -> {
            var stories = new Stories(sql);
            return stories.liveContent(stories.get(story)).orElseThrow().headline();
        });
    }

    private Publication lastRow() {
        return press.database().read(sql -> {
            var log = new PublicationLog(sql);
            return log.find(log.number()).orElseThrow();
        });
    }
}
