package press.rotative.story;

import java.util.Map;

/// What a story is about: a topic, person, place, organisation or event, with a label per language.
///
/// @param labels by language tag; at least one
public record Concept(ConceptId id, int version, ConceptKind kind, Map<String, Label> labels) {

    /// @param slug last part of the concept's page in editions of that language
    public record Label(String text, String slug) {}

    public Concept {
        labels = Map.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a concept has a label");
        }
    }

    /// The label in that language, else in the first language by alphabet.
    public Label label(String language) {
        Label exact = labels.get(language);
        return exact != null
                ? exact
                : labels.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .orElseThrow()
                        .getValue();
    }
}
