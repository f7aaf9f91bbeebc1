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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
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
// grows.
@Tag("long")
class DeskCostTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final int SMALL = 400;
    private static final int LARGE = 1_200;

    @TempDir
    Path data;

    private static final class Counting implements ExecuteListener {
        private int queries;
        private int rows;
        private final Set<String> texts = new LinkedHashSet<>();

        @Override
        public void executeStart(ExecuteContext context) {
            queries++;
            if (context.query() != null) {
                texts.add(context.query().getSQL(ParamType.INLINED));
            }
        }

        @Override
        public void recordEnd(ExecuteContext context) {
            rows++;
        }
    }

    @Test
    void the_desk_costs_the_same_over_any_archive() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            new Fill(press).upTo(SMALL, new Unwatched());
            Map<String, Counting> small = readings(press);
            new Fill(press).upTo(LARGE, new Unwatched());
            Map<String, Counting> large = readings(press);
            small.forEach((name, before) -> {
                Counting after = large.get(name);
                assertTrue(
                        after.queries <= before.queries + 2,
                        name + ": " + before.queries + " queries to " + after.queries);
                assertTrue(after.rows <= before.rows * 1.3 + 20, name + ": " + before.rows + " rows to " + after.rows);
            });
            press.database().read(sql -> {
                var walking = new ArrayList<String>();
                large.forEach((name, each) -> each.texts.forEach(
                        text -> sql.fetch("explain query plan " + text).forEach(step -> {
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

    private static Map<String, Counting> readings(Press press) {
        var readings = new LinkedHashMap<String, Counting>();
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

    private static Counting reading(Press press, Actor actor, Map<String, String> asked) {
        var counting = new Counting();
        press.database().read(sql -> {
            DSLContext counted = DSL.using(sql.configuration().derive(new DefaultExecuteListenerProvider(counting)));
            new DeskMaker(counted, shell(), actor, CLOCK.instant(), DeskQuery.of(asked)).page();
            return true;
        });
        return counting;
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
