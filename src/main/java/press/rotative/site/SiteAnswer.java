package press.rotative.site;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A whole answer of the public site. The date is left to who sends it.
///
/// @param headers in the order in which they are sent, with their names in the usual spelling
/// @param body empty for 304, for redirects and for HEAD
public record SiteAnswer(int status, Map<String, String> headers, byte[] body) {

    public SiteAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /// The same as HEAD is answered.
    SiteAnswer withoutBody() {
        return new SiteAnswer(status, headers, new byte[0]);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
