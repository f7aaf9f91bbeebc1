package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.STORY_IMPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.DeskList;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Incoming;
import press.rotative.story.IncomingList;
import press.rotative.story.PubStatus;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.StoryStaff;
import press.rotative.story.Workflow;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.BringBackStory;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.DiscardStory;
import press.rotative.story.acts.HandOnStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.TakeInStory;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.wire.account.Decisions;
import press.rotative.wire.account.Doubt;
import press.rotative.wire.account.SettleConcept;
import press.rotative.wire.account.SettleDoubt;
import press.rotative.wire.account.SettleLine;
import press.rotative.wire.account.StoryAccount;

/// What is imported as a draft waits in the wire inbox with its account, is settled, taken in or discarded, and is
/// never public before.
class ImportsInInboxTest extends Importing {
    private List<Long> waiting(Actor actor, IncomingList.Wanted wanted) {
        return press.database().read(sql -> new IncomingList(sql, actor)
                .stories(wanted, null, 50).rows().stream()
                        .map(row -> row.story().value())
                        .toList());
    }

    private static IncomingList.Wanted wanted(String host, Boolean doubtful, String... words) {
        return new IncomingList.Wanted(false, null, null, host, doubtful, List.of(words));
    }

    @Test
    void a_draft_waits_in_the_inbox_and_not_on_the_desk_and_is_not_public_before_it_is_taken_in() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        assertEquals(Workflow.INCOMING, state(story));
        assertEquals(List.of(story.value()), waiting(Cast.reporter(), IncomingList.Wanted.everything()));
        List<DeskList.Row> desk = press.database().read(sql -> new DeskList(sql, Cast.chief())
                .stories(Workflow.ON_THE_DESK, DeskList.Wanted.everything(), null, 50)
                .rows());
        assertEquals(List.of(), desk);
        assertTrue(act(new PublishStory(Cast.chief(), story, null, null, true)) instanceof Outcome.Refused);
        assertThrows(Problem.class, () -> act(new HandOnStory(Cast.chief(), story, null, Workflow.READY)));

        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("The ferry sails at last")));
        assertEquals(Workflow.INCOMING, state(story), "to mend it is not to take it in");
        act(new TakeInStory(Cast.reporter(), story, Set.of(Cast.reporter().staffId())));
        assertEquals(Workflow.DRAFT, state(story));
        assertEquals(List.of(9L), press.database().read(sql -> StoryStaff.of(sql, story)));
        assertEquals(List.of(), waiting(Cast.chief(), IncomingList.Wanted.everything()));
        assertThrows(Problem.class, () -> act(new TakeInStory(Cast.chief(), story, Set.of())), "somebody was faster");
        act(new PublishStory(Cast.chief(), story, null, null, true));
        assertEquals(
                PubStatus.USABLE,
                press.database().read(sql -> new Stories(sql).get(story).pubStatus()));
        assertTrue(account(story).account().lines().size() > 4, "the account stays with the story");
    }

    @Test
    void what_is_discarded_says_why_cannot_be_changed_and_comes_back() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        assertThrows(Problem.class, () -> new DiscardStory(Cast.chief(), story, "  "));
        assertThrows(Problem.class, () -> act(new DiscardStory(Cast.reporter(), story, "Old")), "for who may assign");
        act(new DiscardStory(Cast.editor(), story, "Old news"));
        assertEquals(Workflow.DISCARDED, state(story));
        Incoming.Received received =
                press.database().read(sql -> new Incoming(sql).find(story)).orElseThrow();
        assertEquals("Old news", received.reason());
        assertEquals(8L, received.decidedBy());
        StoryContent content = draft(story);
        assertThrows(Problem.class, () -> act(new SaveDraft(Cast.chief(), story, null, content)));
        assertTrue(act(new PublishStory(Cast.chief(), story, null, null, true)) instanceof Outcome.Refused);
        assertThrows(Problem.class, () -> act(new TakeInStory(Cast.chief(), story, Set.of())));
        assertThrows(Problem.class, () -> act(new BringBackStory(Cast.reporter(), story)));
        var discarded = new IncomingList.Wanted(true, null, null, null, null, List.of());
        assertEquals(List.of(story.value()), waiting(Cast.chief(), discarded));
        Imported again = run(Actor.OPERATOR, DRAFT, page("The ferry sails", "quayside.example") + "\nMore of it.\n");
        assertEquals(Imported.Status.REFUSED, again.status());
        assertTrue(again.reason().contains("discarded"), again.reason());

        act(new BringBackStory(Cast.editor(), story));
        assertEquals(List.of(story.value()), waiting(Cast.chief(), IncomingList.Wanted.everything()));
        act(new TakeInStory(Cast.editor(), story, Set.of()));
        act(new BringBackStory(Cast.editor(), story));
        assertEquals(Workflow.INCOMING, state(story), "taken in by mistake");
        StoryId own = Cast.published(press, english, Cast.brief("Ours", "Text."));
        assertThrows(Problem.class, () -> act(new BringBackStory(Cast.chief(), own)));
    }

    @Test
    void a_draft_goes_back_by_who_took_it_in_while_nobody_else_has_it_or_by_who_may_assign() {
        Actor other = new Actor(14, Role.REPORTER);
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        act(new TakeInStory(Cast.reporter(), story, Set.of(Cast.reporter().staffId())));
        assertEquals(
                Problem.Category.FORBIDDEN,
                assertThrows(Problem.class, () -> act(new BringBackStory(other, story)))
                        .category());
        assertEquals(Workflow.DRAFT, state(story));
        act(new AssignStory(Cast.editor(), story, Set.of(14L)));
        assertThrows(Problem.class, () -> act(new BringBackStory(Cast.reporter(), story)), "another one writes it");
        act(new BringBackStory(Cast.editor(), story));
        act(new TakeInStory(other, story, Set.of(14L)));
        act(new BringBackStory(other, story));
        assertEquals(Workflow.INCOMING, state(story));
    }

    @Test
    void the_list_is_narrowed_and_paged_without_gap_or_doubling() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.addFirst(imported(DRAFT, page("Ferry number " + i, i % 5 == 0 ? "osterline.example" : "quay.example"))
                    .value());
        }
        StoryId clean = new StoryId(all.getFirst());
        act(new SettleDoubt(Cast.editor(), clean, "", ""));
        assertEquals(all, waiting(Cast.chief(), IncomingList.Wanted.everything()));
        assertEquals(5, waiting(Cast.chief(), wanted("OSTERLINE.example", null)).size());
        assertEquals(List.of(clean.value()), waiting(Cast.chief(), wanted(null, false)));
        assertEquals(24, waiting(Cast.chief(), wanted(null, true)).size());
        assertEquals(List.of(all.get(3)), waiting(Cast.chief(), wanted(null, null, "number", "21")));
        assertEquals(
                List.of("osterline.example", "quay.example"),
                press.database().read(sql -> new IncomingList(sql, Cast.chief()).hosts(false)));
        List<Long> paged = new ArrayList<>();
        DeskList.Place at = null;
        do {
            DeskList.Place from = at;
            IncomingList.Stretch stretch = press.database().read(sql -> new IncomingList(sql, Cast.chief())
                    .stories(IncomingList.Wanted.everything(), from, 7));
            stretch.rows().forEach(row -> paged.add(row.story().value()));
            at = stretch.next();
            imported(DRAFT, page("Between " + paged.size(), "between.example"));
        } while (at != null);
        assertEquals(all, paged, "what arrives meanwhile stands above");
    }

    @Test
    void rights_end_at_the_border_of_an_edition_and_of_a_section() {
        EditionId french =
                act(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null));
        SectionId port = act(new CreateSection(Actor.OPERATOR, english, "Port", null));
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        Actor inFrench = new Actor(11, Set.of(new Grant(Role.CHIEF_EDITOR, french.value(), 0)));
        Actor inEnglish = new Actor(12, Set.of(new Grant(Role.EDITOR, english.value(), 0)));
        Actor inPort = new Actor(13, Set.of(new Grant(Role.EDITOR, english.value(), port.value())));
        assertEquals(List.of(), waiting(inFrench, IncomingList.Wanted.everything()));
        assertEquals(List.of(story.value()), waiting(inEnglish, IncomingList.Wanted.everything()));
        assertEquals(List.of(), waiting(inPort, IncomingList.Wanted.everything()));
        for (Act<?> foreign : List.<Act<?>>of(
                new TakeInStory(inFrench, story, Set.of()),
                new DiscardStory(inFrench, story, "No"),
                new BringBackStory(inFrench, story),
                new SettleDoubt(inFrench, story, "", ""),
                new SettleLine(inFrench, story, "", 0, Decisions.Choice.SEEN, null),
                new SettleConcept(inFrench, story, "", 0, new SettleConcept.Wish.Drop()))) {
            assertEquals(
                    Problem.Category.NOT_FOUND,
                    assertThrows(Problem.class, () -> act(foreign)).category(),
                    foreign::toString);
        }
        assertThrows(Problem.class, () -> press.database().read(sql -> StoryAccount.read(sql, inFrench, story, "")));
        assertThrows(
                Problem.class,
                () -> act(new TakeInStory(new Actor(14, Role.REPORTER), story, Set.of(15L))),
                "to give it to others is for who may assign");

        Imported refused = run(inPort, DRAFT, page("Not his place", "quayside.example"));
        assertEquals(Imported.Status.REFUSED, refused.status());
        var intoPort = new Filing.Wishes(Optional.of("en"), false, Optional.of(port));
        StoryId own = imported(inPort, intoPort, page("In his place", "quayside.example"));
        assertEquals(List.of(own.value()), waiting(inPort, IncomingList.Wanted.everything()));
        assertEquals(port, draft(own).section());
    }

    @Test
    void doubts_are_settled_one_by_one_and_the_number_follows() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        List<Doubt> doubts = account(story).doubts();
        assertEquals(
                doubts.size(),
                press.database()
                        .read(sql -> new Incoming(sql).find(story))
                        .orElseThrow()
                        .doubts());
        assertTrue(doubts.stream().anyMatch(each -> each.kind() == Doubt.Kind.NO_BYLINE), () -> "doubts " + doubts);
        act(new SettleDoubt(Cast.reporter(), story, "", "no_byline"));
        assertEquals(doubts.size() - 1, account(story).doubts().size());
        assertEquals(
                doubts.size() - 1,
                press.database()
                        .read(sql -> new Incoming(sql).find(story))
                        .orElseThrow()
                        .doubts());
        assertThrows(Problem.class, () -> act(new SettleDoubt(Cast.reporter(), story, "", "no_byline")));
        assertThrows(Problem.class, () -> act(new SettleDoubt(Cast.reporter(), story, "a".repeat(64), "")));
    }

    @Test
    void a_damaged_account_keeps_nobody_from_writing() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        byte[] account = press.database()
                .read(sql -> sql.select(STORY_IMPORT.LEDGER).from(STORY_IMPORT).fetchSingle(STORY_IMPORT.LEDGER));
        keep(story, new byte[] {1, 2, 3});
        act(new SaveDraft(Cast.reporter(), story, null, draft(story).withHeadline("The ferry sails again")));
        assertEquals("The ferry sails again", draft(story).headline());
        keep(story, account);
    }

    private void keep(StoryId story, byte[] account) {
        press.database().write(transaction -> transaction
                .sql()
                .update(STORY_IMPORT)
                .set(STORY_IMPORT.LEDGER, account)
                .where(STORY_IMPORT.STORY_ID.eq(story.value()))
                .execute());
    }

    @Test
    void a_line_that_was_left_out_goes_into_the_text_where_it_stood() {
        String text = page("The ferry sails", "quayside.example")
                .replace("\n\nThe company counted", "\n\nShare\n\nThe company counted");
        StoryId story = imported(DRAFT, text);
        StoryAccount before = account(story);
        int line = lineOf(before, "Share");
        assertFalse(
                before.content().body().toString().contains("Share"),
                before.account().lines().toString());
        act(new SettleLine(Cast.reporter(), story, "", line, Decisions.Choice.PARAGRAPH, null));
        List<String> blocks = draft(story).body().blocks().stream()
                .map(block -> block.toString().replaceAll(".*text=(.{5}).*", "$1"))
                .toList();
        assertEquals(List.of("The b", "Share", "The c"), blocks);
        assertEquals(Workflow.INCOMING, state(story));
        assertThrows(
                Problem.class,
                () -> act(new SettleLine(Cast.reporter(), story, "", line, Decisions.Choice.PARAGRAPH, null)),
                "never twice");
        assertThrows(
                Problem.class,
                () -> act(new SettleLine(
                        Cast.reporter(), story, "", lineOf(before, "The boat left"), Decisions.Choice.PARAGRAPH, null)),
                "it stands there");
        assertThrows(
                Problem.class,
                () -> act(new SettleLine(
                        Cast.reporter(), story, "", lineOf(before, "Tags:"), Decisions.Choice.CAPTION, null)),
                "there is no picture");
        act(new SettleLine(Cast.reporter(), story, "", lineOf(before, "Tags:"), Decisions.Choice.HEADLINE, null));
        assertEquals("Tags:", draft(story).headline());
    }

    private int placeOf(StoryId story, String name) {
        var found = account(story).account().concepts();
        for (int at = 0; at < found.size(); at++) {
            if (found.get(at).name().equals(name)) {
                return at;
            }
        }
        throw new AssertionError("no concept " + name + " in " + found);
    }

    private Concept concept(StoryId story, int place) {
        ConceptId id = account(story).current(place).orElseThrow();
        return press.database().read(sql -> new Concepts(sql).get(id));
    }

    @Test
    void the_kind_of_a_new_concept_is_corrected_on_the_concept_itself() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        int place = placeOf(story, "Osterline");
        Concept before = concept(story, place);
        ConceptKind other = before.kind() == ConceptKind.EVENT ? ConceptKind.PERSON : ConceptKind.EVENT;
        var wish = new SettleConcept.Wish.Kind(other, false);
        assertThrows(Problem.class, () -> act(new SettleConcept(Cast.reporter(), story, "", place, wish)));
        act(new SettleConcept(Cast.editor(), story, "", place, wish));
        assertEquals(other, concept(story, place).kind());
        assertEquals(before.id(), concept(story, place).id());
        assertFalse(
                account(story).doubts().stream().anyMatch(doubt -> doubt.part().equals(Doubt.concept(place))));
    }

    @Test
    void a_kind_that_other_stories_show_changes_there_only_on_request() {
        StoryId published = imported(PUBLISH, page("The first ferry", "quayside.example"));
        StoryId story = imported(DRAFT, page("The second ferry", "quayside.example"));
        int place = placeOf(story, "Osterline");
        Concept shared = concept(story, place);
        boolean elsewhere = press.database().read(sql -> SettleConcept.shared(sql, shared.id(), story));
        assertTrue(elsewhere);
        act(new SettleConcept(Cast.editor(), story, "", place, new SettleConcept.Wish.Kind(ConceptKind.EVENT, false)));
        assertEquals(ConceptKind.EVENT, concept(story, place).kind());
        assertTrue(draft(story).concepts().contains(concept(story, place).id()));
        assertFalse(draft(story).concepts().contains(shared.id()));
        assertEquals(shared, concept(published, placeOf(published, "Osterline")), "the other story keeps it");

        StoryId third = imported(DRAFT, page("The third ferry", "quayside.example"));
        act(new SettleConcept(
                Cast.editor(),
                third,
                "",
                placeOf(third, "Osterline"),
                new SettleConcept.Wish.Kind(ConceptKind.PERSON, true)));
        assertEquals(
                ConceptKind.PERSON,
                concept(published, placeOf(published, "Osterline")).kind());
        StoryId fourth = imported(DRAFT, page("The fourth ferry", "quayside.example"));
        int there = placeOf(fourth, "Osterline");
        act(new SettleConcept(Cast.editor(), fourth, "", there, new SettleConcept.Wish.Kind(ConceptKind.EVENT, true)));
        assertEquals(concept(story, place).id(), concept(fourth, there).id(), "there is one of that kind and name");
    }

    @Test
    void a_concept_is_really_another_or_is_dropped() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        Concept line = act(new CreateConcept(
                Cast.editor(), ConceptKind.ORGANISATION, java.util.Map.of("en", "Osterline Ferries")));
        int place = placeOf(story, "Osterline");
        ConceptId found = concept(story, place).id();
        act(new SettleConcept(Cast.reporter(), story, "", place, new SettleConcept.Wish.Other(line.id())));
        assertTrue(draft(story).concepts().contains(line.id()));
        assertFalse(draft(story).concepts().contains(found));
        act(new SettleConcept(Cast.reporter(), story, "", place, new SettleConcept.Wish.Drop()));
        assertFalse(draft(story).concepts().contains(line.id()), "the one that stood in its place");
        assertEquals(1, draft(story).concepts().size());
    }

    @Test
    void what_was_published_at_once_keeps_its_account_until_its_text_is_destroyed() {
        StoryId story = imported(PUBLISH, page("The ferry sails", "quayside.example"));
        assertEquals(Workflow.PUBLISHED, state(story));
        assertEquals(List.of(), waiting(Cast.chief(), IncomingList.Wanted.everything()));
        assertEquals("quayside.example", account(story).account().host());
        act(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "Court order", "Withdrawn", false));
        act(new DestroyVersion(Cast.chief(), story, 1, "Court order"));
        String capture = captures(story).getFirst();
        Optional<byte[]> kept = press.database().read(sql -> new StoryImports(sql).account(capture));
        assertTrue(kept.isEmpty());
        assertThrows(Problem.class, () -> account(story));
    }

    @Test
    void an_editor_who_may_open_no_sections_imports_without() {
        String text = "Quayside News\n\nHarbour\n\nThe ferry sails\n\nPublished on 24 November 2026\n\n"
                + page("The ferry sails", "quayside.example");
        StoryId story = imported(Cast.editor(), DRAFT, text);
        assertEquals(
                8L,
                press.database()
                        .read(sql -> new Stories(sql).draft(story))
                        .map(each -> 8L)
                        .orElseThrow());
        assertEquals(List.of(), press.database().read(sql -> new press.rotative.story.Sections(sql)
                .of(new Editions(sql).find("en").orElseThrow().id())));
        assertThrows(
                Problem.class,
                () -> new StoryFiling(
                                Cast.reporter(), press.acts(), press.database(), press.blobs(), PagePictures.none())
                        .file(List.of(), DRAFT),
                "reporters do not import");
    }
}
