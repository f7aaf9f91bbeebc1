package press.rotative.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// Stories whose headlines hold words that begin as typed, the newest first.
record Titles(EditionId edition, Language language) {
    private static final int MOST_WORDS = 8;

    List<StoryId> beginning(IndexSearcher searcher, String typed, int most) throws IOException {
        List<String> begins = language.analyzer().tokens(typed).stream()
                .map(word -> Beginnings.asked(word.exact()))
                .filter(begin -> !begin.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (begins.isEmpty()) {
            return List.of();
        }
        var query = new BooleanQuery.Builder();
        begins.forEach(begin -> query.add(new TermQuery(new Term(Fields.beginnings(edition), begin)), Occur.FILTER));
        var scan = new Scan(new Ranking(Question.Order.DATE, LocalDate.EPOCH), null, most, Narrowing.NONE, 0, null);
        scan.all(searcher, query.build(), new Points(edition, List.of()));
        return scan.best().stream().map(place -> new StoryId(place.id())).toList();
    }
}
