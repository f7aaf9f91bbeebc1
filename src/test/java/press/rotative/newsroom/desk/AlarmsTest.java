package press.rotative.newsroom.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.STAFF_SESSION;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;

/// What an open screen asks for while it stands open.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsTest {
    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private StoriesOnDesk.Filed filed;

    @BeforeAll
    void stories() {
        filed = StoriesOnDesk.file(acts);
    }

    @Test
    void an_open_screen_learns_what_became_late_and_is_told_nothing_twice() throws Exception {
        Browsing chief = Browsing.in(server, acts, "Jane Mercer", "en", Grant.everywhere(Role.CHIEF_EDITOR))
                .with("Sec-Fetch-Mode", "cors");
        var first = chief.get("/newsroom/alarms?clocks=on");
        assertEquals(200, first.statusCode());
        assertTrue(first.body().contains("La digue nord fermée"), first.body());
        assertFalse(first.body().contains("role=\"alert\""), first.body());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        chief.with("If-None-Match", tag);
        assertEquals(304, chief.get("/newsroom/alarms?clocks=on").statusCode());
        assertFalse(chief.get("/newsroom/alarms").body().contains("La digue"), "without the clocks where none stand");

        LateJobs.park(database, filed.planned());
        var late = chief.get("/newsroom/alarms?clocks=on");
        assertEquals(200, late.statusCode());
        assertEquals(2, late.body().split("role=\"alert\"", -1).length, "read out once: " + late.body());
        assertTrue(late.body().contains("1 clock has struck"), late.body());
        Browsing reporter = Browsing.in(server, acts, "Ali Nasr", "ar", Grant.everywhere(Role.REPORTER))
                .with("Sec-Fetch-Mode", "cors");
        var clocks = reporter.get("/newsroom/alarms?clocks=on").body();
        assertFalse(clocks.contains("class=\"band"), "who cannot do anything about it has no band");
        assertTrue(clocks.contains("role=\"alert\"") && clocks.contains("متأخر"), clocks);
        var contributor = Browsing.in(server, acts, "Mo", "fr", Grant.everywhere(Role.CONTRIBUTOR));
        assertFalse(contributor.get("/newsroom/alarms?clocks=on").body().contains("La digue"));
    }

    @Test
    void an_open_screen_keeps_nobody_signed_in() throws Exception {
        Browsing reporter = Browsing.in(server, acts, "Ali Nasr", "ar", Grant.everywhere(Role.REPORTER))
                .with("Sec-Fetch-Mode", "cors");
        long hourAgo = System.currentTimeMillis() - 3_600_000;
        database.write(transaction -> transaction
                .sql()
                .update(STAFF_SESSION)
                .set(STAFF_SESSION.SEEN_AT, hourAgo)
                .execute());
        String story = "/newsroom/stories/" + filed.live().value();
        assertEquals(200, reporter.get("/newsroom/alarms").statusCode());
        assertEquals(
                204,
                reporter.post(story + "/presence", "window", "windowofareporter", "part", "headline")
                        .statusCode());
        assertEquals(200, reporter.get(story + "/standing?seen=&heard=").statusCode());
        assertEquals(hourAgo, oldestSeen());
        assertEquals(200, reporter.get("/newsroom/account").statusCode());
        assertTrue(oldestSeen() > hourAgo);
        var nobody = new Browsing(server).with("Sec-Fetch-Mode", "cors");
        assertEquals(401, nobody.get("/newsroom/alarms").statusCode());
    }

    private long oldestSeen() {
        return database.read(sql -> sql.select(STAFF_SESSION.SEEN_AT)
                        .from(STAFF_SESSION)
                        .orderBy(STAFF_SESSION.ID.desc())
                        .limit(1)
                        .fetchOptional(STAFF_SESSION.SEEN_AT))
                .orElseThrow();
    }
}
