package press.rotative.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// The form in a request that has not come to its screen yet: a page that asks something first carries it on, and puts
/// it back without what it asked for itself (`application/x-www-form-urlencoded`, URL Standard, section 5).
final class SentForm {
    private static final Logger LOG = Logger.getLogger(SentForm.class);
    private static final int MOST_BYTES = 1_000_000;
    private static final long MOST_PASSED = 60_000_000;
    private static final int BLOCK = 65_536;

    private SentForm() {}

    /// Whether a request holds such a form, as far as its headers say; one without a body is an empty one.
    static boolean isIn(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return request.getLength() <= MOST_BYTES
                && (type == null
                        ? request.getLength() <= 0
                        : MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type));
    }

    /// @throws Problem TOO_LARGE beyond [#MOST_BYTES]; INVALID for what is no such form
    static MultivaluedMap<String, String> read(ContainerRequestContext request) {
        try {
            byte[] bytes = request.getEntityStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(Problem.Category.TOO_LARGE, "A form holds at most " + MOST_BYTES + " bytes.")
                        .as("problem.413");
            }
            MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
            for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
                int sign = pair.indexOf('=');
                if (sign > 0) {
                    sent.add(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
                }
            }
            return sent;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Problem.invalid("This form cannot be read.").as("problem.field");
        }
    }

    /// Reads past what is not taken, as far as the largest file that is sent here: a browser that is answered while it
    /// still sends may show a broken line instead of the answer.
    static void pass(ContainerRequestContext request) {
        var bytes = new byte[BLOCK];
        try {
            InputStream body = request.getEntityStream();
            int read = body.read(bytes);
            for (long left = MOST_PASSED; read >= 0 && left > 0; left -= read) {
                read = body.read(bytes);
            }
        } catch (IOException gone) {
            LOG.debug("a form that was not taken broke off", gone);
        }
    }

    /// The screen reads this form.
    static void putBack(ContainerRequestContext request, Map<String, List<String>> sent) {
        String written = sent.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        request.setEntityStream(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
    }

    /// Takes a field out of a form; null: it is not there.
    static @Nullable String take(MultivaluedMap<String, String> sent, String field) {
        List<String> values = sent.remove(field);
        return values == null ? null : values.isEmpty() ? "" : values.getFirst();
    }

    /// Path and query of a request.
    static String address(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
