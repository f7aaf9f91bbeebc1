package press.rotative.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the pieces between two spaces that were met lately, so that the common ones of a language are cut,
/// folded and stemmed once and not in every text. Each spelling has one place in a table; a newer one there takes the
/// place. Pieces never change, so that threads share the table without a lock.
final class KnownWords {
    /// Longer ones are hardly ever met twice.
    static final int LONGEST = 40;

    private static final int PLACES_BITS = 15;

    /// @param raw as it stands in a text
    /// @param words those that say something, with places counted from the begin of the piece
    /// @param places how many words were counted, those that say nothing among them
    record Piece(char[] raw, List<WordAnalyzer.Token> words, int places) {}

    private final @Nullable Piece[] pieces = new Piece[1 << PLACES_BITS];

    /// @param from inclusive
    /// @param to exclusive
    /// @return null when it is not known
    @Nullable
    Piece find(char[] text, int from, int to) {
        Piece piece = pieces[place(text, from, to)];
        return piece != null && Arrays.equals(piece.raw(), 0, piece.raw().length, text, from, to) ? piece : null;
    }

    void keep(Piece piece) {
        if (piece.raw().length <= LONGEST) {
            pieces[place(piece.raw(), 0, piece.raw().length)] = piece;
        }
    }

    private static int place(char[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - PLACES_BITS);
    }
}
