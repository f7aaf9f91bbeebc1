package press.rotative.newsroom.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.api.Multipart;
import press.rotative.language.Words;
import press.rotative.media.Intake;
import press.rotative.media.NewPicture;
import press.rotative.media.Picture;
import press.rotative.media.Taken;
import press.rotative.newsroom.Said;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Acts;
import press.rotative.story.acts.KeepPicture;

/// Takes the files of a form in, one after the other: one that is refused does not keep out those behind it.
@Singleton
class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Intake intake;
    private final Acts acts;

    Uploads(Intake intake, Acts acts) {
        this.intake = intake;
        this.acts = acts;
    }

    /// @param contentType of the form
    /// @throws Problem INVALID for what is no form with a part `file`, or broke off before the first file was whole
    List<Sent> take(Actor actor, Words words, @Nullable String contentType, InputStream body) {
        Multipart form = Multipart.of(contentType, body).orElseThrow(Uploads::empty);
        var sent = new ArrayList<Sent>();
        try {
            for (var part = form.next(); part.isPresent(); part = form.next()) {
                if (part.get().name().equals("file") && !part.get().fileName().isEmpty()) {
                    sent.add(take(actor, words, part.get()));
                }
            }
        } catch (IOException broken) {
            sent.add(new Sent("", "refused", words.say("media.broke.off"), null));
        }
        passOver(body);
        if (form.hasMore()) {
            sent.add(new Sent("", "refused", words.say("media.overfull", Multipart.MOST_PARTS), null));
        }
        if (sent.isEmpty()) {
            throw empty();
        }
        return sent;
    }

    /// What is not read would keep the sender from hearing the answer.
    private static void passOver(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            LOG.debug("the end of an upload was not read", broken);
        }
    }

    private static Problem empty() {
        return Problem.invalid("Choose one or more pictures to send.").as("problem.media.no.file");
    }

    private Sent take(Actor actor, Words words, Multipart.Part part) {
        String name = part.fileName();
        try {
            return switch (intake.take(actor, part.body())) {
                case Taken.Known(Picture picture) -> known(words, name, picture);
                case Taken.Fresh(NewPicture fresh) -> {
                    Picture picture = acts.perform(new KeepPicture(actor, fresh, fresh.description()))
                            .value();
                    String sentence = fresh.frames() < 2
                            ? words.say("media.kept")
                            : words.say("media.kept.first", fresh.frames());
                    yield new Sent(name, "kept", sentence, path(picture));
                }
            };
        } catch (Problem refused) {
            return new Sent(name, "refused", Said.of(words, refused), null);
        }
    }

    private static Sent known(Words words, String name, Picture picture) {
        return new Sent(name, "known", words.say("media.known"), path(picture));
    }

    private static String path(Picture picture) {
        return LibraryQuery.PATH + "/" + picture.id().value();
    }
}
