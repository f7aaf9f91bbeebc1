package press.rotative.wire.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the addresses of a page whole, as far as the page says where it stood (`base`, its canonical address).
/// PageAddresses that run scripts or carry data are none.
final class PageAddresses {

    private static final int LONGEST = 2000;

    private final @Nullable URI page;

    PageAddresses(Optional<String> page) {
        this.page = page.flatMap(PageAddresses::web).orElse(null);
    }

    /// An address that a text may link to; null when it cannot.
    @Nullable
    String linkable(String href) {
        String whole = whole(href).orElse(null);
        return whole != null && (whole.startsWith("http") || whole.startsWith("mailto:")) ? whole : null;
    }

    /// The whole address, without its fragment, or a path where the page does not say its own.
    Optional<String> whole(String href) {
        String plain = cleaned(href);
        if (plain.isEmpty() || plain.startsWith("#") || plain.length() > LONGEST) {
            return Optional.empty();
        }
        String scheme = scheme(plain);
        if (scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto")) {
            return valid(plain);
        }
        if (!scheme.isEmpty()) {
            return Optional.empty();
        }
        if (page == null) {
            return plain.startsWith("//") ? valid("https:" + plain) : Optional.empty();
        }
        try {
            return Optional.of(page.resolve(new URI(plain)).toString());
        } catch (URISyntaxException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /// The address of a picture: relative to the page as it was written, because its file may lie beside the page;
    /// any other whole, where that can be told.
    Optional<String> file(String source) {
        String plain = cleaned(source);
        boolean usable = !plain.isEmpty() && !plain.startsWith("#") && plain.length() <= LONGEST;
        boolean relative = scheme(plain).isEmpty() && !plain.startsWith("/");
        return usable && relative
                ? Optional.of(plain)
                : whole(source).or(() -> usable && scheme(plain).isEmpty() ? Optional.of(plain) : Optional.empty());
    }

    /// An absolute address of the web.
    static Optional<URI> web(String text) {
        try {
            URI uri = new URI(cleaned(text));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && text.length() <= LONGEST ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> valid(String text) {
        try {
            return Optional.of(new URI(text).toString());
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    private static String cleaned(String href) {
        String plain = href.strip();
        for (int at = 0; at < plain.length(); at++) {
            if (plain.charAt(at) <= ' ') {
                return plain.replace(" ", "%20").replaceAll("[\\t\\n\\r]", "");
            }
        }
        return plain;
    }

    private static String scheme(String plain) {
        for (int at = 0; at < plain.length(); at++) {
            char here = plain.charAt(at);
            if (here == ':') {
                return plain.substring(0, at).toLowerCase(Locale.ROOT);
            }
            if (!Character.isLetterOrDigit(here) && here != '+' && here != '-' && here != '.') {
                return "";
            }
        }
        return "";
    }
}
