package press.rotative.search;

import java.util.List;
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
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType MARK = type(IndexOptions.DOCS, false);

    static Term key(StoryId story) {
        return new Term(Fields.KEY, Long.toString(story.value()));
    }

    Document document() {
        StoryWords words = StoryWords.of(story, Language.of(language));
        EditionId edition = story.edition();
        var content = story.content();
        var document = new Document();
        document.add(new Field(Fields.KEY, Long.toString(story.id().value()), MARK));
        document.add(new NumericDocValuesField(Fields.ID, story.id().value()));
        document.add(new NumericDocValuesField(Fields.AT, story.publishedAt().toEpochMilli()));
        mark(document, "e" + edition.value());
        mark(document, "k" + content.kind().name());
        if (story.section() != null) {
            mark(document, "s" + story.section().value());
        }
        content.concepts().forEach(concept -> mark(document, "c" + concept.value()));
        content.byline().stream()
                .map(each -> each.author().value())
                .distinct()
                .forEach(author -> mark(document, "a" + author));
        words(document, Fields.headline(edition), words.headline());
        words(document, Fields.standfirst(edition), words.standfirst());
        words(document, Fields.text(edition), words.all());
        KeyWords.of(story, words).forEach(key -> document.add(new Field(Fields.keyWords(edition), key, MARK)));
        Beginnings.all(words.headline())
                .forEach(begin -> document.add(new Field(Fields.beginnings(edition), begin, MARK)));
        return document;
    }

    private static void mark(Document document, String mark) {
        document.add(new Field(Fields.MARKS, new BytesRef(mark), MARK));
    }

    private static void words(Document document, String field, List<WordAnalyzer.Token> words) {
        document.add(new Field(field, StoryWords.stream(words), WORDS));
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
