package press.rotative.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import press.rotative.story.EditionId;

/// [KeyWords] in few bytes, to see quickly whether two stories of an edition may share one: a hash of each, ascending.
/// Two words of one hash count as one.
final class KeySet {
    static final KeySet NONE = new KeySet(new int[0]);

    private final int[] hashes;

    private KeySet(int[] hashes) {
        this.hashes = hashes;
    }

    static KeySet of(EditionId edition, Collection<String> keyWords) {
        return sorted(keyWords.stream().mapToInt(word -> word.hashCode() * 31 + Long.hashCode(edition.value())));
    }

    private static KeySet sorted(IntStream hashes) {
        return new KeySet(hashes.sorted().distinct().toArray());
    }

    KeySet and(KeySet other) {
        return sorted(IntStream.concat(Arrays.stream(hashes), Arrays.stream(other.hashes)));
    }

    boolean meets(KeySet other) {
        int mine = 0;
        int its = 0;
        while (mine < hashes.length && its < other.hashes.length) {
            if (hashes[mine] == other.hashes[its]) {
                return true;
            }
            if (hashes[mine] < other.hashes[its]) {
                mine++;
            } else {
                its++;
            }
        }
        return false;
    }
}
