package press.rotative.site;

import java.util.LinkedHashMap;
import java.util.Map;

/// The headers that every answer of the public site carries, whatever its status.
///
/// No page loads anything from elsewhere, runs a script that is not its own, or may be framed.
final class SecurityHeaders {
    private final Map<String, String> headers;

    /// @param overTls whether the public address is `https`: then browsers are told to stay there
    SecurityHeaders(Assets assets, boolean overTls) {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; script-src "
                        + assets.scriptSources()
                        + "; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'");
        all.put("Referrer-Policy", "strict-origin-when-cross-origin");
        all.put("X-Content-Type-Options", "nosniff");
        all.put(
                "Permissions-Policy",
                "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), "
                        + "microphone=(), payment=(), usb=()");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", "same-origin");
        if (overTls) {
            all.put("Strict-Transport-Security", "max-age=31536000");
        }
        headers = java.util.Collections.unmodifiableMap(all);
    }

    Map<String, String> all() {
        return headers;
    }
}
