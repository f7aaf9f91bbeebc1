package press.rotative.newsroom.desk;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.platform.Seal;

/// What somebody may take back: steps that they did themselves, sealed for them on the page that told of it. Nobody
/// makes one up, to approve stories that they did not read, and nobody keeps one for later.
@Singleton
final class BulkUndo {
    static final Duration LASTS = Duration.ofHours(1);

    private final Seal seal;

    BulkUndo(Seal seal) {
        this.seal = seal;
    }

    /// @param tag the state that the step left the story's text in
    record Done(BulkStep back, String tag) {}

    String close(Actor actor, Done done, Instant now) {
        String text = done.back().text() + "@" + done.tag() + "@" + now.toEpochMilli();
        return seal.close(purpose(actor), text.getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty for what was not sealed for this actor, or not within the last hour
    Optional<Done> opened(Actor actor, String text, Instant now) {
        return seal.open(purpose(actor), text)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("@", 3))
                .filter(parts -> parts.length == 3
                        && now.isBefore(
                                Instant.ofEpochMilli(Long.parseLong(parts[2])).plus(LASTS)))
                .flatMap(parts -> BulkStep.read(parts[0]).map(step -> new Done(step, parts[1])));
    }

    private static String purpose(Actor actor) {
        return "bulk " + actor.staffId();
    }
}
