package press.rotative.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Intake;
import press.rotative.media.PictureDescription;
import press.rotative.media.Taken;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;

/// Reads the body of an upload: the picture itself, or a form with the part `file` and, if wanted, the part
/// `description` in JSON.
///
/// @param taken what became of the file
/// @param description what the sender wrote, in place of what the file says; null: nothing
record PictureUpload(Taken taken, @Nullable PictureDescription description) {
    private static final int LONGEST_DESCRIPTION = 100_000;

    static PictureUpload receive(Intake intake, Actor actor, @Nullable String contentType, InputStream body) {
        Optional<Multipart> form = Multipart.of(contentType, body);
        if (form.isEmpty()) {
            return new PictureUpload(intake.take(actor, body), null);
        }
        try {
            return form(intake, actor, form.get());
        } catch (IOException broken) {
            throw new Problem(Problem.Category.INVALID, "The upload broke off. Send the picture again.", broken);
        }
    }

    private static PictureUpload form(Intake intake, Actor actor, Multipart form) throws IOException {
        Taken taken = null;
        PictureDescription description = null;
        for (var part = form.next(); part.isPresent(); part = form.next()) {
            switch (part.get().name()) {
                case "file" -> taken = intake.take(actor, part.get().body());
                case "description" -> description = description(part.get().body());
                default ->
                    throw Problem.invalid("A form has the parts 'file' and 'description', not '"
                            + part.get().name() + "'.");
            }
        }
        if (taken == null) {
            throw Problem.invalid("The form has no part 'file'. Put the picture there.");
        }
        return new PictureUpload(taken, description);
    }

    private static PictureDescription description(InputStream part) throws IOException {
        byte[] bytes = part.readNBytes(LONGEST_DESCRIPTION + 1);
        if (bytes.length > LONGEST_DESCRIPTION) {
            throw Problem.invalid("The description is too long.");
        }
        return Json.read(bytes, PicturesResource.Description.class).checked();
    }

    /// What makes this request another one than the last with the same idempotency key.
    byte[] fingerprint() {
        String file =
                switch (taken) {
                    case Taken.Known known -> "known " + known.picture().id().value();
                    case Taken.Fresh fresh -> String.valueOf(fresh.picture().sourceDigest());
                };
        return (file + " " + description).getBytes(StandardCharsets.UTF_8);
    }
}
