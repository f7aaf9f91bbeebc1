package press.rotative.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses a body that says it is too large before a byte of it is read.
final class BodyLimit {

    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        String length = request.getHeaderString("Content-Length");
        if (length != null
                && length.matches("[0-9]+")
                && (length.length() > 9 || Integer.parseInt(length) > Door.LARGEST_BODY)) {
            throw Door.tooLarge();
        }
    }
}
