package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rights;
import press.rotative.people.Actor;
import press.rotative.platform.SqliteDatabase;
import press.rotative.publication.Act;
import press.rotative.publication.Publication;
import press.rotative.story.AuthorId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Contribution;
import press.rotative.story.EditionId;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlan;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.acts.ArrangeFront;
import press.rotative.story.acts.BeginDay;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CloseVersion;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DescribePicture;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.EndRights;
import press.rotative.story.acts.ExpireStory;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishAsPlanned;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.RenameAuthor;
import press.rotative.story.acts.RenameConcept;
import press.rotative.story.acts.RenameSection;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.acts.WithdrawStory;

/// Random walks of acts. After each: every address answers what a server answers that was started cold on a copy of the
/// data; no killed, withheld or replaced word is in any byte; only addresses that [TouchedBy] names have changed.
///
/// `-Drotative.walk.steps=400 -Drotative.walk.seed=7` is the long gate.
class FreshnessWalkTest {
    private static final URI ADDRESS = URI.create("https://lephare.example");
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    @TempDir
    Path folder;

    private Press press;
    private Site site;
    private SiteDoor door;
    private SiteDoor.Line line;
    private RoomPages rooms;
    private Random random;
    private int words;
    private final List<EditionId> editions = new ArrayList<>();
    private final List<SectionId> sections = new ArrayList<>();
    private final List<AuthorId> authors = new ArrayList<>();
    private final List<ConceptId> concepts = new ArrayList<>();
    private final List<PictureId> pictures = new ArrayList<>();
    private final Map<StoryId, String> usable = new LinkedHashMap<>();
    private final Map<StoryId, String> withheld = new LinkedHashMap<>();
    private final Map<StoryId, String> planned = new LinkedHashMap<>();
    private final TickingClock clock = new TickingClock(NOON);
    private final Map<StoryId, EditionId> editionOf = new HashMap<>();
    private final Map<StoryId, List<String>> wordsOf = new HashMap<>(); // of each version, the first first
    private final Set<String> closed = new HashSet<>(); // words of versions that are closed to comparison
    private final Set<String> gone = new HashSet<>();
    private final Set<String> awaited = new HashSet<>();
    private final Set<String> addresses = new LinkedHashSet<>();

    @AfterEach
    void close() throws Exception {
        line.close();
        door.close();
    }

    @Test
    void every_address_is_right_after_every_act() throws Exception {
        open(Long.getLong("rotative.walk.seed", 20_261_124), Optional.empty());
        Map<String, SiteAnswer> before = askAll();
        int steps = Integer.getInteger("rotative.walk.steps", shortWalk());
        for (int step = 0; step < steps; step++) {
            String what = step();
            before = verify("step " + step + ", " + what, before);
        }
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        press.close();
        assertTrue(door.answered() > addresses.size(), "the walk hardly used the fast way: " + door.answered());
        assertTrue(usable.size() > 1, "the walk left only " + usable.size() + " stories");
    }

    @Test
    void the_walk_sees_a_cache_that_misses_an_act() throws Exception {
        open(7, Optional.of(() -> 0L));
        Map<String, SiteAnswer> before = askAll();
        boolean seen = false;
        for (int step = 0; step < 6 && !seen; step++) {
            step();
            seen = !staleAddresses().isEmpty();
        }
        press.close();
        assertTrue(seen, "a cache that never hears of acts must be found out");
        assertFalse(before.isEmpty());
    }

    /// How many steps the suite takes.
    int shortWalk() {
        return 40;
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

    private void open(long seed, Optional<LongSupplier> brokenNumber) throws Exception {
        random = new Random(seed);
        press = fresh(folder.resolve("live"), clock);
        Assets assets = Assets.ofProgram();
        Finder finder = finder(press);
        rooms = new RoomPages(press.database(), press.renditions(), finder, clock, assets, ADDRESS);
        LongSupplier number = brokenNumber.orElse(press.number()::current);
        var cache = new PageCache(rooms::page, number, finder::cursor, clock, PageCache.BUDGET_BYTES);
        press.acts().prepareWith(new EarlyRenders(cache, rooms::touchedBy));
        site = new Site(cache, new ProblemPages(assets), assets, true);
        door = SiteDoor.fast(site);
        line = door.connect();
        addresses.addAll(List.of("/", "/sitemap.xml", "/robots.txt"));
        edition("fr", false, "Le Phare");
        edition("ar", true, "المنارة");
        for (int i = 0; i < 3; i++) {
            authors.add(perform(new CreateAuthor(Actor.OPERATOR, "Signature " + word(), null))
                    .id());
            concepts.add(perform(new CreateConcept(
                            Actor.OPERATOR, ConceptKind.values()[i], Map.of("fr", "Sujet " + word(), "ar", word())))
                    .id());
            pictures.add(press.acts()
                    .perform(transaction -> Pictures.addWithoutFile(
                            transaction, PictureDescription.captioned("Vue " + word(), "© " + word(), true)))
                    .value());
        }
        for (int i = 0; i < 4; i++) {
            publishNew();
        }
        learnAddresses();
    }

    private static Finder finder(Press press) {
        return press.finder();
    }

    private void edition(String code, boolean rightToLeft, String name) {
        EditionId id =
                perform(new CreateEdition(Actor.OPERATOR, code, code, rightToLeft, name, null, "Europe/Paris", null));
        editions.add(id);
        for (String section : List.of("port", "ville")) {
            sections.add(perform(new CreateSection(Actor.OPERATOR, id, section + " " + word(), section)));
        }
        addresses.addAll(List.of(
                "/" + code + "/",
                "/" + code + "/port",
                "/" + code + "/ville",
                "/" + code + "/rss.xml",
                "/" + code + "/atom.xml",
                "/" + code + "/feed.json",
                "/" + code + "/corrections",
                "/" + code + "/corrections/atom.xml",
                "/" + code + "/archive",
                "/" + code + "/archive/2026",
                "/" + code + "/archive/2026/11",
                "/" + code + "/archive/2026/11/24",
                "/" + code + "/sitemap-2026-11.xml",
                "/" + code + "/search?q=texte",
                "/" + code + "/search?q=titre+-rien&order=date&kind=brief",
                "/" + code + "/search?q=mot*&concept=1&from=2026-11-01",
                "/" + code + "/search?q=txete",
                "/" + code + "/search?q=titre+nullepart",
                "/" + code + "/search?section=1&author=2",
                "/" + code + "/search",
                "/" + code + "/suggest?q=ti",
                "/" + code + "/suggest?q=mot",
                "/" + code + "/suggest?q=sujet"));
    }

    private String step() {
        return switch (random.nextInt(27)) {
            case 0, 1, 2 -> publishNew();
            case 3, 4 -> update();
            case 5 -> correct();
            case 6 -> withdraw(WithdrawStory.Kind.WITHHOLD);
            case 7 -> release();
            case 8 -> withdraw(WithdrawStory.Kind.KILL);
            case 9 -> renameSection();
            case 10 -> renameConcept();
            case 11 -> renameAuthor();
            case 12 -> move();
            case 13, 14 -> changeRights();
            case 15, 16 -> closeVersion();
            case 17, 18 -> publishNew();
            case 19, 20 -> arrangeFront();
            case 21, 22 -> plan();
            case 23, 24 -> keepPlan();
            case 25 -> expire();
            case 26 -> beginDay();
            default -> changeCredit();
        };
    }

    /// Picks two stories of an edition, whatever they are now, or gives its front back.
    private String arrangeFront() {
        int of = random.nextInt(editions.size());
        List<StoryId> known = editionOf.entrySet().stream()
                .filter(each -> each.getValue().equals(editions.get(of)))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingLong(StoryId::value))
                .toList();
        FrontPlan plan = null;
        if (known.size() > 1 && random.nextInt(3) > 0) {
            int first = random.nextInt(known.size());
            plan = new FrontPlan(List.of(
                    new FrontBlock.Lead(known.get(first), List.of(known.get((first + 1) % known.size()))),
                    new FrontBlock.Latest(3),
                    new FrontBlock.Grid("Le choix", List.of(known.get((first + 1) % known.size())), 2),
                    new FrontBlock.Opinion(null, List.of(), 2),
                    new FrontBlock.OfSection(sections.get(2 * of), FrontBlock.Look.ROWS, List.of(), 2)));
        }
        perform(new ArrangeFront(Actor.OPERATOR, editions.get(of), null, plan));
        return "front of " + editions.get(of);
    }

    private List<Publication> last = List.of();

    private String publishNew() {
        int of = random.nextInt(editions.size());
        String word = word();
        StoryId id = perform(new CreateStory(Actor.OPERATOR, editions.get(of), content(of, word), null, false))
                .story();
        editionOf.put(id, editions.get(of));
        perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        usable.put(id, word);
        wordsOf.put(id, new ArrayList<>(List.of(word)));
        return "publish " + id;
    }

    /// Nothing of it may be seen before its instant.
    private String plan() {
        int of = random.nextInt(editions.size());
        String word = word();
        StoryId id = perform(new CreateStory(
                        Actor.OPERATOR, editions.get(of), content(of, word).withKind(StoryKind.ARTICLE), null, false))
                .story();
        editionOf.put(id, editions.get(of));
        wordsOf.put(id, new ArrayList<>(List.of(word)));
        Instant at = clock.instant().plusMillis(1);
        Outcome outcome = perform(
                random.nextBoolean()
                        ? new EmbargoUntil(Actor.OPERATOR, id, null, at)
                        : new SchedulePublication(Actor.OPERATOR, id, null, at, null));
        assertFalse(outcome instanceof Outcome.Refused, outcome::toString);
        planned.put(id, word);
        gone.add(word);
        last = List.of();
        return "plan " + id;
    }

    private String keepPlan() {
        StoryId id = pick(planned);
        if (id == null) {
            return plan();
        }
        clock.advance(Duration.ofMillis(1));
        assertTrue(perform(new PublishAsPlanned(id)).isPresent());
        String word = planned.remove(id);
        gone.remove(word);
        usable.put(id, word);
        return "publish as planned " + id;
    }

    private String expire() {
        StoryId id = pick(usable);
        if (id == null) {
            return publishNew();
        }
        perform(new SetExpiry(Actor.OPERATOR, id, clock.instant().plusMillis(1)));
        clock.advance(Duration.ofMillis(1));
        perform(new ExpireStory(id));
        String word = usable.remove(id);
        gone.add(word);
        withheld.put(id, word);
        return "expire " + id;
    }

    private String beginDay() {
        EditionId edition = editions.get(random.nextInt(editions.size()));
        perform(new BeginDay(edition));
        return "midnight of " + edition;
    }

    private String update() {
        StoryId id = pick(usable);
        if (id == null) {
            return publishNew();
        }
        String word = word();
        perform(new SaveDraft(Actor.OPERATOR, id, null, content(editions.indexOf(editionOf.get(id)), word)));
        perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        gone.add(usable.put(id, word));
        wordsOf.get(id).add(word);
        return "update " + id;
    }

    private String correct() {
        StoryId id = pick(usable);
        if (id == null) {
            return publishNew();
        }
        String word = word();
        perform(new SaveDraft(Actor.OPERATOR, id, null, content(editions.indexOf(editionOf.get(id)), word)));
        perform(new CorrectStory(Actor.OPERATOR, id, null, "Le mot juste est là."));
        gone.add(usable.put(id, word));
        wordsOf.get(id).add(word);
        return "correct " + id;
    }

    private String closeVersion() {
        StoryId id = pick(usable);
        if (id == null) {
            return publishNew();
        }
        List<String> said = wordsOf.get(id);
        int version = 1 + random.nextInt(said.size());
        boolean close = closed.add(said.get(version - 1)) || !closed.remove(said.get(version - 1));
        perform(new CloseVersion(Actor.OPERATOR, id, version, close, close ? "essai" : null));
        return (close ? "close" : "open") + " version " + version + " of " + id;
    }

    /// The words of former versions may stand where versions of a story that may be read are compared.
    private boolean mayBeCompared(String address, String word) {
        return address.contains("/versions/")
                && !closed.contains(word)
                && usable.keySet().stream().anyMatch(id -> wordsOf.get(id).contains(word));
    }

    private String withdraw(WithdrawStory.Kind kind) {
        StoryId id = pick(usable);
        if (id == null) {
            return publishNew();
        }
        perform(new WithdrawStory(Actor.OPERATOR, id, kind, "essai", "Article retiré par la rédaction.", false));
        String word = usable.remove(id);
        gone.add(word);
        if (kind == WithdrawStory.Kind.WITHHOLD) {
            withheld.put(id, word);
        }
        return kind + " " + id;
    }

    private String release() {
        StoryId id = pick(withheld);
        if (id == null) {
            return publishNew();
        }
        perform(new ReleaseStory(Actor.OPERATOR, id));
        String word = withheld.remove(id);
        gone.remove(word);
        usable.put(id, word);
        return "release " + id;
    }

    private String renameSection() {
        SectionId section = sections.get(random.nextInt(sections.size()));
        perform(new RenameSection(Actor.OPERATOR, section, null, "Rubrique " + word(), "rubrique-" + words));
        return "rename " + section;
    }

    private String renameConcept() {
        ConceptId concept = concepts.get(random.nextInt(concepts.size()));
        perform(new RenameConcept(Actor.OPERATOR, concept, null, Map.of("fr", "Sujet " + word())));
        return "rename " + concept;
    }

    private String renameAuthor() {
        AuthorId author = authors.get(random.nextInt(authors.size()));
        perform(new RenameAuthor(Actor.OPERATOR, author, null, "Signature " + word(), null));
        return "rename " + author;
    }

    private String move() {
        StoryId id = pick(usable);
        if (id == null) {
            return publishNew();
        }
        int of = editions.indexOf(editionOf.get(id));
        perform(
                random.nextBoolean()
                        ? new MoveStory(Actor.OPERATOR, id, sections.get(2 * of + random.nextInt(2)))
                        : new ChangeSlug(Actor.OPERATOR, id, "adresse-" + words++));
        return "move " + id;
    }

    private String changeCredit() {
        PictureId picture = pictures.get(random.nextInt(pictures.size()));
        perform(new DescribePicture(
                Actor.OPERATOR,
                picture,
                null,
                PictureDescription.captioned("Vue", "© " + word(), random.nextBoolean())));
        return "credit of " + picture;
    }

    private String changeRights() {
        PictureId picture = pictures.get(random.nextInt(pictures.size()));
        Rights rights =
                switch (random.nextInt(4)) {
                    case 0 -> Rights.between(null, NOON);
                    case 1 -> Rights.between(NOON.plusSeconds(60), null);
                    case 2 -> Rights.between(NOON, NOON.plusSeconds(60));
                    default -> Rights.OPEN;
                };
        switch (random.nextInt(4)) {
            case 0 -> perform(new EndRights(picture));
            default -> perform(new ChangeRights(Actor.OPERATOR, picture, null, rights));
        }
        return "rights in " + picture;
    }

    private StoryContent content(int of, String word) {
        StoryId shown = pick(usable);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Paragraph.of("", "Un texte avec le mot " + word + "."));
        if (shown != null && random.nextBoolean()) {
            blocks.add(new Block.Teaser("", shown, null, null));
        }
        StoryId translated = random.nextInt(3) == 0 ? pick(usable) : null;
        return new StoryContent(
                StoryKind.values()[random.nextInt(StoryKind.values().length)],
                "Titre " + word,
                "Chapô " + word + ".",
                sections.get(2 * of + random.nextInt(2)),
                List.of(new Contribution(authors.get(random.nextInt(3)), null)),
                null,
                "article",
                null,
                5,
                random.nextBoolean() ? new PictureUse(pictures.get(random.nextInt(3)), null, null) : null,
                List.of(concepts.get(random.nextInt(3))),
                new Body(blocks),
                shown != null && random.nextBoolean()
                        ? List.of(new Related(shown, null))
                        : List.of(new Related(null, awaitedTitle())),
                translated == null || editionOf.get(translated).equals(editions.get(of))
                        ? null
                        : new TranslatedFrom(translated, 1),
                List.of(),
                null,
                null);
    }

    /// The headline that the next story but one will have; its word may stay where it waits, whatever happens to
    /// the story.
    private String awaitedTitle() {
        String word = "mot" + (words + 1) + "x";
        awaited.add(word);
        return "Titre " + word;
    }

    private <K> K pick(Map<K, String> from) {
        return from.isEmpty() ? null : new ArrayList<>(from.keySet()).get(random.nextInt(from.size()));
    }

    private String word() {
        return "mot" + ++words + "x";
    }

    private <T> T perform(Act<T> act) {
        var receipt = press.acts().perform(act);
        if (!receipt.publications().isEmpty()) {
            last = receipt.publications();
        }
        return receipt.value();
    }

    /// Every path ever claimed with its feed, every story by its code, its short link and preview.
    private void learnAddresses() {
        press.database().read(sql -> {
            sql.fetch("select path from address_path").forEach(row -> {
                addresses.add(row.get(0, String.class));
                addresses.add(row.get(0, String.class) + "/rss.xml");
            });
            sql.fetch("select code from address_code where code is not null").forEach(row -> {
                String code = row.get(0, String.class);
                addresses.add("/" + code);
                addresses.add("/" + code + "+");
                addresses.add("/fr/port/x-" + code + "/versions/2");
                addresses.add("/fr/port/x-" + code + "/versions/3");
            });
            return true;
        });
        for (String address : List.copyOf(addresses)) {
            SiteAnswer answer = site.answer(SiteRequest.get(address));
            String location = answer.headers().get("Location");
            if (location != null && location.startsWith(ADDRESS.toString())) {
                addresses.add(location.substring(ADDRESS.toString().length()));
            } else if (location != null && location.startsWith("/")) {
                addresses.add(location);
            }
        }
    }

    private Map<String, SiteAnswer> askAll() {
        var answers = new LinkedHashMap<String, SiteAnswer>();
        addresses.forEach(address -> answers.put(address, site.answer(SiteRequest.get(address))));
        return answers;
    }

    private Map<String, SiteAnswer> verify(String what, Map<String, SiteAnswer> before) throws IOException {
        assertEquals(List.of(), staleAddresses(), what);
        Map<String, SiteAnswer> now = askAll();
        TouchedBy touched = rooms.touchedBy(last);
        now.forEach((address, answer) -> {
            String text = answer.text();
            for (String word : gone) {
                if (awaited.contains(word) || mayBeCompared(address, word)) {
                    continue;
                }
                assertFalse(text.contains(word), () -> what + ": the word " + word + " is still at " + address);
            }
            SiteAnswer earlier = before.get(address);
            if (earlier != null && !touched.names(address)) {
                assertEquals(earlier.text(), text, () -> what + ": " + address + " changed without being named");
            }
            if (earlier != null && !touched.changes(address)) {
                assertEquals(
                        withoutRelated(earlier.text()),
                        withoutRelated(text),
                        () -> what + ": more than the related stories changed at " + address);
            }
        });
        learnAddresses();
        return askAll();
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
        try (var cold = cold(press, copy, clock)) {
            long number = press.number().current();
            assertTrue(press.search().awaitCaughtUp(number, Duration.ofSeconds(30)));
            assertTrue(cold.search().awaitCaughtUp(number, Duration.ofSeconds(30)));
            Site other = Site.fresh(cold.database(), press.renditions(), finder(cold), clock, ADDRESS);
            for (String address : addresses) {
                SiteAnswer theirs = other.answer(SiteRequest.get(address));
                // First it may have to be made; then it is at hand and comes by the fast way.
                for (int time = 1; time <= 2; time++) {
                    SiteDoor.SiteAnswerText mine = line.get(address);
                    if (mine.status() != theirs.status() || !mine.text().equals(theirs.text())) {
                        stale.add(address);
                    }
                }
            }
        }
        return stale;
    }
}
