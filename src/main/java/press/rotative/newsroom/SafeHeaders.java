package press.rotative.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// The headers of every answer of the newsroom. Screens load only files of their own, run no script that stands in
/// a page, write no text as HTML (Trusted Types; the one policy, `rotative-paste`, reads what is pasted into a
/// document that is never shown), are never framed, and are kept by nobody.
final class SafeHeaders {
    private final Map<String, String> headers = new LinkedHashMap<>();

    SafeHeaders(HomeAddress home) {
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                        + "script-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
                        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types rotative-paste");
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Robots-Tag", "noindex");
        headers.put(
                "Permissions-Policy",
                "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), "
                        + "microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (home.secure()) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext answer) {
        if (Guard.isOurs(request.getUriInfo().getPath(), null)) {
            headers.forEach((name, value) -> answer.getHeaders().putSingle(name, value));
        }
    }
}
