package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.Incoming;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.acts.BringBackStory;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.DiscardStory;
import press.rotative.story.acts.KeepAccounts;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.TakeInStory;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.wire.account.Account;
import press.rotative.wire.account.AccountFile;
import press.rotative.wire.account.Decisions;
import press.rotative.wire.account.SettleDoubt;
import press.rotative.wire.account.SettleLine;
import press.rotative.wire.account.StoryAccount;
import press.rotative.wire.clipping.LossLedger;

/// What is kept of captures with their story: the doubts, which follow its text; where lines of a page that was
/// captured anew stand; and that nothing is left of a text that was destroyed.
class CapturesKeptTest extends Importing {
    @Test
    void a_page_captured_anew_never_replaces_what_somebody_wrote_since() {
        var careful = new Filing.Wishes(Optional.of("en"), false, Optional.empty(), true);
        String text = page("The ferry sails", "quayside.example");
        StoryId story = imported(careful, text);
        Imported anew = run(Actor.OPERATOR, careful, text + "\nMore of it.\n");
        assertEquals(Optional.of(story), anew.story());
        assertTrue(anew.notes().contains(Imported.Note.STORY_KNOWN), "its story was here");
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("The ferry sails at last")));
        Imported refused = run(Actor.OPERATOR, careful, text + "\nEven more of it.\n");
        assertEquals(Imported.Status.REFUSED, refused.status());
        assertEquals(
                "problem.inbox.changed",
                refused.problem().flatMap(Problem::phrase).orElseThrow().key());
        assertEquals("The ferry sails at last", draft(story).headline());
        assertEquals(
                Optional.empty(),
                press.blobs().localFile(Digest.of(text + "\nEven more of it.\n")),
                "of a refused page nothing stays");
        assertEquals(
                Set.of(Imported.Note.STORY_KNOWN),
                run(Actor.OPERATOR, DRAFT, text + "\nEven more of it.\n").notes(),
                "the operator's command does");
    }

    @Test
    void of_a_page_that_its_act_refuses_nothing_stays() {
        EditionId french =
                act(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null));
        var ofFrench = new Actor(91, Set.of(new Grant(Role.EDITOR, french.value(), 0)));
        String text = page("The ferry sails", "quayside.example");
        Imported refused = run(ofFrench, DRAFT, text);
        assertEquals(Imported.Status.REFUSED, refused.status(), refused.reason());
        assertEquals(Optional.empty(), press.blobs().localFile(Digest.of(text)));
        imported(DRAFT, text);
        assertTrue(press.blobs().localFile(Digest.of(text)).isPresent());
        assertEquals(Imported.Status.SKIPPED, run(ofFrench, DRAFT, text).status());
        assertTrue(press.blobs().localFile(Digest.of(text)).isPresent(), "what another import named stays");
    }

    @Test
    void what_was_captured_of_a_destroyed_text_is_gone_from_the_disk_and_does_not_come_in_again() {
        String text = page("The ferry sails", "quayside.example");
        StoryId story = imported(PUBLISH, text);
        imported(DRAFT, text + "\nMore of it.\n");
        List<String> captured = captures(story);
        assertEquals(2, captured.size());
        List<String> others = captures(imported(DRAFT, page("The second ferry", "quayside.example")));
        byte[] bytes = press.blobs().get(captured.getLast()).orElseThrow();
        act(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "Court order", "Withdrawn", false));
        act(new DestroyVersion(Cast.chief(), story, 1, "Court order"));
        captured.forEach(each -> assertEquals(Optional.empty(), press.blobs().localFile(each)));
        others.forEach(each -> assertTrue(press.blobs().get(each).isPresent(), "that of another story stays"));
        assertEquals(Imported.Status.SKIPPED, run(Actor.OPERATOR, DRAFT, text).status());

        press.blobs().put(bytes); // as if the process had ended before they were taken away
        assertEquals(1, new Inspection(press, part -> {}).findings().size());
        press.close();
        press = Press.open(folder, sameDatabase, clock);
        assertEquals(Optional.empty(), press.blobs().localFile(captured.getLast()));
    }

    private int listed(StoryId story) {
        return press.database()
                .read(sql -> new Incoming(sql).find(story))
                .orElseThrow()
                .doubts();
    }

    private void assertCounted(StoryId story, int expected) {
        assertEquals(expected, account(story).doubts().size());
        assertEquals(expected, listed(story));
    }

    @Test
    void the_list_counts_the_doubts_about_the_text_as_it_is_now_whoever_wrote_it() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        int first = listed(story);
        assertCounted(story, first);
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("")));
        assertCounted(story, first + 1);
        SectionId port = act(new CreateSection(Actor.OPERATOR, english, "Port", null));
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("The ferry")));
        act(new MoveStory(Cast.editor(), story, port));
        assertCounted(story, first - 1);
        act(new TakeInStory(Cast.editor(), story, Set.of()));
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("")));
        act(new BringBackStory(Cast.editor(), story));
        assertCounted(story, first);
    }

    @Test
    void another_text_or_state_is_counted_without_reading_the_account_of_the_capture() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        act(new SettleDoubt(Cast.editor(), story, "", "no_byline"));
        int first = listed(story);
        byte[] account = ledger(story, new byte[] {1});
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("")));
        assertEquals(first + 1, listed(story), "the account cannot be read");
        act(new DiscardStory(Cast.editor(), story, "Old"));
        act(new BringBackStory(Cast.editor(), story));
        assertEquals(first + 1, listed(story));
        ledger(story, account);
        assertCounted(story, first + 1);
    }

    @Test
    void a_row_of_an_older_release_is_counted_from_the_account_once() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        int first = listed(story);
        act(transaction -> transaction.sql().execute("update story_incoming set capture_doubts = null, doubts = 40"));
        act(new DiscardStory(Cast.editor(), story, "Old"));
        assertEquals(40, listed(story), "its text is the same");
        act(new BringBackStory(Cast.editor(), story));
        assertCounted(story, first);
        byte[] account = ledger(story, new byte[] {1});
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("")));
        assertEquals(first + 1, listed(story));
        ledger(story, account);
    }

    @Test
    void an_account_of_an_older_release_that_cannot_be_read_is_tried_once_and_the_text_is_counted_all_the_same() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        int first = listed(story);
        byte[] account = ledger(story, new byte[] {1});
        act(transaction -> transaction.sql().execute("update story_incoming set capture_doubts = null, doubts = 40"));
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("")));
        int ofText = listed(story);
        assertTrue(ofText <= first + 1, ofText + " of " + (first + 1));
        assertEquals(
                0,
                press.database()
                        .read(sql -> new Incoming(sql).find(story))
                        .orElseThrow()
                        .captureDoubts());
        act(new SaveDraft(Cast.editor(), story, null, draft(story).withHeadline("The ferry")));
        assertEquals(ofText - 1, listed(story));
        ledger(story, account);
    }

    @Test
    void of_two_captures_of_a_page_in_one_act_the_second_is_the_last() {
        String text = page("The ferry sails", "quayside.example");
        String anew = text;
        for (int i = 0; anew.equals(text) || Digest.of(anew).compareTo(Digest.of(text)) < 0; i++) {
            anew = text.replace(", Osterline", ", Osterline, Quibble") + "\nMore of it " + i + ".\n";
        }
        List<Imported> imported = runAll(Actor.OPERATOR, DRAFT, List.of(text, anew));
        StoryId story = imported.getFirst().story().orElseThrow();
        assertEquals(Optional.of(story), imported.getLast().story());
        assertEquals(List.of(Digest.of(anew), Digest.of(text)), captures(story));
        assertEquals(Digest.of(anew), account(story).kept().capture());
        assertEquals(listed(story), account(story).doubts().size(), "as its draft and its list");
    }

    /// @return what was there before
    private byte[] ledger(StoryId story, byte[] bytes) {
        return act(transaction -> {
            var imports = new StoryImports(transaction.sql());
            String capture = imports.last(story).orElseThrow();
            byte[] before = imports.account(capture).orElseThrow();
            transaction.sql().execute("update story_import set ledger = ? where capture = ?", bytes, capture);
            return before;
        });
    }

    @Test
    void what_comes_back_into_the_inbox_stands_there_in_the_section_of_its_newest_text() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        SectionId port = act(new CreateSection(Actor.OPERATOR, english, "Port", null));
        act(new TakeInStory(Cast.editor(), story, Set.of()));
        act(new MoveStory(Cast.editor(), story, port));
        act(new BringBackStory(Cast.editor(), story));
        assertEquals(List.of(port.value()), press.database().read(sql -> sql.fetch(
                        "select section_id from story_incoming where story_id = ?", story.value())
                .getValues(0, Long.class)));
    }

    @Test
    void a_page_captured_anew_brings_its_own_doubts_and_settling_an_older_import_does_not_hide_them() {
        String text = page("The ferry sails", "quayside.example");
        StoryId story = imported(DRAFT, text);
        int first = listed(story);
        imported(DRAFT, text.replace(", Osterline", ", Osterline, Quibble"));
        assertCounted(story, first + 1);
        List<String> captures = captures(story);
        act(new SettleDoubt(Cast.editor(), story, captures.getLast(), ""));
        assertCounted(story, first + 1);
        act(new SettleDoubt(Cast.editor(), story, captures.getFirst(), ""));
        assertCounted(story, 0);
    }

    @Test
    void lines_in_doubt_are_settled_at_once_by_one_row_however_many_they_are() {
        StoryId story = imported(DRAFT, page("The ferry sails", "quayside.example"));
        var lines = new ArrayList<Account.Line>();
        for (int i = 0; i < 60_000; i++) {
            lines.add(new Account.Line("line " + i, LossLedger.Fate.UNKNOWN, null, false));
        }
        Account small = account(story).account();
        byte[] bytes = AccountFile.write(small.withLines(lines, 0));
        assertEquals(60_000, AccountFile.read(bytes).lines().size());
        String capture = "ab".repeat(32);
        act(new KeepAccounts(
                Actor.OPERATOR,
                List.of(new StoryImports.Account(capture, "long", story, List.of(), Map.of(), bytes, null))));
        act(new SettleDoubt(Cast.editor(), story, capture, ""));
        StoryAccount after = account(story);
        assertEquals(List.of(), after.doubts());
        assertTrue(after.settled().size() < 10, after.settled()::toString);
        assertEquals(
                Decisions.Choice.SEEN,
                Objects.requireNonNull(after.decided(59_999)).choice());
        act(new SettleLine(Cast.editor(), story, capture, 7, Decisions.Choice.PARAGRAPH, null));
        assertTrue(draft(story).body().toString().contains("line 7"), "it can be taken all the same");
        assertEquals(
                Decisions.Choice.PARAGRAPH,
                Objects.requireNonNull(account(story).decided(7)).choice());
    }

    @Test
    void one_account_is_read_however_many_imports_a_story_has() {
        String text = page("The ferry sails", "quayside.example");
        StoryId story = imported(DRAFT, text);
        imported(DRAFT, text + "\nMore of it.\n");
        imported(DRAFT, text + "\nEven more of it.\n");
        for (String capture : captures(story)) {
            var queries = new Queries();
            press.database().read(sql -> StoryAccount.read(queries.over(sql), Actor.OPERATOR, story, capture));
            List<String> accounts = queries.texts().stream()
                    .filter(each -> each.toLowerCase(Locale.ROOT).contains("ledger"))
                    .toList();
            assertEquals(1, accounts.size(), accounts::toString);
            assertTrue(accounts.getFirst().contains("'" + capture + "'"), accounts::toString);
        }
    }

    private List<String> paragraphs(StoryId story) {
        return draft(story).body().blocks().stream()
                .map(block -> ((Block.Paragraph) block).text())
                .map(text -> text.length() <= 12 ? text : text.substring(0, 12))
                .toList();
    }

    @Test
    void a_line_of_a_page_captured_anew_comes_where_it_stood_there() {
        String first = page("The ferry sails", "quayside.example");
        StoryId story = imported(DRAFT, first);
        imported(
                DRAFT,
                first.replace(
                                "The boat left",
                                "Forty boats came in on Sunday, and the harbour was full.\n\nThe boat left")
                        .replace("\n\nThe company", "\n\nShare\n\nThe company"));
        StoryAccount anew = account(story);
        act(new SettleLine(Cast.editor(), story, "", lineOf(anew, "Share"), Decisions.Choice.PARAGRAPH, null));
        assertEquals(List.of("Forty boats ", "The boat lef", "Share", "The company "), paragraphs(story));

        StoryContent shorter = draft(story);
        act(new SaveDraft(
                Cast.editor(),
                story,
                null,
                shorter.withBody(new Body(List.of(shorter.body().blocks().getLast())))));
        act(new SettleLine(Cast.editor(), story, "", lineOf(anew, "Tags:"), Decisions.Choice.PARAGRAPH, null));
        assertEquals(List.of("The company ", "Tags:"), paragraphs(story));
        String older = captures(story).getLast();
        StoryAccount before = press.database().read(sql -> StoryAccount.read(sql, Actor.OPERATOR, story, older));
        int tags = lineOf(before, "Tags:");
        act(new SettleLine(Cast.editor(), story, older, tags, Decisions.Choice.PARAGRAPH, null));
        assertEquals(
                List.of("The company ", "Tags:", "Tags:"),
                paragraphs(story),
                "what stood before it is gone: it comes to the end, not to the beginning");
    }

    @Test
    void a_section_of_another_edition_leaves_the_one_that_the_page_names_and_it_is_said() {
        EditionId french =
                act(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null));
        SectionId ville = act(new CreateSection(Actor.OPERATOR, french, "Ville", null));
        String text = "<!doctype html><html lang=en><head><title>Ferry</title><meta property=\"article:section\""
                + " content=\"Harbour\"></head><body><article><h1>The ferry</h1><p>The boat left at seven on Monday,"
                + " and the mayor waved from the quay.</p><p>The company counted forty cars on the boat, and no one was"
                + " late that day, its director said.</p></article></body></html>";
        for (boolean publish : new boolean[] {false, true}) {
            var wishes = new Filing.Wishes(Optional.of("en"), publish, Optional.of(ville));
            Imported imported = run(Actor.OPERATOR, wishes, text.replace("ferry", "ferry " + publish));
            assertEquals(Imported.Status.FILED, imported.status(), imported.reason());
            assertEquals(Set.of(Imported.Note.SECTION_ELSEWHERE), imported.notes());
            assertTrue(imported.reason().contains("The section is of another edition"), imported.reason());
            StoryId story = imported.story().orElseThrow();
            StoryContent content = account(story).content();
            assertEquals("Harbour", press.database().read(sql -> new Sections(sql)
                    .get(Objects.requireNonNull(content.section()))
                    .name()));
        }
    }
}
