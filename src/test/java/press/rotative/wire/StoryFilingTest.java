package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.address.Addresses;
import press.rotative.media.Picture;
import press.rotative.media.Pictures;
import press.rotative.story.Concept;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryImports;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;

/// Captures on their way into a newsroom of their own, on a real database: here SQLite.
class StoryFilingTest {
    private static final Filing.Wishes PUBLISH = new Filing.Wishes(Optional.empty(), true);
    private static final Filing.Wishes DRAFT = new Filing.Wishes(Optional.empty(), false);

    @TempDir
    Path folder;

    private Press press;

    @BeforeEach
    void open() {
        press = fresh(folder, Clock.fixed(Instant.parse("2030-01-01T12:00:00Z"), ZoneOffset.UTC));
    }

    /// An empty newsroom.
    Press fresh(Path data, Clock clock) {
        return Press.open(data, Optional.empty(), clock);
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_capture_becomes_a_public_story_with_all_its_parts() {
        String text = whole();
        Clipping clipping = Corpus.read(text);
        Imported imported = run(PUBLISH, text).getFirst();

        assertEquals(Imported.Status.FILED, imported.status(), imported.reason());
        LiveStory story = latest();
        assertEquals(clipping.headline().orElseThrow(), story.content().headline());
        assertTrue(imported.path().orElseThrow().endsWith("-" + story.code()));
        assertEquals(
                clipping.related().size() + clipping.teasers().size(),
                story.content().awaitedTitles().size());
        assertEquals(clipping.blocks().size(), story.content().body().blocks().size());
        assertEquals(clipping.outlet().orElse(null), story.origin().outlet());
        Picture hero = press.database()
                .read(sql -> new Pictures(sql).get(story.content().hero().picture()));
        assertFalse(hero.held());
        assertEquals(clipping.hero().orElseThrow().archive(), hero.archive());
        assertTrue(
                hero.credit().startsWith(clipping.hero().orElseThrow().credit().orElseThrow()));
        assertEquals(
                clipping.concepts().stream()
                        .map(concept -> concept.kind() + " " + concept.name())
                        .sorted()
                        .toList(),
                concepts(story));
        assertTrue(press.blobs().get(clipping.digest()).isPresent());
    }

    @Test
    void an_empty_newsroom_gets_the_edition_of_the_first_capture() {
        run(PUBLISH, whole());
        List<Edition> editions = editions();
        assertEquals(List.of("en"), editions.stream().map(Edition::code).toList());
        assertEquals(
                Corpus.read(whole()).outlet().orElseThrow(), editions.getFirst().name());
    }

    @Test
    void a_wished_edition_is_opened_only_where_there_is_none() {
        var wished = new Filing.Wishes(Optional.of("coast"), false);
        assertEquals(Imported.Status.FILED, run(wished, page("One")).getFirst().status());
        assertEquals("coast", editions().getFirst().code());
        Imported other =
                run(new Filing.Wishes(Optional.of("hills"), false), page("Two")).getFirst();
        assertEquals(Imported.Status.REFUSED, other.status());
        assertTrue(other.reason().contains("There is no edition 'hills'. The editions are coast."), other.reason());
    }

    @Test
    void the_same_capture_again_is_skipped() {
        run(PUBLISH, whole());
        assertEquals(Imported.Status.SKIPPED, run(PUBLISH, whole()).getFirst().status());
        assertEquals(1, stories().size());
    }

    @Test
    void a_page_captured_anew_becomes_a_draft_of_its_story() {
        String page = addressed("The ferry sails again");
        run(PUBLISH, page);
        assertTrue(Corpus.read(page).canonical().isPresent(), "the page names its address");
        Imported again = run(DRAFT, page.replace("at seven", "at eight")).getFirst();

        assertEquals(Imported.Status.FILED, again.status(), again.reason());
        assertEquals(1, stories().size());
        Story story = stories().getFirst();
        assertEquals(1, story.lastVersion());
        assertTrue(
                press.database().read(sql -> new Stories(sql).draft(story.id())).isPresent());
        Imported published = run(PUBLISH, page.replace("at seven", "at nine")).getFirst();
        assertTrue(published.path().isPresent(), published.reason());
        assertEquals(2, stories().getFirst().lastVersion());
    }

    @Test
    void a_page_that_comes_twice_in_one_batch_is_one_story_with_two_versions_and_the_others_stand_beside_it() {
        String page = addressed("The ferry sails again");
        List<Imported> imported = run(
                PUBLISH,
                page("The first boat sails"),
                page,
                page("The second boat sails"),
                page.replace("at seven", "at eight"),
                page("The third boat sails"));
        assertEquals(
                List.of("capture 0", "capture 1", "capture 2", "capture 3", "capture 4"),
                imported.stream().map(Imported::source).toList());
        assertTrue(imported.stream().allMatch(each -> each.path().isPresent()), imported.toString());
        assertEquals(imported.get(1).path(), imported.get(3).path());
        assertEquals(
                List.of(1, 1, 1, 2),
                stories().stream().map(Story::lastVersion).sorted().toList());
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
    }

    @Test
    void a_page_captured_anew_keeps_where_the_story_came_from_first() {
        String page = addressed("The ferry sails again");
        run(PUBLISH, page);
        String first = latest().origin().canonical();
        String digest = Corpus.read(page).digest();
        run(PUBLISH, page.replace("https://www.osterline", "http://osterline").replace("at seven", "at eight"));
        assertEquals(1, stories().size(), "the same page without www and over http");
        run(PUBLISH, page.replace("at seven", "at nine"));
        assertEquals(1, stories().size());
        Story story = stories().getFirst();
        assertEquals(3, story.lastVersion());
        assertTrue(story.origin().contains(digest), story.origin());
        assertTrue(story.origin().contains(first), story.origin());
    }

    @Test
    void one_that_the_newsroom_refuses_does_not_lose_the_others() {
        List<Filing.Item> items = List.of(
                item(page("The first boat sails"), Optional.empty()),
                item(page("The second boat sails"), Optional.of("W" + "o".repeat(400))),
                item(page("The third boat sails"), Optional.empty()));
        List<Imported> imported = new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none())
                .file(items, PUBLISH);
        assertEquals(
                List.of("FILED", "REFUSED", "FILED"),
                imported.stream().map(each -> each.status().name()).toList());
        assertEquals(
                "capture could not be filed. The headline has at most 300 characters; this one has 401. Please shorten"
                        + " or split it.",
                imported.get(1).reason());
        assertEquals(
                List.of("The first boat sails", "The third boat sails"),
                press
                        .database()
                        .read(sql -> new Newsstand(sql)
                                .latest(new Editions(sql).all().getFirst().id(), 10))
                        .stream()
                        .map(story -> story.content().headline())
                        .sorted()
                        .toList());
        String refused = items.get(1).capture().digest();
        Set<String> known = press.database().read(sql -> new StoryImports(sql).known(Set.of(refused)));
        assertEquals(Set.of(), known);
    }

    @Test
    void one_act_files_at_most_500_and_the_next_one_the_rest() {
        for (int count : new int[] {499, 500, 501}) {
            var filing =
                    new Recorded(new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none()));
            List<ImportSource> sources = new ArrayList<>();
            for (int at = 0; at < count; at++) {
                byte[] bytes = page("Boat " + at + " of " + count + " sails").getBytes(StandardCharsets.UTF_8);
                sources.add(new ImportSource("capture " + at, () -> new ByteArrayInputStream(bytes)));
            }
            List<Imported> imported = new ArrayList<>();
            new Import(filing).run(sources.iterator(), DRAFT, imported::add);
            assertEquals(
                    sources.stream().map(ImportSource::name).toList(),
                    imported.stream().map(Imported::source).toList());
            assertTrue(imported.stream().allMatch(each -> each.status() == Imported.Status.FILED));
            assertEquals(count > 500 ? List.of(500, count - 500) : List.of(count), filing.sizes);
        }
    }

    @Test
    void an_undated_page_is_ordered_by_its_time_of_filing_and_its_origin_says_so() {
        run(PUBLISH, page("The ferry sails again"));
        LiveStory story = latest();
        assertTrue(story.origin().undated());
        assertEquals(Instant.parse("2030-01-01T12:00:00Z"), story.publishedAt());
    }

    @Test
    void a_page_in_arabic_opens_an_edition_from_right_to_left() {
        Corpus.Sample sample = Corpus.samples().stream()
                .filter(each -> each.name().equals("anatomy-ar-01-whole"))
                .findFirst()
                .orElseThrow();
        Imported imported = run(PUBLISH, sample.text()).getFirst();
        Edition edition = editions().getFirst();
        assertEquals("ar", edition.code());
        assertEquals("rtl", edition.direction());
        LiveStory story = latest();
        assertEquals(sample.expected().get("headline"), story.content().headline());
        assertTrue(
                imported.path().orElseThrow().startsWith("/ar/"),
                imported.path().orElseThrow());
    }

    @Test
    void old_links_lead_to_the_story_but_pages_of_an_edition_keep_their_addresses() {
        run(PUBLISH, page("A first story opens the edition"));
        for (String[] each : new String[][] {
            {"/2026/11/24/news/the-ferry-sails-again.html", "free"},
            {"/en/harbour/the-ferry-sails-again", "free"},
            {"/en/the-ferry-sails-again", "free"},
            {"/en/a/b/c/the-ferry", "free"},
            {"/fr/contact", "free"},
            {"/en/harbour", "own"},
            {"/en/middle-east", "own"},
            {"/en/search", "own"},
            {"/en/rss.xml", "own"},
            {"/en/person/mabel-harrow-of-oster-bay", "own"},
            {"/en/2026/11/24", "own"},
            {"/en", "own"},
        }) {
            boolean mayLead =
                    press.database().read(sql -> OldAddress.free(each[0], new Editions(sql).all(), new Addresses(sql)));
            assertEquals(each[1].equals("free"), mayLead, each[0]);
        }
        String own = run(PUBLISH, page("Another story of the harbour"))
                .getFirst()
                .path()
                .orElseThrow();
        boolean free = press.database().read(sql -> OldAddress.free(own, new Editions(sql).all(), new Addresses(sql)));
        assertFalse(free);
    }

    /// Remembers how large the batches were.
    private static final class Recorded implements Filing {
        private final Filing filing;
        final List<Integer> sizes = new ArrayList<>();

        Recorded(Filing filing) {
            this.filing = filing;
        }

        @Override
        public Set<String> known(Set<String> digests) {
            return filing.known(digests);
        }

        @Override
        public List<Imported> file(List<Item> batch, Wishes wishes) {
            sizes.add(batch.size());
            return filing.file(batch, wishes);
        }
    }

    private static Clipping withHeadline(Clipping read, String headline) {
        return new Clipping(
                read.source(),
                read.digest(),
                read.language(),
                read.outlet(),
                Optional.of(headline),
                read.standfirst(),
                read.byline(),
                read.published(),
                read.modified(),
                read.section(),
                read.hero(),
                read.blocks(),
                read.related(),
                read.concepts(),
                read.countersRaw(),
                read.shortLink(),
                read.canonical(),
                read.discussion(),
                read.comments(),
                read.translations(),
                read.foundIn(),
                read.ledger());
    }

    /// A page whose clipping was given another headline on the way.
    private static Filing.Item item(String text, Optional<String> headline) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Clipping read = Corpus.read(text);
        return new Filing.Item(
                Capture.of("capture", bytes),
                headline.map(given -> withHeadline(read, given)).orElse(read),
                Optional.empty());
    }

    @Test
    void a_title_that_waits_becomes_a_link_when_its_story_arrives() {
        run(PUBLISH, whole());
        LiveStory waiting = latest();
        String title = waiting.content().awaitedTitles().getFirst();
        assertTrue(arrived(waiting, title).isEmpty());
        run(PUBLISH, page(title));
        assertEquals(1, arrived(waiting, title).size());
    }

    @Test
    void two_imports_of_the_same_captures_at_once_file_each_once() throws Exception {
        String[] pages = IntStream.range(0, 20)
                .mapToObj(i -> page("Page " + i + "x".repeat(i)))
                .toArray(String[]::new);
        List<Imported> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            run(DRAFT, page("The first opens the edition"));
            var one = threads.submit(() -> run(PUBLISH, pages));
            var other = threads.submit(() -> run(PUBLISH, pages));
            all.addAll(one.get());
            all.addAll(other.get());
        }
        assertEquals(
                List.of(),
                all.stream()
                        .filter(each -> each.status() == Imported.Status.REFUSED)
                        .toList());
        assertEquals(
                20,
                all.stream()
                        .filter(each -> each.status() == Imported.Status.FILED)
                        .count());
        assertEquals(21, stories().size());
    }

    private List<String> arrived(LiveStory story, String title) {
        return List.copyOf(press.database().read(sql -> new Newsstand(sql)
                .arrived(story.edition(), List.of(title))
                .keySet()));
    }

    private List<String> concepts(LiveStory story) {
        return press.database().read(sql -> new Concepts(sql)
                .find(story.content().concepts()).values().stream()
                        .map(StoryFilingTest::written)
                        .sorted()
                        .toList());
    }

    private static String written(Concept concept) {
        ConceptKind kind = concept.kind();
        return kind + " " + concept.label("en").text();
    }

    private List<Edition> editions() {
        return press.database().read(sql -> new Editions(sql).all());
    }

    private List<Story> stories() {
        return press.database().read(sql -> new Stories(sql).after(0, 100));
    }

    private LiveStory latest() {
        return press.database()
                .read(sql -> new Newsstand(sql)
                        .latest(new Editions(sql).all().getFirst().id(), 10))
                .getFirst();
    }

    private static String whole() {
        return Corpus.samples().stream()
                .filter(sample -> sample.name().equals("anatomy-en-01-whole"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static String page(String headline) {
        return headline + "\n\nThe boat left at seven on Monday, and the mayor waved from the quay, they said of the "
                + headline.length() + " boats.\n";
    }

    private static String addressed(String headline) {
        return "https://www.osterline.example/2026/11/24/news/the-ferry-sails-again.html\n\n" + page(headline);
    }

    private List<Imported> run(Filing.Wishes wishes, String... texts) {
        List<ImportSource> sources = new ArrayList<>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sources.add(new ImportSource("capture " + sources.size(), () -> new ByteArrayInputStream(bytes)));
        }
        List<Imported> imported = new ArrayList<>();
        new Import(new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none()))
                .run(sources.iterator(), wishes, imported::add);
        return imported;
    }
}
