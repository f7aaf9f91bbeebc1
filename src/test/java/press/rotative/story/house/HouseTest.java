package press.rotative.story.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.address.Addresses;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.Text;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.MergeConcept;

/// Pages, menus and looks of a newsroom, as those who look after them change them.
class HouseTest {
    private static final Actor CHIEF = new Actor(7, Role.CHIEF_EDITOR);

    @TempDir
    Path data;

    private Press press;
    private EditionId french;
    private EditionId arabic;
    private SectionId port;

    @BeforeEach
    void open() {
        press = Press.open(data, database(), new TickingClock(Instant.parse("2026-11-24T10:00:00Z")));
        french = edition("fr");
        arabic = edition("ar");
        port = act(new CreateSection(Actor.OPERATOR, french, "Port", null));
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

    private EditionId edition(String language) {
        return act(new CreateEdition(
                Actor.OPERATOR, language, language, language.equals("ar"), "Le Phare", null, "Europe/Paris", null));
    }

    private static PageText text(String title, String... paragraphs) {
        return new PageText(
                title,
                null,
                new Body(Stream.of(paragraphs)
                        .<Block>map(each -> Block.Paragraph.of("", each))
                        .toList()));
    }

    private OwnPageId begin(EditionId edition, OwnPageKind kind, String title) {
        return act(new CreatePage(CHIEF, edition, kind, null, null, text(title, "Texte.")));
    }

    private OwnPage page(OwnPageId id) {
        return press.database().read(sql -> new OwnPages(sql).get(id));
    }

    private House house() {
        return press.database().read(House::read);
    }

    private static Problem.Category refused(Runnable act) {
        return assertThrows(Problem.class, act::run).category();
    }

    @Test
    void a_page_is_written_published_changed_and_taken_down() {
        OwnPageId id = begin(french, OwnPageKind.IMPRINT, "Mentions légales");
        assertEquals(List.of(), house().pages(), "the public does not know of a page that it never read");
        OwnPage shown = act(new PublishPage(CHIEF, id, 1));
        assertEquals("Mentions légales", shown.live().title());
        assertEquals("mentions-legales", shown.slug());
        assertFalse(shown.waits());
        OwnPage saved = act(new SavePage(
                CHIEF, id, shown.version(), OwnPageKind.IMPRINT, null, null, text("Impressum", "Texte.", "Plus.")));
        assertTrue(saved.waits());
        assertEquals("Mentions légales", house().page(id).orElseThrow().live().title(), "a draft changes nothing");
        act(new PublishPage(CHIEF, id, saved.version()));
        PageText text = press.database().read(sql -> new OwnPages(sql).text(id, page(id).lastText()));
        assertEquals(2, text.body().ids().size(), "each block has an id");
        OwnPage down = act(new TakeDownPage(CHIEF, id, null));
        assertNull(down.live());
        assertEquals(
                List.of(),
                house().live(french).stream()
                        .filter(page -> page.id().equals(id))
                        .toList());
        assertTrue(house().page(id).isPresent(), "its address says that it is gone");
        assertEquals(Problem.Category.CONFLICT, refused(() -> act(new TakeDownPage(CHIEF, id, null))));
        assertEquals(
                2, press.database().read(sql -> new OwnPages(sql).saved(id, 9)).size());
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
    }

    @Test
    void old_addresses_stay_those_of_the_page() {
        OwnPageId id = begin(french, OwnPageKind.CONTACT, "Contact");
        act(new SavePage(CHIEF, id, null, OwnPageKind.CONTACT, "nous-ecrire", null, text("Contact", "Texte.")));
        for (String path : List.of("/fr/contact", "/fr/nous-ecrire")) {
            assertEquals(Optional.of(id.subject()), press.database().read(sql -> new Addresses(sql).withPath(path)));
        }
        assertEquals(
                Problem.Category.CONFLICT,
                refused(() -> act(
                        new CreatePage(CHIEF, french, OwnPageKind.FREE, "contact", null, text("Autre", "Texte.")))));
        assertEquals(
                "contact-2", page(begin(french, OwnPageKind.FREE, "Contact")).slug());
        assertEquals(
                Problem.Category.CONFLICT,
                refused(() -> act(new CreateSection(Actor.OPERATOR, french, "Contact", "contact"))));
        for (String slug : List.of("search", "archive", "corrections", "suggest", "../x", "a b", "rss.xml")) {
            assertEquals(
                    Problem.Category.INVALID,
                    refused(() ->
                            act(new CreatePage(CHIEF, french, OwnPageKind.FREE, slug, null, text("Autre", "Texte.")))),
                    slug);
        }
        assertEquals("search-2", page(begin(french, OwnPageKind.FREE, "Search")).slug());
    }

    @Test
    void an_edition_has_one_page_of_each_kind_and_pages_of_one_kind_are_one_in_many_languages() {
        OwnPageId here = begin(french, OwnPageKind.PRIVACY, "Vie privée");
        OwnPageId there = begin(arabic, OwnPageKind.PRIVACY, "الخصوصية");
        assertTrue(page(here).isLike(page(there)));
        assertEquals(Problem.Category.CONFLICT, refused(() -> begin(french, OwnPageKind.PRIVACY, "Encore")));
        OwnPageId free = begin(french, OwnPageKind.FREE, "Abonnements");
        OwnPageId linked = act(new CreatePage(CHIEF, arabic, OwnPageKind.FREE, null, free, text("الاشتراكات", "نص.")));
        assertTrue(page(free).isLike(page(linked)));
        assertEquals(
                Problem.Category.CONFLICT,
                refused(() -> act(new CreatePage(CHIEF, arabic, OwnPageKind.FREE, null, free, text("أخرى", "نص.")))),
                "a second page of that edition");
        act(new SavePage(CHIEF, linked, null, OwnPageKind.FREE, null, null, text("الاشتراكات", "نص.")));
        assertFalse(page(free).isLike(page(linked)));
        assertEquals(
                Problem.Category.CONFLICT,
                refused(() -> act(new SavePage(
                        CHIEF, free, null, OwnPageKind.PRIVACY, null, null, text("Abonnements", "Texte.")))));
    }

    @Test
    void the_first_of_pages_that_say_the_same_can_leave_them() {
        EditionId english = edition("en");
        OwnPageId first = begin(french, OwnPageKind.FREE, "Abonnements");
        OwnPageId second = act(new CreatePage(CHIEF, arabic, OwnPageKind.FREE, null, first, text("الاشتراكات", "نص.")));
        OwnPageId third =
                act(new CreatePage(CHIEF, english, OwnPageKind.FREE, null, first, text("Subscriptions", "Text.")));
        var kept = new SavePage(CHIEF, first, null, OwnPageKind.FREE, null, third, text("Abonnements", "Plus."));
        assertTrue(act(kept).isLike(page(second)), "it stays, whichever of them it names");
        OwnPage left =
                act(new SavePage(CHIEF, first, null, OwnPageKind.FREE, null, null, text("Abonnements", "Plus.")));
        assertFalse(left.isLike(page(second)));
        assertFalse(left.isLike(page(third)));
        assertTrue(page(second).isLike(page(third)), "the others stay together");
        act(new SavePage(CHIEF, first, null, OwnPageKind.FREE, null, third, text("Abonnements", "Plus.")));
        assertTrue(page(first).isLike(page(second)), "and it comes back");
    }

    @Test
    void nobody_links_a_draft_that_they_may_not_read() {
        OwnPageId draft = begin(french, OwnPageKind.FREE, "Projet");
        var chief = new Actor(8, Set.of(new Grant(Role.CHIEF_EDITOR, arabic.value(), 0)));
        var link = new CreatePage(chief, arabic, OwnPageKind.FREE, null, draft, text("مشروع", "نص."));
        assertEquals(Problem.Category.NOT_FOUND, refused(() -> act(link)));
        act(new PublishPage(CHIEF, draft, null));
        assertTrue(page(act(link)).isLike(page(draft)));
    }

    @Test
    void a_form_that_is_sent_twice_begins_one_page() {
        OwnPageId once = begin(french, OwnPageKind.FREE, "Abonnements");
        assertEquals(once, begin(french, OwnPageKind.FREE, "Abonnements"));
        OwnPageId about = begin(french, OwnPageKind.ABOUT, "Nous");
        assertEquals(about, begin(french, OwnPageKind.ABOUT, "Nous"));
        var linked = new CreatePage(CHIEF, arabic, OwnPageKind.FREE, "tarifs", once, text("الاشتراكات", "نص."));
        assertEquals(act(linked), act(linked));
        assertEquals(3, press.database().read(sql -> new OwnPages(sql).all()).size());
        act(new SavePage(CHIEF, once, null, OwnPageKind.FREE, null, null, text("Abonnements", "Plus.")));
        assertNotEquals(once, begin(french, OwnPageKind.FREE, "Abonnements"), "somebody wrote in the first one since");
        var elsewhere = new CreatePage(CHIEF, french, OwnPageKind.FREE, "tarifs", null, text("Abonnements", "Texte."));
        assertEquals("tarifs", page(act(elsewhere)).slug(), "another address is another page");
    }

    @Test
    void whoever_was_slower_overwrites_nothing() {
        OwnPageId id = begin(french, OwnPageKind.ABOUT, "Nous");
        act(new SavePage(CHIEF, id, 1, OwnPageKind.ABOUT, null, null, text("Nous autres", "Texte.")));
        assertEquals(
                Problem.Category.CHANGED,
                refused(() -> act(new SavePage(CHIEF, id, 1, OwnPageKind.ABOUT, null, null, text("Vous", "Texte.")))));
        assertEquals(Problem.Category.CHANGED, refused(() -> act(new PublishPage(CHIEF, id, 1))));
        act(new ArrangeMenu(CHIEF, french, MenuPlace.MAIN, 0, new Menu(List.of())));
        assertEquals(
                Problem.Category.CHANGED, refused(() -> act(new ArrangeMenu(CHIEF, french, MenuPlace.MAIN, 0, null))));
        act(new ChangeLook(CHIEF, french.value(), 0, Look.PLAIN, List.of()));
        assertEquals(
                Problem.Category.CHANGED,
                refused(() -> act(new ChangeLook(CHIEF, french.value(), 0, Look.PLAIN, List.of()))));
    }

    @Test
    void only_one_of_many_at_once_begins_the_imprint() throws Exception {
        List<Callable<Boolean>> all = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        begin(french, OwnPageKind.IMPRINT, "Mentions " + i);
                        return true;
                    } catch (Problem late) {
                        return false;
                    }
                })
                .toList();
        var begun = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var each : threads.invokeAll(all)) {
                begun.add(each.get());
            }
        }
        assertEquals(1, begun.stream().filter(each -> each).count());
        assertEquals(
                1, press.database().read(sql -> new OwnPages(sql).of(french)).size());
    }

    @Test
    void many_savers_at_once_leave_one_winner_a_version() throws Exception {
        OwnPageId id = begin(french, OwnPageKind.ABOUT, "Nous");
        List<Callable<Boolean>> all = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        act(new SavePage(CHIEF, id, 1, OwnPageKind.ABOUT, null, null, text("Nous " + i, "Texte.")));
                        return true;
                    } catch (Problem late) {
                        return false;
                    }
                })
                .toList();
        int won = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var each : threads.invokeAll(all)) {
                won += each.get() ? 1 : 0;
            }
        }
        assertEquals(1, won);
        assertEquals(2, page(id).version());
        assertEquals(2, page(id).lastText());
    }

    @Test
    void a_menu_leads_to_things_of_its_edition_and_to_sites_by_https() {
        OwnPageId here = begin(french, OwnPageKind.ABOUT, "Nous");
        OwnPageId there = begin(arabic, OwnPageKind.ABOUT, "نحن");
        ConceptId concept = concept("Ferry");
        EditionId later = edition("en");
        var menu = new Menu(List.of(
                new MenuEntry.OfSection(port, "Le port"),
                new MenuEntry.OfPage(here, null),
                new MenuEntry.OfConcept(concept, null),
                new MenuEntry.OfCorrections(null),
                new MenuEntry.OfLink("https://meteo.example/port?x=1", "Météo")));
        act(new ArrangeMenu(CHIEF, french, MenuPlace.MAIN, null, menu));
        assertEquals(Optional.of(menu), house().menu(french, MenuPlace.MAIN));
        assertTrue(house().shows(french, concept));
        act(new ArrangeMenu(
                CHIEF, later, MenuPlace.FOOT, null, new Menu(List.of(new MenuEntry.OfConcept(concept, null)))));
        assertTrue(
                press.database()
                        .read(sql -> new Addresses(sql).withPath("/en/topic/ferry"))
                        .isPresent(),
                "a concept has its page in an edition that was opened after it");
        assertEquals(Problem.Category.INVALID, refused(() -> arranged(new MenuEntry.OfPage(there, null))));
        assertEquals(
                Problem.Category.NOT_FOUND, refused(() -> arranged(new MenuEntry.OfSection(new SectionId(99), null))));
        act(new ArrangeMenu(CHIEF, french, MenuPlace.MAIN, null, null));
        assertEquals(Optional.empty(), house().menu(french, MenuPlace.MAIN));
    }

    private ConceptId concept(String name) {
        return act(new CreateConcept(CHIEF, ConceptKind.TOPIC, Map.of("fr", name)))
                .id();
    }

    @Test
    void a_menu_leads_to_what_its_concepts_were_merged_into_and_once() {
        ConceptId ferry = concept("Ferry");
        ConceptId boats = concept("Bateaux");
        ConceptId ships = concept("Navires");
        act(new ArrangeMenu(
                CHIEF,
                french,
                MenuPlace.MAIN,
                null,
                new Menu(List.of(
                        new MenuEntry.OfConcept(ferry, "En mer"),
                        new MenuEntry.OfSection(port, null),
                        new MenuEntry.OfConcept(boats, null)))));
        act(new MergeConcept(CHIEF, ferry, ships, null, null));
        assertTrue(house().shows(french, ships), "it has its page without a story");
        act(new MergeConcept(CHIEF, boats, ships, null, null));
        var now = new Menu(List.of(new MenuEntry.OfConcept(ships, "En mer"), new MenuEntry.OfSection(port, null)));
        assertEquals(Optional.of(now), house().menu(french, MenuPlace.MAIN));
        assertEquals(
                now,
                press.database()
                        .read(sql -> new Menus(sql).of(french, MenuPlace.MAIN))
                        .menu(),
                "and whoever arranges it sees the same");
    }

    private void arranged(MenuEntry entry) {
        act(new ArrangeMenu(CHIEF, french, MenuPlace.MAIN, null, new Menu(List.of(entry))));
    }

    @Test
    void what_a_menu_may_not_hold_is_refused() {
        for (String href : List.of(
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "http://meteo.example",
                "//meteo.example",
                "/fr/port",
                "https:meteo",
                "https://",
                "https://le phare.example",
                "https://lephare.example@evil.example",
                "https://user:word@evil.example/",
                "https://evil.example\\@lephare.example",
                "https://evil.example/\nX-Header: 1",
                "https://evil.example/" + "x".repeat(500),
                "https://meteo.example/" + "ط".repeat(110),
                "")) {
            assertEquals(Problem.Category.INVALID, refused(() -> new MenuEntry.OfLink(href, "Météo")), href);
        }
        assertEquals(Problem.Category.INVALID, refused(() -> new MenuEntry.OfLink("https://meteo.example", " ")));
        var twice = new MenuEntry.OfCorrections("A");
        assertEquals(
                Problem.Category.INVALID, refused(() -> new Menu(List.of(twice, new MenuEntry.OfCorrections("B")))));
        assertEquals(
                Problem.Category.INVALID,
                refused(() -> new Menu(IntStream.range(0, 31)
                        .<MenuEntry>mapToObj(i -> new MenuEntry.OfLink("https://x.example/" + i, "X"))
                        .toList())));
    }

    @Test
    void a_page_holds_words_only() {
        for (Block block : List.of(
                new Block.Embed("", "https://video.example/1", "Film", null),
                new Block.Table("", null, List.of("A"), List.of()),
                new Block.Correction("", "Une date.", null))) {
            assertEquals(Problem.Category.INVALID, refused(() -> new PageText("Nous", null, new Body(List.of(block)))));
        }
        var words = new PageText(
                "Nous",
                "En deux mots",
                new Body(List.of(
                        new Block.Heading("", "Titre", 2),
                        new Block.Items("", true, List.of(Text.of("Un"))),
                        new Block.Quote("", "Dit", List.of(), null))));
        assertEquals(words, PageText.read(words.json()));
        assertEquals(
                Problem.Category.CONFLICT,
                refused(() -> act(new PublishPage(
                        CHIEF, act(new CreatePage(CHIEF, french, OwnPageKind.FREE, null, null, text("Vide"))), null))),
                "a page without a text");
    }

    @Test
    void a_look_names_only_files_that_are_here() {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 4\"><path d=\"M0 0h9\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        HouseFiles.Whole logo = LogoFiles.logo(svg);
        Look look = Look.PLAIN.withLogo(logo.file(), null).withColours("#0b5c7a", "#6fd0e8");
        assertEquals(
                Problem.Category.INVALID,
                refused(() -> act(new ChangeLook(CHIEF, Looks.NEWSROOM, null, look, List.of()))));
        Looks.Chosen chosen = act(new ChangeLook(CHIEF, Looks.NEWSROOM, null, look, List.of(logo)));
        HouseFile style = chosen.look().style();
        assertEquals(look.accent(), house().look(french).accent());
        HouseFiles.Whole sheet = file(style.address());
        assertTrue(new String(sheet.bytes(), StandardCharsets.UTF_8).contains("--accent:#6fd0e8"));
        act(new ChangeLook(CHIEF, french.value(), null, Look.PLAIN.withColours("#8a1f5c", "#f0a0c8"), List.of()));
        assertEquals("#8a1f5c", house().look(french).accent());
        assertEquals("#0b5c7a", house().look(arabic).accent());
        assertEquals(logo.file(), house().look(french).logo());
        act(new ChangeLook(CHIEF, Looks.NEWSROOM, null, Look.PLAIN, List.of()));
        assertNull(house().look(arabic).style(), "nothing of its own, nothing to load");
        assertEquals(sheet.file(), file(style.address()).file(), "a page that is still open finds its files");
        assertNull(find("/assets/logo-0000000000000000.svg"));
        assertNull(find("/assets/../x"));
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
    }

    private HouseFiles.Whole file(String address) {
        return Optional.ofNullable(find(address)).orElseThrow();
    }

    private HouseFiles.@Nullable Whole find(String address) {
        return press.database().read(sql -> new HouseFiles(sql).at(address)).orElse(null);
    }

    @Test
    void those_without_the_power_change_nothing() {
        OwnPageId id = begin(french, OwnPageKind.ABOUT, "Nous");
        for (Role role : List.of(Role.EDITOR, Role.REPORTER, Role.PICTURE_EDITOR, Role.MODERATOR)) {
            var actor = new Actor(9, role);
            PageText text = text("Eux", "Texte.");
            List<Act<?>> acts = List.of(
                    new CreatePage(actor, french, OwnPageKind.FREE, null, null, text),
                    new SavePage(actor, id, null, OwnPageKind.ABOUT, null, null, text),
                    new PublishPage(actor, id, null),
                    new TakeDownPage(actor, id, null),
                    new ArrangeMenu(actor, french, MenuPlace.MAIN, null, null),
                    new ChangeLook(actor, Looks.NEWSROOM, null, Look.PLAIN, List.of()));
            acts.forEach(each -> assertEquals(Problem.Category.FORBIDDEN, refused(() -> act(each)), each.toString()));
        }
        // Rights in one edition reach neither another nor the look of all.
        var chief = new Actor(8, Set.of(new Grant(Role.CHIEF_EDITOR, arabic.value(), 0)));
        assertEquals(Problem.Category.FORBIDDEN, refused(() -> act(new PublishPage(chief, id, null))));
        assertEquals(
                Problem.Category.FORBIDDEN,
                refused(() -> act(new ChangeLook(chief, Looks.NEWSROOM, null, Look.PLAIN, List.of()))));
        act(new ChangeLook(chief, arabic.value(), null, Look.PLAIN, List.of()));
    }
}
