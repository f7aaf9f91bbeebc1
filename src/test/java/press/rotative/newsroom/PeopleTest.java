package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;

/// The screens of the people of the newsroom, as an administrator at a browser meets them.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class PeopleTest {
    private static final String PASSWORD = "sept bateaux et un phare";

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private long maud;
    private long jane;
    private Browsing administrator;

    @BeforeEach
    void twoPeople() {
        maud = Arrivals.join(acts, "Maud Kervarn", address("maud"), "en", PASSWORD, Role.ADMINISTRATOR);
        jane = Arrivals.join(acts, "Jane Mercer", address("jane"), "en", PASSWORD, Role.REPORTER);
        administrator = in(maud);
    }

    private static String address(String who) {
        return who + System.nanoTime() + "@lephare.example";
    }

    private Browsing in(long staffId) {
        return Browsing.in(server, acts, staffId);
    }

    @Test
    void an_administrator_changes_roles_suspends_and_brings_back() throws Exception {
        assertTrue(administrator.get("/newsroom/staff").body().contains("Jane Mercer"));
        String person = "/newsroom/staff/" + jane;
        assertEquals(200, administrator.get(person).statusCode());
        var changed = administrator.post(
                person + "/rights", "role", "contributor", "place", "0/0", "role", "", "place", "0/0");
        assertEquals(person + "?done=saved", Browsing.onTo(changed));
        assertTrue(administrator.get(person).body().contains("value=\"contributor\" selected"));
        var wrong = administrator.post(person + "/rights", "role", "administrator", "place", "9/0");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("not there any more"), wrong.body());

        Browsing reporter = in(jane);
        assertEquals(200, reporter.get("/newsroom/account").statusCode());
        assertEquals(403, reporter.get("/newsroom/staff").statusCode());
        assertEquals(person + "?done=staff.suspended", Browsing.onTo(administrator.post(person + "/suspension")));
        assertTrue(Browsing.onTo(reporter.get("/newsroom/account")).startsWith("/newsroom/sign-in"));
        assertFalse(administrator.get("/newsroom/staff").body().contains("/newsroom/staff/" + jane + "\""));
        assertTrue(
                administrator.get("/newsroom/staff?show=suspended").body().contains("/newsroom/staff/" + jane + "\""));
        assertEquals(person + "?done=staff.back", Browsing.onTo(administrator.post(person + "/return")));
        var own = administrator.post("/newsroom/staff/" + maud + "/suspension");
        assertEquals(409, own.statusCode());
        assertTrue(own.body().contains("Nobody suspends themselves"), own.body());
    }

    /// That somebody looked is noted once an hour; who looks again waits for no writer.
    @Test
    void who_looks_again_reads_on_while_nothing_can_be_written() throws Exception {
        List<String> pages = List.of(
                "/newsroom/staff",
                "/newsroom/staff?show=suspended",
                "/newsroom/staff/" + jane,
                "/newsroom/staff/invitations",
                "/newsroom/journal");
        for (String page : pages) {
            assertEquals(200, administrator.get(page).statusCode(), page);
        }
        var writing = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                threads.submit(() -> database.write(transaction -> {
                    writing.countDown();
                    return await(release);
                }));
                assertTrue(await(writing));
                for (String page : pages) {
                    var answer = threads.submit(() -> administrator.get(page));
                    assertEquals(200, answer.get(10, TimeUnit.SECONDS).statusCode(), page);
                }
            } finally {
                release.countDown();
            }
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void who_came_in_a_moment_ago_was_seen() throws Exception {
        assertTrue(lineOf(jane).contains("never seen"));
        in(jane);
        assertFalse(lineOf(jane).contains("never seen"));
    }

    private String lineOf(long staffId) throws Exception {
        String list = administrator.get("/newsroom/staff").body();
        String rest = list.substring(list.indexOf("/newsroom/staff/" + staffId + "\""));
        return rest.substring(0, rest.indexOf("</li>"));
    }

    @Test
    void who_did_not_show_lately_who_they_are_is_asked_first_and_loses_nothing() throws Exception {
        String person = "/newsroom/staff/" + jane;
        provedLongAgo(maud);
        var asked =
                administrator.post(person + "/rights", "role", "editor", "place", "0/0", "role", "", "place", "0/0");
        assertEquals(403, asked.statusCode());
        assertTrue(asked.body().contains("action=\"" + person + "/rights\""), asked.body());
        assertTrue(asked.body().contains("name=\"role\" value=\"editor\""), asked.body());
        assertFalse(administrator.get(person).body().contains("value=\"editor\" selected"), "not done yet");
        var wrong = administrator.post(person + "/rights", "role", "editor", "place", "0/0", "proof", "no");
        assertEquals(403, wrong.statusCode());
        assertTrue(wrong.body().contains("This is not your password"), wrong.body());
        var done = administrator.post(person + "/rights", "role", "editor", "place", "0/0", "proof", PASSWORD);
        assertEquals(person + "?done=saved", Browsing.onTo(done));
        assertTrue(administrator.get(person).body().contains("value=\"editor\" selected"));
        assertEquals(
                person + "?done=saved",
                Browsing.onTo(administrator.post(person + "/rights", "role", "reporter", "place", "0/0")),
                "not asked again within ten minutes");
    }

    @Test
    void five_wrong_passwords_end_the_session() throws Exception {
        provedLongAgo(maud);
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    403, administrator.post("/newsroom/proof", "proof", "no").statusCode());
        }
        assertEquals("/newsroom/sign-in", Browsing.onTo(administrator.post("/newsroom/proof", "proof", "no")));
        assertTrue(Browsing.onTo(administrator.get("/newsroom/account")).startsWith("/newsroom/sign-in"));
    }

    @Test
    void one_s_own_sessions_are_listed_and_ended_one_by_one() throws Exception {
        Browsing other = in(maud).with("User-Agent", "Another browser");
        String page = administrator.get("/newsroom/account").body();
        assertEquals(2, page.split("a test", -1).length - 1, page);
        String session = page.replaceAll("(?s).*name=\"session\" value=\"(\\d+)\".*", "$1");
        assertEquals(
                "/newsroom/account?done=session.ended",
                Browsing.onTo(administrator.post("/newsroom/account/sessions", "session", session)));
        assertTrue(Browsing.onTo(other.get("/newsroom/account")).startsWith("/newsroom/sign-in"));
        assertEquals(200, administrator.get("/newsroom/account").statusCode());
    }

    @Test
    void who_forgot_a_password_is_handed_a_link_and_who_knows_it_changes_it() throws Exception {
        assertTrue(new Browsing(server).get("/newsroom/reset").body().contains("No mail is set up here"));
        var shown = administrator.post("/newsroom/staff/" + jane + "/reset-link");
        assertEquals(200, shown.statusCode());
        String path = shown.body().replaceAll("(?s).*<code id=\"link\" dir=\"ltr\">http://[^/]+([^<]+)<.*", "$1");
        var browser = new Browsing(server);
        assertEquals("/newsroom", Browsing.onTo(browser.post(path, "password", PASSWORD + " encore")));
        Browsing elsewhere = in(jane);
        assertEquals(
                422,
                browser.post("/newsroom/account/password", "password", "kurz").statusCode());
        assertEquals(
                "/newsroom/account?done=password.changed",
                Browsing.onTo(browser.post("/newsroom/account/password", "password", PASSWORD + " toujours")));
        assertEquals(200, browser.get("/newsroom/account").statusCode());
        assertTrue(Browsing.onTo(elsewhere.get("/newsroom/account")).startsWith("/newsroom/sign-in"));
    }

    @Test
    void a_screen_that_is_not_there_has_the_menu_and_the_language_of_the_account() throws Exception {
        long french = Arrivals.join(acts, "Ronan Jézéquel", address("ronan"), "fr", PASSWORD, Role.EDITOR);
        for (String path : List.of("/newsroom/nulle-part", "/newsroom/stories/999999", "/newsroom/desk/x/y")) {
            var missing = in(french).get(path);
            assertEquals(404, missing.statusCode(), path);
            assertTrue(missing.body().contains("<html lang=\"fr\""), path);
            assertTrue(missing.body().contains("href=\"/newsroom/desk\""), path + " has the menu");
        }
        var stranger = new Browsing(server).get("/newsroom/nulle-part");
        assertEquals(404, stranger.statusCode());
        assertFalse(stranger.body().contains("href=\"/newsroom/desk\""));
    }

    @Test
    void a_page_that_says_what_is_wrong_comes_also_when_nothing_can_be_read() throws Exception {
        Browsing browser = in(jane);
        for (String table : List.of("staff_session", "edition")) {
            execute("alter table " + table + " rename to gone");
            try {
                var missing = browser.get("/newsroom/nulle-part");
                assertEquals(404, missing.statusCode(), table);
                assertTrue(missing.body().contains("There is nothing at this address."), missing.body());
                assertEquals(
                        "text/html;charset=utf-8",
                        missing.headers().firstValue("Content-Type").orElse(""));
                assertTrue(browser.get("/newsroom/account").statusCode() >= 500, table);
            } finally {
                execute("alter table gone rename to " + table);
            }
        }
        assertTrue(browser.get("/newsroom/nulle-part").body().contains("href=\"/newsroom/desk\""));
    }

    private void execute(String statement) {
        database.write(transaction -> transaction.sql().execute(statement));
    }

    @Test
    void the_journal_shows_what_was_done_and_who_looked_at_it() throws Exception {
        administrator.get("/newsroom/staff/" + jane);
        administrator.post("/newsroom/staff/" + jane + "/sessions");
        administrator.get("/newsroom/staff");
        administrator.get("/newsroom/staff/invitations");
        String once = administrator.get("/newsroom/journal").body();
        assertTrue(once.contains("looked at the list of people") && once.contains("looked at the invitations"), once);
        administrator.get("/newsroom/staff");
        administrator.get("/newsroom/staff/invitations");
        String page = administrator.get("/newsroom/journal").body();
        for (String looked : List.of("looked at the list of people", "looked at the invitations")) {
            assertEquals(once.split(looked, -1).length, page.split(looked, -1).length, "once an hour: " + page);
        }
        assertTrue(page.contains("looked at the journal"), page);
        assertTrue(page.contains("ended sessions</b><bdi class=\"l\">Jane Mercer</bdi>"), page);
        assertTrue(page.contains("looked at somebody’s page"), page);
        String looking = administrator
                .get("/newsroom/journal?kind=looking&person=" + jane)
                .body();
        assertTrue(looking.contains("<b>looked at somebody’s page"), looking);
        assertFalse(looking.contains("<b>ended sessions"), looking);
        String past = administrator.get("/newsroom/journal?day=2001-02-03").body();
        assertTrue(past.contains("Nothing of this stands"), past);
        assertEquals(
                200,
                administrator
                        .get("/newsroom/journal?day=no&kind=%00&person=-1&before=9-x")
                        .statusCode());
        for (int i = 0; i < 60; i++) {
            administrator.get("/newsroom/journal?person=" + maud + "&day=20%02d-01-01".formatted(i));
        }
        String first = administrator.get("/newsroom/journal?person=" + maud).body();
        assertEquals(50, first.split("<li class=\"rowx\">", -1).length - 1);
        String older = first.replaceAll("(?s).*href=\"(/newsroom/journal[^\"]+before=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        String second = administrator.get(older).body();
        assertTrue(second.contains("<b>ended sessions"), second);
        assertEquals(
                "/newsroom/journal?done=journal.whole", Browsing.onTo(administrator.post("/newsroom/journal/check")));
        assertEquals(403, in(jane).get("/newsroom/journal").statusCode());
    }

    private void provedLongAgo(long staffId) {
        database.write(transaction -> Arrivals.provedLongAgo(transaction, staffId));
    }
}
