package press.rotative.search;

import java.util.List;
import java.util.Set;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryId;

/// What stories like one are looked for by. It follows from the story's text alone, so that who asks again for the same
/// text need not cut it into words again.
///
/// @param at epoch milliseconds of its first publication
/// @param keyWords its [KeyWords], a line each: thousands of these are kept, and one string is small
public record Kin(StoryId story, EditionId edition, long at, String keyWords) {
    private static final String LINE = "\n";

    public static Kin of(LiveStory story, String language) {
        return of(story, KeyWords.of(story, StoryWords.of(story.content(), Language.of(language))));
    }

    static Kin of(LiveStory story, Set<String> keyWords) {
        return new Kin(story.id(), story.edition(), story.publishedAt().toEpochMilli(), String.join(LINE, keyWords));
    }

    List<String> each() {
        return keyWords.isEmpty() ? List.of() : List.of(keyWords.split(LINE));
    }
}
