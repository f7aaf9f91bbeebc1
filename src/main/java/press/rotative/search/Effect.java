package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import press.rotative.search.Ranking.Place;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// What an act did to who is like whom ([Kinship]), told from the key words that it brought and took: whom it does not
/// reach need not ask the index again.
///
/// Others than the stories of the act can only change places where a key word weighs otherwise than before (it moved),
/// or where one of the newest stories of a common concept is one no more (it fell). The act's own stories come in where
/// the weights of what is shared make them as near as the last of those that were found.
final class Effect {
    static final Effect NONE = new Effect(KeySet.of(new int[0]), List.of(), Set.of());

    private final KeySet moved;
    private final List<Put> puts;
    private final Set<StoryId> fallen;

    private Effect(KeySet moved, List<Put> puts, Set<StoryId> fallen) {
        this.moved = moved;
        this.puts = puts;
        this.fallen = fallen;
    }

    /// A story that the act put into the index.
    ///
    /// @param weights and concepts of the keys, by their places
    private record Put(long at, KeySet keys, int[] weights, boolean[] concepts) {
        boolean reaches(Likeness likeness) {
            var sum = new int[1];
            var byConcept = new boolean[1];
            keys.shared(likeness.keys(), place -> {
                sum[0] += weights[place];
                byConcept[0] |= concepts[place];
            });
            return sum[0] > 0
                    && KeyWeight.alike(sum[0], byConcept[0])
                    && likeness.takes(KeyWeight.rank(sum[0], likeness.kin().at(), at));
        }
    }

    /// Whether the answer may be another after the act, if none of the stories that were found is the act's.
    boolean reaches(Likeness likeness) {
        for (Put put : puts) {
            if (put.reaches(likeness)) {
                return true;
            }
        }
        return moved.meets(likeness.keys())
                || !fallen.isEmpty() && likeness.found().stream().anyMatch(fallen::contains);
    }

    /// @param index as it was before the act
    /// @param exact whether the index showed all that was put into it before
    /// @param former what it held of the stories of the act
    /// @param now what it holds of them after it
    static Effect of(IndexReader index, Magnitudes magnitudes, boolean exact, List<Kin> former, List<Kin> now)
            throws IOException {
        var moved = new ArrayList<Integer>();
        var puts = new ArrayList<Put>();
        var fallen = new HashSet<StoryId>();
        Set<EditionId> editions = new LinkedHashSet<>();
        former.forEach(each -> editions.add(each.edition()));
        now.forEach(each -> editions.add(each.edition()));
        for (EditionId edition : editions) {
            KeyWeight weight = KeyWeight.in(magnitudes.of(index, edition));
            var change = new Change(edition, weight, exact, in(edition, former), in(edition, now));
            change.tell(new Holders(index, edition, weight.cap()), moved, puts, fallen);
        }
        return new Effect(KeySet.of(moved.stream().mapToInt(Integer::intValue).toArray()), puts, Set.copyOf(fallen));
    }

    private static List<Kin> in(EditionId edition, List<Kin> kins) {
        return kins.stream().filter(each -> each.edition().equals(edition)).toList();
    }

    /// What the act did in one edition.
    private record Change(EditionId edition, KeyWeight weight, boolean exact, List<Kin> former, List<Kin> now) {

        void tell(Holders holders, List<Integer> moved, List<Put> puts, Set<StoryId> fallen) throws IOException {
            Map<String, Integer> more = new TreeMap<>();
            former.forEach(each -> add(more, each, -1));
            now.forEach(each -> add(more, each, 1));
            Map<String, Integer> weights = new HashMap<>();
            for (Map.Entry<String, Integer> each : more.entrySet()) {
                String key = each.getKey();
                int before = holders.find(key);
                int after = before + each.getValue();
                weights.put(key, weight.of(key, after));
                if (moves(key, before, after) || weight.common(key, before) && !newest(holders, key, fallen)) {
                    moved.add(KeySet.hash(edition, key));
                }
            }
            now.forEach(each -> puts.add(put(each, weights)));
        }

        private static void add(Map<String, Integer> more, Kin kin, int many) {
            kin.each().forEach(key -> more.merge(key, many, Integer::sum));
        }

        private boolean moves(String key, int before, int after) {
            return !exact
                    || before > weight.cap() && after < before
                    || weight.of(key, before) != weight.of(key, after)
                    || weight.common(key, before) != weight.common(key, after);
        }

        /// @return whether it is known which story is none of the newest of a common concept any more
        private boolean newest(Holders holders, String key, Set<StoryId> fallen) throws IOException {
            List<Kin> come = without(key, now, former);
            if (come.size() > 1 || !without(key, former, now).isEmpty()) {
                return false;
            }
            Place oldest = Collections.max(holders.newest());
            if (!come.isEmpty() && come.getFirst().at() >= oldest.at()) {
                fallen.add(new StoryId(oldest.id()));
            }
            return true;
        }

        /// Those with a key word that had it not, or at another time, on the other side of the act.
        private static List<Kin> without(String key, List<Kin> some, List<Kin> others) {
            return some.stream()
                    .filter(each -> each.each().contains(key))
                    .filter(each -> others.stream()
                            .noneMatch(other -> other.story().equals(each.story())
                                    && other.at() == each.at()
                                    && other.each().contains(key)))
                    .toList();
        }

        private static Put put(Kin kin, Map<String, Integer> weights) {
            List<String> words = kin.each();
            KeySet keys = KeySet.of(kin.edition(), words);
            var each = new int[keys.size()];
            var concepts = new boolean[keys.size()];
            for (String word : words) {
                int place = keys.place(KeySet.hash(kin.edition(), word));
                each[place] += weights.getOrDefault(word, 0);
                concepts[place] |= KeyWords.isConcept(word);
            }
            return new Put(kin.at(), keys, each, concepts);
        }
    }
}
