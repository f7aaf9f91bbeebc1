package press.rotative.search;

import org.jspecify.annotations.Nullable;

/// What became of words that were met lately, so that the common words of a language are folded and stemmed once and
/// not in every text. Each spelling has one place in a table; a newer one there takes the place. Entries never change,
/// so that threads share the table without a lock.
final class KnownWords {
    private static final int PLACES = 1 << 14;

    /// @param raw as it stands in a text
    /// @param word null where it says nothing
    record Entry(String raw, @Nullable Word word) {}

    private final @Nullable Entry[] entries = new Entry[PLACES];

    /// @return null when it is not known
    @Nullable
    Entry find(char[] letters, int length) {
        Entry entry = entries[place(letters, length)];
        return entry != null && same(entry.raw(), letters, length) ? entry : null;
    }

    Entry put(char[] letters, int length, @Nullable Word word) {
        var entry = new Entry(new String(letters, 0, length), word);
        entries[place(letters, length)] = entry;
        return entry;
    }

    private static boolean same(String raw, char[] letters, int length) {
        if (raw.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (raw.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }

    private static int place(char[] letters, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + letters[i];
        }
        return (hash * 0x9E3779B9) >>> 18;
    }
}
