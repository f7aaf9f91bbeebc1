package press.rotative.search;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/// The order of hits: `rank = points - age`, both in thousandths.
///
/// **Points** are the mean over the asked words: 4 when it stands in the headline, 2 in the standfirst, 1 when the text
/// has it three times or more, 1 when the text spells it as asked (and does not only share its stem).
/// **Age** is `log2(1 + days / 30)`: a month costs 1 point, a year 3.7, ten years 6.9. Among equals the newer story is
/// first, then the higher number.
///
/// Nothing here depends on how often a word stands in other stories, so that an index gives the same order whatever its
/// history; and age only falls, so that a list sorted by date can be left once no older story could still win.
final class Ranking {
    static final int HEADLINE = 4_000;
    static final int STANDFIRST = 2_000;
    static final int OFTEN = 1_000;
    static final int SPELT = 1_000;
    static final int OFTEN_TIMES = 3;

    private static final double MONTH = 30;
    private static final double LOG_2 = StrictMath.log(2);

    private final boolean byDate;
    private final long today;
    private long lastDay = Long.MIN_VALUE;
    private long lastAge;

    Ranking(Question.Order order, LocalDate today) {
        this.byDate = order != Question.Order.RELEVANCE;
        this.today = today.toEpochDay();
    }

    boolean byDate() {
        return byDate;
    }

    /// @param points of a story that was published at this instant (epoch milliseconds)
    long rank(int points, long at) {
        return byDate ? 0 : points - age(Math.floorDiv(at, TimeUnit.DAYS.toMillis(1)));
    }

    private long age(long day) {
        if (day != lastDay) {
            lastDay = day;
            double days = Math.max(0, today - day);
            lastAge = Math.round(1_000 * StrictMath.log(1 + days / MONTH) / LOG_2);
        }
        return lastAge;
    }

    /// A place in the order.
    record Place(long rank, int points, long at, long id) implements Comparable<Place> {

        /// The first is the one that is shown first.
        @Override
        public int compareTo(Place other) {
            int order = Long.compare(other.rank, rank);
            order = order == 0 ? Long.compare(other.at, at) : order;
            return order == 0 ? Long.compare(other.id, id) : order;
        }

        String key() {
            return Integer.toString(points, 36) + "." + Long.toString(at, 36) + "." + Long.toString(id, 36);
        }
    }

    /// @return null for what is no key
    @org.jspecify.annotations.Nullable
    Place place(@org.jspecify.annotations.Nullable String key) {
        if (key == null || !key.matches("[0-9a-z]{1,4}\\.-?[0-9a-z]{1,11}\\.[0-9a-z]{1,12}")) {
            return null;
        }
        String[] parts = key.split("\\.");
        int points = Integer.parseInt(parts[0], 36);
        long at = Long.parseLong(parts[1], 36);
        return new Place(rank(points, at), points, at, Long.parseLong(parts[2], 36));
    }
}
