package press.rotative.site;

import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;

/// A word that may lead somewhere. Without an address it is printed as plain text.
///
/// @param language set when the label is in another language than the page
record Link(String label, @Nullable String href, @Nullable Tongue language, boolean current) {

    static Link to(String label, String href) {
        return new Link(label, href, null, false);
    }

    static Link plain(String label) {
        return new Link(label, null, null, false);
    }

    Link here(boolean isHere) {
        return new Link(label, href, language, isHere);
    }

    @Nullable
    String lang() {
        return language == null ? null : language.tag();
    }

    @Nullable
    String dir() {
        return language == null ? null : language.direction();
    }

    /// The value of `aria-current`; null leaves the attribute out.
    @Nullable
    String ariaCurrent() {
        return current ? "true" : null;
    }
}
