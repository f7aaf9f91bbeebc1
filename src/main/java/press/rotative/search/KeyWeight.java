package press.rotative.search;

import java.util.concurrent.TimeUnit;

/// What a shared key word weighs in an edition, and what sum makes two stories alike: see [Kinship].
///
/// @param magnitude of the edition: see [Magnitudes]
/// @param cap a word that more stories hold says nothing
record KeyWeight(int magnitude, int cap) {
    /// Of a concept that more than `cap` stories have, so many count: the newest.
    static final int NEWEST = 48;

    private static final int SMALLEST_CAP = 8;
    private static final int GREATEST_CAP = 1_024;
    private static final int SHARE = 8;
    private static final int COMMON_CONCEPT = 2_000;
    private static final int LEAST = 7_000;

    /// Without a concept in common it takes several words that few stories hold: in a small archive any two words are
    /// rare.
    private static final int LEAST_WITHOUT_CONCEPT = 24_000;

    private static final long HALF_DAYS = 730;
    private static final double LOG_2 = StrictMath.log(2);

    static KeyWeight in(int magnitude) {
        return new KeyWeight(magnitude, Math.clamp(magnitude / SHARE, SMALLEST_CAP, GREATEST_CAP));
    }

    /// Whether only the newest of the stories with it count.
    boolean common(String key, int holding) {
        return holding > cap && KeyWords.isConcept(key);
    }

    /// @param holding how many stories have it, or any number above the cap
    int of(String key, int holding) {
        if (holding > cap) {
            return KeyWords.isConcept(key) ? COMMON_CONCEPT : 0;
        }
        if (holding < 2) {
            return 0; // the story itself
        }
        return (int) Math.round(1_000 * StrictMath.log((double) magnitude / roundedUp(holding)) / LOG_2)
                * (KeyWords.isConcept(key) ? 2 : 1);
    }

    /// To a power of two.
    static int roundedUp(int number) {
        return number < 2 ? number : Integer.highestOneBit(number - 1) << 1;
    }

    /// @param sum of the weights of what two stories share
    static boolean alike(int sum, boolean byConcept) {
        return sum >= (byConcept ? LEAST : LEAST_WITHOUT_CONCEPT);
    }

    /// The sum, counting the less the further two stories lie apart: half at two years.
    ///
    /// @param at one and other are epoch milliseconds
    static long rank(int sum, long at, long other) {
        return sum * HALF_DAYS / (HALF_DAYS + Math.abs(day(at) - day(other)));
    }

    private static long day(long at) {
        return Math.floorDiv(at, TimeUnit.DAYS.toMillis(1));
    }
}
