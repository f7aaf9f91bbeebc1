package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import press.rotative.platform.Problem;

/// The kinds of concepts, in the order in which pages list them; their labels stand in addresses.
public enum ConceptKind {
    @JsonProperty("topic")
    TOPIC,
    @JsonProperty("person")
    PERSON,
    @JsonProperty("place")
    PLACE,
    @JsonProperty("organisation")
    ORGANISATION,
    @JsonProperty("event")
    EVENT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Problem INVALID when there is no such kind
    public static ConceptKind named(String label) {
        for (ConceptKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw Problem.invalid("'" + label + "' is no kind of concept. The kinds are topic, person, place, organisation "
                + "and event.");
    }
}
