package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// An inline mark over a range of a [Text].
///
/// @param from first UTF-16 unit, from 0
/// @param to behind the last unit
/// @param href for links: an `https:`, `http:` or `mailto:` address, or a path of this site beginning with `/`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mark(int from, int to, Kind kind, @Nullable String href) {

    public enum Kind {
        @JsonProperty("strong")
        STRONG,
        @JsonProperty("emphasis")
        EMPHASIS,
        @JsonProperty("link")
        LINK,
        @JsonProperty("code")
        CODE,
        @JsonProperty("subscript")
        SUBSCRIPT,
        @JsonProperty("superscript")
        SUPERSCRIPT
    }

    public Mark {
        if (from < 0 || to <= from) {
            throw Problem.invalid(
                    "A mark covers at least one character: 'from' is at least 0 and 'to' lies behind it.");
        }
        if (kind == null) {
            throw Problem.invalid("A mark needs a 'kind': strong, emphasis, link, code, subscript or superscript.");
        }
        if ((kind == Kind.LINK) != (href != null)) {
            throw Problem.invalid("A link mark has an 'href', and only a link mark has one.");
        }
        if (href != null) {
            Links.checked(href);
        }
    }
}
