package press.rotative.search;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import press.rotative.story.EditionId;

/// What a part of a question is looked up as in the texts of one edition.
///
/// @param spelt the words of that edition
record PartQueries(EditionId edition, Vocabulary spelt) {

    Query query(Asked.Part part) throws IOException {
        String text = Fields.text(edition);
        return switch (part) {
            case Asked.Part.Word word -> new TermQuery(new Term(Fields.stems(edition), word.stem()));
            case Asked.Part.Phrase phrase -> {
                var query = new PhraseQuery.Builder();
                int begin = phrase.words().getFirst().place();
                phrase.words().forEach(word -> query.add(new Term(text, word.exact()), word.place() - begin));
                yield query.build();
            }
            case Asked.Part.Beginning(String letters) -> new TermInSetQuery(text, spelt.beginningWith(letters));
        };
    }
}
