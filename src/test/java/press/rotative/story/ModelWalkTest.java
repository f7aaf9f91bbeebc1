package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.site.Site;
import press.rotative.site.SiteAnswer;
import press.rotative.site.SiteRequest;
import press.rotative.story.NewsroomModel.Answer;
import press.rotative.story.NewsroomModel.Item;
import press.rotative.story.NewsroomModel.Says;
import press.rotative.story.NewsroomModel.Standing;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.RenameSection;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// Random acts, allowed and forbidden ones, against [NewsroomModel]: after each, answer, state, versions, draft,
/// addresses and lists must be the model's. `-Drotative.model.walks=50` is the long gate; a failure names its seed,
/// which `-Drotative.model.seed` repeats.
@Tag("long")
class ModelWalkTest {
    private static final URI ADDRESS = URI.create("https://lephare.example");

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T11:00:00Z"));
    private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    private Random random;
    private NewsroomModel model;
    private Press press;
    private Site site;
    private List<EditionId> editions;
    private List<String> editionCodes;
    private List<SectionId> sections;
    private List<ConceptId> concepts;
    private List<AuthorId> authors;
    private Map<StoryId, Set<String>> everSeen;
    private int words;

    Press fresh(Path data, Clock with) {
        return Press.open(data, Optional.empty(), with);
    }

    int shortWalks() {
        return 3;
    }

    @Test
    void random_acts_leave_what_the_rules_say() {
        int walks = Integer.getInteger("rotative.model.walks", shortWalks());
        long first = Long.getLong("rotative.model.seed", 1);
        for (long seed = first; seed < first + walks; seed++) {
            walk(seed);
        }
        for (Answer answer : Answer.values()) {
            assertTrue(walks < 3 || answers.containsKey(answer), "no act was answered by " + answer);
        }
    }

    private void walk(long seed) {
        random = new Random(seed);
        model = new NewsroomModel();
        everSeen = new HashMap<>();
        press = fresh(folder.resolve("walk" + seed), clock);
        try {
            site = Cast.site(press, ADDRESS);
            prepare();
            for (int step = 1; step <= 120; step++) {
                clock.advance(Duration.ofSeconds(1));
                String what = "seed " + seed + ", step " + step + ": " + step();
                model.items.values().forEach(item -> assertStory(item, what));
                assertLists(what);
            }
            assertEquals(List.of(), new Inspection(press, part -> {}).findings(), "seed " + seed);
        } finally {
            press.close();
        }
    }

    private void prepare() {
        editionCodes = List.of("fr", "en");
        editions = new ArrayList<>();
        sections = new ArrayList<>();
        concepts = new ArrayList<>();
        authors = new ArrayList<>();
        for (String code : editionCodes) {
            EditionId edition = done(new CreateEdition(
                    Actor.OPERATOR, code, code, false, "Le Phare " + code, null, "Europe/Paris", null));
            editions.add(edition);
            for (String slug : List.of("port", "ville")) {
                SectionId section = done(new CreateSection(Actor.OPERATOR, edition, slug, slug));
                sections.add(section);
                model.open(section, edition, slug);
            }
        }
        for (int i = 0; i < 2; i++) {
            concepts.add(done(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Sujet " + i)))
                    .id());
            authors.add(done(new CreateAuthor(Actor.OPERATOR, "Signature " + i, null))
                    .id());
        }
        create();
    }

    private <T> T done(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private String step() {
        StoryId id = pick(List.copyOf(model.items.keySet()));
        Item item = model.items.get(id);
        long now = clock.millis();
        return switch (random.nextInt(16)) {
            case 0 -> create();
            case 1, 2, 3 -> {
                Integer seen = random.nextInt(3) == 0 ? null : item.revision + random.nextInt(4) / 3;
                Says says = says(item.edition);
                yield both(
                        "save " + id,
                        new SaveDraft(Actor.OPERATOR, id, seen, content(says)),
                        model.save(id, seen, says));
            }
            case 4, 5, 6, 7 ->
                both("publish " + id, new PublishStory(Actor.OPERATOR, id, null, null, true), model.publish(id, now));
            case 8 -> {
                String note = "Note " + ++words + ".";
                yield both(
                        "correct " + id,
                        new CorrectStory(Actor.OPERATOR, id, null, note),
                        model.correct(id, note, now));
            }
            case 9 -> both("withhold " + id, withdrawal(id, WithdrawStory.Kind.WITHHOLD), model.withhold(id));
            case 10 -> both("release " + id, new ReleaseStory(Actor.OPERATOR, id), model.release(id));
            case 11 ->
                random.nextInt(3) > 0
                        ? "nothing"
                        : both("kill " + id, withdrawal(id, WithdrawStory.Kind.KILL), model.kill(id));
            case 12 -> {
                int version = 1 + random.nextInt(item.versions.size() + 1);
                yield both(
                        "destroy " + id + " version " + version,
                        new DestroyVersion(Actor.OPERATOR, id, version, "essai"),
                        model.destroy(id, version));
            }
            case 13 -> {
                SectionId section = pick(sections);
                yield both(
                        "move " + id + " to " + section,
                        new MoveStory(Actor.OPERATOR, id, section),
                        model.move(id, section));
            }
            case 14 -> {
                String slug = "adresse-" + ++words;
                yield both("slug of " + id, new ChangeSlug(Actor.OPERATOR, id, slug), model.changeSlug(id, slug));
            }
            default -> {
                SectionId section = pick(sections);
                String slug = "rubrique-" + random.nextInt(8);
                yield both(
                        "rename " + section + " to " + slug,
                        new RenameSection(Actor.OPERATOR, section, null, slug, slug),
                        model.rename(section, slug));
            }
        };
    }

    private String create() {
        EditionId edition = pick(editions);
        Says says = says(edition);
        StoryId id = done(new CreateStory(Actor.OPERATOR, edition, content(says), null, false))
                .story();
        model.create(id, edition, says);
        return "create " + id;
    }

    private static WithdrawStory withdrawal(StoryId id, WithdrawStory.Kind kind) {
        return new WithdrawStory(Actor.OPERATOR, id, kind, "essai", "Retiré par la rédaction.", false);
    }

    private Says says(EditionId edition) {
        List<SectionId> own = sections.stream()
                .filter(section -> model.editionOf.get(section).equals(edition))
                .toList();
        return new Says("Titre " + ++words, pick(own), null, pick(concepts), pick(authors));
    }

    private static StoryContent content(Says says) {
        return Cast.about(Cast.article(says.headline(), says.section(), says.author()), says.concept());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String both(String what, Act<?> act, Answer expected) {
        Answer answer;
        try {
            answer = done(act) instanceof Outcome.Refused ? Answer.REFUSED : Answer.DONE;
        } catch (Problem problem) {
            answer = Answer.valueOf(problem.category().name());
        }
        assertEquals(expected, answer, what);
        answers.merge(answer, 1, Integer::sum);
        return what + " " + answer;
    }

    private void assertStory(Item item, String what) {
        press.database().read(sql -> {
            var stories = new Stories(sql);
            Story story = stories.get(item.id);
            assertEquals(
                    item.standing == Standing.NEW ? null : item.standing.name(),
                    story.pubStatus() == null ? null : story.pubStatus().name(),
                    what);
            assertEquals(item.versions.size(), story.lastVersion(), what);
            for (int number = 1; number <= item.versions.size(); number++) {
                StoryContent content =
                        stories.version(item.id, number).orElseThrow().content();
                assertEquals(item.versions.get(number - 1), content == null ? null : said(content), what);
            }
            Optional<Draft> draft = stories.draft(item.id);
            assertEquals(Optional.ofNullable(item.draft), draft.map(each -> said(each.content())), what);
            assertEquals(item.revision, draft.map(Draft::revision).orElse(0), what);
            return story.code();
        });
        assertAddresses(item, what);
    }

    private static Says said(StoryContent content) {
        return new Says(
                content.headline(),
                Objects.requireNonNull(content.section()),
                content.slug(),
                content.concepts().getFirst(),
                content.byline().getFirst().author());
    }

    /// The short link and every path the story ever had lead to where it stands now, or say how it stands.
    private void assertAddresses(Item item, String what) {
        String code =
                press.database().read(sql -> new Stories(sql).get(item.id)).code();
        if (item.standing == Standing.NEW) {
            assertEquals(null, code, what);
            return;
        }
        Set<String> seen = everSeen.computeIfAbsent(item.id, id -> new HashSet<>(Set.of("/" + code)));
        String now = path(item, code);
        if (now != null && item.standing == Standing.USABLE) {
            seen.add(now);
        }
        for (String address : seen) {
            SiteAnswer answer = site.answer(SiteRequest.get(address));
            int expected =
                    switch (item.standing) {
                        case USABLE -> address.equals(now) ? 200 : 301;
                        case WITHHELD, NEW -> 404;
                        case CANCELED -> 410;
                    };
            assertEquals(expected, answer.status(), () -> what + ": " + address);
            if (expected == 301) {
                String to = answer.headers().get("Location").replace(ADDRESS.toString(), "");
                assertEquals(now, to, () -> what + ": " + address);
            } else if (expected == 200) {
                assertTrue(answer.text().contains(item.live().headline()), () -> what + ": " + address);
            }
        }
    }

    private @Nullable String path(Item item, String code) {
        Says live = item.live();
        return live == null
                ? null
                : "/" + editionCodes.get(editions.indexOf(item.edition)) + "/" + model.slugOf.get(live.section()) + "/"
                        + live.slug() + "-" + code;
    }

    private void assertLists(String what) {
        press.database().read(sql -> {
            var stand = new Newsstand(sql);
            for (EditionId edition : editions) {
                assertEquals(model.listed(item -> item.edition.equals(edition)), ids(stand.latest(edition, 100)), what);
                for (ConceptId concept : concepts) {
                    assertEquals(
                            model.listed(item -> item.edition.equals(edition)
                                    && item.live().concept().equals(concept)),
                            ids(stand.about(concept, edition, null, 100)),
                            what);
                }
                for (AuthorId author : authors) {
                    assertEquals(
                            model.listed(item -> item.edition.equals(edition)
                                    && item.live().author().equals(author)),
                            ids(stand.by(author, edition, null, 100)),
                            what);
                }
                assertEquals(
                        model.corrections(edition),
                        new Corrections(sql, stand)
                                .of(edition, null, 100).stream()
                                        .map(Corrections.Correction::note)
                                        .toList(),
                        what);
            }
            for (SectionId section : sections) {
                assertEquals(
                        model.listed(item -> item.live().section().equals(section)),
                        ids(stand.inSection(section, null, 100)),
                        what);
            }
            model.items.values().forEach(item -> model.headlines(item)
                    .forEach(headline -> assertEquals(
                            item.standing == Standing.USABLE ? Map.of(headline, item.id) : Map.of(),
                            stand.arrived(item.edition, List.of(headline)),
                            what)));
            return true;
        });
    }

    private static List<StoryId> ids(List<LiveStory> stories) {
        Function<LiveStory, StoryId> id = LiveStory::id;
        return stories.stream().map(id).toList();
    }
}
