package press.rotative.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.story.StoryId;

/// Answers one question of the newsroom from its own index: the last touched first.
final class StaffAnswer {
    private final IndexSearcher searcher;
    private final StaffQuestion question;

    StaffAnswer(IndexSearcher searcher, StaffQuestion question) {
        this.searcher = searcher;
        this.question = question;
    }

    Found found() throws IOException {
        if (question.places().isEmpty()
                || question.authors() != null && question.authors().isEmpty()) {
            return Found.NOTHING;
        }
        var ranking = new Ranking(Question.Order.DATE, LocalDate.EPOCH);
        var times = new Narrowing(null, null, null, null, question.from(), question.before());
        var scan = new Scan(ranking, ranking.place(question.after()), question.most(), times, Found.COUNTED, null);
        scan.all(
                searcher,
                query().build(),
                new Points(question.places().getFirst().edition(), List.of()));
        return new Found(
                0,
                Math.min(scan.counted(), Found.COUNTED),
                scan.counted() > Found.COUNTED,
                null,
                scan.best().stream()
                        .map(place -> new Found.Hit(new StoryId(place.id()), place.key()))
                        .toList(),
                List.of(),
                List.of());
    }

    private BooleanQuery.Builder query() throws IOException {
        var query = new BooleanQuery.Builder();
        var texts = new BooleanQuery.Builder();
        for (StaffQuestion.Place place : question.places()) {
            texts.add(text(place), Occur.SHOULD);
        }
        query.add(texts.build(), Occur.FILTER);
        if (question.section() != null) {
            one(query, "s" + question.section().value());
        }
        if (question.kind() != null) {
            one(query, "k" + question.kind().name());
        }
        if (question.picture() != null) {
            one(query, "i" + question.picture().value());
        }
        if (question.workflow() != null) {
            one(query, "w" + question.workflow().name());
        }
        if (question.status() != null) {
            one(query, "p" + question.status().name());
        }
        if (question.authors() != null) {
            any(
                    query,
                    question.authors().stream().map(each -> "a" + each.value()).toList());
        }
        if (!Policy.allowsEverywhere(question.actor(), Power.READ_STORIES)) {
            any(query, reach());
        }
        return query;
    }

    /// The asked words in the texts of an edition.
    private BooleanQuery text(StaffQuestion.Place place) throws IOException {
        Asked asked = Asked.of(question.asked(), Language.of(place.language()));
        var parts = new PartQueries(
                place.edition(), new Vocabulary(searcher.getIndexReader(), Fields.text(place.edition())));
        var query = new BooleanQuery.Builder();
        one(query, "e" + place.edition().value());
        for (Asked.Part part : asked.wanted()) {
            query.add(parts.query(part), Occur.FILTER);
        }
        for (Asked.Part part : asked.unwanted()) {
            query.add(parts.query(part), Occur.MUST_NOT);
        }
        return query.build();
    }

    /// Stories that may be visible to somebody whose rights end somewhere, see [Policy]; whoever shows one asks it
    /// again.
    private Collection<String> reach() {
        var reach = new ArrayList<String>();
        reach.add("o" + question.actor().staffId());
        for (Grant grant : Policy.grantsOf(question.actor(), Power.READ_STORIES)) {
            reach.add(grant.section() == 0 ? "e" + grant.edition() : "z" + grant.section());
        }
        return reach;
    }

    private static void one(BooleanQuery.Builder query, String mark) {
        query.add(new TermQuery(new Term(Fields.MARKS, mark)), Occur.FILTER);
    }

    private static void any(BooleanQuery.Builder query, Collection<String> marks) {
        var any = new BooleanQuery.Builder();
        marks.forEach(mark -> any.add(new TermQuery(new Term(Fields.MARKS, mark)), Occur.SHOULD));
        query.add(any.build(), Occur.FILTER);
    }
}
