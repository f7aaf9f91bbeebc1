package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.search.Ranking.Place;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;

/// A scan leaves most of a large index unread. What it finds is held against the formula of [Ranking], worked out for
/// every story one by one.
class ScanTest {
    private static final EditionId EDITION = new EditionId(1);
    private static final Language LANGUAGE = Language.FRENCH;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int STORIES = 2_500;
    private static final int WITHDRAWN = 150;
    private static final int COUNTED = 40;
    private static final int ON_A_PAGE = 7;
    private static final List<String> WORDS = List.of(
            "ferry", "port", "budget", "conseil", "ecole", "phare", "tempete", "quai", "musee", "stade", "route",
            "hopital", "marche", "usine", "foret", "plage", "radio", "velo", "train", "moulin");

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);

    @Test
    void what_is_left_unread_would_not_have_been_among_the_best() throws IOException {
        var stories = new ArrayList<LiveStory>();
        for (int i = 1; i <= STORIES; i++) {
            stories.add(story(i));
        }
        try (OpenIndex index = OpenIndex.open(folder)) {
            for (int from = 0; from < STORIES; from += 250) { // a part of the index for each
                index.add(stories.subList(from, from + 250).stream()
                        .map(story -> new StoryDocument(story, "fr"))
                        .toList());
                index.show();
            }
            for (int i = 0; i < WITHDRAWN; i++) {
                LiveStory gone = stories.remove(random.nextInt(stories.size()));
                index.write(List.of(), Set.of(gone.id()));
            }
            index.show();
            for (Question.Order order : Question.Order.values()) {
                for (int words = 1; words <= 3; words++) {
                    for (int i = 0; i < 12; i++) {
                        compare(index, stories, asked(words), order);
                    }
                }
            }
        }
    }

    private List<String> asked(int words) {
        var drawn = new ArrayList<>(WORDS);
        Collections.shuffle(drawn, random);
        return drawn.subList(0, words);
    }

    private void compare(OpenIndex index, List<LiveStory> stories, List<String> asked, Question.Order order)
            throws IOException {
        List<Asked.Part.Word> words =
                Asked.of(String.join(" ", asked), LANGUAGE).words();
        var ranking = new Ranking(order, TODAY);
        List<Place> expected = stories.stream()
                .map(story -> place(story, words, ranking))
                .filter(place -> place.id() > 0)
                .sorted(order == Question.Order.OLDEST ? Comparator.reverseOrder() : Comparator.naturalOrder())
                .toList();
        var found = new ArrayList<Place>();
        Place after = null;
        int counted = 0;
        for (int page = 0; page < 5; page++) {
            var scan = new Scan(ranking, after, ON_A_PAGE, Narrowing.NONE, COUNTED, null);
            Place behind = after;
            List<Place> onPage = index.read(searcher -> {
                var query = new BooleanQuery.Builder();
                words.forEach(
                        word -> query.add(new TermQuery(new Term(Fields.stems(EDITION), word.stem())), Occur.FILTER));
                scan.all(searcher, query.build(), new Points(EDITION, words));
                return order == Question.Order.OLDEST
                        ? new OldestFirst(behind, ON_A_PAGE, Narrowing.NONE, 10).of(searcher, query.build())
                        : scan.best();
            });
            found.addAll(onPage);
            counted = scan.counted();
            if (onPage.isEmpty()) {
                break;
            }
            after = onPage.getLast();
        }
        assertEquals(expected.stream().limit(5 * ON_A_PAGE).toList(), found, asked + " by " + order);
        assertTrue(counted >= Math.min(expected.size(), COUNTED + 1), asked + " counted " + counted);
        assertTrue(counted <= expected.size(), asked + " counted " + counted);
    }

    /// By the words of the story itself; number 0 where one is missing.
    private static Place place(LiveStory story, List<Asked.Part.Word> asked, Ranking ranking) {
        WordAnalyzer analyzer = LANGUAGE.analyzer();
        var headline = analyzer.tokens(story.content().headline());
        var standfirst = analyzer.tokens(story.content().standfirst());
        var text = new ArrayList<>(headline);
        text.addAll(standfirst);
        text.addAll(analyzer.tokens(PlainText.of(story.content().body())));
        int points = 0;
        for (Asked.Part.Word word : asked) {
            long times = text.stream()
                    .filter(each -> each.stem().equals(word.stem()))
                    .count();
            if (times == 0) {
                return new Place(0, 0, 0, 0);
            }
            points += headline.stream().anyMatch(each -> each.stem().equals(word.stem())) ? 4_000 : 0;
            points += standfirst.stream().anyMatch(each -> each.stem().equals(word.stem())) ? 2_000 : 0;
            points += times >= 3 ? 1_000 : 0;
            points += text.stream().anyMatch(each -> each.exact().equals(word.exact())) ? 1_000 : 0;
        }
        long at = story.publishedAt().toEpochMilli();
        int mean = ranking.byDate() ? 0 : points / asked.size();
        return new Place(ranking.rank(mean, at), mean, at, story.id().value());
    }

    /// Words of the list, now and then in the plural; the first are in many headlines, the last hardly in one.
    private LiveStory story(long id) {
        Instant at = TODAY.minusDays((long) (4_400 * Math.pow(random.nextDouble(), 2)))
                .atTime(random.nextInt(24), 0)
                .toInstant(ZoneOffset.UTC);
        var content = new StoryContent(
                StoryKind.ARTICLE,
                text(3, 8),
                text(5, 12),
                null,
                List.of(),
                null,
                "titre",
                null,
                5,
                null,
                List.of(),
                new Body(List.of(Block.Paragraph.of("b1", text(25, WORDS.size())))),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        return new LiveStory(new StoryId(id), "urn:x:" + id, EDITION, "code", 1, 1, null, at, at, at, content, null);
    }

    private String text(int words, int of) {
        return String.join(
                " ",
                IntStream.range(0, words)
                        .mapToObj(i -> WORDS.get(random.nextInt(of)) + (random.nextInt(3) == 0 ? "s" : ""))
                        .toList());
    }
}
