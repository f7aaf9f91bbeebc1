package press.rotative.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import press.rotative.story.house.OwnPageKind;

/// The sample's own rules: what a new user is promised to find, and that nothing in it points nowhere.
class SampleSourceTest {
    /// All but `correction`: the note of the act itself stands under a corrected story.
    private static final Set<String> TYPES = Set.of(
            "paragraph", "heading", "quote", "list", "picture", "teaser", "embed", "table", "correction", "question");
    private static final Set<String> LANGUAGES = Set.of("fr", "en", "ar");

    private static SampleSource source;
    private static Map<String, SampleStory> stories;

    @BeforeAll
    static void read() throws IOException {
        source = SampleSource.read(Path.of("src/main/sample"));
        stories = source.stories().stream().collect(Collectors.toMap(SampleStory::key, Function.identity()));
    }

    @Test
    void every_edition_has_14_stories_in_full_of_every_kind_and_8_briefs() {
        var counts = new TreeMap<String, Integer>();
        source.stories().stream()
                .filter(SampleStory::staysPublic)
                .forEach(story -> counts.merge(story.edition() + " " + story.kind(), 1, Integer::sum));
        var wanted = new TreeMap<String, Integer>();
        for (String edition : LANGUAGES) {
            List.of("opinion", "analysis", "interview", "gallery").forEach(kind -> wanted.put(edition + " " + kind, 1));
            wanted.put(edition + " article", 10);
            wanted.put(edition + " brief", 8);
        }
        assertEquals(wanted, counts);
    }

    @Test
    void every_edition_has_a_correction_an_update_a_killed_and_a_withheld_story() {
        for (String edition : LANGUAGES) {
            List<String> acts = source.stories().stream()
                    .filter(story -> story.edition().equals(edition))
                    .flatMap(story -> story.after().stream())
                    .map(SampleStory.Later::act)
                    .sorted()
                    .toList();
            assertEquals(List.of("correct", "kill", "update", "withhold"), acts, edition);
        }
    }

    @Test
    void every_edition_has_at_least_seven_sections_and_each_has_a_story() {
        for (SampleNewsroom.Edition edition : source.newsroom().editions()) {
            Set<String> slugs = new TreeSet<>();
            edition.sections().forEach(section -> slugs.add(section.slug()));
            assertTrue(slugs.size() >= 7, edition.code());
            assertEquals(
                    slugs,
                    source.stories().stream()
                            .filter(SampleStory::staysPublic)
                            .filter(story -> story.edition().equals(edition.code()))
                            .map(SampleStory::section)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void at_least_five_stories_are_linked_as_translations() {
        long families = source.stories().stream()
                .filter(story -> story.translatedFrom() != null)
                .map(story -> story.translatedFrom().story())
                .distinct()
                .count();
        assertTrue(families >= 5, "families: " + families);
        for (SampleStory story : source.stories()) {
            if (story.translatedFrom() != null) {
                SampleStory original = stories.get(story.translatedFrom().story());
                assertTrue(original.published().isBefore(story.published()), story.key());
            }
        }
    }

    @Test
    void every_type_of_block_occurs_in_every_edition() {
        for (String edition : LANGUAGES) {
            assertEquals(
                    new TreeSet<>(TYPES),
                    source.stories().stream()
                            .filter(story -> story.edition().equals(edition))
                            .flatMap(SampleSourceTest::partsEver)
                            .map(SampleStory.Part::type)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    edition);
        }
    }

    @Test
    void every_reference_resolves() {
        Set<String> authors = keys(source.newsroom().authors(), SampleNewsroom.Author::key);
        Set<String> concepts = keys(source.newsroom().concepts(), SampleNewsroom.Concept::key);
        Set<String> pictures = keys(source.newsroom().pictures(), SampleNewsroom.Picture::key);
        var wrong = new ArrayList<String>();
        for (SampleStory story : source.stories()) {
            story.byline().forEach(by -> note(wrong, authors.contains(by.author()), story, by.author()));
            story.concepts().forEach(concept -> note(wrong, concepts.contains(concept), story, concept));
            if (story.hero() != null) {
                note(
                        wrong,
                        pictures.contains(story.hero().picture()),
                        story,
                        story.hero().picture());
            }
            story.related().stream()
                    .filter(each -> each.story() != null)
                    .forEach(each -> note(wrong, seen(each.story(), story), story, each.story()));
            partsEver(story).forEach(part -> {
                note(wrong, part.story() == null || seen(part.story(), story), story, "" + part.story());
                note(wrong, part.picture() == null || pictures.contains(part.picture()), story, "" + part.picture());
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void no_block_id_is_doubled_and_every_change_names_a_block() {
        var wrong = new ArrayList<String>();
        for (SampleStory story : source.stories()) {
            Set<String> ids = new HashSet<>();
            story.body().forEach(part -> note(wrong, ids.add(part.id()), story, part.id()));
            for (SampleStory.Later later : story.after()) {
                note(wrong, later.at().isAfter(story.published()), story, later.act());
                for (SampleStory.Change change :
                        later.changes() == null ? List.<SampleStory.Change>of() : later.changes()) {
                    note(
                            wrong,
                            change.replace() == null || ids.contains(change.replace()),
                            story,
                            "" + change.replace());
                    note(wrong, change.after() == null || ids.contains(change.after()), story, "" + change.after());
                    note(wrong, change.after() == null || ids.add(change.block().id()), story, "doubled");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void full_stories_are_neither_thin_nor_endless() {
        var wrong = new ArrayList<String>();
        for (SampleStory story : source.stories()) {
            if (List.of("article", "opinion", "analysis").contains(story.kind()) && story.staysPublic()) {
                int words = words(story);
                int least = story.edition().equals("ar") ? 250 : 350;
                note(wrong, words >= least && words <= 600, story, words + " words");
                note(
                        wrong,
                        story.standfirst() != null && story.making() != null && story.hero() != null,
                        story,
                        "bare");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void no_text_lacks_a_language() {
        var texts = new ArrayList<Map<String, String>>();
        source.newsroom().authors().forEach(author -> texts.addAll(List.of(author.name(), author.note())));
        source.newsroom().concepts().forEach(concept -> texts.addAll(List.of(concept.label(), concept.slug())));
        source.newsroom()
                .pictures()
                .forEach(p -> texts.addAll(List.of(p.alt(), p.caption(), p.credit(), p.copyright())));
        for (Map<String, String> text : texts) {
            assertEquals(LANGUAGES, text.keySet());
            assertTrue(text.values().stream().noneMatch(String::isBlank), () -> "blank: " + text);
        }
    }

    @Test
    void concepts_are_of_every_kind_and_each_is_used() {
        List<SampleNewsroom.Concept> concepts = source.newsroom().concepts();
        assertTrue(concepts.size() >= 25);
        assertEquals(
                Set.of("topic", "person", "place", "organisation", "event"),
                concepts.stream().map(SampleNewsroom.Concept::kind).collect(Collectors.toSet()));
        Set<String> used = source.stories().stream()
                .flatMap(story -> story.concepts().stream())
                .collect(Collectors.toSet());
        assertEquals(used, keys(concepts, SampleNewsroom.Concept::key));
    }

    @Test
    void every_held_picture_has_its_file_and_one_picture_is_not_held() throws IOException {
        for (SampleNewsroom.Picture picture : source.newsroom().pictures()) {
            if (picture.file() != null) {
                var read = ImageIO.read(source.picture(picture.file()).toFile());
                assertEquals(picture.width(), read.getWidth(), picture.key());
                assertEquals(picture.height(), read.getHeight(), picture.key());
            }
        }
        assertTrue(source.newsroom().pictures().stream().anyMatch(picture -> picture.file() == null));
        assertTrue(source.newsroom().pictures().stream().anyMatch(SampleNewsroom.Picture::archive));
    }

    @Test
    void texts_hold_plain_spaces_and_typographic_apostrophes() {
        var wrong = new ArrayList<String>();
        for (SampleStory story : source.stories()) {
            texts(story)
                    .forEach(text -> note(
                            wrong, text.chars().noneMatch(c -> c == 0xA0 || c == 0x202F || c == '\''), story, text));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_edition_has_every_page_of_the_newsroom_but_free_ones() {
        Set<String> editions = keys(source.newsroom().editions(), SampleNewsroom.Edition::code);
        var kinds = new TreeSet<String>();
        for (SamplePage page : source.pages()) {
            kinds.add(page.kind());
            assertEquals(editions, page.texts().keySet(), page.kind());
            page.texts().values().forEach(text -> {
                assertTrue(text.text().size() >= 4, text.title());
                assertTrue(text.text().toString().chars().noneMatch(c -> c == 0xA0 || c == 0x202F || c == '\''));
            });
        }
        var wanted = new TreeSet<String>();
        for (OwnPageKind kind : OwnPageKind.values()) {
            wanted.add(kind.label());
        }
        wanted.remove(OwnPageKind.FREE.label());
        assertEquals(wanted, kinds);
    }

    private static boolean seen(String key, SampleStory from) {
        SampleStory story = stories.get(key);
        return story != null && story.staysPublic() && story.edition().equals(from.edition());
    }

    /// The blocks of the first version and those that came later.
    private static Stream<SampleStory.Part> partsEver(SampleStory story) {
        return Stream.concat(
                story.body().stream(),
                story.after().stream()
                        .filter(later -> later.changes() != null)
                        .flatMap(later -> later.changes().stream())
                        .filter(change -> change.block() != null)
                        .map(SampleStory.Change::block));
    }

    private static Stream<String> texts(SampleStory story) {
        return Stream.concat(
                Stream.of(story.headline(), story.standfirst() == null ? "" : story.standfirst()),
                partsEver(story).flatMap(SampleSourceTest::texts));
    }

    private static Stream<String> texts(SampleStory.Part part) {
        var texts = new ArrayList<String>();
        if (part.text() != null) {
            texts.add(part.text());
        }
        if (part.items() != null) {
            texts.addAll(part.items());
        }
        if (part.rows() != null) {
            part.rows().forEach(texts::addAll);
        }
        return texts.stream();
    }

    private static int words(SampleStory story) {
        return story.body().stream()
                .flatMap(SampleSourceTest::texts)
                .mapToInt(text -> text.strip().split("\\s+").length)
                .sum();
    }

    private static <T> Set<String> keys(List<T> all, Function<T, String> key) {
        Set<String> keys = all.stream().map(key).collect(Collectors.toSet());
        assertEquals(all.size(), keys.size(), "a key stands twice");
        return keys;
    }

    private static void note(List<String> wrong, boolean right, SampleStory story, String what) {
        if (!right) {
            wrong.add(story.key() + ": " + what);
        }
    }
}
