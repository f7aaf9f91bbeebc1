package press.rotative.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// What the sender saw before it changed something: the header `If-Match` (RFC 9110, section 13.1.1).
///
/// @param tags entity tags without quotes; null: the header is absent
record Precondition(@Nullable List<String> tags) {

    static Precondition of(HttpHeaders headers) {
        String said = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (said == null) {
            return new Precondition(null);
        }
        // A weak tag never matches strongly, so that it keeps its W/ and its quotes and is equal to none of ours.
        return new Precondition(Stream.of(said.split(","))
                .map(String::strip)
                .map(tag -> tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"")
                        ? tag.substring(1, tag.length() - 1)
                        : tag)
                .toList());
    }

    /// @throws Problem PRECONDITION_REQUIRED when the sender did not say what it saw
    void required(String what) {
        if (tags == null) {
            throw new Problem(
                    Problem.Category.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of " + what + " that you read, so that nothing newer is overwritten.");
        }
    }

    /// @param actual the tag of what is there now
    /// @throws Problem CHANGED when the sender saw something else
    void check(String actual, String what) {
        if (tags != null && !tags.contains(actual) && !tags.contains("*")) {
            throw new Problem(
                    Problem.Category.CHANGED,
                    what + " was changed meanwhile; its ETag is now \"" + actual
                            + "\". Read it again, put your change on top, and send it again; nothing was overwritten.");
        }
    }
}
