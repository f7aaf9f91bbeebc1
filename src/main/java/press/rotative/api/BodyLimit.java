package press.rotative.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import press.rotative.media.Intake;
import press.rotative.platform.Bodies;

/// Refuses a body that says it is too large before a byte of it is read.
final class BodyLimit {
    private static final Set<String> FORMS = Set.of("/newsroom/pictures", "/newsroom/inbox");
    /// What a form needs beside the picture in it.
    private static final long ROUND_IT = 1 << 18;

    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        String length = request.getHeaderString("Content-Length");
        if (length == null || !length.matches("[0-9]+")) {
            return;
        }
        long bytes = length.length() > 15 ? Long.MAX_VALUE : Long.parseLong(length);
        if (isForm(request)) {
            return; // the server's own limit holds for the form as a whole, and the intake's or the import's for each
            // file
        }
        if (isUpload(request)) {
            if (bytes > Intake.LARGEST + ROUND_IT) {
                throw Intake.tooLarge();
            }
        } else if (bytes > Bodies.LARGEST) {
            throw Door.tooLarge();
        }
    }

    /// Many pictures, or many captured pages, in one form of the newsroom.
    private static boolean isForm(ContainerRequestContext request) {
        return request.getMethod().equals("POST")
                && FORMS.contains(request.getUriInfo().getPath());
    }

    private static boolean isUpload(ContainerRequestContext request) {
        String type = request.getHeaderString("Content-Type");
        return request.getMethod().equals("POST")
                && request.getUriInfo().getPath().equals("/api/v1/pictures")
                && (type == null || !type.startsWith("application/json"));
    }
}
