package press.rotative.newsroom.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.fill.Fill;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.Shell;
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
            Map<String, Queries> small = readings(press);
            new Fill(press).upTo(LARGE, new Unwatched());
            Map<String, Queries> large = readings(press);
            small.forEach((name, before) -> {
                Queries after = large.get(name);
                assertTrue(
                        after.count() <= before.count() + 2,
                        name + ": " + before.count() + " queries to " + after.count());
                assertTrue(
                        after.rows() <= before.rows() * 1.3 + 20,
                        name + ": " + before.rows() + " rows to " + after.rows());
            });
            press.database().read(sql -> {
                var walking = new ArrayList<String>();
                large.forEach((name, each) -> each.texts()
                        .forEach(text -> sql.fetch("explain query plan " + text).forEach(step -> {
                            String detail = String.valueOf(step.get("detail"));
                            boolean sorted = detail.equals("USE TEMP B-TREE FOR ORDER BY")
                                    && text.matches(".* from `(story|story_staff)`? .*");
                            if (sorted || detail.matches("SCAN (story|publication|staff).*")) {
                                walking.add(name + ": " + detail + ": " + text);
                            }
                        })));
                assertEquals(List.of(), walking);
                return true;
            });
        }
    }

    private static Map<String, Queries> readings(Press press) {
        var readings = new LinkedHashMap<String, Queries>();
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
                readings.put(actor.staffId() + " " + each, reading(press, actor, each));
            }
        }
        return readings;
    }

    private static Queries reading(Press press, Actor actor, Map<String, String> asked) {
        var queries = new Queries();
        press.database().read(sql -> {
            DSLContext counted = queries.over(sql);
            new DeskMaker(counted, shell(), actor, CLOCK.instant(), DeskQuery.of(asked)).page();
            return true;
        });
        return queries;
    }

    private static Shell shell() {
        Tongue tongue = Tongue.of("en");
        Words words = Words.in("newsroom", tongue, Digits.WESTERN);
        var dates = new Dates(words, tongue, ZoneId.of("UTC"), CLOCK.instant());
        return new Shell(
                words,
                tongue,
                dates,
                "Le Phare",
                "Desk",
                null,
                List.of(),
                List.of(),
                null,
                null,
                dates.brief(CLOCK.instant()),
                List.of(),
                List.of(),
                List.of());
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
