package press.rotative.wire.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Folding;

/// One line of a page that is not blank, and the pieces of it that readers have claimed.
final class Line {

    /// A claimed piece of the line.
    record Piece(int from, int to, Fate fate, String field) {}

    private final int number;
    private final int index;
    private final String text;
    private final boolean gapBefore;
    private final Map<String, Integer> held;
    private boolean gapAfter;
    private boolean repeated;
    private Optional<Line> repeats = Optional.empty();
    private @Nullable Folding folded;
    private final List<Piece> pieces = new ArrayList<>(2);

    /// @param held counts the claims of the whole page by field
    Line(int number, int index, String text, boolean gapBefore, Map<String, Integer> held) {
        this.held = held;
        this.number = number;
        this.index = index;
        this.text = text;
        this.gapBefore = gapBefore;
    }

    /// Its number in the source, counted from 1, blank lines included.
    int number() {
        return number;
    }

    /// Its place among the lines that are not blank.
    int index() {
        return index;
    }

    /// Its text without the white space and invisible marks at its ends.
    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    boolean gapBefore() {
        return gapBefore;
    }

    boolean gapAfter() {
        return gapAfter;
    }

    void endsBlock() {
        gapAfter = true;
    }

    Folding folded() {
        Folding known = folded;
        if (known == null) {
            known = Folding.of(text);
            folded = known;
        }
        return known;
    }

    /// The earlier line of which this one is a copy.
    Optional<Line> repeats() {
        return repeats;
    }

    void repeats(Line earlier) {
        Line first = earlier.repeats().orElse(earlier);
        repeats = Optional.of(first);
        first.repeated = true;
    }

    /// Another line is a copy of this one.
    boolean repeated() {
        return repeated;
    }

    /// Nobody has claimed any of it.
    boolean unclaimed() {
        return pieces.isEmpty();
    }

    /// Nobody has claimed any of it, and it says something new.
    boolean free() {
        return pieces.isEmpty() && repeats.isEmpty();
    }

    /// Whether a piece was claimed for this field or furniture.
    boolean holds(String field) {
        return pieces.stream().anyMatch(piece -> piece.field().equals(field));
    }

    boolean furniture() {
        return !pieces.isEmpty() && pieces.stream().allMatch(piece -> piece.fate() == Fate.FURNITURE);
    }

    List<Piece> pieces() {
        return pieces;
    }

    void map(String field) {
        claim(0, text.length(), Fate.MAPPED, field);
    }

    void claim(int from, int to, Fate fate, String field) {
        if (from < 0 || to > text.length() || from >= to) {
            throw new IllegalArgumentException("no piece " + from + ".." + to + " in a line of " + text.length());
        }
        for (Piece piece : pieces) {
            if (from < piece.to() && piece.from() < to) {
                throw new IllegalStateException(
                        "line " + number + " is claimed twice: " + field + " and " + piece.field());
            }
        }
        pieces.add(new Piece(from, to, fate, field));
        held.merge(field, 1, Integer::sum);
    }

    /// Takes back all claims.
    void release() {
        pieces.forEach(piece -> held.merge(piece.field(), -1, Integer::sum));
        pieces.clear();
    }

    /// Claims what stands between two places of the folded text.
    void claimFolded(int start, int end, Fate fate, String field) {
        claim(folded().origin(start), folded().origin(end - 1) + 1, fate, field);
    }

    /// The original of what stands between two places of the folded text.
    String original(int start, int end) {
        return folded().original(start, end);
    }

    /// The entries of the ledger for this line, in order; a rest without letters or digits goes with the piece before
    /// it.
    List<LossLedger.Entry> entries() {
        List<Piece> claimed = new ArrayList<>(
                pieces.isEmpty() && repeats.isPresent() && repeats.get().text.length() == text.length()
                        ? repeats.get().pieces
                        : pieces);
        claimed.sort(Comparator.comparingInt(Piece::from));
        List<LossLedger.Entry> entries = new ArrayList<>(claimed.size() + 1);
        int at = 0;
        for (int i = 0; i < claimed.size(); i++) {
            Piece piece = claimed.get(i);
            if (visible(at, piece.from())) {
                entries.add(entry(at, piece.from(), Fate.UNKNOWN, ""));
                at = piece.from();
            }
            int next = i + 1 < claimed.size() ? claimed.get(i + 1).from() : text.length();
            int end = visible(piece.to(), next) ? piece.to() : next;
            entries.add(entry(at, end, piece.fate(), piece.field()));
            at = end;
        }
        if (at < text.length()) {
            entries.add(entry(at, text.length(), Fate.UNKNOWN, ""));
        }
        return entries;
    }

    private boolean visible(int from, int to) {
        for (int at = from; at < to; at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private LossLedger.Entry entry(int from, int to, Fate fate, String field) {
        Optional<String> named = field.isEmpty() ? Optional.empty() : Optional.of(field);
        return new LossLedger.Entry(number, text.substring(from, to).strip(), fate, named);
    }
}
