package press.rotative.wire.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The language of a page as its mark-up says it.
final class PageLanguage {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private PageLanguage() {}

    /// The code of a language in `fr-FR`, `fr_FR` or `fr`; empty for what is none.
    static Optional<String> code(String tag) {
        String plain = tag.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < plain.length() && Character.isLetter(plain.charAt(end))) {
            end++;
        }
        String code = plain.substring(0, end);
        return LANGUAGES.contains(code) ? Optional.of(code) : Optional.empty();
    }
}
