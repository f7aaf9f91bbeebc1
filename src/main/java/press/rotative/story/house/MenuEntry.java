package press.rotative.story.house;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.story.ConceptId;
import press.rotative.story.SectionId;
import press.rotative.story.Texts;

/// One line of a menu. In JSON the kind stands in `type`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MenuEntry.OfSection.class, name = "section"),
    @JsonSubTypes.Type(value = MenuEntry.OfConcept.class, name = "concept"),
    @JsonSubTypes.Type(value = MenuEntry.OfPage.class, name = "page"),
    @JsonSubTypes.Type(value = MenuEntry.OfCorrections.class, name = "corrections"),
    @JsonSubTypes.Type(value = MenuEntry.OfArchive.class, name = "archive"),
    @JsonSubTypes.Type(value = MenuEntry.OfLink.class, name = "link")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface MenuEntry {
    int LONGEST_LABEL = 60;
    int LONGEST_ADDRESS = 500;

    /// What it is called in the menu; null: as what it leads to is called.
    @Nullable
    String label();

    static @Nullable String checkedLabel(@Nullable String label) {
        return label == null || label.isBlank() ? null : Texts.name(label, LONGEST_LABEL, "A name in a menu");
    }

    record OfSection(SectionId section, @Nullable String label) implements MenuEntry {
        public OfSection {
            needed(section, "section");
            label = checkedLabel(label);
        }
    }

    record OfConcept(ConceptId concept, @Nullable String label) implements MenuEntry {
        public OfConcept {
            needed(concept, "concept");
            label = checkedLabel(label);
        }
    }

    record OfPage(OwnPageId page, @Nullable String label) implements MenuEntry {
        public OfPage {
            needed(page, "page");
            label = checkedLabel(label);
        }
    }

    record OfCorrections(@Nullable String label) implements MenuEntry {
        public OfCorrections {
            label = checkedLabel(label);
        }
    }

    record OfArchive(@Nullable String label) implements MenuEntry {
        public OfArchive {
            label = checkedLabel(label);
        }
    }

    /// Something elsewhere.
    ///
    /// @param href begins with `https://`
    record OfLink(String href, String label) implements MenuEntry {
        public OfLink {
            href = checkedAddress(href);
            label = Texts.name(label, LONGEST_LABEL, "A link in a menu");
        }
    }

    private static void needed(@Nullable Object id, String what) {
        if (id == null) {
            throw Problem.invalid("This line of a menu names its '" + what + "' by number.")
                    .as("problem.menu.lost");
        }
    }

    /// An address on another site (RFC 3986, section 3): `https`, a host, nobody's name or password before it. Its
    /// length is that of what is kept, in which a letter beyond ASCII takes six characters or more.
    static String checkedAddress(@Nullable String href) {
        try {
            URI address = new URI(href == null ? "" : href.strip());
            boolean good = "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.toASCIIString().length() <= LONGEST_ADDRESS;
            if (good) {
                return address.toASCIIString();
            }
        } catch (URISyntaxException unreadable) {
            throw refused();
        }
        throw refused();
    }

    private static Problem refused() {
        return Problem.invalid("A link of a menu leads to another site by an address that begins with https:// and has "
                        + "at most " + LONGEST_ADDRESS + " characters.")
                .as("problem.menu.link", LONGEST_ADDRESS);
    }
}
