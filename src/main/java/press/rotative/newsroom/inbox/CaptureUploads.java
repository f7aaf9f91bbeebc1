package press.rotative.newsroom.inbox;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.api.Multipart;
import press.rotative.language.Words;
import press.rotative.media.BlobStore;
import press.rotative.media.Intake;
import press.rotative.newsroom.media.Sent;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Database;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;
import press.rotative.publication.Acts;
import press.rotative.story.SectionId;
import press.rotative.wire.CaptureDoor;
import press.rotative.wire.Filing;
import press.rotative.wire.Import;
import press.rotative.wire.ImportSource;
import press.rotative.wire.Imported;
import press.rotative.wire.PagePictures;
import press.rotative.wire.StoryFiling;

/// Imports the captured pages of a form, one after the other: one that is refused does not keep out those behind it.
/// Pictures are asked for on the web only where the form says so and the person may.
@Singleton
class CaptureUploads {
    private static final Logger LOG = Logger.getLogger(CaptureUploads.class);
    private static final int SOME_REFUSED = 422;
    private static final Duration FETCHING = Duration.ofSeconds(60);
    private static final int LONGEST_FIELD = 200;

    private final Acts acts;
    private final Database database;
    private final BlobStore blobs;
    private final Intake intake;
    private final Fetcher web;
    private final CaptureDoor door;

    CaptureUploads(Acts acts, Database database, BlobStore blobs, Intake intake, Fetcher web, CaptureDoor door) {
        this.acts = acts;
        this.database = database;
        this.blobs = blobs;
        this.intake = intake;
        this.web = web;
        this.door = door;
    }

    /// What became of the files of a form.
    ///
    /// @param status of HTTP
    record Answer(int status, List<Sent> sent) {
        Answer {
            sent = List.copyOf(sent);
        }
    }

    /// @param contentType of the form, whose fields `edition`, `section` and `fetch` stand before its files
    /// @throws Problem INVALID for what is no form with a part `file`; TOO_MANY for who sends much already;
    /// what is wrong with the server, or that it has no time, before any file was taken
    Answer take(Actor actor, Words words, @Nullable String contentType, InputStream body) {
        Policy.requireSomewhere(actor, Power.IMPORT);
        try (CaptureDoor.Visit visit = door.open(actor)) {
            InputStream counted = visit.counting(body);
            Multipart form = Multipart.of(contentType, counted).orElseThrow(CaptureUploads::empty);
            return all(new Sender(actor, words, visit, PagePictures.fetched(intake, web, FETCHING)), form, counted);
        }
    }

    /// @param pictures from the web, for all files of the form together
    private record Sender(Actor actor, Words words, CaptureDoor.Visit visit, PagePictures pictures) {}

    private Answer all(Sender sender, Multipart form, InputStream body) {
        Words words = sender.words();
        var sent = new ArrayList<Sent>();
        int status = 0;
        Map<String, String> fields = new HashMap<>();
        try {
            for (var part = form.next(); part.isPresent(); part = form.next()) {
                Multipart.Part each = part.get();
                if (each.name().equals("file") && !each.fileName().isEmpty()) {
                    sent.add(take(sender, each, fields));
                } else if (each.fileName().isEmpty()) {
                    fields.put(each.name(), new String(each.body().readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException broken) {
            sent.add(new Sent("", "refused", words.say("media.broke.off"), null));
        } catch (Problem passing) {
            if (sent.isEmpty()) {
                throw passing;
            }
            status = passing.category().status();
            sent.add(new Sent("", "refused", ImportWords.say(words, passing), null));
        }
        passOver(body);
        if (form.hasMore()) {
            sent.add(new Sent("", "refused", words.say("inbox.overfull", Multipart.MOST_PARTS), null));
        }
        if (sent.isEmpty()) {
            throw empty();
        }
        boolean refused = sent.stream().anyMatch(each -> each.outcome().equals("refused"));
        return new Answer(status > 0 ? status : refused ? SOME_REFUSED : 200, sent);
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
        return Problem.invalid("Choose one or more captured pages to send.").as("problem.inbox.no.file");
    }

    private Sent take(Sender sender, Multipart.Part part, Map<String, String> fields) throws IOException {
        Words words = sender.words();
        String name = part.fileName().replaceAll("\\p{Cntrl}", " ").strip();
        boolean fetch = fields.getOrDefault("fetch", "").equals("on");
        if (fetch && !Policy.allowsSomewhere(sender.actor(), Power.FETCH_PICTURES)) {
            return new Sent(name, "refused", words.say("inbox.no.fetch"), null);
        }
        var filing =
                new StoryFiling(sender.actor(), acts, database, blobs, fetch ? sender.pictures() : PagePictures.none());
        Imported imported = sender.visit().take(part.body(), fetch, page -> {
            var source = new ImportSource(name.isEmpty() ? "?" : name, () -> Files.newInputStream(page));
            var results = new ArrayList<Imported>();
            new Import(filing).run(List.of(source).iterator(), wishes(fields), results::add);
            return results.getFirst();
        });
        imported.problem().filter(Problem::passes).ifPresent(problem -> {
            throw problem;
        });
        return switch (imported.status()) {
            case FILED ->
                new Sent(
                        name,
                        imported.notes().isEmpty() ? "kept" : "known",
                        ImportWords.filed(words, imported.notes()),
                        imported.story()
                                .map(story -> InboxQuery.PATH + "/" + story.value())
                                .orElse(null));
            case SKIPPED -> new Sent(name, "known", ImportWords.say(words, imported), null);
            case REFUSED -> new Sent(name, "refused", ImportWords.say(words, imported), null);
        };
    }

    private static Filing.Wishes wishes(Map<String, String> fields) {
        String edition = fields.getOrDefault("edition", "");
        String section = fields.getOrDefault("section", "");
        return new Filing.Wishes(
                edition.isEmpty() ? Optional.empty() : Optional.of(edition),
                false,
                section.matches("[1-9][0-9]{0,16}")
                        ? Optional.of(new SectionId(Long.parseLong(section)))
                        : Optional.empty(),
                true);
    }
}
