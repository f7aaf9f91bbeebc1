package press.rotative.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A whole answer of the public site.
///
/// @param headers with their names in the usual spelling; `Content-Length` is left to who sends it, except for HEAD
/// @param body empty for 304, for redirects and for HEAD
public record SiteAnswer(int status, Map<String, String> headers, byte[] body) {

    public SiteAnswer {
        headers = Map.copyOf(headers);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
