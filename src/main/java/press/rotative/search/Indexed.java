package press.rotative.search;

import java.util.Collection;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import press.rotative.story.StoryId;

/// A story in the form an index takes: nothing of it is stored, only found.
interface Indexed {
    FieldType SPELT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, true);
    FieldType EACH = type(IndexOptions.DOCS, true);
    FieldType KEY = type(IndexOptions.DOCS, false);

    StoryId id();

    Document document();

    /// By what a story is put and removed.
    static Term key(StoryId story) {
        return new Term(Fields.KEY, Long.toString(story.value()));
    }

    /// @param at epoch milliseconds: the newest are found first
    static void place(Document document, StoryId story, long at) {
        document.add(new Field(Fields.KEY, Long.toString(story.value()), KEY));
        document.add(new NumericDocValuesField(Fields.ID, story.value()));
        document.add(new NumericDocValuesField(Fields.AT, at));
    }

    static void each(Document document, String field, Collection<BytesRef> terms) {
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
