package press.rotative.newsroom.desk;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.platform.Seal;

/// What somebody may take back: steps that they did themselves, sealed for them on the page that told of it. Nobody
/// makes one up, to approve stories that they did not read.
@Singleton
final class BulkUndo {
    private final Seal seal;

    BulkUndo(Seal seal) {
        this.seal = seal;
    }

    /// @param tag the state that the step left the story in
    record Done(BulkStep back, String tag) {}

    String close(Actor actor, Done done) {
        return seal.close(purpose(actor), (done.back().text() + "@" + done.tag()).getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty for what was not sealed for this actor
    Optional<Done> opened(Actor actor, String text) {
        return seal.open(purpose(actor), text)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("@", 2))
                .flatMap(parts -> BulkStep.read(parts[0]).map(step -> new Done(step, parts[1])));
    }

    private static String purpose(Actor actor) {
        return "bulk " + actor.staffId();
    }
}
