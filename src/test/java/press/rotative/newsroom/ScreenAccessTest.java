package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.newsroom.ScreenRoutes.Route;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Setup;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;

/// What attackers try at the door, at every route of the newsroom. Who may enter which is [ScreenMatrixTest]'s.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class ScreenAccessTest {
    private static final String PASSWORD = "sept bateaux et un phare";
    private static final String NOTHING = "999999999";
    private static final String TYPED = "typed=too+much+to+lose";

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private final Map<Role, Long> people = new EnumMap<>(Role.class);

    @BeforeAll
    void somebodyOfEveryRole() {
        for (Role role : Role.values()) {
            people.put(role, Arrivals.join(acts, role.label(), address(role), "en", PASSWORD, role));
        }
    }

    private String address(Role role) {
        return role.label() + System.identityHashCode(people) + System.nanoTime() + "@lephare.example";
    }

    private Browsing at(long staffId, Stage stage) {
        var browser = new Browsing(server);
        browser.cookies().put("rotative", Arrivals.at(acts, staffId, stage));
        return browser;
    }

    /// With numbers of nothing, so that whoever is let in changes nothing.
    private static HttpResponse<String> ask(Browsing browser, Route route) throws Exception {
        String path = route.path().replace("{secret}", "x".repeat(43)).replaceAll("\\{\\w+}", NOTHING);
        return browser.send(route.method(), path, route.reads() ? null : TYPED);
    }

    private static boolean asksWhoOneIs(HttpResponse<String> answer) {
        return answer.body().contains("name=\"proof\"");
    }

    @Test
    void what_is_to_be_proved_is_not_done_before() throws Exception {
        long administrator = people.get(Role.ADMINISTRATOR);
        List<String> wrong = new ArrayList<>();
        for (Route route : ScreenRoutes.all()) {
            if (route.proved()) {
                Browsing browser = at(administrator, Stage.IN);
                database.write(transaction -> Arrivals.provedLongAgo(transaction, administrator));
                var answer = ask(browser, route);
                boolean asked = route.reads()
                        ? Browsing.onTo(answer).startsWith("/newsroom/proof?then=")
                        : answer.statusCode() == 403 && asksWhoOneIs(answer);
                if (!asked) {
                    wrong.add(route.name() + " answers " + answer.statusCode());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void pages_of_others_change_nothing() throws Exception {
        long administrator = people.get(Role.ADMINISTRATOR);
        List<String> wrong = new ArrayList<>();
        for (Route route : ScreenRoutes.all()) {
            if (route.reads()) {
                continue;
            }
            Browsing browser = at(administrator, Stage.IN);
            for (String site : new String[] {"cross-site", "same-site", "none", null}) {
                for (String origin : new String[] {"https://evil.example", "null", null}) {
                    browser.with("Sec-Fetch-Site", site).with("Origin", origin);
                    int status = ask(browser, route).statusCode();
                    if (status != 403) {
                        wrong.add(route.name() + " from " + site + " " + origin + " answers " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        var older = new Browsing(server).with("Sec-Fetch-Site", null).with("Origin", origin());
        assertTrue(older.post("/newsroom/sign-in", "email", "a@b.example", "password", "x")
                .body()
                .contains("do not fit"));
    }

    private String origin() {
        return server.getScheme() + "://" + server.getAuthority();
    }

    @Test
    void a_wrong_name_and_a_wrong_password_cannot_be_told_apart() throws Exception {
        String known = Arrivals.emailOf(database, people.get(Role.REPORTER));
        var one = new Browsing(server).post("/newsroom/sign-in", "email", known, "password", "wrong");
        var other = new Browsing(server)
                .post("/newsroom/sign-in", "email", known.replace("reporter", "nobodyxx"), "password", "wrong");
        assertEquals(one.statusCode(), other.statusCode());
        assertEquals(one.body().replace(known, ""), other.body().replace(known.replace("reporter", "nobodyxx"), ""));
        assertTrue(one.headers().allValues("Set-Cookie").isEmpty());
    }

    @Test
    void a_session_that_somebody_else_chose_is_never_taken_up() throws Exception {
        String known = Arrivals.emailOf(database, people.get(Role.REPORTER));
        String planted = "A".repeat(43);
        var browser = new Browsing(server);
        browser.cookies().put("rotative", planted);
        var in = browser.post("/newsroom/sign-in", "email", known, "password", PASSWORD);
        assertEquals("/newsroom", Browsing.onTo(in));
        String own = browser.cookies().get("rotative");
        assertNotEquals(planted, own);
        String set = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"), set);
        var attacker = new Browsing(server);
        attacker.cookies().put("rotative", planted);
        assertTrue(Browsing.onTo(attacker.get("/newsroom/account")).startsWith("/newsroom/sign-in"));

        browser.post("/newsroom/sign-out");
        attacker.cookies().put("rotative", own);
        assertTrue(
                Browsing.onTo(attacker.get("/newsroom/account")).startsWith("/newsroom/sign-in"),
                "signing out ends the session itself, not only the cookie");
    }

    @Test
    void the_way_of_the_first_administrator_stays_closed() throws Exception {
        assertTrue(acts.perform(transaction -> Setup.newLink(transaction, new SecureRandom()))
                .value()
                .isEmpty());
        var browser = new Browsing(server);
        String path = "/newsroom/setup/" + "x".repeat(43);
        assertEquals(404, browser.get(path).statusCode());
        assertEquals(
                404,
                browser.post(path, "name", "Eve", "email", "eve@evil.example", "password", PASSWORD)
                        .statusCode());
        assertFalse(browser.cookies().containsKey("rotative"));
    }

    @Test
    void signing_in_leads_to_pages_of_the_newsroom_only() throws Exception {
        String known = Arrivals.emailOf(database, people.get(Role.MODERATOR));
        for (String then : List.of("https://evil.example/", "//evil.example", "/newsroom\\@evil.example", "/admin")) {
            var in = new Browsing(server).post("/newsroom/sign-in", "email", known, "password", PASSWORD, "then", then);
            assertEquals("/newsroom", Browsing.onTo(in), then);
        }
    }
}
