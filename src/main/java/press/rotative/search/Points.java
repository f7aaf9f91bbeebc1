package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import press.rotative.story.EditionId;

/// How well stories fit the asked words, by the rules of [Ranking].
record Points(EditionId edition, List<Asked.Part.Word> words) {

    InPart in(LeafReader part) throws IOException {
        var rules = new ArrayList<Rule>();
        for (Asked.Part.Word word : words) {
            add(rules, part, Fields.headline(edition), word.stem(), 1, Ranking.HEADLINE);
            add(rules, part, Fields.standfirst(edition), word.stem(), 1, Ranking.STANDFIRST);
            add(rules, part, Fields.text(edition), word.stem(), Ranking.OFTEN_TIMES, Ranking.OFTEN);
            add(rules, part, Fields.text(edition), word.exact(), 1, Ranking.SPELT);
        }
        return new InPart(List.copyOf(rules), Math.max(1, words.size()));
    }

    private static void add(List<Rule> rules, LeafReader part, String field, String word, int times, int points)
            throws IOException {
        int flags = times > 1 ? PostingsEnum.FREQS : PostingsEnum.NONE;
        @Nullable PostingsEnum stories = part.postings(new Term(field, word), flags);
        if (stories != null) {
            rules.add(new Rule(stories, times, points));
        }
    }

    /// @param times how often the word must stand there at least
    private record Rule(PostingsEnum stories, int times, int points) {}

    /// Asked for rising numbers of documents.
    record InPart(List<Rule> rules, int words) {

        int most() {
            return rules.stream().mapToInt(Rule::points).sum() / words;
        }

        int of(int document) throws IOException {
            int points = 0;
            for (Rule rule : rules) {
                PostingsEnum stories = rule.stories();
                int at = stories.docID() < document ? stories.advance(document) : stories.docID();
                if (at == document && (rule.times() == 1 || stories.freq() >= rule.times())) {
                    points += rule.points();
                }
            }
            return points / words;
        }
    }
}
