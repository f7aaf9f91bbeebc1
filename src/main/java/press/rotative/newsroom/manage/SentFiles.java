package press.rotative.newsroom.manage;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.api.Multipart;
import press.rotative.platform.Problem;
import press.rotative.story.house.LogoFiles;

/// A form with small files.
///
/// @param files by the name of their field; a field in which none was chosen is left out
record SentFiles(MultivaluedMap<String, String> texts, Map<String, byte[]> files) {
    private static final int LONGEST_TEXT = 1000;

    /// @throws Problem INVALID for what is no such form or broke off; TOO_LARGE
    static SentFiles read(@Nullable String contentType, InputStream body) {
        Multipart form = Multipart.of(contentType, body).orElseThrow(SentFiles::unreadable);
        var texts = new MultivaluedHashMap<String, String>();
        var files = new HashMap<String, byte[]>();
        try {
            for (Optional<Multipart.Part> next = form.next(); next.isPresent(); next = form.next()) {
                Multipart.Part part = next.get();
                if (part.fileName().isEmpty()) {
                    byte[] text = part.body().readNBytes(LONGEST_TEXT);
                    texts.add(part.name(), new String(text, StandardCharsets.UTF_8));
                } else {
                    // One more than is taken, so that whoever reads it can say that it is too large.
                    files.put(part.name(), part.body().readNBytes(LogoFiles.LARGEST + 1));
                }
            }
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw unreadable();
        }
        return new SentFiles(texts, files);
    }

    private static Problem unreadable() {
        return Problem.invalid("The form broke off. Send it again.").as("problem.look.form");
    }
}
