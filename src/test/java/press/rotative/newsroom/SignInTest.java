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
import java.security.SecureRandom;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import press.rotative.people.signin.Codes;
import press.rotative.people.signin.Setup;
import press.rotative.publication.Acts;

/// How the first administrator comes in, and everybody after.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInTest {
    private static final String PASSWORD = "sept bateaux et un phare";
    private static String secret = "";

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    @Order(1)
    void the_first_administrator_comes_in_by_the_link_once() throws Exception {
        String before = link();
        String link = link();
        var browser = new Browsing(server);
        assertEquals(404, browser.get(before).statusCode(), "a new link ends the one before");
        assertEquals(200, browser.get(link).statusCode());
        var refused = browser.post(link, "name", "Maud", "email", "maud@", "password", "password1234");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("value=\"Maud\""), "what was typed comes back");
        assertTrue(refused.body().contains("easily guessed"), refused.body());
        assertFalse(refused.body().contains("password1234"), "but no password");

        var begun = browser.post(link, "name", "Maud Kervarn", "email", "maud@lephare.example", "password", PASSWORD);
        assertEquals("/newsroom/sign-in/factor", Browsing.onTo(begun));
        String half = browser.cookies().get("rotative");
        assertEquals(
                "/newsroom/sign-in/factor",
                Browsing.onTo(browser.get("/newsroom/account")),
                "not in without a second factor");
        secret = Codes.secretIn(browser.get("/newsroom/sign-in/factor").body());
        assertEquals(
                403, browser.post("/newsroom/sign-in/factor", "code", "000000").statusCode());
        var done = browser.post("/newsroom/sign-in/factor", "code", Codes.now(secret, 0));
        assertEquals(200, done.statusCode());
        assertEquals(10, done.body().split("<li><code>").length - 1);
        assertNotEquals(half, browser.cookies().get("rotative"), "the session is a new one");
        assertEquals("/newsroom/desk", Browsing.onTo(browser.get("/newsroom")));
        assertEquals(
                "/newsroom/journal",
                Browsing.onTo(browser.get("/newsroom/sign-in?then=%2Fnewsroom%2Fjournal")),
                "who is in already goes where they wanted to go");
        assertEquals(
                "/newsroom",
                Browsing.onTo(browser.get("/newsroom/sign-in?then=%2F%2Felsewhere.example%2F")),
                "and nowhere else");

        String old = first(done.body());
        assertTrue(browser.get("/newsroom/account").body().contains("10 are left"));
        String renewed = first(browser.post("/newsroom/account/recovery-codes").body());
        browser.post("/newsroom/sign-out");
        assertEquals(
                "/newsroom/sign-in/code",
                Browsing.onTo(
                        browser.post("/newsroom/sign-in", "email", "maud@lephare.example", "password", PASSWORD)));
        assertEquals(
                403, browser.post("/newsroom/sign-in/code", "code", old).statusCode(), "the codes of before are over");
        assertEquals("/newsroom", Browsing.onTo(browser.post("/newsroom/sign-in/code", "code", renewed)));
        assertTrue(browser.get("/newsroom/account").body().contains("9 are left"));

        assertEquals(404, new Browsing(server).get(link).statusCode(), "the link is used up");
        assertTrue(acts.perform(transaction -> Setup.newLink(transaction, new SecureRandom()))
                .value()
                .isEmpty());
    }

    /// The first of the codes on a page.
    private static String first(String page) {
        return page.replaceAll("(?s).*?<li><code>([^<]+)</code>.*", "$1");
    }

    private String link() {
        return "/newsroom/setup/"
                + acts.perform(transaction -> Setup.newLink(transaction, new SecureRandom()))
                        .value()
                        .orElseThrow();
    }
}
