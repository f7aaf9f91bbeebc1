package press.rotative.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import press.rotative.platform.Problem;

/// Which addresses a text may link to: no script, data or file addresses.
final class Links {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int LONGEST = 2000;

    private Links() {}

    static String checked(String href) {
        try {
            URI address = new URI(href);
            String scheme = address.getScheme();
            boolean ownPath = scheme == null && href.startsWith("/") && !href.startsWith("//");
            boolean known = scheme != null && SCHEMES.contains(scheme.toLowerCase(java.util.Locale.ROOT));
            if (href.length() <= LONGEST && (ownPath || known)) {
                return href;
            }
        } catch (URISyntaxException notAnAddress) {
            throw refused(href);
        }
        throw refused(href);
    }

    private static Problem refused(String href) {
        String shown = href.length() > 80 ? href.substring(0, 80) + "…" : href;
        return Problem.invalid(
                        "'" + shown + "' cannot be linked. Give an address that begins with https://, http:// or "
                                + "mailto:, or a path of this site that begins with one slash.")
                .as("problem.text.link", shown);
    }
}
