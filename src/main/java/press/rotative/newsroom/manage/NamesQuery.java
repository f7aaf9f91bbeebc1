package press.rotative.newsroom.manage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.story.ConceptKind;

/// What an address of a list of names asks for.
///
/// @param kind null: any
/// @param after where the page before ended; null: from the top
record NamesQuery(
        String words, @Nullable ConceptKind kind, @Nullable String after) {
    static final int ON_A_PAGE = 50;
    private static final int LONGEST = 200;
    private static final int LONGEST_PLACE = 400;

    static NamesQuery of(Map<String, String> asked) {
        String after = Asked.words(asked.get("after"), LONGEST_PLACE);
        return new NamesQuery(
                Asked.words(asked.get("q"), LONGEST),
                Asked.named(ConceptKind.values(), asked.get("kind")),
                after.isEmpty() ? null : after);
    }

    /// @param place null: the top
    String page(String path, @Nullable String place) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", words);
        parameters.put("kind", kind == null ? "" : kind.label());
        parameters.put("after", place == null ? "" : place);
        return Asked.address(path, parameters);
    }
}
