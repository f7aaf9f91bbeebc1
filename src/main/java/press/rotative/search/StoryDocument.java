package press.rotative.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryId;

/// A usable story as it is indexed: nothing of it is stored, only found. A change here, of [Fields] or of the rules of
/// words is a new [SearchIndex#VERSION].
final class StoryDocument implements Indexed {
    private final LiveStory story;
    private final String language;
    private @Nullable StoryWords words;

    StoryDocument(LiveStory story, String language) {
        this.story = story;
        this.language = language;
    }

    LiveStory story() {
        return story;
    }

    Kin kin() {
        return Kin.of(story, keyWords());
    }

    private Set<String> keyWords() {
        return KeyWords.of(story, words());
    }

    /// Cut once; by one thread at a time.
    private StoryWords words() {
        if (words == null) {
            words = StoryWords.of(story.content(), Language.of(language));
        }
        return words;
    }

    @Override
    public StoryId id() {
        return story.id();
    }

    @Override
    public Document document() {
        StoryWords words = words();
        EditionId edition = story.edition();
        var document = new Document();
        Indexed.place(document, story.id(), story.publishedAt().toEpochMilli());
        Set<BytesRef> marks = marks();
        Indexed.each(document, Fields.MARKS, marks);
        marks.stream()
                .filter(mark -> mark.bytes[mark.offset] != 'e')
                .forEach(mark -> document.add(new SortedSetDocValuesField(Fields.MARKS, mark)));
        Indexed.each(document, Fields.headline(edition), stems(words.headline()));
        Indexed.each(document, Fields.standfirst(edition), stems(words.standfirst()));
        document.add(new Field(Fields.text(edition), FieldTerms.spelt(words.parts()), Indexed.SPELT));
        document.add(new Field(Fields.stems(edition), FieldTerms.counted(words.stems()), Indexed.COUNTED));
        Indexed.each(document, Fields.keyWords(edition), bytes(keyWords()));
        Indexed.each(document, Fields.beginnings(edition), bytes(Beginnings.all(words.headline())));
        return document;
    }

    private Set<BytesRef> marks() {
        var content = story.content();
        var marks = new LinkedHashSet<BytesRef>();
        marks.add(Magnitudes.mark(story.edition()));
        marks.add(new BytesRef("k" + content.kind().name()));
        if (story.section() != null) {
            marks.add(new BytesRef("s" + story.section().value()));
        }
        content.concepts().forEach(concept -> marks.add(new BytesRef("c" + concept.value())));
        content.byline()
                .forEach(each -> marks.add(new BytesRef("a" + each.author().value())));
        return marks;
    }

    private static List<BytesRef> stems(List<WordAnalyzer.Token> words) {
        return words.stream().map(word -> word.word().stemBytes()).toList();
    }

    private static List<BytesRef> bytes(Set<String> terms) {
        return terms.stream().map(BytesRef::new).toList();
    }
}
