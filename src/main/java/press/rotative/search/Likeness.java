package press.rotative.search;

import java.util.List;
import press.rotative.story.StoryId;

/// What the index answered when it was asked for stories like one. It stays the answer until an act reaches it
/// ([Effect]) or the edition gets another of the [Magnitudes].
public final class Likeness {
    private final Kin kin;
    private final KeySet keys;
    private final int most;
    private final int magnitude;
    private final List<StoryId> found;
    private final long lastRank;

    private Likeness(Kin kin, KeySet keys, int most, int magnitude, List<Kinship.Near> nearest) {
        this.kin = kin;
        this.keys = keys;
        this.most = most;
        this.magnitude = magnitude;
        this.found = nearest.stream().map(Kinship.Near::story).toList();
        this.lastRank = nearest.isEmpty() ? 0 : nearest.getLast().rank();
    }

    /// @param magnitude of the edition in the index that was asked
    static Likeness of(Kin kin, int most, int magnitude, List<Kinship.Near> nearest) {
        return new Likeness(kin, KeySet.of(kin.edition(), kin.each()), most, magnitude, nearest);
    }

    /// Nothing is like it: the answer where there is no index.
    public static Likeness none(Kin kin) {
        return of(kin, 0, 0, List.of());
    }

    /// The answer to the same question when it was asked again.
    Likeness again(int magnitudeNow, List<Kinship.Near> nearestNow) {
        return new Likeness(kin, keys, most, magnitudeNow, nearestNow);
    }

    Kin kin() {
        return kin;
    }

    KeySet keys() {
        return keys;
    }

    int most() {
        return most;
    }

    int magnitude() {
        return magnitude;
    }

    /// Whether a story of this rank might be among those that are found.
    boolean takes(long rank) {
        return found.size() < most || rank >= lastRank;
    }

    /// The nearest first; the story itself is not among them.
    public List<StoryId> found() {
        return found;
    }
}
