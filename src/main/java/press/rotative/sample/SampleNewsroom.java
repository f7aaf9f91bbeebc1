package press.rotative.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is the same for all stories of the sample, as `newsroom.json` says it. Texts that differ by language are maps
/// from the language.
record SampleNewsroom(
        String note, List<Edition> editions, List<Author> authors, List<Concept> concepts, List<Picture> pictures) {

    SampleNewsroom {
        editions = List.copyOf(editions);
        authors = List.copyOf(authors);
        concepts = List.copyOf(concepts);
        pictures = List.copyOf(pictures);
    }

    /// @param direction `ltr` or `rtl`
    /// @param digits numbering system of shown figures, by its CLDR name (`latn`, `arab`)
    /// @param weather parts of the line at the top of every page
    record Edition(
            String code,
            String language,
            String direction,
            String name,
            String motto,
            String timeZone,
            String digits,
            String description,
            List<String> weather,
            Tides tides,
            List<String> address,
            List<String> footer,
            String newsroomName,
            List<Section> sections) {}

    /// @param lines what, when, how high
    record Tides(String title, List<List<String>> lines) {}

    record Section(String slug, String name) {}

    /// @param note says that the byline is fiction
    record Author(String key, Map<String, String> name, String slug, Map<String, String> note) {}

    /// @param kind `topic`, `person`, `place`, `organisation` or `event`
    record Concept(String key, String kind, Map<String, String> label, Map<String, String> slug) {}

    /// @param file in `pictures/`; null for a picture that the newsroom does not hold
    /// @param focalPoint from the left and from the top, 0 to 1
    record Picture(
            String key,
            @Nullable String file,
            @Nullable Integer width,
            @Nullable Integer height,
            Map<String, String> alt,
            Map<String, String> caption,
            Map<String, String> credit,
            Map<String, String> copyright,
            boolean archive,
            List<Double> focalPoint) {}
}
