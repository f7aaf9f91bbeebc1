package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.ProgramClasses;
import press.rotative.TickingClock;
import press.rotative.jobs.JobKind;
import press.rotative.platform.SqliteDatabase;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.search.StaffSearch;

/// Random walks through everything that can happen. After each step: every address answers what a server answers that
/// was started cold on a copy of the data; no killed, withheld, replaced or renamed word and no word about a picture
/// without rights is in any byte; only addresses that [TouchedBy] names have changed.
///
/// Each walk begins with one step of every kind, and ends with asking whether any act, public act, job or kind of
/// address there is in the program was never met. `-Drotative.walk.steps=400 -Drotative.walk.seed=7` is the long gate.
@Tag("long")
class FreshnessWalkTest {
    private static final URI ADDRESS = URI.create("https://lephare.example");

    /// They file made-up newsrooms by the other acts.
    private static final Set<String> MADE_OF_OTHERS = Set.of(
            "press.rotative.fill.BeginNewsroom",
            "press.rotative.fill.FileBlock",
            "press.rotative.newsroom.stories.RestoreText",
            "press.rotative.newsroom.stories.SaveStory");

    @TempDir
    Path folder;

    private Press press;
    private Optional<Press> neighbour = Optional.empty();
    private Site site;
    private SiteDoor door;
    private SiteDoor.Line line;
    private RoomPages rooms;
    private WalkedNewsroom newsroom;
    private WalkedClock clock;
    private WalkedAddresses addresses;
    private List<WalkStep> kinds;
    private final List<WalkStep> first = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        line.close();
        door.close();
    }

    @Test
    void every_address_is_right_after_every_act() throws Exception {
        open(Long.getLong("rotative.walk.seed", 20_261_124), Optional.empty());
        Map<String, SiteAnswer> before = askAll();
        int steps = Math.max(kinds.size(), Integer.getInteger("rotative.walk.steps", shortWalk()));
        for (int step = 0; step < steps; ) {
            newsroom.forgetPublications();
            var done = new ArrayList<String>();
            for (int end = Math.min(steps, step + stepsBetweenLooks()); step < end; step++) {
                done.add(step());
            }
            String where = "step " + step + ", " + String.join("; ", done);
            before = verify(where, before);
            neighbour.ifPresent(node -> assertKnowsEveryStory(where, node.staffSearch()));
        }
        neighbour.ifPresent(Press::close);
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        assertNothingWasLeftOut();
        press.close();
        assertTrue(door.answered() > addresses.all().size(), "the walk hardly used the fast way: " + door.answered());
        assertTrue(newsroom.usable.size() > 1, "the walk left only " + newsroom.usable.size() + " stories");
        System.out.printf(
                "freshness: %d steps of %d kinds, %d addresses%n",
                steps, kinds.size(), addresses.all().size());
    }

    @Test
    void the_walk_sees_a_cache_that_misses_an_act() throws Exception {
        open(7, Optional.of(() -> 0L));
        Map<String, SiteAnswer> before = askAll();
        boolean seen = false;
        for (int step = 0; step < 6 && !seen; step++) {
            newsroom.publishNew();
            seen = !staleAddresses().isEmpty();
        }
        press.close();
        assertTrue(seen, "a cache that never hears of acts must be found out");
        assertFalse(before.isEmpty());
    }

    /// How many steps the suite takes; at least one of each kind.
    int shortWalk() {
        return 40;
    }

    /// A look at every address takes its time.
    int stepsBetweenLooks() {
        return 1;
    }

    /// An empty newsroom.
    Press fresh(Path data, Clock clock) {
        return Press.open(data, Optional.empty(), clock);
    }

    /// A second newsroom over the same content, which starts cold.
    Press cold(Press live, Path data, Clock clock) {
        ((SqliteDatabase) live.database()).copyInto(data.resolve("rotative.db"));
        return Press.open(data, Optional.empty(), clock);
    }

    /// Another node over the same content; empty where there can be none.
    Optional<Press> neighbour(Path data, Clock clock) {
        return Optional.empty();
    }

    /// The newsroom's own search of a node that took none of the acts.
    private static void assertKnowsEveryStory(String where, StaffSearch search) {
        assertTrue(search.awaitCaughtUp(Duration.ofSeconds(20)), where);
        assertEquals(List.of(), search.differences().missing(), where);
    }

    private void open(long seed, Optional<LongSupplier> brokenNumber) throws Exception {
        var ticking = new TickingClock(WalkedNewsroom.NOON);
        var random = new Random(seed);
        press = fresh(folder.resolve("live"), ticking);
        neighbour = neighbour(folder.resolve("neighbour"), ticking);
        neighbour.ifPresent(node -> node.staffSearch().start());
        Assets assets = Assets.ofProgram();
        Finder finder = press.finder();
        rooms = new RoomPages(press.database(), press.renditions(), finder, ticking, assets, ADDRESS);
        LongSupplier number = brokenNumber.orElse(press.number()::current);
        var cache = new PageCache(rooms::page, rooms, number, finder::cursor, ticking, PageCache.BUDGET_BYTES);
        press.acts().prepareWith(new EarlyRenders(cache, rooms::note, new Freshness(ticking)));
        site = new Site(cache, new ProblemPages(assets), assets, true);
        door = SiteDoor.fast(site);
        line = door.connect();
        newsroom = new WalkedNewsroom(press, ticking, random);
        addresses = new WalkedAddresses(press, site, assets, ADDRESS);
        begin();
        addresses.learn();
    }

    private void begin() {
        var names = new WalkedNames(newsroom);
        var pictures = new WalkedPictures(newsroom);
        clock = new WalkedClock(newsroom);
        names.edition("fr", false);
        names.edition("ar", true);
        for (int i = 0; i < 3; i++) {
            names.author();
            names.concept();
        }
        pictures.held();
        pictures.held();
        pictures.unheld();
        names.namesakes();
        for (int i = 0; i < 4; i++) {
            newsroom.publishNew();
        }
        kinds = Stream.of(
                        new WalkedStories(newsroom).steps(),
                        new WalkedWriters(newsroom).steps(),
                        new WalkedTranslations(newsroom, names).steps(),
                        names.steps(),
                        new WalkedHouse(newsroom).steps(),
                        pictures.steps(),
                        clock.steps())
                .flatMap(List::stream)
                .toList();
        first.addAll(kinds);
        Collections.shuffle(first, newsroom.random);
    }

    /// One step of each kind, then any.
    private String step() {
        WalkStep step = first.isEmpty() ? any() : first.removeLast();
        return step.name() + " " + step.go().get();
    }

    private WalkStep any() {
        int at =
                newsroom.random.nextInt(kinds.stream().mapToInt(WalkStep::often).sum());
        for (WalkStep step : kinds) {
            at -= step.often();
            if (at < 0) {
                return step;
            }
        }
        throw new IllegalStateException("no step");
    }

    private Map<String, SiteAnswer> askAll() {
        var answers = new LinkedHashMap<String, SiteAnswer>();
        addresses.all().forEach(address -> answers.put(address, addresses.ask(address)));
        return answers;
    }

    private Map<String, SiteAnswer> verify(String what, Map<String, SiteAnswer> before) throws IOException {
        assertEquals(List.of(), staleAddresses(), what);
        Map<String, SiteAnswer> now = askAll();
        TouchedBy touched = rooms.reached(newsroom.publications, 0).touched();
        Set<String> withoutRights = newsroom.wordsWithoutRights();
        now.forEach((address, answer) -> {
            if (WalkedAddresses.isPicture(address)) {
                return;
            }
            assertNothingGone(what, address, answer.text(), withoutRights);
            SiteAnswer earlier = before.get(address);
            if (earlier == null || newsroom.unforeseen) {
                return;
            }
            if (!touched.names(address)) {
                assertEquals(
                        earlier.text(), answer.text(), () -> what + ": " + address + " changed without being named");
            }
            if (!touched.changes(address)) {
                assertEquals(
                        withoutRelated(earlier.text()),
                        withoutRelated(answer.text()),
                        () -> what + ": more than the related stories changed at " + address);
            }
        });
        addresses.learn();
        return askAll();
    }

    private void assertNothingGone(String what, String address, String text, Set<String> withoutRights) {
        for (String word : newsroom.gone) {
            if (!newsroom.awaited.contains(word) && !newsroom.mayBeCompared(address, word)) {
                assertFalse(text.contains(word), () -> what + ": the word " + word + " is still at " + address);
            }
        }
        for (String word : withoutRights) {
            assertFalse(text.contains(word), () -> what + ": " + word + " has no rights and is at " + address);
        }
    }

    /// A page without the list that the search index fills.
    private static String withoutRelated(String page) {
        return page.replaceAll("(?s)<aside class=\"side also\".*?</aside>", "");
    }

    /// Addresses whose answer differs from that of a server started cold on a copy.
    private List<String> staleAddresses() throws IOException {
        Path copy = folder.resolve("copy" + System.nanoTime());
        if (!copy.toFile().mkdirs()) {
            throw new IllegalStateException("cannot make " + copy);
        }
        var stale = new ArrayList<String>();
        try (var cold = cold(press, copy, press.clock())) {
            long number = press.number().current();
            assertTrue(press.search().awaitCaughtUp(number, Duration.ofSeconds(30)));
            assertTrue(cold.search().awaitCaughtUp(number, Duration.ofSeconds(30)));
            Site other = Site.fresh(cold.database(), press.renditions(), cold.finder(), press.clock(), ADDRESS);
            for (String address : addresses.all()) {
                SiteAnswer theirs = other.answer(SiteRequest.get(address));
                // First it may have to be made; then it is at hand and comes by the fast way.
                for (int time = 1; time <= 2; time++) {
                    SiteDoor.SiteAnswerText mine = line.get(address);
                    boolean same =
                            WalkedAddresses.isPicture(address) || mine.text().equals(theirs.text());
                    if (mine.status() != theirs.status() || !same) {
                        stale.add(address);
                    }
                }
            }
        }
        return stale;
    }

    /// What the program has and this walk never met.
    private void assertNothingWasLeftOut() {
        Set<String> performed = newsroom.performed.stream().map(Class::getName).collect(Collectors.toSet());
        Set<String> acts = acts();
        assertTrue(acts.containsAll(MADE_OF_OTHERS), "these acts are no longer there: " + MADE_OF_OTHERS);
        acts.removeAll(MADE_OF_OTHERS);
        acts.removeAll(performed);
        acts.removeIf(act -> act.startsWith("press.rotative.people.")
                || act.startsWith("press.rotative.webhooks.")); // accounts, and who is told: nothing the public sees
        assertEquals(Set.of(), acts, "acts that the walk never performs: give WalkedStories and the like a step");

        Set<PublicAct> publicActs = EnumSet.allOf(PublicAct.class);
        press.database().read(sql -> {
            var log = new PublicationLog(sql);
            for (var rows = log.since(0, 1000);
                    !rows.isEmpty();
                    rows = log.since(rows.getLast().seq(), 1000)) {
                rows.forEach(row -> publicActs.remove(row.act()));
            }
            return true;
        });
        assertEquals(Set.of(), publicActs, "public acts that the walk never saw");

        Set<JobKind> jobs = EnumSet.allOf(JobKind.class);
        jobs.removeAll(clock.run);
        assertEquals(Set.of(), jobs, "jobs that the walk never ran");

        assertEquals(Set.of(), addresses.neverAnswered(), "kinds of addresses that never answered on the walk");
    }

    private static Set<String> acts() {
        return ProgramClasses.ALL.stream()
                .filter(type -> type.isAssignableTo(Act.class) && !type.isInterface())
                .map(type -> type.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
