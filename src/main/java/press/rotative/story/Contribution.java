package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One name of the byline.
///
/// @param author the person in the list of authors
/// @param role what they did (`author`, `photographer`, `translator`, `editor` ...); null = author
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contribution(AuthorId author, @Nullable String role) {
    public Contribution {
        role = Texts.optional(role, 100, "The role in a byline");
    }
}
