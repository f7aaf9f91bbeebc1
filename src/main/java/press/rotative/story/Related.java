package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// A story to read also, picked by hand: a story of ours, or a title that waits for its story to arrive.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Related(@Nullable StoryId story, @Nullable String title) {
    public Related {
        title = Texts.optional(title, 300, "The title of a related story");
        if ((story == null) == (title == null)) {
            throw Problem.invalid("A related story is either a 'story' by number or a 'title' to wait for.");
        }
    }
}
