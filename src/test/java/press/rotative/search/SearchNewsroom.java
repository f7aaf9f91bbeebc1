package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.EditionId;
import press.rotative.story.Newsstand;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;

/// A real newsroom in a directory of its own, to search in.
final class SearchNewsroom implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Duration LONG = Duration.ofSeconds(20);

    final Path data;
    Press press;
    final EditionId edition;
    final String language;

    SearchNewsroom(Path data, String language) {
        this.data = data;
        this.language = language;
        this.press = open(data);
        this.edition = edition(language);
    }

    private static Press open(Path data) {
        return Press.open(
                data, Optional.empty(), Clock.fixed(TODAY.atTime(11, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    EditionId edition(String code) {
        return perform(new CreateEdition(
                Actor.OPERATOR, code, code, code.equals("ar"), "Le Phare", null, "Europe/Paris", null));
    }

    /// Whether the beginning of a word stands in the files of an index, be it of what was written over.
    static boolean stands(String word, Path index) throws IOException {
        try (Stream<Path> files = Files.walk(index)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        try (var directory = FSDirectory.open(index);
                var reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext part : reader.leaves()) {
                for (FieldInfo field : part.reader().getFieldInfos()) {
                    if (stands(word, part.reader().terms(field.name))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// The words of a part, as they may be packed in its files.
    private static boolean stands(String word, @Nullable Terms terms) throws IOException {
        if (terms != null) {
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                var term = each.term();
                if (new String(term.bytes, term.offset, term.length, StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    void reopen() {
        press = open(data);
    }

    <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    StoryId published(String headline, String text) {
        return published(content(headline, null, text, null, List.of(), null, StoryKind.ARTICLE));
    }

    StoryId published(String headline, String text, LocalDate day) {
        return published(content(headline, null, text, null, List.of(), day, StoryKind.ARTICLE));
    }

    StoryId published(StoryContent content) {
        StoryId story = perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                .story();
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(Actor.OPERATOR, story, null, null, true)));
        return story;
    }

    static StoryContent content(String headline, String text) {
        return content(headline, null, text, null, List.of(), null, StoryKind.ARTICLE);
    }

    static StoryContent content(
            String headline,
            String standfirst,
            String text,
            SectionId section,
            List<ConceptId> concepts,
            LocalDate day,
            StoryKind kind) {
        Instant at = day == null ? null : day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        return new StoryContent(
                kind,
                headline,
                standfirst,
                section,
                List.of(),
                null,
                null,
                null,
                0,
                null,
                concepts,
                new Body(List.of(Block.Paragraph.of("", text))),
                List.of(),
                null,
                List.of(),
                null,
                at == null ? null : at.toEpochMilli(),
                null);
    }

    long number() {
        return press.database().read(sql -> new PublicationLog(sql).number());
    }

    long caughtUp() {
        assertTrue(press.search().awaitCaughtUp(number(), LONG), "the index did not catch up");
        return number();
    }

    Question question(String asked) {
        return new Question(
                edition, language, asked, Narrowing.NONE, Question.Order.RELEVANCE, null, 10, TODAY, ZoneOffset.UTC);
    }

    Found find(Question question) {
        caughtUp();
        return press.search().find(question);
    }

    List<StoryId> found(String asked) {
        return find(question(asked)).ids();
    }

    Differences differences() {
        caughtUp();
        return press.database().read(sql -> press.search().against(new Newsstand(sql)));
    }

    @Override
    public void close() {
        press.close();
    }
}
