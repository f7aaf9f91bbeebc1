package press.rotative.story.house;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a menu stands on every page of an edition.
public enum MenuPlace {
    /// below the name; fills itself with the sections
    MAIN,
    /// in the foot; fills itself with the newsroom's own pages, the corrections and the archives
    FOOT;

    /// As it stands in addresses and in the keys of the messages.
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MenuPlace> labelled(String label) {
        return Arrays.stream(values())
                .filter(place -> place.label().equals(label))
                .findFirst();
    }
}
