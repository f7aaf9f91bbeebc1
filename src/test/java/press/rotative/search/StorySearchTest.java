package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.people.Actor;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.WithdrawStory;

/// What a question finds, and in which order.
class StorySearchTest {
    @TempDir
    Path data;

    private SearchNewsroom newsroom;

    @BeforeEach
    void aNewsroom() {
        newsroom = new SearchNewsroom(data, "fr");
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void phrases_stand_in_order_and_a_star_ends_a_begin() {
        StoryId story = newsroom.published("Le conseil municipal vote", "Le budget passe.");
        assertEquals(List.of(story), newsroom.found("\"conseil municipal\""));
        assertEquals(List.of(story), newsroom.found("«\u202fconseil municipal\u202f» budget"));
        assertEquals(List.of(), newsroom.found("\"municipal conseil\""));
        assertEquals(List.of(), newsroom.found("\"vote budget\""));
        assertEquals(List.of(story), newsroom.found("munic*"));
        assertEquals(List.of(story), newsroom.found("CONS* budget"));
        assertEquals(List.of(), newsroom.found("munic"));
    }

    @Test
    void a_word_after_a_minus_must_not_stand_there() {
        StoryId one = newsroom.published("Le ferry du matin", "Il part à six heures.");
        newsroom.published("Le ferry du soir", "Il part à minuit.");
        assertEquals(List.of(one), newsroom.found("ferry -soir"));
        assertEquals(List.of(one), newsroom.found("ferry -\"part à minuit\""));
        assertEquals(List.of(one), newsroom.found("-minuit"));
        assertEquals(
                2,
                newsroom.found("saint-ferry OR ferry".replace("saint-ferry OR ", ""))
                        .size());
    }

    @Test
    void the_better_match_is_first_and_among_equals_the_newer() {
        LocalDate today = SearchNewsroom.TODAY;
        StoryId passing = newsroom.published("La fête du port", "Un ferry passe au loin.", today);
        StoryId old = newsroom.published("Le ferry revient", "Le port attendait.", today.minusDays(200));
        StoryId recent = newsroom.published("Le ferry repart", "Le port attendait.", today.minusDays(20));
        StoryId ancient = newsroom.published("Le ferry coule", "Le port attendait.", today.minusYears(12));
        assertEquals(List.of(recent, old, passing, ancient), newsroom.found("ferry"));
        var byDate = new Question(
                newsroom.edition, "fr", "ferry", Narrowing.NONE, Question.Order.DATE, null, 10, today, ZoneOffset.UTC);
        assertEquals(
                List.of(passing, recent, old, ancient), newsroom.find(byDate).ids());
        assertEquals(
                List.of(ancient, old, recent, passing),
                newsroom.find(oldest("ferry")).ids());
        var first = newsroom.find(oldest("ferry").page(null, 3));
        assertEquals(List.of(ancient, old, recent), first.ids());
        assertEquals(4, first.total());
        assertEquals(
                List.of(passing),
                newsroom.find(oldest("ferry").page(first.hits().getLast().key(), 3))
                        .ids());
    }

    private Question oldest(String asked) {
        return new Question(
                newsroom.edition,
                "fr",
                asked,
                Narrowing.NONE,
                Question.Order.OLDEST,
                null,
                10,
                SearchNewsroom.TODAY,
                ZoneOffset.UTC);
    }

    @Test
    void hits_are_counted_by_section_kind_concept_and_year() {
        SectionId port = newsroom.perform(new CreateSection(Actor.OPERATOR, newsroom.edition, "Port", "port"));
        SectionId ville = newsroom.perform(new CreateSection(Actor.OPERATOR, newsroom.edition, "Ville", "ville"));
        ConceptId ferry = newsroom.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Ferry")))
                .id();
        ConceptId quais = newsroom.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Quais")))
                .id();
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        publishedIn(port, List.of(ferry), newYear, StoryKind.ARTICLE);
        StoryId killed = publishedIn(port, List.of(ferry), newYear, StoryKind.ARTICLE);
        publishedIn(port, List.of(quais, ferry), newYear.minusDays(1), StoryKind.BRIEF);
        publishedIn(ville, List.of(), newYear.minusYears(3), StoryKind.ARTICLE);
        newsroom.published("Le tramway", "Rien de cela.");
        newsroom.perform(new WithdrawStory(Actor.OPERATOR, killed, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        Counts counts = newsroom.find(newsroom.question("digue")).counts();
        assertEquals("{" + port + "=2, " + ville + "=1}", counts.sections().toString());
        assertEquals("{ARTICLE=2, BRIEF=1}", counts.kinds().toString());
        assertEquals("{" + ferry + "=2, " + quais + "=1}", counts.concepts().toString());
        assertEquals("{}", counts.authors().toString());
        assertEquals("{2026=1, 2025=1, 2023=1}", counts.years().toString());
        Counts narrowed = newsroom.find(new Question(
                        newsroom.edition,
                        "fr",
                        "digue",
                        new Narrowing(port, null, null, null, null, null),
                        Question.Order.OLDEST,
                        null,
                        1,
                        SearchNewsroom.TODAY,
                        ZoneOffset.UTC))
                .counts();
        assertEquals("{ARTICLE=1, BRIEF=1}", narrowed.kinds().toString());
    }

    private StoryId publishedIn(SectionId section, List<ConceptId> concepts, LocalDate day, StoryKind kind) {
        return newsroom.published(
                SearchNewsroom.content("La digue " + day, "Chapô.", "Texte.", section, concepts, day, kind));
    }

    @Test
    void hardly_related_stories_of_a_small_archive_are_not_alike() {
        ConceptId ferry = newsroom.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Ferry")))
                .id();
        for (int i = 0; i < 40; i++) {
            newsroom.published("Chronique numéro" + i, "Sujet" + i + " raconté" + i + " ailleurs" + i + ".");
        }
        StoryId subject = about("La digue du quai Kermor est inaugurée", "Elle protège Lannig.", List.of(ferry));
        StoryId shares = about("Un horaire d’été", "Douze traversées.", List.of(ferry));
        about("La digue de sable fond", "Les enfants rient sur le quai.", List.of());
        StoryId rare = about("Kermor : la digue de Lannig protège le quai inauguré", "Fête.", List.of());
        newsroom.caughtUp();
        assertEquals(Set.of(shares, rare), Set.copyOf(alike(subject)));
        StoryId alone = newsroom.published("Le marché couvert", "Des légumes.");
        newsroom.published("Le marché aux fleurs", "Une place couverte.");
        newsroom.caughtUp();
        assertEquals(List.of(), alike(alone));
    }

    private StoryId about(String headline, String standfirst, List<ConceptId> concepts) {
        return newsroom.published(SearchNewsroom.content(
                headline, standfirst, "Texte.", null, concepts, SearchNewsroom.TODAY, StoryKind.ARTICLE));
    }

    private List<StoryId> alike(StoryId story) {
        LiveStory live = newsroom.press
                .database()
                .read(sql -> new Newsstand(sql).stories(List.of(story)).get(story));
        return newsroom.press.search().related(Kin.of(live, "fr"), 5).found();
    }

    @Test
    void a_search_is_narrowed_by_section_concept_kind_and_days() {
        SectionId port = newsroom.perform(new CreateSection(Actor.OPERATOR, newsroom.edition, "Port", "port"));
        ConceptId ferry = newsroom.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Ferry")))
                .id();
        LocalDate day = LocalDate.of(2026, 3, 5);
        StoryId story = newsroom.published(
                SearchNewsroom.content("Le quai", "Chapô.", "Texte.", port, List.of(ferry), day, StoryKind.BRIEF));
        newsroom.published("Le quai", "Texte.");
        var begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        var end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (Narrowing narrowing : List.of(
                new Narrowing(port, null, null, null, null, null),
                new Narrowing(null, ferry, null, null, null, null),
                new Narrowing(null, null, null, StoryKind.BRIEF, null, null),
                new Narrowing(null, null, null, null, begin, end),
                new Narrowing(null, null, null, null, null, end),
                new Narrowing(port, ferry, null, StoryKind.BRIEF, begin, end))) {
            for (String asked : List.of("quai", "")) {
                assertEquals(List.of(story), narrowed(asked, narrowing), narrowing + asked);
            }
        }
        assertEquals(List.of(), narrowed("quai", new Narrowing(null, null, null, null, null, begin)));
        assertEquals(List.of(), narrowed("tramway", new Narrowing(port, null, null, null, null, null)));
    }

    private List<StoryId> narrowed(String asked, Narrowing narrowing) {
        return newsroom.find(new Question(
                        newsroom.edition,
                        "fr",
                        asked,
                        narrowing,
                        Question.Order.RELEVANCE,
                        null,
                        10,
                        SearchNewsroom.TODAY,
                        ZoneOffset.UTC))
                .ids();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_while_stories_come() {
        var all = new HashSet<StoryId>();
        for (int i = 0; i < 25; i++) {
            all.add(newsroom.published("Marée " + i, "Texte."));
        }
        var seen = new ArrayList<StoryId>();
        String after = null;
        for (int page = 0; page < 4; page++) {
            Found found = newsroom.find(newsroom.question("marée").page(after, 7));
            seen.addAll(found.ids());
            after = found.hits().getLast().key();
            newsroom.published("Marée neuve " + page, "Texte.");
        }
        assertEquals(all, new HashSet<>(seen));
        assertEquals(25, seen.size());
    }

    @Test
    void a_slip_is_told_from_the_words_of_stories_that_are_still_there() {
        StoryId story = newsroom.published("Le tramway arrive", "Le tramway électrique.");
        newsroom.caughtUp();
        var spelling = newsroom.find(newsroom.question("le trawmay bleu")).spelling();
        assertEquals(1, spelling.size());
        assertEquals(new Found.Instead(3, 10, "tramway", List.of(story)), spelling.getFirst());
        assertEquals(
                "electrique",
                newsroom.find(newsroom.question("elcetriqe"))
                        .spelling()
                        .getFirst()
                        .like());
        assertEquals(List.of(), newsroom.find(newsroom.question("tramway")).spelling());
        newsroom.perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        assertEquals(List.of(), newsroom.find(newsroom.question("trawmay")).spelling());
    }

    @Test
    void words_that_never_stand_together_are_counted_alone() {
        newsroom.published("Le ferry", "Texte.");
        newsroom.published("Le tramway", "Texte.");
        newsroom.published("Un autre tramway", "Texte.");
        assertEquals(
                List.of(new Found.Alone("ferry", 1), new Found.Alone("tramway", 2)),
                newsroom.find(newsroom.question("ferry tramway")).alone());
    }

    @Test
    void headlines_are_completed_while_a_reader_types() {
        StoryId story = newsroom.published("L’été du tramway", "Texte.");
        newsroom.published("La pluie", "Un tramway sous la pluie.");
        newsroom.caughtUp();
        for (String typed : List.of("tr", "tramw", "été tra", "ETE", "tramway ")) {
            assertEquals(List.of(story), newsroom.press.search().beginning(newsroom.edition, "fr", typed, 5), typed);
        }
        for (String typed : List.of("", "t", "trx", "\u0000", "***")) {
            assertEquals(List.of(), newsroom.press.search().beginning(newsroom.edition, "fr", typed, 5), typed);
        }
    }

    @Test
    void an_odd_search_is_no_failure() {
        StoryId story = newsroom.published("Dupont & fils - une affaire", "Texte.");
        assertEquals(List.of(story), newsroom.found("dupont & fils"));
        assertEquals(List.of(story), newsroom.found("+fils | (affaire"));
        for (String odd : List.of(
                "",
                " ",
                "*",
                "-",
                "- -",
                "\"",
                "\"\"",
                "-\"",
                "\\",
                "dupont\\",
                "(((",
                "~2",
                "~dupont",
                "a~99",
                "\u0000",
                "\uD83D",
                "\uDC00x",
                "AND OR NOT",
                "le la les",
                "\"le la\"",
                "field:value",
                "[a TO b]",
                "/.*/",
                "*".repeat(5000),
                "a* ".repeat(5000),
                "abc* ".repeat(5000),
                "\"a ".repeat(3000),
                "dupont ".repeat(1000),
                "١*",
                "'",
                "l'",
                "x".repeat(5000))) {
            Found found = newsroom.find(newsroom.question(odd));
            assertTrue(found.total() >= 0, odd);
            assertFalse(found.many(), odd);
        }
        for (String key : List.of("", "x", "0.0.0", "zzzz.zzzzzzzzzzz.zzzzzzzzzzzz", "-1.2.3", "1.-5.9")) {
            assertTrue(newsroom.find(newsroom.question("dupont").page(key, 5)).total() >= 0, key);
        }
    }
}
