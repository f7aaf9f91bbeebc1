package press.rotative.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryId;

/// A usable story as it is indexed: nothing of it is stored, only found. A change here, of [Fields] or of the rules of
/// words is a new [SearchIndex#VERSION].
record StoryDocument(LiveStory story, String language) implements Indexed {

    @Override
    public StoryId id() {
        return story.id();
    }

    @Override
    public Document document() {
        StoryWords words = StoryWords.of(story.content(), Language.of(language));
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
        Indexed.each(document, Fields.keyWords(edition), bytes(KeyWords.of(story, words)));
        Indexed.each(document, Fields.beginnings(edition), bytes(Beginnings.all(words.headline())));
        return document;
    }

    private Set<BytesRef> marks() {
        var content = story.content();
        var marks = new LinkedHashSet<BytesRef>();
        marks.add(new BytesRef("e" + story.edition().value()));
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
