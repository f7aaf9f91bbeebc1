package press.rotative.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryId;

/// A usable story as it is indexed: nothing of it is stored, only found. A change here, of [Fields] or of the rules of
/// words is a new [SearchIndex#VERSION].
record StoryDocument(LiveStory story, String language) {
    private static final FieldType SPELT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, true);
    private static final FieldType EACH = type(IndexOptions.DOCS, true);
    private static final FieldType KEY = type(IndexOptions.DOCS, false);

    static Term key(StoryId story) {
        return new Term(Fields.KEY, Long.toString(story.value()));
    }

    Document document() {
        StoryWords words = StoryWords.of(story, Language.of(language));
        EditionId edition = story.edition();
        var document = new Document();
        document.add(new Field(Fields.KEY, Long.toString(story.id().value()), KEY));
        document.add(new NumericDocValuesField(Fields.ID, story.id().value()));
        document.add(new NumericDocValuesField(Fields.AT, story.publishedAt().toEpochMilli()));
        each(document, Fields.MARKS, marks());
        each(document, Fields.headline(edition), stems(words.headline()));
        each(document, Fields.standfirst(edition), stems(words.standfirst()));
        document.add(new Field(Fields.text(edition), FieldTerms.spelt(words.parts()), SPELT));
        document.add(new Field(Fields.stems(edition), FieldTerms.counted(words.stems()), COUNTED));
        each(document, Fields.keyWords(edition), bytes(KeyWords.of(story, words)));
        each(document, Fields.beginnings(edition), bytes(Beginnings.all(words.headline())));
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

    private static void each(Document document, String field, Collection<BytesRef> terms) {
        document.add(new Field(field, FieldTerms.each(terms), EACH));
    }

    private static FieldType type(IndexOptions options, boolean tokenized) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(tokenized);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
