package press.rotative.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Walks lists along indexes that hold them in their order, newest first, and puts several of them together. What an
/// index does not tell is looked at row by row, for so many rows at most; where these are used up the piece says
/// how the list goes on. So it costs the same over any archive.
///
/// @param placeOf where a row stands; no two rows stand at one place
record KeyWalk<R>(Function<R, DeskList.Place> placeOf) {
    private static final int CHUNK = 250;

    /// The rows of one index below a place.
    interface Rows<R> {
        List<R> below(DeskList.@Nullable Place place, int most);
    }

    /// @param next where the list goes on; null: it ends here
    record Piece<R>(List<R> rows, DeskList.@Nullable Place next) {
        Piece {
            rows = List.copyOf(rows);
        }
    }

    Piece<R> walk(Rows<R> index, Predicate<R> fits, DeskList.@Nullable Place before, int limit, int most) {
        var found = new ArrayList<R>();
        DeskList.Place at = before;
        int chunk = limit; // most often these are all that is needed
        for (int walked = 0; walked < most; walked += chunk) {
            chunk = walked == 0 ? limit : CHUNK;
            List<R> rows = index.below(at, chunk);
            for (R row : rows) {
                at = placeOf.apply(row);
                if (fits.test(row)) {
                    found.add(row);
                    if (found.size() == limit) {
                        return new Piece<R>(found, at);
                    }
                }
            }
            if (rows.size() < chunk) {
                return new Piece<R>(found, null);
            }
        }
        return new Piece<R>(found, at);
    }

    /// As one list. Where one of the pieces was not walked to its end, nothing below that place is told yet.
    Piece<R> merged(List<Piece<R>> pieces, int limit) {
        DeskList.Place told = null;
        var all = new HashSet<R>();
        for (Piece<R> piece : pieces) {
            all.addAll(piece.rows());
            if (piece.next() != null && (told == null || piece.next().compareTo(told) > 0)) {
                told = piece.next();
            }
        }
        DeskList.Place until = told;
        List<R> rows = all.stream()
                .filter(row -> until == null || placeOf.apply(row).compareTo(until) >= 0)
                .sorted(Comparator.comparing(placeOf).reversed())
                .toList();
        return rows.size() > limit
                ? new Piece<R>(rows.subList(0, limit), placeOf.apply(rows.get(limit - 1)))
                : new Piece<R>(rows, told);
    }
}
