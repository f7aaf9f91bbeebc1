package press.rotative.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page on which the sample newsroom speaks of itself, in every edition, as `pages.json` says it.
///
/// @param kind such as `imprint`
/// @param texts by the code of the edition
record SamplePage(String kind, Map<String, Text> texts) {

    /// @param text its parts: `## ` begins a heading, `> ` a quote, an array is a list, all else is a paragraph
    record Text(String slug, String title, @Nullable String standfirst, List<Object> text) {}
}
