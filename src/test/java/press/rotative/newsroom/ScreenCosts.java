package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import press.rotative.Queries;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.platform.Database;

/// What screens read over little, to be held against what they read over much.
public final class ScreenCosts {
    private static final int TIMES = 200;

    private final Map<String, Queries> readings = new LinkedHashMap<>();

    /// Makes a screen once, and counts.
    public void count(String name, Database database, Function<DSLContext, ?> screen) {
        var queries = new Queries();
        database.read(sql -> screen.apply(queries.over(sql)));
        readings.put(name, queries);
    }

    /// Each screen takes as many statements there as here.
    public void assertStatementsIn(ScreenCosts other) {
        readings.forEach((name, each) ->
                assertEquals(each.count(), other.readings.get(name).count(), () -> name + " takes other statements"));
    }

    /// Each screen reads as much there as here, but for what a few rows more on a page make.
    public void assertNoMoreIn(ScreenCosts large) {
        readings.forEach((name, before) -> {
            Queries after = large.readings.get(name);
            assertTrue(
                    after.count() <= before.count() + 2, name + ": " + before.count() + " queries to " + after.count());
            assertTrue(
                    after.rows() <= before.rows() * 1.3 + 20, name + ": " + before.rows() + " rows to " + after.rows());
        });
    }

    /// No query walks through a table that grows, or sorts what it found in one.
    ///
    /// @param tables that grow, as alternatives of a regular expression
    /// @param sorted of which nothing is sorted
    public void assertWalksThroughNone(Database database, String tables, String sorted) {
        database.read(sql -> {
            var walking = new ArrayList<String>();
            readings.forEach((name, each) -> each.texts()
                    .forEach(text -> sql.fetch("explain query plan " + text).forEach(step -> {
                        String detail = String.valueOf(step.get("detail"));
                        boolean sorts = detail.equals("USE TEMP B-TREE FOR ORDER BY")
                                && text.matches(".* from `(?:" + sorted + ")`? .*");
                        if (sorts || detail.matches("SCAN (?:" + tables + ")\\b.*")) {
                            walking.add(name + ": " + detail + ": " + text);
                        }
                    })));
            assertEquals(List.of(), walking);
            return true;
        });
    }

    /// How many statements a screen took, and how many rows it read.
    public String told(String name) {
        Queries each = readings.get(name);
        return each.count() + " statements, " + each.rows() + " rows";
    }

    /// @return milliseconds of processor time of this thread for one screen, as the mean of many
    public static double millis(Database database, Function<DSLContext, ?> screen) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = 0;
        for (int i = -TIMES; i < TIMES; i++) {
            if (i == 0) {
                begun = threads.getCurrentThreadCpuTime();
            }
            database.read(screen::apply);
        }
        return (threads.getCurrentThreadCpuTime() - begun) / 1e6 / TIMES;
    }

    /// A shell in English.
    public static Shell shell(String title, Instant now) {
        Tongue tongue = Tongue.of("en");
        Words words = Words.in("newsroom", tongue, Digits.WESTERN);
        var dates = new Dates(words, tongue, ZoneId.of("UTC"), now);
        return new Shell(
                words,
                tongue,
                dates,
                "Le Phare",
                title,
                null,
                List.of(),
                List.of(),
                null,
                null,
                dates.brief(now),
                List.of(),
                List.of(),
                List.of());
    }
}
