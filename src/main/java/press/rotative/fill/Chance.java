package press.rotative.fill;

/// Repeatable randomness: the same seed and place give the same draws. (SplitMix64, Steele, Lea and Flood, 2014.)
final class Chance {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Chance(long seed, long place) {
        this.state = mixed(seed * 31 + mixed(place + GAMMA));
    }

    private static long mixed(long value) {
        long a = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    private long next() {
        state += GAMMA;
        return mixed(state);
    }

    /// From 0 inclusive to `bound` exclusive.
    int below(int bound) {
        return (int) ((next() >>> 33) * bound >>> 31);
    }

    /// From `least` to `most`, both inclusive.
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /// True that often of a thousand times.
    boolean perMille(int often) {
        return below(1000) < often;
    }

    /// From 0 inclusive to `bound` exclusive; small numbers far more often, as a few names fill most of the news.
    int skewed(int bound) {
        double even = (next() >>> 11) * 0x1.0p-53;
        return (int) (bound * even * even * even);
    }
}
