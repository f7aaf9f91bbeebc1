package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import press.rotative.story.EditionId;

/// How well stories fit the asked words, by the rules of [Ranking].
record Points(EditionId edition, List<Asked.Part.Word> words) {

    InPart in(LeafReader part) throws IOException {
        var rules = new ArrayList<Rule>();
        for (Asked.Part.Word word : words) {
            add(rules, part, Fields.headline(edition), word.stem(), 1, Ranking.HEADLINE);
            add(rules, part, Fields.standfirst(edition), word.stem(), 1, Ranking.STANDFIRST);
            add(rules, part, Fields.stems(edition), word.stem(), Ranking.OFTEN_TIMES, Ranking.OFTEN);
            add(rules, part, Fields.text(edition), word.exact(), 1, Ranking.SPELT);
        }
        rules.sort(Comparator.comparingInt(Rule::points).reversed());
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
    static final class InPart {
        private final List<Rule> rules;
        private final int words;
        private final int[] without;

        private InPart(List<Rule> rules, int words) {
            this.rules = rules;
            this.words = words;
            this.without = new int[rules.size() + 1];
            for (int i = rules.size() - 1; i >= 0; i--) {
                without[i] = without[i + 1] + rules.get(i).points();
            }
        }

        int rules() {
            return rules.size();
        }

        /// The most a story can have that none of the first rules fits; those that give most points come first.
        int mostWithout(int first) {
            return without[first] / words;
        }

        /// The next document, this one or later, that one of the first rules may fit.
        int next(int document, int first) throws IOException {
            int next = DocIdSetIterator.NO_MORE_DOCS;
            for (int i = 0; i < first; i++) {
                next = Math.min(next, at(rules.get(i), document));
            }
            return next;
        }

        int of(int document) throws IOException {
            int points = 0;
            for (Rule rule : rules) {
                if (at(rule, document) == document
                        && (rule.times() == 1 || rule.stories().freq() >= rule.times())) {
                    points += rule.points();
                }
            }
            return points / words;
        }

        private static int at(Rule rule, int document) throws IOException {
            PostingsEnum stories = rule.stories();
            return stories.docID() < document ? stories.advance(document) : stories.docID();
        }
    }
}
