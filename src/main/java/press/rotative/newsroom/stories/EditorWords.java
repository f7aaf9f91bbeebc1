package press.rotative.newsroom.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.TreeMap;
import press.rotative.language.Words;
import press.rotative.story.StoryJson;

/// The words that the editor says itself.
final class EditorWords {
    private static final String PREFIX = "editor.";

    private EditorWords() {}

    /// From the rest of each key after `editor.` to the words.
    static String json(Words words) {
        try {
            var all = new TreeMap<String, String>();
            words.beginning(PREFIX).forEach((key, message) -> all.put(key.substring(PREFIX.length()), message));
            return StoryJson.MAPPER.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words can be written", e);
        }
    }
}
