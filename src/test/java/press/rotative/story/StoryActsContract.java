package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.address.Addresses;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.publication.Chain;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.story.acts.ArrangeFront;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CloseVersion;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DescribePicture;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.RenameSection;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// What every store must do with the acts of the story room.
abstract class StoryActsContract {
    private static final Actor CHIEF = Cast.chief();

    private Press press;
    private EditionId edition;
    private SectionId port;
    private SectionId town;
    private AuthorId author;

    abstract Press open() throws Exception;

    @BeforeEach
    void aNewsroomWithTwoSections() throws Exception {
        press = open();
        edition = Cast.lePhare(press);
        port = perform(new CreateSection(Actor.OPERATOR, edition, "Port", null));
        town = perform(new CreateSection(Actor.OPERATOR, edition, "Ville", null));
        author = perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null)).id();
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_front_is_arranged_over_what_was_read_and_given_back() {
        StoryId ferry = published("Le ferry arrive");
        StoryId draft = perform(new CreateStory(CHIEF, edition, content("Pas encore", port), null, false))
                .story();
        var plan = new FrontPlan(List.of(
                new FrontBlock.Lead(ferry, List.of(draft)),
                new FrontBlock.Latest(0),
                new FrontBlock.Grid("Le choix", List.of(draft), 3),
                new FrontBlock.Opinion(town, List.of(), 0),
                new FrontBlock.OfSection(port, FrontBlock.Look.FEATURE, List.of(), 0)));
        assertTrue(newsstand(stand -> stand.front(FrontPlace.of(edition))).isEmpty());
        assertEquals(
                1,
                perform(new ArrangeFront(CHIEF, FrontPlace.of(edition), 0, plan))
                        .version());
        assertEquals(
                plan, newsstand(stand -> stand.front(FrontPlace.of(edition))).orElseThrow());
        assertThrows(Problem.class, () -> perform(new ArrangeFront(CHIEF, FrontPlace.of(edition), 0, null)));
        assertEquals(
                2,
                perform(new ArrangeFront(CHIEF, FrontPlace.of(edition), 1, null))
                        .version());
        assertTrue(newsstand(stand -> stand.front(FrontPlace.of(edition))).isEmpty());
    }

    @Test
    void a_front_shows_only_what_is_its_own_and_every_story_once() {
        StoryId ferry = published("Le ferry arrive");
        EditionId other =
                perform(new CreateEdition(Actor.OPERATOR, "ar", "ar", true, "المنارة", null, "Europe/Paris", null));
        var plan = new FrontPlan(List.of(new FrontBlock.Lead(ferry, List.of())));
        assertThrows(Problem.class, () -> perform(new ArrangeFront(CHIEF, FrontPlace.of(other), null, plan)));
        var section = new FrontPlan(List.of(new FrontBlock.OfSection(port, null, List.of(), 0)));
        assertThrows(Problem.class, () -> perform(new ArrangeFront(CHIEF, FrontPlace.of(other), null, section)));
        assertThrows(
                Problem.class, () -> perform(new ArrangeFront(Cast.reporter(), FrontPlace.of(edition), null, plan)));
        assertThrows(
                Problem.class,
                () -> new FrontPlan(
                        List.of(new FrontBlock.Lead(ferry, List.of()), new FrontBlock.Grid(null, List.of(ferry), 0))));
        assertThrows(Problem.class, () -> new FrontPlan(List.of(new FrontBlock.Latest(1), new FrontBlock.Latest(2))));
        assertThrows(Problem.class, () -> new FrontBlock.Latest(40));
        assertThrows(Problem.class, () -> new FrontPlan(List.of()));
    }

    @Test
    void a_section_has_a_front_of_its_own_stories_beside_that_of_its_edition() {
        FrontPlace ofPort = new FrontPlace(edition, port);
        StoryId ferry = published("Le ferry arrive");
        StoryId draft = perform(new CreateStory(CHIEF, edition, content("Pas encore", port), null, false))
                .story();
        StoryId elsewhere = perform(new CreateStory(CHIEF, edition, content("Le marché", town), null, false))
                .story();
        var plan = new FrontPlan(List.of(
                new FrontBlock.Lead(ferry, List.of(draft)),
                new FrontBlock.Grid("À lire", List.of(), 3),
                new FrontBlock.Opinion(null, List.of(), 2)));
        assertEquals(1, perform(new ArrangeFront(CHIEF, ofPort, 0, plan)).version());
        var ofEdition = new FrontPlan(List.of(new FrontBlock.Latest(4)));
        assertEquals(
                1,
                perform(new ArrangeFront(CHIEF, FrontPlace.of(edition), 0, ofEdition))
                        .version(),
                "each has numbers of its own");
        assertEquals(plan, newsstand(stand -> stand.front(ofPort)).orElseThrow());
        assertEquals(
                ofEdition,
                newsstand(stand -> stand.front(FrontPlace.of(edition))).orElseThrow());
        assertTrue(
                newsstand(stand -> stand.front(new FrontPlace(edition, town))).isEmpty());
        Publication row = press.database()
                .read(sql -> new PublicationLog(sql).since(0, 1000))
                .reversed()
                .get(1);
        assertEquals(PublicAct.FRONT_ARRANGED, row.act());
        assertEquals(port.subject(), row.subject(), "the page of the section changes, no other");

        assertEquals(2, perform(new ArrangeFront(CHIEF, ofPort, 1, null)).version());
        assertTrue(newsstand(stand -> stand.front(ofPort)).isEmpty());
        assertEquals(
                List.of(2, 1),
                press.database().read(sql -> new Fronts(sql).past(ofPort, 9)).stream()
                        .map(Fronts.Past::version)
                        .toList());
        assertEquals(
                plan,
                press.database()
                        .read(sql -> new Fronts(sql).arrangement(ofPort, 1))
                        .orElseThrow()
                        .plan(),
                "it can be brought back");

        assertEquals(Problem.Category.CHANGED, refused(ofPort, 0, plan));
        var foreign = new FrontPlan(List.of(new FrontBlock.Lead(elsewhere, List.of())));
        assertEquals(Problem.Category.INVALID, refused(ofPort, null, foreign));
        for (FrontBlock block : List.of(
                new FrontBlock.Latest(3),
                new FrontBlock.Opinion(town, List.of(), 2),
                new FrontBlock.OfSection(town, null, List.of(), 2))) {
            assertEquals(Problem.Category.INVALID, refused(ofPort, null, new FrontPlan(List.of(block))));
        }
        FrontBlock grid = new FrontBlock.Grid(null, List.of(), 0);
        assertEquals(
                Problem.Category.INVALID,
                refused(ofPort, null, new FrontPlan(Collections.nCopies(FrontPlan.MOST_OF_SECTION + 1, grid))));
        EditionId other =
                perform(new CreateEdition(Actor.OPERATOR, "ar", "ar", true, "المنارة", null, "Europe/Paris", null));
        assertEquals(Problem.Category.NOT_FOUND, refused(new FrontPlace(other, port), null, plan));
    }

    private Problem.Category refused(FrontPlace place, @Nullable Integer seen, FrontPlan plan) {
        return assertThrows(Problem.class, () -> perform(new ArrangeFront(CHIEF, place, seen, plan)))
                .category();
    }

    @Test
    void who_edits_one_section_arranges_its_front_and_no_other() {
        Actor ofPort = new Actor(7, Set.of(new Grant(Role.EDITOR, edition.value(), port.value())));
        var plan = new FrontPlan(List.of(new FrontBlock.Lead(null, List.of())));
        assertEquals(
                1,
                perform(new ArrangeFront(ofPort, new FrontPlace(edition, port), 0, plan))
                        .version());
        for (FrontPlace place : List.of(new FrontPlace(edition, town), FrontPlace.of(edition))) {
            assertEquals(
                    Problem.Category.FORBIDDEN,
                    assertThrows(Problem.class, () -> perform(new ArrangeFront(ofPort, place, 0, plan)))
                            .category());
        }
        assertThrows(
                Problem.class,
                () -> perform(new ArrangeFront(Cast.reporter(), new FrontPlace(edition, port), null, plan)));
    }

    @Test
    void a_published_story_is_on_the_newsstand_with_its_code_and_lists() {
        StoryId story = published("Le ferry arrive");
        LiveStory live = newsstand(stand -> stand.latest(edition, 10)).getFirst();
        assertEquals(story, live.id());
        assertTrue(live.code().length() >= 5);
        assertEquals("le-ferry-arrive", live.content().slug());
        assertEquals(1, newsstand(stand -> stand.by(author, edition, null, 10)).size());
        assertEquals(1, newsstand(stand -> stand.inSection(port, null, 10)).size());
    }

    @Test
    void what_is_missing_refuses_staff_and_lets_imports_through_with_warnings() {
        StoryContent bare = Cast.bareArticle("Sans chapô", port);
        StoryId story =
                perform(new CreateStory(CHIEF, edition, bare, null, false)).story();
        var refused =
                assertInstanceOf(Outcome.Refused.class, perform(new PublishStory(CHIEF, story, null, null, false)));
        assertEquals(2, refused.reasons().size());
        var live = assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, null, null, true)));
        assertEquals(2, live.warnings().size());
    }

    @Test
    void an_update_needs_a_draft_and_a_correction_keeps_its_public_note() {
        StoryId story = published("Le ponton");
        assertInstanceOf(Outcome.Refused.class, perform(new PublishStory(CHIEF, story, null, null, false)));
        perform(new SaveDraft(CHIEF, story, 0, content("Le ponton, suite", port)));
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(CHIEF, story, 1, null, false)));
        var corrected = perform(new CorrectStory(CHIEF, story, null, "Il mesure 48 m, et non 54."));
        assertEquals(3, assertInstanceOf(Outcome.Live.class, corrected).version());
        assertEquals(
                "Il mesure 48 m, et non 54.", corrections(null, 10).getFirst().note());
    }

    @Test
    void corrections_go_on_where_a_page_ended_whatever_happens_meanwhile() {
        var notes = new ArrayList<String>();
        StoryId first = null;
        for (int i = 1; i <= 5; i++) { // all of one instant: number and version decide
            StoryId story = published("Correction " + i);
            first = first == null ? story : first;
            notes.addFirst(correct(story, "Note " + i));
        }
        notes.addFirst(correct(first, "Note 6"));
        List<Corrections.Correction> page = corrections(null, 2);
        Corrections.Place end = page.getLast().place();
        correct(published("Plus tard"), "Une note plus tard");
        perform(new WithdrawStory(
                CHIEF, page.getLast().story().id(), WithdrawStory.Kind.WITHHOLD, "doute", "Retiré.", false));
        var all =
                new ArrayList<>(page.stream().map(Corrections.Correction::note).toList());
        for (var next = corrections(end, 2);
                !next.isEmpty();
                next = corrections(next.getLast().place(), 2)) {
            next.forEach(each -> all.add(each.note()));
        }
        assertEquals(6, all.size(), all::toString);
        assertEquals(Set.copyOf(notes), Set.copyOf(all));
        Instant now = press.clock().instant();
        assertEquals(6, (int) press.database().read(sql -> new Corrections(sql, new Newsstand(sql))
                .count(edition, now.minusSeconds(60), now.plusSeconds(60))));
        assertEquals(0, (int) press.database().read(sql -> new Corrections(sql, new Newsstand(sql))
                .count(edition, now.plusSeconds(60), now.plusSeconds(120))));
    }

    private List<Corrections.Correction> corrections(Corrections.Place before, int limit) {
        return press.database().read(sql -> new Corrections(sql, new Newsstand(sql)).of(edition, before, limit));
    }

    private String correct(StoryId story, String note) {
        perform(new SaveDraft(CHIEF, story, null, content("Corrigé " + note, port)));
        perform(new CorrectStory(CHIEF, story, null, note));
        return note;
    }

    @Test
    void a_draft_that_somebody_changed_meanwhile_is_not_overwritten() {
        StoryId story = perform(new CreateStory(CHIEF, edition, content("Un", port), null, false))
                .story();
        perform(new SaveDraft(CHIEF, story, 1, content("Deux", port)));
        Problem problem =
                assertThrows(Problem.class, () -> perform(new SaveDraft(CHIEF, story, 1, content("Trois", port))));
        assertEquals(Problem.Category.CHANGED, problem.category());
        assertEquals(
                "Deux",
                press.database()
                        .read(sql -> new Stories(sql).draft(story))
                        .orElseThrow()
                        .content()
                        .headline());
    }

    @Test
    void withheld_comes_back_and_killed_never_does() {
        StoryId story = published("La digue");
        perform(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.WITHHOLD, "vérification", null, false));
        assertTrue(newsstand(stand -> stand.latest(edition, 10)).isEmpty());
        assertInstanceOf(PublicStory.Standing.Hidden.class, publicly(story, PublicStory::standing));
        perform(new ReleaseStory(CHIEF, story));
        assertEquals(1, newsstand(stand -> stand.latest(edition, 10)).size());
        perform(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.KILL, "faux", "Article retiré.", false));
        assertInstanceOf(PublicStory.Standing.Killed.class, publicly(story, PublicStory::standing));
        assertTrue(newsstand(stand -> stand.by(author, edition, null, 10)).isEmpty());
        assertEquals(
                Problem.Category.CONFLICT,
                assertThrows(Problem.class, () -> perform(new ReleaseStory(CHIEF, story)))
                        .category());
    }

    @Test
    void block_ids_survive_edits_and_unknown_or_doubled_ones_are_refused() {
        StoryId story = published("Les blocs");
        Body before = live(story).body();
        var edited = new Body(
                List.of(before.blocks().get(1), before.blocks().get(0), Block.Paragraph.of("", "Un nouveau.")));
        perform(new SaveDraft(CHIEF, story, null, content("Les blocs", port).withBody(edited)));
        perform(new PublishStory(CHIEF, story, null, null, false));
        List<Block> after = live(story).body().blocks();
        assertEquals(before.blocks().get(1).id(), after.get(0).id());
        assertFalse(before.ids().contains(after.get(2).id()));
        var unknown = new Body(List.of(Block.Paragraph.of("b99", "Qui suis-je ?")));
        assertThrows(
                Problem.class,
                () -> perform(new SaveDraft(
                        CHIEF, story, null, content("Les blocs", port).withBody(unknown))));
        assertThrows(
                Problem.class, () -> new Body(List.of(Block.Paragraph.of("b1", "a"), Block.Paragraph.of("b1", "b"))));
    }

    @Test
    void moves_and_new_slugs_are_versions_and_the_code_stays() {
        StoryId story = published("Le quai");
        String code = newsstand(stand -> stand.latest(edition, 1)).getFirst().code();
        perform(new MoveStory(CHIEF, story, town));
        perform(new ChangeSlug(CHIEF, story, "quai-neuf"));
        LiveStory live = newsstand(stand -> stand.inSection(town, null, 10)).getFirst();
        assertEquals("quai-neuf", live.content().slug());
        assertEquals(code, live.code());
        assertEquals(3, live.version());
        assertTrue(newsstand(stand -> stand.inSection(port, null, 10)).isEmpty());
    }

    @Test
    void a_destroyed_version_is_a_marked_gap_and_the_live_one_is_protected() {
        StoryId story = published("Le secret");
        assertThrows(Problem.class, () -> perform(new DestroyVersion(CHIEF, story, 1, "jugement")));
        perform(new SaveDraft(CHIEF, story, null, content("Sans secret", port)));
        perform(new PublishStory(CHIEF, story, null, null, false));
        perform(new DestroyVersion(CHIEF, story, 1, "jugement"));
        Version gone =
                press.database().read(sql -> new Stories(sql).version(story, 1)).orElseThrow();
        assertEquals(null, gone.content());
        assertEquals(64, gone.digest().length());
        assertEquals(
                Map.of(),
                newsstand(stand -> stand.arrived(edition, List.of("Le secret"))),
                "its title waits for nobody");
        assertChainWhole();
    }

    @Test
    void a_closed_version_is_compared_with_nothing_until_it_is_opened_again() {
        StoryId story = published("La digue");
        perform(new SaveDraft(CHIEF, story, null, content("Le quai", port)));
        perform(new PublishStory(CHIEF, story, null, null, false));
        assertTrue(comparison(story, 2) instanceof Comparison.Standing.Open);
        assertThrows(Problem.class, () -> new CloseVersion(CHIEF, story, 1, true, " "));
        assertEquals(
                Problem.Category.NOT_FOUND,
                assertThrows(Problem.class, () -> perform(new CloseVersion(CHIEF, story, 9, true, "nomme un enfant")))
                        .category());
        Receiptless closing = log(new CloseVersion(CHIEF, story, 1, true, "nomme un enfant"));
        assertEquals(PublicAct.VERSION_CLOSED, closing.rows().getFirst().act());
        assertTrue(comparison(story, 2) instanceof Comparison.Standing.Closed);
        assertEquals(
                0, log(new CloseVersion(CHIEF, story, 1, true, "encore")).rows().size());
        perform(new CloseVersion(CHIEF, story, 1, false, null));
        assertTrue(comparison(story, 2) instanceof Comparison.Standing.Open);
        assertEquals(Optional.empty(), publicly(story, shown -> shown.comparison(1)), "the first has none before it");
        assertChainWhole();
    }

    private Comparison.Standing comparison(StoryId story, int version) {
        return publicly(story, shown -> shown.comparison(version)).orElseThrow().standing();
    }

    @Test
    void renaming_a_section_is_one_act_and_its_old_address_stays_its_own() {
        published("Le port");
        Receiptless renamed = log(new RenameSection(CHIEF, port, 1, "Le port", "le-port"));
        assertEquals(1, renamed.rows().size());
        assertEquals(PublicAct.RENAMED, renamed.rows().getFirst().act());
        var old = press.database().read(sql -> new Addresses(sql).withPath("/fr/port"));
        assertEquals(port.subject(), old.orElseThrow());
    }

    @Test
    void concepts_of_one_name_that_are_older_than_an_edition_get_addresses_of_their_own() {
        Concept one = perform(new CreateConcept(CHIEF, ConceptKind.TOPIC, Map.of("en", "Sport")));
        Concept other = perform(new CreateConcept(CHIEF, ConceptKind.TOPIC, Map.of("en", "Sport")));
        Concept person = perform(new CreateConcept(CHIEF, ConceptKind.PERSON, Map.of("en", "Sport")));
        assertEquals("sport", one.label("en").slug());
        assertEquals("sport-2", other.label("en").slug());
        assertEquals("sport", person.label("en").slug());
        perform(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Lighthouse", null, "Europe/Paris", null));
        assertOwnAddresses(Cast.about(content("Le sport", port), one.id(), other.id(), person.id()));
    }

    @Test
    void concepts_whose_names_of_two_languages_meet_in_one_edition_get_addresses_of_their_own() {
        Concept french = perform(new CreateConcept(CHIEF, ConceptKind.TOPIC, Map.of("fr", "Sport")));
        Concept english = perform(new CreateConcept(CHIEF, ConceptKind.TOPIC, Map.of("en", "Sport", "de", "Zport")));
        assertOwnAddresses(Cast.about(content("Le sport", port), french.id(), english.id()));
    }

    /// Every concept of a published story is found at the address by which its edition links to it.
    private void assertOwnAddresses(StoryContent content) {
        publish(content);
        press.database().read(sql -> {
            Edition french = new Editions(sql).get(edition);
            new Concepts(sql)
                    .find(content.concepts())
                    .values()
                    .forEach(concept -> assertEquals(
                            Optional.of(concept.id().subject()),
                            new Addresses(sql).withPath(Concepts.path(french, concept))));
            return true;
        });
    }

    @Test
    void a_changed_credit_touches_every_story_that_shows_the_picture() {
        PictureId picture = press.acts()
                .perform(transaction -> Pictures.addWithoutFile(
                        transaction, PictureDescription.captioned("La criée", "© Agence", true)))
                .value();
        StoryId story = publish(Cast.illustrated(content("La criée", port), picture));
        Receiptless changed = log(new DescribePicture(
                CHIEF, picture, 1, PictureDescription.captioned("La criée", "© Agence Littoral", true)));
        assertTrue(changed.rows().getFirst().touched().contains(story.subject()));
        assertTrue(changed.rows().getFirst().touched().contains(port.subject()));
    }

    @Test
    void a_title_that_waits_finds_its_story_when_it_arrives() {
        StoryContent waiting = content("Le premier", port);
        var teaser = new Body(
                List.of(Block.Paragraph.of("", "Texte."), new Block.Teaser("", null, "Le second, enfin", null)));
        StoryId first = publish(waiting.withBody(teaser));
        StoryId second = perform(new CreateStory(CHIEF, edition, content("Le second, enfin", port), null, false))
                .story();
        Receiptless arrived = log(new PublishStory(CHIEF, second, null, null, false));
        assertTrue(arrived.rows().getFirst().touched().contains(first.subject()));
        assertEquals(
                Map.of("Le second, enfin", second),
                newsstand(stand -> stand.arrived(edition, List.of("Le second, enfin"))));
    }

    @Test
    void roles_without_the_power_are_refused() {
        StoryId story = published("La rue");
        Actor reporter = Cast.reporter();
        for (Act<?> act : List.<Act<?>>of(
                new PublishStory(reporter, story, null, null, false),
                new CorrectStory(reporter, story, null, "note"),
                new WithdrawStory(reporter, story, WithdrawStory.Kind.KILL, "r", "n", false),
                new MoveStory(reporter, story, town),
                new DestroyVersion(Cast.editor(), story, 1, "r"),
                new RenameSection(Cast.editor(), port, 1, "x", null))) {
            assertEquals(
                    Problem.Category.FORBIDDEN,
                    assertThrows(Problem.class, () -> perform(act)).category(),
                    act::toString);
        }
    }

    @Test
    void rights_in_a_section_end_at_its_border() {
        StoryId harbour = published("Le ferry arrive");
        var here = new Actor(31, Set.of(new Grant(Role.EDITOR, edition.value(), port.value())));
        var there = new Actor(32, Set.of(new Grant(Role.EDITOR, edition.value(), town.value())));
        perform(new SaveDraft(here, harbour, null, content("Le ferry est là", port)));
        refused(Problem.Category.NOT_FOUND, new SaveDraft(there, harbour, null, content("Le bac", town)));
        refused(Problem.Category.FORBIDDEN, new SaveDraft(here, harbour, null, content("Le bac", town)));
        refused(Problem.Category.FORBIDDEN, new MoveStory(here, harbour, town));
        refused(Problem.Category.FORBIDDEN, new CreateStory(here, edition, content("Le bac", town), null, false));
        refused(Problem.Category.FORBIDDEN, new RenameSection(here, port, 1, "Quais", null));
        perform(new PublishStory(here, harbour, null, null, false));
    }

    @Test
    void a_contributor_writes_what_they_began_and_what_was_given_to_them() {
        var contributor = new Actor(33, Role.CONTRIBUTOR);
        StoryId own = perform(new CreateStory(contributor, edition, content("À moi", port), null, false))
                .story();
        perform(new SaveDraft(contributor, own, 1, content("À moi, suite", port)));
        refused(Problem.Category.FORBIDDEN, new PublishStory(contributor, own, null, null, false));
        StoryId others = published("À d’autres");
        refused(Problem.Category.NOT_FOUND, new SaveDraft(contributor, others, null, content("Non", port)));
        perform(new AssignStory(CHIEF, others, Set.of(33L)));
        perform(new SaveDraft(contributor, others, null, content("Oui", port)));
        perform(new AssignStory(CHIEF, others, Set.of()));
        refused(Problem.Category.NOT_FOUND, new SaveDraft(contributor, others, null, content("Non", port)));
        refused(Problem.Category.FORBIDDEN, new AssignStory(contributor, own, Set.of(33L)));
    }

    private void refused(Problem.Category category, Act<?> act) {
        assertEquals(category, assertThrows(Problem.class, () -> perform(act)).category(), act::toString);
    }

    @Test
    void many_writers_leave_one_chain_without_a_gap() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoryId>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                all.add(threads.submit((Callable<StoryId>) () -> published("Dépêche " + number)));
            }
            for (Future<StoryId> each : all) {
                each.get();
            }
        }
        assertChainWhole();
        assertEquals(40, newsstand(stand -> stand.latest(edition, 100)).size());
    }

    @Test
    void writers_that_fight_for_the_same_stories_leave_everything_in_agreement() throws Exception {
        List<StoryId> stories = List.of(published("Un"), published("Deux"), published("Trois"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                var random = new Random(writer);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 12; i++) {
                        fight(random, stories);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertChainWhole();
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
    }

    /// One act on one of the stories; that it is refused is as good as that it is done, anything else is not.
    private void fight(Random random, List<StoryId> stories) {
        StoryId one = stories.get(random.nextInt(3));
        StoryId other = stories.get(random.nextInt(3));
        var showing = new Body(List.of(Block.Paragraph.of("", "Texte."), new Block.Teaser("", other, null, null)));
        try {
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    perform(new SaveDraft(
                            CHIEF,
                            one,
                            null,
                            content("Titre " + random.nextInt(5), port).withBody(showing)));
                    perform(new PublishStory(CHIEF, one, null, null, true));
                }
                case 2 -> perform(new CorrectStory(CHIEF, one, null, "Une note."));
                case 3 -> perform(new MoveStory(CHIEF, one, random.nextBoolean() ? port : town));
                case 4 -> perform(new WithdrawStory(CHIEF, one, WithdrawStory.Kind.WITHHOLD, "essai", null, false));
                case 5 -> perform(new ReleaseStory(CHIEF, one));
                case 6 -> perform(new RenameSection(CHIEF, port, null, "Port " + random.nextInt(3), null));
                default -> perform(new DestroyVersion(CHIEF, one, 1, "essai"));
            }
        } catch (Problem refused) {
            assertTrue(
                    refused.category() == Problem.Category.CONFLICT || refused.category() == Problem.Category.CHANGED,
                    refused::sentence);
        }
    }

    private void assertChainWhole() {
        List<Publication> rows = press.database().read(sql -> new PublicationLog(sql).since(0, 1000));
        String previous = Chain.GENESIS;
        long seq = 0;
        for (Publication row : rows) {
            assertEquals(++seq, row.seq());
            assertEquals(PublicationLog.expectedHash(previous, row), row.hash());
            previous = row.hash();
        }
        assertEquals(seq, press.number().current());
    }

    private record Receiptless(List<Publication> rows) {}

    private Receiptless log(Act<?> act) {
        return new Receiptless(press.acts().perform(act).publications());
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

    private StoryContent live(StoryId story) {
        return press.database().read(sql -> {
            var stories = new Stories(sql);
            return stories.liveContent(stories.get(story)).orElseThrow();
        });
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

    private StoryContent content(String headline, @Nullable SectionId section) {
        return Cast.article(headline, section, author);
    }
}
