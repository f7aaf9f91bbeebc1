package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import press.rotative.search.Ranking.Place;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// Answers one question from the index as it stands.
final class StorySearch {
    /// Fewer hits than this on the first page are few enough to look for other spellings.
    private static final int LITTLE = 3;

    /// A word of few stories is taken for a slip only beside one that this many times as many stories hold.
    private static final int COMMONER = 10;

    private static final int WITNESSES = 5;

    private final IndexSearcher searcher;
    private final Question question;
    private final EditionId edition;
    private final Asked asked;
    private final Vocabulary spelt;
    private final Vocabulary stems;

    StorySearch(IndexSearcher searcher, Question question) {
        this.searcher = searcher;
        this.question = question;
        this.edition = question.edition();
        this.asked = Asked.of(question.asked(), Language.of(question.language()));
        this.spelt = new Vocabulary(searcher.getIndexReader(), Fields.text(edition));
        this.stems = new Vocabulary(searcher.getIndexReader(), Fields.stems(edition));
    }

    Found found() throws IOException {
        return found(new Tally(question.zone()));
    }

    /// The hits and how many there are, without what else a reader is told.
    Found counted() throws IOException {
        return found(null);
    }

    private Found found(@Nullable Tally tally) throws IOException {
        if (asked.wanted().isEmpty()
                && asked.unwanted().isEmpty()
                && question.narrowing().none()) {
            return Found.NOTHING;
        }
        var ranking = new Ranking(question.order(), question.today());
        Place after = ranking.place(question.after());
        boolean oldest = question.order() == Question.Order.OLDEST;
        var scan = new Scan(
                ranking,
                oldest ? null : after,
                oldest ? 1 : question.most(),
                question.narrowing(),
                Found.COUNTED,
                tally);
        Query query = query();
        scan.all(searcher, query, new Points(edition, oldest ? List.of() : asked.words()));
        List<Place> places = oldest
                ? new OldestFirst(after, question.most(), question.narrowing(), OldestFirst.FIRST_WINDOW)
                        .of(searcher, query)
                : scan.best();
        boolean many = scan.counted() > Found.COUNTED;
        boolean helps = tally != null && question.after() == null;
        return new Found(
                0,
                Math.min(scan.counted(), Found.COUNTED),
                many,
                many || tally == null ? null : tally.counts(),
                places.stream()
                        .map(place -> new Found.Hit(new StoryId(place.id()), place.key()))
                        .toList(),
                helps && scan.counted() < LITTLE ? spelling(scan.counted()) : List.of(),
                helps && scan.counted() == 0 ? alone() : List.of());
    }

    private Query query() throws IOException {
        var query = new BooleanQuery.Builder();
        var parts = new PartQueries(edition, spelt);
        for (Asked.Part part : asked.wanted()) {
            query.add(parts.query(part), Occur.FILTER);
        }
        for (Asked.Part part : asked.unwanted()) {
            query.add(parts.query(part), Occur.MUST_NOT);
        }
        if (asked.wanted().isEmpty()) {
            mark(query, "e" + edition.value());
        }
        Narrowing narrowing = question.narrowing();
        if (narrowing.section() != null) {
            mark(query, "s" + narrowing.section().value());
        }
        if (narrowing.concept() != null) {
            mark(query, "c" + narrowing.concept().value());
        }
        if (narrowing.author() != null) {
            mark(query, "a" + narrowing.author().value());
        }
        if (narrowing.kind() != null) {
            mark(query, "k" + narrowing.kind().name());
        }
        return query.build();
    }

    private static void mark(BooleanQuery.Builder query, String mark) {
        query.add(new TermQuery(new Term(Fields.MARKS, mark)), Occur.FILTER);
    }

    /// Words that no story holds, or next to none beside a word that many hold.
    private List<Found.Instead> spelling(int counted) throws IOException {
        var instead = new ArrayList<Found.Instead>();
        for (Asked.Part.Word word : asked.words()) {
            int stories = stems.stories(word.stem(), LITTLE);
            if (counted > 0 ? stories >= LITTLE : stories > 0) {
                continue;
            }
            List<Vocabulary.Like> like = spelt.like(word.exact());
            if (!like.isEmpty() && like.getFirst().stories() >= stories * COMMONER) {
                String other = like.getFirst().word();
                instead.add(new Found.Instead(word.from(), word.to(), other, newest(other)));
            }
        }
        return instead;
    }

    private List<StoryId> newest(String word) throws IOException {
        var scan = new Scan(
                new Ranking(Question.Order.DATE, question.today()), null, WITNESSES, Narrowing.NONE, WITNESSES, null);
        scan.all(searcher, new TermQuery(new Term(Fields.text(edition), word)), new Points(edition, List.of()));
        return scan.best().stream().map(place -> new StoryId(place.id())).toList();
    }

    private List<Found.Alone> alone() throws IOException {
        var alone = new ArrayList<Found.Alone>();
        if (asked.words().size() > 1) {
            for (Asked.Part.Word word : asked.words()) {
                int stories = stems.stories(word.stem(), Found.COUNTED);
                if (stories > 0) {
                    alone.add(new Found.Alone(asked.text().substring(word.from(), word.to()), stories));
                }
            }
        }
        return alone;
    }
}
