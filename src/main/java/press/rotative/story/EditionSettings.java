package press.rotative.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// What the newsroom writes around its pages, as one JSON object of which each room reads what is its own.
public final class EditionSettings {
    private static final int LONGEST = 20_000;

    private EditionSettings() {}

    /// @return the object, `{}` for null
    public static String checked(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return "{}";
        }
        try {
            if (json.length() <= LONGEST && StoryJson.MAPPER.readTree(json).isObject()) {
                return json;
            }
            throw Problem.invalid("The settings of an edition are one JSON object of at most 20,000 characters.")
                    .as("problem.edition.settings");
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }
}
