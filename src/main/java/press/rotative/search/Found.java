package press.rotative.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.story.StoryId;

/// What a search found: numbers of stories only.
///
/// @param cursor how far the index had followed the publication log when it was asked, or earlier
/// @param total how many the index knows of; exact up to [#COUNTED]
/// @param many there are more than `total`
/// @param hits the best first
/// @param spelling words to put in the place of others, where little was found
/// @param counts how many have which value; null where there are `many` more, or while an index of a former version
///     answers
/// @param alone what each word finds on its own, where all together found nothing
public record Found(
        long cursor,
        long total,
        boolean many,
        @Nullable Counts counts,
        List<Hit> hits,
        List<Instead> spelling,
        List<Alone> alone) {
    /// Hits are counted to the last up to this many.
    public static final int COUNTED = 10_000;

    public static final Found NOTHING = new Found(0, 0, false, null, List.of(), List.of(), List.of());

    public Found {
        hits = List.copyOf(hits);
        spelling = List.copyOf(spelling);
        alone = List.copyOf(alone);
    }

    /// @param key where the next page goes on
    public record Hit(StoryId story, String key) {}

    /// A word of the search that (nearly) no story holds, and one like it that stories hold.
    ///
    /// @param from where the word stands in the search as it was asked, inclusive
    /// @param to exclusive
    /// @param like folded; how it is written stands in the stories
    /// @param witnesses stories said to hold it: it is to be believed only when one of them does
    public record Instead(int from, int to, String like, List<StoryId> witnesses) {
        public Instead {
            witnesses = List.copyOf(witnesses);
        }
    }

    public record Alone(String word, long total) {}

    Found at(long followed) {
        return new Found(followed, total, many, counts, hits, spelling, alone);
    }

    public List<StoryId> ids() {
        return hits.stream().map(Hit::story).toList();
    }
}
