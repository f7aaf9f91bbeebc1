package press.rotative.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// The headers of every answer of the newsroom. Screens load only files of their own, run no script that stands in
/// a page, write no text as HTML (Trusted Types; the one policy, `rotative-paste`, reads what is pasted into a
/// document that is never shown), are never framed, and are kept by nobody. Two answers are an exception, by their
/// annotations: a preview may stand in a frame of ours ([Framed]), and the screen around it has that frame ([Frames]).
final class SafeHeaders {
    private static final String POLICY = "Content-Security-Policy";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String policy;

    SafeHeaders(HomeAddress home) {
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                + "script-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
                + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types rotative-paste";
        headers.put(POLICY, policy);
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
    public void add(ContainerRequestContext request, ContainerResponseContext answer, @Nullable ResourceInfo asked) {
        if (Guard.isOurs(request.getUriInfo().getPath(), null)) {
            headers.forEach((name, value) -> answer.getHeaders().putSingle(name, value));
            Method method = asked == null ? null : asked.getResourceMethod();
            if (method != null && method.isAnnotationPresent(Framed.class)) {
                answer.getHeaders()
                        .putSingle(POLICY, policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
            } else if (method != null && method.isAnnotationPresent(Frames.class)) {
                answer.getHeaders().putSingle(POLICY, policy + "; frame-src 'self'");
            }
        }
    }
}
