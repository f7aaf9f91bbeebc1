package press.rotative.newsroom.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.fill.Fill;
import press.rotative.newsroom.ScreenCosts;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.story.Editions;

/// The desk reads as much over a large archive as over a small one, and no query of it walks through a table that
/// grows.
@Tag("long")
class DeskCostTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final int SMALL = 400;
    private static final int LARGE = 1_200;

    @TempDir
    Path data;

    @Test
    void the_desk_costs_the_same_over_any_archive() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            new Fill(press).upTo(SMALL, new Unwatched());
            ScreenCosts small = readings(press);
            new Fill(press).upTo(LARGE, new Unwatched());
            ScreenCosts large = readings(press);
            small.assertNoMoreIn(large);
            large.assertWalksThroughNone(press.database(), "story\\w*|publication\\w*|staff\\w*", "story|story_staff");
        }
    }

    private static ScreenCosts readings(Press press) {
        var readings = new ScreenCosts();
        long fr = press.database()
                .read(sql -> new Editions(sql).find("fr").orElseThrow().id().value());
        Actor everywhere = new Actor(7, Role.CHIEF_EDITOR);
        Actor inFrench = new Actor(8, Set.of(new Grant(Role.EDITOR, fr, 0)));
        List<Map<String, String>> asked = List.of(
                Map.of(),
                Map.of("view", "list"),
                Map.of("view", "list", "state", "published", "edition", Long.toString(fr)),
                Map.of("whose", "me", "when", "week"));
        for (Actor actor : List.of(everywhere, inFrench)) {
            for (Map<String, String> each : asked) {
                readings.count(actor.staffId() + " " + each, press.database(), sql -> new DeskMaker(
                                sql,
                                ScreenCosts.shell("Desk", CLOCK.instant()),
                                actor,
                                CLOCK.instant(),
                                DeskQuery.of(each))
                        .page());
            }
        }
        return readings;
    }

    private static final class Unwatched implements Fill.Watching {
        @Override
        public void told(long done, long behind) {}

        @Override
        public boolean stopped() {
            return false;
        }
    }
}
