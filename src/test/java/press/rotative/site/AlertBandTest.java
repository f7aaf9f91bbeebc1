package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.AuthorId;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.story.house.AlertBands;
import press.rotative.story.house.SetAlert;
import press.rotative.story.house.TakeAlertDown;

/// The alert of an edition, as the public reads it before and after each act.
class AlertBandTest {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Actor CHIEF = Cast.chief();

    @TempDir
    Path folder;

    private TickingClock clock;
    private Press press;
    private Site site;
    private EditionId french;
    private StoryId story;

    @BeforeEach
    void open() {
        clock = new TickingClock(NOON);
        press = Press.open(folder, database(), clock);
        site = Cast.site(press, URI.create("https://lephare.example"));
        french = Cast.lePhare(press);
        SectionId port = act(new CreateSection(Actor.OPERATOR, french, "Port", null));
        AuthorId author =
                act(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null)).id();
        story = act(new CreateStory(CHIEF, french, Cast.article("La tempête approche", port, author), null, false))
                .story();
        act(new PublishStory(CHIEF, story, null, null, false));
    }

    /// Empty: SQLite.
    Optional<String> database() {
        return Optional.empty();
    }

    @AfterEach
    void close() {
        press.close();
    }

    private <T> T act(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private SetAlert alert(String text, @Nullable StoryId to, Duration during) {
        return new SetAlert(CHIEF, french, null, text, to, clock.instant().plus(during));
    }

    private @Nullable Element shown(String path) {
        SiteAnswer answer = site.answer(SiteRequest.get(path));
        return Jsoup.parse(answer.text()).selectFirst("aside p.alert");
    }

    private void assertShown(@Nullable String text) {
        for (String path : List.of("/fr/", "/fr/port", "/fr/corrections", "/fr/no-such-page")) {
            Element shown = shown(path);
            assertEquals(
                    text,
                    shown == null ? null : shown.ownText() + shown.select("a").text(),
                    path);
        }
    }

    private static Problem refused(Runnable act) {
        return assertThrows(Problem.class, act::run);
    }

    @Test
    void it_stands_over_every_page_of_its_edition_at_once_and_goes_when_it_is_taken_down() {
        act(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/Paris", null));
        assertShown(null);
        act(alert("Les quais bas sont fermés", null, HOUR));
        assertShown("Les quais bas sont fermés");
        assertNull(shown("/en/"));
        assertEquals("Alerte", shown("/fr/").selectFirst("b").text());
        act(alert("Les quais  sont\nouverts", null, HOUR));
        assertShown("Les quais sont ouverts");
        act(new TakeAlertDown(CHIEF, french, null));
        assertShown(null);
        long number = press.number().current();
        act(new TakeAlertDown(CHIEF, french, null));
        assertEquals(number, press.number().current(), "where none stands nothing happens");
    }

    @Test
    void it_goes_by_itself_at_its_instant_whether_or_not_the_clock_acts_in_time() {
        act(alert("Vigilance orange", null, HOUR));
        assertShown("Vigilance orange");
        clock.advance(HOUR.minusMillis(1));
        assertShown("Vigilance orange");
        clock.advance(Duration.ofMillis(1));
        assertShown(null);
        assertEquals(1, press.jobs().runDue());
        assertShown(null);
        assertEquals(
                PublicAct.ALERT_ENDED,
                press.database()
                        .read(sql ->
                                new PublicationLog(sql).since(press.number().current() - 1, 1))
                        .getFirst()
                        .act());
        assertNull(press.database().read(sql -> new AlertBands(sql).of(french)).band());
    }

    @Test
    void a_later_end_moves_the_clock_and_taking_it_down_stops_it() {
        act(alert("Vigilance orange", null, HOUR));
        act(alert("Vigilance rouge", null, HOUR.multipliedBy(3)));
        clock.advance(HOUR.multipliedBy(2));
        assertEquals(0, press.jobs().runDue());
        assertShown("Vigilance rouge");
        act(new TakeAlertDown(CHIEF, french, null));
        assertEquals(
                Optional.empty(), press.database().read(sql -> new Jobs(sql).find(JobKind.ALERT_END, french.value())));
    }

    @Test
    void it_leads_to_its_story_at_every_address_and_is_hidden_while_the_public_cannot_read_it() {
        act(alert("La tempête arrive", story, HOUR));
        String path = shown("/fr/").selectFirst("a").attr("href");
        assertTrue(path.startsWith("/fr/port/la-tempete-approche"), path);
        act(new ChangeSlug(CHIEF, story, "tempete"));
        assertTrue(shown("/fr/corrections").selectFirst("a").attr("href").startsWith("/fr/port/tempete"));
        act(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.WITHHOLD, "vérification", null, false));
        assertShown(null);
        act(new ReleaseStory(CHIEF, story));
        assertShown("La tempête arrive");
        act(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        assertShown(null);
    }

    @Test
    void another_text_of_its_story_leaves_the_other_pages_alone_and_another_place_does_not() {
        act(alert("La tempête arrive", story, HOUR));
        act(new SaveDraft(CHIEF, story, null, text().withHeadline("La tempête est là")));
        assertFalse(touchesAll(new PublishStory(CHIEF, story, null, null, false)));
        assertShown("La tempête arrive");
        assertTrue(touchesAll(new ChangeSlug(CHIEF, story, "tempete")));
        assertTrue(
                touchesAll(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.WITHHOLD, "vérification", null, false)));
    }

    private StoryContent text() {
        return press.database().read(sql -> new Stories(sql)
                .liveContent(new Stories(sql).get(story))
                .orElseThrow());
    }

    private boolean touchesAll(Act<?> act) {
        return press.acts().perform(act).publications().stream()
                .flatMap(each -> each.touched().stream())
                .anyMatch(subject -> subject.kind() == Subject.Kind.WHOLE_EDITION);
    }

    @Test
    void what_cannot_be_is_refused_in_words_and_changes_nothing() {
        act(alert("Vigilance orange", null, HOUR));
        EditionId english =
                act(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/Paris", null));
        for (Act<?> wrong : List.<Act<?>>of(
                alert(" ", null, HOUR),
                alert("x".repeat(161), null, HOUR),
                alert("Trop tard", null, Duration.ZERO),
                alert("Trop long", null, Duration.ofDays(8)),
                new SetAlert(
                        CHIEF, english, null, "Storm", story, clock.instant().plus(HOUR)))) {
            assertEquals(Problem.Category.INVALID, refused(() -> act(wrong)).category(), wrong.toString());
        }
        act(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.WITHHOLD, "vérification", null, false));
        assertTrue(
                refused(() -> act(alert("La tempête", story, HOUR))).sentence().contains("Publish it first"));
        var late = new SetAlert(CHIEF, french, 0, "Autre", null, clock.instant().plus(HOUR));
        assertEquals(Problem.Category.CHANGED, refused(() -> act(late)).category());
        assertShown("Vigilance orange");
    }

    @Test
    void who_arranges_the_front_of_the_edition_sets_it_and_nobody_else() {
        Instant until = clock.instant().plus(HOUR);
        SectionId town = act(new CreateSection(Actor.OPERATOR, french, "Ville", null));
        for (Actor actor :
                List.of(Cast.reporter(), new Actor(11, Set.of(new Grant(Role.EDITOR, french.value(), town.value()))))) {
            assertEquals(
                    Problem.Category.FORBIDDEN,
                    refused(() -> act(new SetAlert(actor, french, null, "Alerte", null, until)))
                            .category());
            assertEquals(
                    Problem.Category.FORBIDDEN,
                    refused(() -> act(new TakeAlertDown(actor, french, null))).category());
        }
        act(new SetAlert(Cast.editor(), french, null, "Alerte", null, until));
        assertShown("Alerte");
    }
}
