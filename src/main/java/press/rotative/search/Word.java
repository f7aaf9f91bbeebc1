package press.rotative.search;

import org.apache.lucene.util.BytesRef;

/// A word as it is spelt (folded), and its stem.
///
/// @param says whether it can tell stories from each other: three signs or more, and not a number
record Word(String exact, String stem, BytesRef exactBytes, BytesRef stemBytes, boolean says) {
    private static final int SHORTEST = 3;

    static Word of(String exact, String stem) {
        boolean says = exact.length() >= SHORTEST && exact.chars().anyMatch(letter -> !Character.isDigit(letter));
        return new Word(exact, stem, new BytesRef(exact), new BytesRef(stem), says);
    }
}
