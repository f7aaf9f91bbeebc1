package press.rotative.search;

import java.util.List;
import press.rotative.story.StoryId;

/// What the index answered when it was asked for stories like one. It stays the answer until the index takes or drops
/// a story that shares a key word with it, or the edition reaches another of the [Magnitudes].
public final class Likeness {
    private final Kin kin;
    private final KeySet keys;
    private final int most;
    private final List<StoryId> found;
    private final int magnitude;

    private Likeness(Kin kin, KeySet keys, int most, List<StoryId> found, int magnitude) {
        this.kin = kin;
        this.keys = keys;
        this.most = most;
        this.found = List.copyOf(found);
        this.magnitude = magnitude;
    }

    /// @param magnitude of the edition in the index that was asked
    static Likeness of(Kin kin, int most, List<StoryId> found, int magnitude) {
        return new Likeness(kin, KeySet.of(kin.edition(), kin.each()), most, found, magnitude);
    }

    /// Nothing is like it: the answer where there is no index.
    public static Likeness none(Kin kin) {
        return of(kin, 0, List.of(), 0);
    }

    /// The answer to the same question when it was asked again.
    Likeness again(List<StoryId> foundNow, int magnitudeNow) {
        return new Likeness(kin, keys, most, foundNow, magnitudeNow);
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

    /// The nearest first; the story itself is not among them.
    public List<StoryId> found() {
        return found;
    }
}
