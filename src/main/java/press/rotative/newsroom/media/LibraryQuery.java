package press.rotative.newsroom.media;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.newsroom.Asked;

/// What an address of the library asks for.
///
/// @param words each stands in the texts of a picture, as a beginning of a word
/// @param rights null: any state
/// @param lack null: anything
/// @param before pictures of smaller numbers only, the newest first; null: from the top
public record LibraryQuery(
        String words,
        @Nullable RightsState rights,
        @Nullable Lack lack,
        @Nullable Long before) {
    static final String PATH = "/newsroom/pictures";
    private static final int LONGEST = 200;

    /// What a picture lacks, or is.
    public enum Lack {
        CREDIT,
        ALT,
        FILE,
        /// it is a file picture
        ARCHIVE
    }

    static LibraryQuery of(Map<String, String> asked) {
        return new LibraryQuery(
                Asked.words(asked.get("words"), LONGEST),
                Asked.named(RightsState.values(), asked.get("rights")),
                Asked.named(Lack.values(), asked.get("lack")),
                Asked.number(asked.get("before")));
    }

    /// Whether all is so but for the words. Those that were destroyed are shown to who asks for them.
    boolean fits(Picture picture, RightsState state) {
        return (rights == state || rights == null && state != RightsState.DESTROYED) && lacks(picture);
    }

    private boolean lacks(Picture picture) {
        return lack == null
                || switch (lack) {
                    case CREDIT -> picture.credit() == null;
                    case ALT -> picture.alt() == null;
                    case FILE -> !picture.held();
                    case ARCHIVE -> picture.archive();
                };
    }

    String page(@Nullable Long place) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("words", words);
        parameters.put("rights", rights == null ? "" : rights.label());
        parameters.put("lack", lack == null ? "" : lack.name().toLowerCase(Locale.ROOT));
        parameters.put("before", place == null ? "" : place.toString());
        return Asked.address(PATH, parameters);
    }
}
