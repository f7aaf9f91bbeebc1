package press.rotative.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import press.rotative.TickingClock;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.platform.Problem;

class UploadLimitsTest {
    private static final Actor MAUD = new Actor(3, Role.REPORTER);
    private static final Actor JEAN = new Actor(4, Role.REPORTER);

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-28T10:00:00Z"));
    private final UploadLimits limits = new UploadLimits(clock, 1000);

    @Test
    void four_files_come_at_once() {
        for (int i = 0; i < 4; i++) {
            limits.begin(MAUD);
        }
        assertEquals(Problem.Category.TOO_MANY, refused(MAUD));
        limits.begin(JEAN);
        limits.end(MAUD, 10);
        limits.begin(MAUD);
    }

    @Test
    void so_many_bytes_come_within_an_hour() {
        limits.begin(MAUD);
        limits.end(MAUD, 1000);
        assertEquals(Problem.Category.TOO_MANY, refused(MAUD));
        limits.begin(JEAN);
        clock.advance(Duration.ofMinutes(61));
        limits.begin(MAUD);
    }

    @Test
    void the_operator_brings_whole_archives() {
        for (int i = 0; i < 20; i++) {
            limits.begin(Actor.OPERATOR);
        }
        limits.end(Actor.OPERATOR, 5000);
        limits.begin(Actor.OPERATOR);
    }

    private Problem.Category refused(Actor actor) {
        return assertThrows(Problem.class, () -> limits.begin(actor)).category();
    }
}
