package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;

/// A picture in a story: the credit and the file mark stay the picture's own, the words may be the story's.
///
/// @param caption null: the picture's own
/// @param alt null: the picture's own
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PictureUse(
        PictureId picture,
        @Nullable String caption,
        @Nullable String alt) {
    public PictureUse {
        caption = Texts.optional(caption, 2000, "A caption");
        alt = Texts.optional(alt, 2000, "An alternative text");
    }
}
