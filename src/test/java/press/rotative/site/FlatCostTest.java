package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.fill.Fill;

/// What a page reads does not grow with the archive: as many queries and rows over a large newsroom as over a small
/// one, and no query that walks through a table.
@Tag("long")
class FlatCostTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final int SMALL = 1_000;
    private static final int LARGE = 4_000;

    /// A page with lists that were not yet full over the small archive may read a little more.
    private static final double TOLERANCE = 1.3;

    @TempDir
    Path data;

    private record Reading(int queries, int rows) {}

    @Test
    void a_page_reads_as_much_over_a_large_archive_as_over_a_small_one() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            new Fill(press).upTo(SMALL, new Unwatched());
            List<String> addresses = addresses(press);
            Map<String, Reading> small = readings(press, addresses);
            new Fill(press).upTo(LARGE, new Unwatched());
            Map<String, Reading> large = readings(press, addresses);
            small.forEach((address, before) -> {
                Reading after = large.getOrDefault(address, new Reading(0, 0));
                assertTrue(
                        after.queries() <= before.queries() + 1,
                        address + ": " + before + " became " + after + " (queries)");
                assertTrue(
                        after.rows() <= before.rows() * TOLERANCE + 5,
                        address + ": " + before + " became " + after + " (rows)");
            });
        }
    }

    @Test
    void no_query_of_a_page_walks_through_a_table_that_grows() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            new Fill(press).upTo(SMALL, new Unwatched());
            var walking = new ArrayList<String>();
            for (String address : addresses(press, "/fr/sitemap-2026-10.xml", "/fr/corrections")) {
                press.database().read(sql -> {
                    var queries = new Queries();
                    make(press, sql, queries, address);
                    queries.texts().forEach(query -> sql.fetch("explain query plan " + query)
                            .forEach(step -> {
                                String detail = String.valueOf(step.get("detail"));
                                if (detail.matches("SCAN (story|publication|address|rendition|picture).*")
                                        && !detail.contains("CONSTANT ROW")) {
                                    walking.add(address + ": " + detail + ": " + query);
                                }
                            }));
                    return true;
                });
            }
            assertEquals(List.of(), walking);
        }
    }

    private static Map<String, Reading> readings(Press press, List<String> addresses) {
        var readings = new LinkedHashMap<String, Reading>();
        for (String address : addresses) {
            press.database().read(sql -> {
                make(press, sql, new Queries(), address); // what is read once for all is read now
                var queries = new Queries();
                make(press, sql, queries, address);
                readings.put(address, new Reading(queries.count(), queries.rows()));
                return true;
            });
        }
        return readings;
    }

    private static void make(Press press, DSLContext sql, Queries queries, String address) {
        DSLContext counted = queries.over(sql);
        Assets assets = Assets.ofProgram();
        String[] parts = address.split("\\?", 2);
        MadePage page = new PageMaker(
                        new RoomSnapshot(counted, CLOCK.instant(), press.finder()),
                        assets,
                        new Places(URI.create("https://made-up.example")),
                        new ProblemPages(assets))
                .make(Route.of(parts[0], parts.length > 1 ? parts[1] : null));
        assertEquals(200, page.status(), address);
    }

    /// One of every kind; the concept and the author are those most written about and by.
    private static List<String> addresses(Press press, String... more) {
        return press.database().read(sql -> {
            var addresses = new ArrayList<>(List.of(
                    "/fr/",
                    "/ar/",
                    "/fr/politique",
                    "/fr/topic/budget-municipal",
                    "/fr/rss.xml",
                    "/fr/atom.xml",
                    "/fr/feed.json",
                    "/sitemap.xml",
                    "/fr/search?q=budget"));
            addresses.addAll(List.of(more));
            var snapshot = new RoomSnapshot(sql, CLOCK.instant(), press.finder());
            var edition = snapshot.editions().getFirst();
            var story = snapshot.latest(edition.id(), 30).getLast();
            var section = snapshot.sections(edition.id()).stream()
                    .filter(each -> each.id().equals(story.section()))
                    .findFirst()
                    .orElse(null);
            addresses.add(Places.story(edition, section, story));
            var author = story.content().byline().getFirst().author().subject();
            addresses.add(snapshot.pathsOf(List.of(author), 1).get(author).getFirst());
            return addresses;
        });
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
