package press.rotative.newsroom.media;

import org.jspecify.annotations.Nullable;

/// What became of a file that somebody sent.
///
/// @param file its name where it came from
/// @param outcome `kept`, `known` (the same bytes are in the library already) or `refused`
/// @param sentence what there is to say
/// @param path of the picture; null: it was refused
public record Sent(
        String file,
        String outcome,
        String sentence,
        @Nullable String path) {

    /// Class of the style.
    public String look() {
        return switch (outcome) {
            case "kept" -> "okc";
            case "known" -> "warn";
            default -> "bad";
        };
    }
}
