package press.rotative.search;

import java.util.Arrays;
import java.util.Collection;
import press.rotative.story.EditionId;

/// [KeyWords] in few bytes, to see quickly which of them two stories of an edition may share: a hash of each,
/// ascending. Two words of one hash count as one.
final class KeySet {
    private final int[] hashes;

    private KeySet(int[] hashes) {
        this.hashes = hashes;
    }

    static KeySet of(EditionId edition, Collection<String> keyWords) {
        return of(keyWords.stream().mapToInt(word -> hash(edition, word)).toArray());
    }

    static KeySet of(int[] hashes) {
        return new KeySet(Arrays.stream(hashes).sorted().distinct().toArray());
    }

    static int hash(EditionId edition, String word) {
        return word.hashCode() * 31 + Long.hashCode(edition.value());
    }

    int size() {
        return hashes.length;
    }

    /// @return negative where it is not among them
    int place(int hash) {
        return Arrays.binarySearch(hashes, hash);
    }

    @FunctionalInterface
    interface Shared {
        /// @param place of the hash in the first set
        void at(int place);
    }

    void shared(KeySet other, Shared told) {
        int mine = 0;
        int its = 0;
        while (mine < hashes.length && its < other.hashes.length) {
            int order = Integer.compare(hashes[mine], other.hashes[its]);
            if (order == 0) {
                told.at(mine);
            }
            mine += order <= 0 ? 1 : 0;
            its += order >= 0 ? 1 : 0;
        }
    }

    boolean meets(KeySet other) {
        var some = new boolean[1];
        shared(other, place -> some[0] = true);
        return some[0];
    }
}
