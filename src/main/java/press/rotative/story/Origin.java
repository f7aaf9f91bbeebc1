package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/// What is known of the capture that a story came from.
///
/// @param outlet who signs when the capture names nobody
/// @param counters digits as captured, never guessed apart
/// @param canonical address that the captured page gave as its own
/// @param undated true when the capture did not say when it was published
@JsonIgnoreProperties(ignoreUnknown = true)
public record Origin(
        @Nullable String outlet,
        @Nullable String counters,
        @Nullable String canonical,
        boolean undated) {}
