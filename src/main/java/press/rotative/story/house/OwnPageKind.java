package press.rotative.story.house;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a page of the newsroom is. An edition has one page of each kind at most, and pages of one kind are the
/// same page in several languages; free pages are linked by hand. In the order of the foot of a page.
public enum OwnPageKind {
    ABOUT,
    CONTACT,
    IMPRINT,
    PRIVACY,
    /// how mistakes are owned up to: `correctionsPolicy` of schema.org
    CORRECTIONS,
    /// `ethicsPolicy` and `publishingPrinciples` of schema.org
    PRINCIPLES,
    ACCESSIBILITY,
    FREE;

    /// As it stands in the API and in the keys of the messages.
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OwnPageKind> labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
