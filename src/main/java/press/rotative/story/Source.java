package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a story rests on, as the public may read it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(String text, @Nullable String url) {
    public Source {
        Texts.checked(text, 500, "A source");
        if (url != null) {
            Links.checked(url);
        }
    }
}
