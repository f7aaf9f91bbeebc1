package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.Inspection;
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
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;
import press.rotative.story.acts.ConfirmTranslation;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.LinkTranslation;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.acts.UnlinkTranslation;
import press.rotative.story.acts.WithdrawFamily;
import press.rotative.story.acts.WithdrawStory;

/// What every store must do with translations: who may begin, link and leave them, when one is out of date, and that a
/// family is taken away whole or not at all.
abstract class TranslationActsContract {
    private static final Actor CHIEF = Cast.chief();

    private Press press;
    private EditionId french;
    private EditionId english;
    private EditionId arabic;
    private SectionId port;
    private SectionId town;
    private SectionId harbour;
    private AuthorId author;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T12:00:00Z"));

    abstract Press open(Clock clock) throws Exception;

    @BeforeEach
    void aNewsroomOfThreeLanguages() throws Exception {
        press = open(clock);
        french = Cast.lePhare(press);
        english = edition("en", false, "The Beacon");
        arabic = edition("ar", true, "المنارة");
        port = perform(new CreateSection(Actor.OPERATOR, french, "Port", null));
        town = perform(new CreateSection(Actor.OPERATOR, french, "Ville", null));
        harbour = perform(new CreateSection(Actor.OPERATOR, english, "Harbour", null));
        author = perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null)).id();
    }

    private EditionId edition(String code, boolean rightToLeft, String name) {
        return perform(new CreateEdition(Actor.OPERATOR, code, code, rightToLeft, name, null, "Europe/Paris", null));
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        press.close();
    }

    @Test
    void a_translation_begins_with_the_original_laid_out_under_the_same_ids() {
        StoryId other = published("Les horaires");
        StoryId otherInEnglish = translated(other, english, harbour);
        var body = new Body(List.of(
                Block.Paragraph.of("", "Le ferry arrive."),
                new Block.Heading("", "Le prix", 2),
                new Block.Teaser("", other, null, null)));
        StoryId original = publish(content("Le ferry arrive", port).withBody(body));
        StoryContent from = live(original);

        Draft draft = perform(new TranslateStory(CHIEF, original, english, harbour));
        StoryContent text = draft.content();
        assertEquals("Le ferry arrive", text.headline());
        assertEquals(harbour, text.section());
        assertNull(text.slug(), "its address is made from its own headline");
        assertEquals(new TranslatedFrom(original, 1), text.translatedFrom());
        assertEquals(from.body().ids(), text.body().ids());
        assertEquals(from.body().blocks().subList(0, 2), text.body().blocks().subList(0, 2));
        var teaser = assertInstanceOf(Block.Teaser.class, text.body().blocks().get(2));
        assertEquals(otherInEnglish, teaser.story(), "what it shows is shown in its own language");
        assertEquals(Set.of(original, draft.story()), family(original));
        assertEquals(Workflow.DRAFT, story(draft.story()).workflow());
    }

    @Test
    void what_was_never_public_is_translated_from_its_draft_and_is_behind_once_it_is_public() {
        StoryId original = perform(new CreateStory(CHIEF, french, content("Demain", port), null, false))
                .story();
        StoryId translation =
                perform(new TranslateStory(CHIEF, original, arabic, null)).story();
        assertEquals(new TranslatedFrom(original, 0), story(translation).translates());
        assertFalse(behind(translation));
        perform(new PublishStory(CHIEF, original, null, null, false));
        assertTrue(behind(translation));
        assertEquals(new Families.Drift(original, 0, 1, false), drift(translation));
    }

    @Test
    void what_cannot_be_translated_is_refused_with_its_reason() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = translated(original, english, null);
        assertEquals("story.refused.translated", refusal(new TranslateStory(CHIEF, original, english, null)));
        assertEquals(
                "story.refused.translated",
                refusal(new LinkTranslation(CHIEF, publishedIn(english, "Another"), original, null)));
        assertEquals("story.refused.same.edition", refusal(new TranslateStory(CHIEF, original, french, null)));
        assertEquals("story.refused.itself", refusal(new LinkTranslation(CHIEF, original, original, null)));
        assertEquals("story.refused.circle", refusal(new LinkTranslation(CHIEF, original, translation, null)));
        assertEquals(
                "story.refused.no.original",
                refusal(new LinkTranslation(CHIEF, translation, new StoryId(999_999), null)));
        assertEquals("story.refused.no.version", refusal(new LinkTranslation(CHIEF, translation, original, 7)));
        perform(new UnlinkTranslation(CHIEF, translation));
        assertEquals("story.refused.no.translation", refusal(new UnlinkTranslation(CHIEF, translation)));
        StoryContent loop = content("Le ferry", port).withTranslatedFrom(new TranslatedFrom(original, 1));
        assertEquals("story.refused.itself", refusal(new SaveDraft(CHIEF, original, null, loop)));
        kill(original);
        assertEquals("story.refused.killed.original", refusal(new TranslateStory(CHIEF, original, arabic, null)));
        assertEquals("story.refused.killed.original", refusal(new LinkTranslation(CHIEF, translation, original, null)));
    }

    @Test
    void a_killed_translation_gives_its_edition_free() {
        StoryId original = published("Le ferry arrive");
        kill(translated(original, english, null));
        StoryId second =
                perform(new TranslateStory(CHIEF, original, english, null)).story();
        assertEquals(3, family(original).size());
        assertEquals(new TranslatedFrom(original, 1), story(second).translates());
    }

    @Test
    void only_other_words_leave_a_translation_behind() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = translated(original, english, null);
        perform(new MoveStory(CHIEF, original, town));
        assertEquals(2, story(original).liveVersion());
        assertFalse(behind(translation), "it was only moved");
        update(original, "Le ferry arrive demain");
        assertEquals(new Families.Drift(original, 1, 3, false), drift(translation));
        perform(new CorrectStory(CHIEF, original, null, "La date était fausse."));
        assertEquals(new Families.Drift(original, 1, 4, false), drift(translation));
        assertEquals(Set.of(translation), behindOnDesk());

        perform(new ConfirmTranslation(CHIEF, translation, 3));
        assertTrue(behind(translation), "who looked at version 3 did not see version 4");
        perform(new ConfirmTranslation(CHIEF, translation, 4));
        assertFalse(behind(translation));
        assertEquals(Set.of(), behindOnDesk());
        assertEquals("story.refused.follows.newer", refusal(new ConfirmTranslation(CHIEF, translation, 2)));
        assertEquals("story.refused.no.version", refusal(new ConfirmTranslation(CHIEF, translation, 5)));
        assertEquals(3, story(translation).liveVersion());
        assertEquals(1, story(translation).textVersion(), "what was made from it is not behind for that");
        StoryId third =
                perform(new TranslateStory(CHIEF, translation, arabic, null)).story();
        perform(new ConfirmTranslation(CHIEF, translation, 4));
        assertFalse(behind(third));
    }

    @Test
    void a_killed_original_marks_its_translations() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = translated(original, english, null);
        kill(original);
        assertEquals(new Families.Drift(original, 1, 1, true), drift(translation));
        assertEquals(Set.of(translation), behindOnDesk());
        kill(translation);
        assertEquals(Set.of(), behindOnDesk());
    }

    @Test
    void a_draft_is_confirmed_by_its_writer_and_the_public_text_by_who_publishes() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = translated(original, english, null);
        update(original, "Le ferry arrive demain");
        Actor reporter = Cast.reporter();
        assertRefused(Problem.Category.FORBIDDEN, new ConfirmTranslation(reporter, translation, 2));
        perform(new SaveDraft(reporter, translation, null, live(translation)));
        perform(new ConfirmTranslation(reporter, translation, 2));
        assertEquals(new TranslatedFrom(original, 2), draft(translation).translatedFrom());
        assertEquals(new TranslatedFrom(original, 1), live(translation).translatedFrom(), "not yet for the public");
        perform(new PublishStory(CHIEF, translation, null, null, true));
        assertEquals(new TranslatedFrom(original, 2), live(translation).translatedFrom());

        update(original, "Le ferry arrive après-demain");
        perform(new SaveDraft(reporter, translation, null, live(translation)));
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, translation, null, null, true, 3)));
        assertFalse(behind(translation), "said with the publication");
        update(original, "Le ferry arrivera");
        assertInstanceOf(Outcome.Live.class, perform(new CorrectStory(CHIEF, translation, null, "A date.", 4)));
        assertFalse(behind(translation), "said with the correction");
    }

    @Test
    void links_of_what_is_public_are_for_who_publishes_and_move_whole_families() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = publishedIn(english, "The ferry arrives");
        StoryId third = translated(translation, arabic, null);
        assertRefused(Problem.Category.FORBIDDEN, new LinkTranslation(Cast.reporter(), translation, original, null));
        perform(new LinkTranslation(CHIEF, translation, original, null));
        assertEquals(Set.of(original, translation, third), family(original));
        assertEquals(3, newsstand(stand -> stand.family(original)).size());
        assertEquals(new TranslatedFrom(original, 1), live(translation).translatedFrom());
        perform(new UnlinkTranslation(CHIEF, translation));
        assertEquals(Set.of(original), family(original));
        assertEquals(Set.of(translation, third), family(translation));
        assertNull(live(translation).translatedFrom());

        Actor ofEnglish = new Actor(41, Set.of(new Grant(Role.CHIEF_EDITOR, english.value(), 0)));
        assertEquals(
                "story.refused.no.original",
                refusal(new LinkTranslation(ofEnglish, translation, original, null)),
                "what one may not read is not there");
        assertRefused(Problem.Category.NOT_FOUND, new TranslateStory(ofEnglish, original, english, null));
        Actor reads = new Actor(
                42,
                Set.of(
                        new Grant(Role.PICTURE_EDITOR, french.value(), 0),
                        new Grant(Role.REPORTER, english.value(), harbour.value())));
        assertRefused(Problem.Category.FORBIDDEN, new TranslateStory(reads, original, english, null));
        assertEquals(
                harbour,
                perform(new TranslateStory(reads, original, english, harbour))
                        .content()
                        .section());
    }

    @Test
    void a_family_is_killed_whole_with_a_notice_in_each_language_and_nothing_comes_out_later() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = translated(original, english, null);
        SectionId shore = perform(new CreateSection(Actor.OPERATOR, arabic, "الشاطئ", null));
        StoryId planned =
                perform(new TranslateStory(CHIEF, original, arabic, shore)).story();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        assertInstanceOf(
                Outcome.Scheduled.class, perform(new SchedulePublication(CHIEF, planned, null, tomorrow, null)));
        var members = List.of(
                new WithdrawFamily.Member(original, "Retiré.", false),
                new WithdrawFamily.Member(translation, "Withdrawn.", true),
                new WithdrawFamily.Member(planned, null, false));
        perform(kill(original, members, Set.of(original, translation, planned)));
        assertEquals(PubStatus.CANCELED, story(original).pubStatus());
        assertEquals("Retiré.", story(original).notice());
        assertEquals("Withdrawn.", story(translation).notice());
        assertNull(story(planned).plan());
        assertNull(story(planned).pubStatus());
    }

    @Test
    void a_family_is_taken_away_whole_or_not_at_all() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = translated(original, english, null);
        StoryId third = translated(original, arabic, null);
        var both = List.of(
                new WithdrawFamily.Member(original, null, false), new WithdrawFamily.Member(translation, null, false));
        assertEquals(
                Problem.Category.CHANGED,
                problem(withhold(CHIEF, original, both, Set.of(original, translation)))
                        .category(),
                "the third was not looked at");
        Actor ofFrench = new Actor(41, Set.of(new Grant(Role.CHIEF_EDITOR, french.value(), 0)));
        Problem refused = problem(withhold(ofFrench, original, both, Set.of(original, translation, third)));
        assertEquals(Problem.Category.NOT_FOUND, refused.category());
        assertTrue(refused.sentence().startsWith("Story " + translation.value() + ": "), refused.sentence());
        Actor reads = new Actor(
                42, Set.of(new Grant(Role.EDITOR, french.value(), 0), new Grant(Role.REPORTER, english.value(), 0)));
        assertEquals(
                Problem.Category.FORBIDDEN,
                problem(withhold(reads, original, both, Set.of(original, translation, third)))
                        .category());
        StoryId stranger = published("Autre chose");
        assertEquals(
                "family.refused.stranger",
                refusal(withhold(CHIEF, original, List.of(new WithdrawFamily.Member(stranger, null, false)), null)));
        assertEquals(
                "family.refused.none",
                assertThrows(Problem.class, () -> withhold(CHIEF, original, List.of(), null))
                        .phrase()
                        .orElseThrow()
                        .key());
        assertEquals(PubStatus.USABLE, story(original).pubStatus(), "nothing was half done");

        perform(withhold(
                ofFrench,
                original,
                List.of(new WithdrawFamily.Member(original, null, false)),
                Set.of(original, translation, third)));
        assertEquals(PubStatus.WITHHELD, story(original).pubStatus());
        assertEquals(PubStatus.USABLE, story(translation).pubStatus());
    }

    @Test
    void of_many_who_translate_at_once_into_one_edition_one_begins() throws Exception {
        StoryId original = published("Le ferry arrive");
        StoryId translation = translated(original, english, null);
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            StoryId from = i % 2 == 0 ? original : translation;
            all.add(() -> perform(new TranslateStory(CHIEF, from, arabic, null)));
        }
        assertEquals(1, done(all, "story.refused.translated"));
        assertEquals(3, family(original).size());
    }

    @Test
    void of_two_who_link_in_a_circle_at_once_one_is_refused() throws Exception {
        for (int round = 0; round < 5; round++) {
            StoryId one = published("Le ferry " + round);
            StoryId other = publishedIn(english, "The ferry " + round);
            assertEquals(
                    1,
                    done(
                            List.of(
                                    () -> perform(new LinkTranslation(CHIEF, one, other, null)),
                                    () -> perform(new LinkTranslation(CHIEF, other, one, null))),
                            "story.refused.circle"));
            assertEquals(Set.of(one, other), family(one));
        }
    }

    @Test
    void what_is_published_while_its_family_is_killed_is_killed_or_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            StoryId original = published("La digue " + round);
            StoryId translation =
                    perform(new TranslateStory(CHIEF, original, english, null)).story();
            var members = List.of(new WithdrawFamily.Member(original, "Retiré.", false));
            done(
                    List.of(
                            () -> perform(new PublishStory(CHIEF, translation, null, null, true)),
                            () -> perform(kill(original, members, Set.of(original)))),
                    "family.refused.grew");
            boolean killed = story(original).pubStatus() == PubStatus.CANCELED;
            boolean out = story(translation).pubStatus() == PubStatus.USABLE;
            assertTrue(out, "nobody took the translation away");
            assertTrue(!killed || behind(translation), "where the kill came first, the translation is marked");
        }
    }

    @Test
    void a_draft_that_is_linked_tells_whose_pages_change_with_what_is_public_of_it() {
        StoryId draft = perform(new CreateStory(CHIEF, french, content("Le ferry arrive", port), null, false))
                .story();
        StoryId translation = translated(draft, english, harbour);
        StoryId found = publishedIn(arabic, "وصلت العبّارة");
        StoryContent text = draft(draft);
        var link = new TranslatedFrom(found, 1);
        var change = new SaveDraft(CHIEF, draft, null, text.withTranslatedFrom(link));
        assertTells(PublicAct.TRANSLATION_LINKED, change, translation, found);
        assertEquals(
                Set.of(translation, found),
                newsstand(stand -> stand.family(found)).stream()
                        .map(LiveStory::id)
                        .collect(Collectors.toSet()));
        assertTells(PublicAct.TRANSLATION_UNLINKED, new UnlinkTranslation(CHIEF, draft), translation, found);
        assertTells(PublicAct.TRANSLATION_LINKED, new LinkTranslation(CHIEF, draft, found, null), translation, found);
        assertTells(PublicAct.TRANSLATION_UNLINKED, new SaveDraft(CHIEF, draft, null, text), translation, found);

        perform(new WithdrawStory(CHIEF, translation, WithdrawStory.Kind.WITHHOLD, "un doute", null, false));
        assertEquals(List.of(), publications(change), "nothing of it is public");
        assertEquals(List.of(), publications(new SaveDraft(CHIEF, draft, null, text)));
    }

    private void assertTells(PublicAct expected, Act<?> act, StoryId... changed) {
        List<Publication> told = publications(act);
        assertEquals(List.of(expected), told.stream().map(Publication::act).toList());
        for (StoryId each : changed) {
            Set<Subject> touched = told.getFirst().touched();
            assertTrue(touched.contains(each.subject()), () -> each + " reads otherwise: " + touched);
            assertTrue(touched.contains(story(each).edition().subject()), () -> each + ": " + touched);
        }
    }

    private List<Publication> publications(Act<?> act) {
        return press.acts().perform(act).publications();
    }

    @Test
    void a_draft_names_no_original_that_its_writer_may_not_read() {
        StoryId original = published("Le ferry arrive");
        StoryId killed = published("La fausse nouvelle");
        kill(killed);
        StoryId own = perform(new CreateStory(CHIEF, english, content("The ferry arrives", harbour), null, false))
                .story();
        Actor ofEnglish = new Actor(41, Set.of(new Grant(Role.CHIEF_EDITOR, english.value(), 0)));
        for (StoryId hidden : List.of(original, killed, new StoryId(999_999))) {
            StoryContent linked =
                    content("The ferry arrives", harbour).withTranslatedFrom(new TranslatedFrom(hidden, 1));
            assertEquals("story.refused.no.original", refusal(new SaveDraft(ofEnglish, own, null, linked)));
            assertEquals(
                    "story.refused.no.original", refusal(new CreateStory(ofEnglish, english, linked, null, false)));
        }
        assertEquals(Set.of(original), family(original), "its place is free");

        perform(new LinkTranslation(CHIEF, own, original, null));
        StoryContent linked = draft(own);
        perform(new SaveDraft(ofEnglish, own, null, linked));
        assertEquals(linked, draft(own), "what somebody else linked stays");
    }

    @Test
    void a_link_that_waited_is_refused_where_another_took_its_place() {
        StoryId original = published("Le ferry arrive");
        StoryId late = publishedIn(english, "The ferry arrives");
        StoryId planned = publishedIn(english, "Arrival of the ferry");
        StoryContent waiting =
                content("The ferry arrives", harbour).withTranslatedFrom(new TranslatedFrom(original, 1));
        for (StoryId waits : List.of(late, planned)) {
            perform(new SaveDraft(CHIEF, waits, null, waiting));
        }
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        assertInstanceOf(
                Outcome.Scheduled.class, perform(new SchedulePublication(CHIEF, planned, null, tomorrow, null)));
        StoryId first = translated(original, english, harbour);

        String taken = "The edition has a translation of this story already: story " + first.value() + ".";
        var refused = new Outcome.Refused(List.of(taken));
        assertEquals(refused, perform(new PublishStory(CHIEF, late, null, null, true)));
        assertEquals(refused, perform(new CorrectStory(CHIEF, late, null, "A date.")));
        assertEquals(refused, perform(new SchedulePublication(CHIEF, late, null, tomorrow, null)));
        clock.advance(Duration.ofDays(1));
        press.jobs().runDue();
        var job = press.database().read(sql -> new Jobs(sql).find(JobKind.PUBLICATION, planned.value()));
        assertEquals(taken, job.orElseThrow().failure());
        assertEquals(Set.of(original, first), family(original));

        perform(new UnlinkTranslation(CHIEF, first));
        clock.advance(Duration.ofMinutes(1));
        press.jobs().runDue();
        assertEquals(Set.of(original, planned), family(original), "the place is free");
        assertEquals(Workflow.PUBLISHED, story(planned).workflow());
    }

    @Test
    void of_two_links_that_waited_for_one_place_one_becomes_public() throws Exception {
        for (int round = 0; round < 5; round++) {
            StoryId original = published("La digue " + round);
            List<Callable<Object>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                StoryId waits = publishedIn(english, "The sea wall " + round + i);
                perform(new SaveDraft(
                        CHIEF, waits, null, live(waits).withTranslatedFrom(new TranslatedFrom(original, 1))));
                both.add(() -> {
                    Outcome outcome = perform(new PublishStory(CHIEF, waits, null, null, true));
                    if (outcome instanceof Outcome.Refused(List<String> reasons)) {
                        assertTrue(reasons.getFirst().startsWith("The edition has a translation"), reasons::toString);
                        throw Problem.conflict(reasons.getFirst()).as("story.refused.translated");
                    }
                    return outcome;
                });
            }
            assertEquals(1, done(both, "story.refused.translated"));
            assertEquals(2, family(original).size());
        }
    }

    @Test
    void a_tie_to_the_original_is_no_update_of_the_text() {
        StoryId original = published("Le ferry arrive");
        StoryId translation = publishedIn(english, "The ferry arrives");
        Long written = story(translation).updatedAt();
        clock.advance(Duration.ofHours(1));
        perform(new LinkTranslation(CHIEF, translation, original, null));
        assertEquals(written, story(translation).updatedAt());
        update(original, "Le ferry arrive demain");
        perform(new ConfirmTranslation(CHIEF, translation, 2));
        assertEquals(written, story(translation).updatedAt());
        perform(new UnlinkTranslation(CHIEF, translation));
        assertEquals(written, story(translation).updatedAt());
        assertEquals(4, story(translation).liveVersion());
        perform(new MoveStory(CHIEF, translation, harbour));
        assertEquals(clock.instant().toEpochMilli(), story(translation).updatedAt(), "its address is another");
    }

    @Test
    void a_translation_shows_no_draft_that_its_translator_may_not_read() {
        StoryId shown = published("Les horaires");
        StoryId draft =
                perform(new TranslateStory(CHIEF, shown, english, harbour)).story();
        StoryId original = publish(content("Le ferry arrive", port)
                .withBody(new Body(
                        List.of(Block.Paragraph.of("", "Le ferry arrive."), new Block.Teaser("", shown, null, null)))));
        Actor translator = new Actor(
                41,
                Set.of(new Grant(Role.REPORTER, french.value(), 0), new Grant(Role.CONTRIBUTOR, english.value(), 0)));
        var translate = new TranslateStory(translator, original, english, harbour);
        Draft laidOut = perform(translate);
        assertEquals(Set.of(shown), laidOut.content().usedStories());
        kill(published(laidOut));
        perform(new PublishStory(CHIEF, draft, null, null, true));
        Draft again = perform(translate);
        assertEquals(Set.of(draft), again.content().usedStories(), "everybody reads it");
    }

    /// How many were done; the others were refused for this reason.
    private static int done(List<Callable<Object>> acts, String reason) throws Exception {
        int done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> all = new ArrayList<>();
            acts.forEach(each -> all.add(threads.submit(each)));
            for (Future<Object> each : all) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException failed) {
                    Problem problem = assertInstanceOf(Problem.class, failed.getCause());
                    assertEquals(
                            reason, problem.phrase().map(Problem.Phrase::key).orElse(problem.sentence()));
                }
            }
        }
        return done;
    }

    private static WithdrawFamily withhold(
            Actor actor, StoryId story, List<WithdrawFamily.Member> members, @Nullable Set<StoryId> seen) {
        return new WithdrawFamily(actor, story, WithdrawStory.Kind.WITHHOLD, "une source doute", members, seen);
    }

    private static WithdrawFamily kill(
            StoryId story, List<WithdrawFamily.Member> members, @Nullable Set<StoryId> seen) {
        return new WithdrawFamily(CHIEF, story, WithdrawStory.Kind.KILL, "faux", members, seen);
    }

    private void kill(StoryId story) {
        perform(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
    }

    private void update(StoryId story, String headline) {
        perform(new SaveDraft(CHIEF, story, null, content(headline, port)));
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, false)));
    }

    private Problem problem(Act<?> act) {
        return assertThrows(Problem.class, () -> perform(act));
    }

    private String refusal(Act<?> act) {
        Problem refused = problem(act);
        return refused.phrase().map(Problem.Phrase::key).orElse(refused.sentence());
    }

    private void assertRefused(Problem.Category category, Act<?> act) {
        assertEquals(category, problem(act).category(), act::toString);
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private <T> T stories(Function<Stories, T> question) {
        return press.database().read(sql -> question.apply(new Stories(sql)));
    }

    private <T> T newsstand(Function<Newsstand, T> question) {
        return press.database().read(sql -> question.apply(new Newsstand(sql)));
    }

    private Story story(StoryId id) {
        return stories(stories -> stories.get(id));
    }

    private StoryContent live(StoryId id) {
        return stories(stories -> stories.liveContent(stories.get(id))).orElseThrow();
    }

    private StoryContent draft(StoryId id) {
        return stories(stories -> stories.draft(id)).orElseThrow().content();
    }

    private Set<StoryId> family(StoryId id) {
        return press.database().read(sql -> new Families(sql)
                .members(new Stories(sql).get(id)).stream().map(Story::id).collect(Collectors.toSet()));
    }

    private Families.Drift drift(StoryId translation) {
        Story story = story(translation);
        return Families.drift(story, story(story.translates().story())).orElseThrow();
    }

    private boolean behind(StoryId translation) {
        Story story = story(translation);
        boolean said = Families.drift(story, story(story.translates().story())).isPresent();
        boolean listed = press.database().read(sql -> new DeskList(sql, CHIEF)
                .find(List.of(translation))
                .get(translation)
                .behind());
        assertEquals(said, listed, "the desk says the same");
        return said;
    }

    private Set<StoryId> behindOnDesk() {
        var wanted = new DeskList.Wanted(null, null, null, null, List.of(), true, null);
        return press.database().read(sql -> new DeskList(sql, CHIEF)
                .stories(EnumSet.allOf(Workflow.class), wanted, null, 10).rows().stream()
                        .map(DeskList.Row::story)
                        .collect(Collectors.toSet()));
    }

    private StoryContent content(String headline, SectionId section) {
        return Cast.article(headline, section, author);
    }

    private StoryId published(String headline) {
        return publish(content(headline, port));
    }

    private StoryId publish(StoryContent content) {
        StoryId story =
                perform(new CreateStory(CHIEF, french, content, null, false)).story();
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, false)));
        return story;
    }

    private StoryId published(Draft draft) {
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, draft.story(), null, null, true)));
        return draft.story();
    }

    private StoryId publishedIn(EditionId edition, String headline) {
        StoryId story = perform(new CreateStory(CHIEF, edition, Cast.article(headline, null, author), null, false))
                .story();
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, true)));
        return story;
    }

    /// A translation that is public.
    private StoryId translated(StoryId original, EditionId edition, @Nullable SectionId section) {
        StoryId story =
                perform(new TranslateStory(CHIEF, original, edition, section)).story();
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, true)));
        return story;
    }
}
