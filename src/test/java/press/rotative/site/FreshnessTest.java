package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.people.Actor;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;
import press.rotative.story.AuthorId;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// What a receipt says of the pages of an act is what their readers get.
class FreshnessTest {
    private static final String FRONT = "/fr/";

    @TempDir
    Path folder;

    private Press press;
    private Site site;
    private SectionId port;
    private AuthorId author;
    private StoryId story;
    private final List<Publication> publications = new ArrayList<>();

    @BeforeEach
    void open() {
        press = Press.open(folder, Optional.empty(), Clock.systemUTC());
        site = Cast.site(press, URI.create("https://lephare.example"));
        press.acts().prepareWith(site.preparation());
        EditionId edition = Cast.lePhare(press);
        port = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
        author = press.acts()
                .perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                .value()
                .id();
        story = Cast.published(press, edition, Cast.article("Le ferry arrive", port, author));
    }

    @AfterEach
    void close() {
        press.close();
    }

    private SiteAnswer get(String path) {
        return site.answer(SiteRequest.get(path));
    }

    private void update(String headline) {
        press.acts().perform(new SaveDraft(Actor.OPERATOR, story, null, Cast.article(headline, port, author)));
        publications.addAll(press.acts()
                .perform(new PublishStory(Actor.OPERATOR, story, null, null, true))
                .publications());
    }

    private ActReceipt receipt() {
        return site.receipt(story.subject()).orElseThrow();
    }

    @Test
    void each_page_is_told_as_the_cache_has_it() {
        assertTrue(get(FRONT).text().contains("Le ferry arrive"));
        Instant before = Instant.now();
        update("Le ferry repart");
        Instant after = Instant.now();
        ActReceipt receipt = receipt();
        assertEquals(PublicAct.UPDATED, receipt.publication().act());
        assertFalse(receipt.publicAt().isBefore(before.minusMillis(1))
                || receipt.publicAt().isAfter(after));
        boolean made = receipt.made().containsKey(FRONT);
        boolean dropped = receipt.dropped().contains(FRONT);
        assertTrue(made || dropped, "what was at hand is either made anew or not given out any more");
        String page = pages().stream()
                .filter(each -> each.kind() == NamedPage.Kind.STORY)
                .findFirst()
                .orElseThrow()
                .path();
        assertEquals(200, get(page).status(), page);
        assertTrue(receipt().made().containsKey(page), "the story's own page");
        String section = "/fr/port";
        assertFalse(receipt.made().containsKey(section) || receipt.dropped().contains(section), "nobody asked for it");

        assertTrue(get(FRONT).text().contains("Le ferry repart"));
        assertTrue(get(section).text().contains("Le ferry repart"));
        ActReceipt later = receipt();
        Instant frontAt = later.made().get(FRONT);
        assertFalse(frontAt.isBefore(before.minusMillis(1)));
        assertTrue(!made || frontAt.equals(receipt.made().get(FRONT)), "the first time counts");
        assertFalse(later.made().get(section).isBefore(later.publicAt().minusMillis(1)), "made when it was asked for");
        assertEquals(later.made().get(section), receipt().made().get(section), "looked at again it is the same");

        press.acts()
                .perform(new WithdrawStory(
                        Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "Un doute.", null, false));
        ActReceipt gone = receipt();
        assertEquals(PublicAct.WITHHELD, gone.publication().act());
        assertTrue(gone.made().containsKey(section) || gone.dropped().contains(section));
        assertTrue(gone.dropped().contains(page) || gone.made().containsKey(page), "the page that was read until now");
        assertFalse(get(section).text().contains("Le ferry repart"));
        assertTrue(receipt().made().containsKey(section));
    }

    private List<NamedPage> pages() {
        return press.database().read(sql -> receipt().pages(sql, Instant.now())).pages();
    }

    /// What an act on some stories touches, for example of a widely used explainer.
    private static Set<Subject> subjects(Collection<StoryId> stories) {
        return stories.stream().map(StoryId::subject).collect(Collectors.toSet());
    }

    private static final int MANY = 130;

    private List<StoryId> many() {
        EditionId edition =
                press.database().read(sql -> new Stories(sql).get(story)).edition();
        List<StoryId> all = press.acts()
                .perform(transaction -> {
                    var made = new ArrayList<StoryId>();
                    for (int i = 0; i < MANY; i++) {
                        StoryId each = new CreateStory(
                                        Actor.OPERATOR, edition, Cast.article("Marée " + i, port, author), null, false)
                                .perform(transaction)
                                .story();
                        new PublishStory(Actor.OPERATOR, each, null, null, true).perform(transaction);
                        made.add(each);
                    }
                    return made;
                })
                .value();
        return all;
    }

    @Test
    void of_very_many_pages_those_are_named_that_were_watched_and_the_others_are_counted() {
        List<StoryId> all = many();
        StoryId own = all.getLast();
        Set<Subject> touched = subjects(all);
        var act = new Publication(
                999, Instant.now(), PublicAct.UPDATED, own.subject(), 1, 7, null, null, "hash", touched);
        var freshness = new Freshness(Clock.systemUTC());
        Reached reached = press.database().read(sql -> {
            var snapshot = new RoomSnapshot(sql, Instant.now(), press.finder());
            Set<Subject> more = new HashSet<>(touched);
            more.add(new Subject(
                    Subject.Kind.EDITION, snapshot.editions().getFirst().id().value()));
            more.add(port.subject());
            return Reached.of(snapshot, Set.of(own.subject()), more, Freshness.MOST_STORIES);
        });
        freshness.begin(List.of(act), reached);
        freshness.done(List.of(act), (route, number) -> Optional.of(new Freshness.Kept(Instant.EPOCH)));
        ActReceipt receipt = freshness.of(own.subject()).orElseThrow();
        Foresight told = press.database().read(sql -> receipt.pages(sql, Instant.now()));
        assertEquals("Marée " + (MANY - 1), told.pages().getFirst().name(), "the act's own story");
        List<String> watched = told.pages().stream()
                .filter(page -> !page.below())
                .map(NamedPage::path)
                .toList();
        assertEquals(Set.copyOf(watched), receipt.made().keySet(), "all that are named were watched");
        assertTrue(watched.containsAll(List.of(FRONT, "/fr/port", "/fr/corrections")), watched.toString());
        assertEquals(
                2 * Freshness.MOST_STORIES,
                told.pages().stream()
                        .filter(page -> page.kind() == NamedPage.Kind.STORY || page.kind() == NamedPage.Kind.SHORT_LINK)
                        .count());
        assertEquals(2 * (MANY - Freshness.MOST_STORIES), told.more());
    }

    @Test
    void a_decision_about_a_widely_used_story_names_that_first_and_counts_them_all() {
        List<StoryId> all = many();
        StoryId own = all.getLast();
        List<StoryId> some = all.subList(MANY - 70, MANY);
        Foresight few = foresight(own, some, new Queries());
        foresight(own, all, new Queries()); // texts that were read lately are at hand
        var queries = new Queries();
        Foresight told = foresight(own, all, queries);
        assertEquals("Marée " + (MANY - 1), told.pages().getFirst().name());
        assertEquals(NamedPage.Kind.STORY, told.pages().getFirst().kind());
        assertEquals(few.pages().size(), told.pages().size(), "as many as a screen has room for");
        assertEquals(2 * MANY, told.pages().size() + told.more());
        assertEquals(
                2 * MANY,
                press.database()
                        .read(sql -> Foresight.count(sql, Instant.now(), subjects(all)))
                        .intValue());
        var fewQueries = new Queries();
        foresight(own, some, fewQueries);
        assertEquals(fewQueries.count(), queries.count(), queries.texts().toString());
        assertEquals(
                fewQueries.rows() + MANY - 70,
                queries.rows(),
                "of those that are not named it reads that they have a code, and no word: " + queries.texts());
    }

    private Foresight foresight(StoryId own, List<StoryId> touched, Queries queries) {
        return press.database()
                .read(sql -> Foresight.of(queries.over(sql), Instant.now(), own.subject(), subjects(touched)));
    }

    @Test
    void what_is_told_has_names_and_stands_in_the_order_of_readers() {
        update("Le ferry repart");
        List<NamedPage> pages = pages();
        NamedPage first = pages.getFirst();
        assertEquals(NamedPage.Kind.STORY, first.kind());
        assertEquals("Le ferry repart", first.name());
        assertEquals("fr", first.language());
        assertTrue(pages.stream()
                .anyMatch(page -> page.kind() == NamedPage.Kind.FRONT
                        && page.name().equals("Le Phare")
                        && page.path().equals(FRONT)));
        assertTrue(pages.stream()
                .anyMatch(page -> page.kind() == NamedPage.Kind.SECTION
                        && page.name().equals("Port")
                        && page.path().equals("/fr/port")));
        assertTrue(pages.stream()
                .anyMatch(page ->
                        page.kind() == NamedPage.Kind.AUTHOR && page.name().equals("Maud Kervarn")));
        assertTrue(pages.stream()
                .anyMatch(page -> page.kind() == NamedPage.Kind.FEED
                        && page.name().equals("Port")
                        && page.path().equals("/fr/port/feed.json")));
        assertTrue(pages.stream()
                .anyMatch(page ->
                        page.kind() == NamedPage.Kind.SHORT_LINK && page.name().equals("Le ferry repart")));
        assertTrue(pages.stream().anyMatch(page -> page.kind() == NamedPage.Kind.ARCHIVE && page.below()));
        assertTrue(pages.stream().noneMatch(page -> page.kind() == NamedPage.Kind.EVERYTHING), pages.toString());
        int counted = press.database()
                .read(sql -> Foresight.count(
                        sql, Instant.now(), publications.getLast().touched()));
        assertEquals(pages.size(), counted);
    }

    @Test
    void only_the_last_acts_of_people_are_remembered() {
        var freshness = new Freshness(Clock.systemUTC());
        var nothing = new Reached(new TouchedBy(Set.of("/fr/"), Set.of(), Set.of(), Set.of()), Map.of());
        for (int i = 1; i <= 70; i++) {
            List<Publication> act = List.of(publication(i));
            freshness.begin(act, nothing);
            assertEquals(Optional.empty(), freshness.of(subject(i)), "it is not public yet");
            freshness.done(act, (route, number) -> Optional.empty());
        }
        assertEquals(Optional.empty(), freshness.of(subject(1)));
        assertTrue(freshness.of(subject(70)).isPresent());
        var many = new ArrayList<Publication>();
        for (int i = 100; i < 120; i++) {
            many.add(publication(i));
        }
        freshness.begin(many, nothing);
        freshness.done(many, (route, number) -> Optional.empty());
        assertEquals(Optional.empty(), freshness.of(subject(100)), "of an import nothing is kept");
        freshness
                .seeing(route -> MadePage.html(200, new byte[0], PageClocks.of(70, Instant.MAX)))
                .apply(Route.of("/fr/", null));
        assertEquals(
                Set.of("/fr/"), freshness.of(subject(70)).orElseThrow().made().keySet());
    }

    private static Subject subject(long id) {
        return new Subject(Subject.Kind.STORY, id);
    }

    private static Publication publication(long seq) {
        return new Publication(
                seq, Instant.now(), PublicAct.UPDATED, subject(seq), 1, 7, null, null, "hash", Set.of(subject(seq)));
    }
}
