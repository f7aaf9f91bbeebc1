package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Codes;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;

/// From an administrator's invitation to somebody who is in, in a real browser, with a real mail server between them.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = MailBox.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class InvitationInBrowserTest {
    private static final String PASSWORD = "sept bateaux et un phare";
    private static final String OTHERS = "neuf mouettes sur le quai gris";

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private static String link = "";

    @Test
    @Order(1)
    void an_editor_is_invited_sets_up_both_steps_and_is_in() throws Exception {
        long maud = Arrivals.join(acts, "Maud Kervarn", "maud@lephare.example", "en", PASSWORD, Role.ADMINISTRATOR);
        List<String> faults = new ArrayList<>();
        PageJudge.inBrowser(browser -> {
            invite(browser, maud, faults);
            link = MailBox.link(MailBox.mail(1));
            join(browser, faults);
        });
        assertEquals(List.of(), faults);
        var used = new Browsing(server).get(link);
        assertEquals(410, used.statusCode());
        assertTrue(used.body().contains("This invitation was used"), used.body());
        assertEquals(
                410,
                new Browsing(server).post(link, "name", "X", "password", OTHERS).statusCode());
    }

    private void invite(Browser browser, long maud, List<String> faults) throws IOException {
        try (BrowserContext context = PageJudge.context(browser, 1280, ColorScheme.LIGHT)) {
            context.addCookies(List.of(new Cookie("rotative", Arrivals.comesIn(acts, maud)).setUrl(server.toString())));
            database.write(transaction -> Arrivals.provedLongAgo(transaction, maud));
            Page page = context.newPage();
            page.navigate(server.resolve("/newsroom/staff").toString());
            page.getByText("Invite somebody").click();
            judge(page, "invitations", faults);
            page.fill("#email", "nadia@lephare.example");
            page.fill("#name", "Nadia");
            page.selectOption("select[name=role] >> nth=0", "editor");
            page.click("main button.pri");
            judge(page, "asked who one is", faults);
            page.fill("#proof", PASSWORD);
            page.click("main button.pri");
            page.waitForURL("**/newsroom/staff/invitations?done=invited");
            assertTrue(page.textContent("main").contains("nadia@lephare.example"));
            judge(page, "invited", faults);
        }
    }

    private void join(Browser browser, List<String> faults) throws IOException {
        try (BrowserContext context = PageJudge.context(browser, 390, ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(server.resolve(link + "?lang=ar").toString());
            assertEquals("rtl", page.evaluate("document.documentElement.dir"));
            judge(page, "joining", faults);
            page.fill("#name", "نادية الحسني");
            page.fill("#password", "password1234");
            page.click("main button.pri");
            assertEquals("نادية الحسني", page.inputValue("#name"));
            judge(page, "joining again", faults);
            page.fill("#password", OTHERS);
            page.click("main button.pri");
            page.waitForURL("**/newsroom/sign-in/factor");
            page.fill("#code", Codes.now(page.textContent("code.num"), 0));
            page.click("main button.pri");
            page.click("main a.pri");
            assertFalse(page.url().contains("sign-in"), page.url());
            page.navigate(server.resolve("/newsroom/account").toString());
            assertEquals("نادية الحسني", page.inputValue("#name"));
            assertEquals("ar", page.inputValue("#language"), "the language in which they joined stays theirs");
            judge(page, "account", faults);
        }
    }

    private static void judge(Page page, String which, List<String> faults) throws IOException {
        PageJudge.faults(page).forEach(fault -> faults.add(which + ": " + fault));
    }

    @Test
    @Order(2)
    void a_password_that_was_forgotten_is_set_anew_by_mail_and_nobody_learns_who_is_here() throws Exception {
        var browser = new Browsing(server);
        assertTrue(browser.get("/newsroom/sign-in").body().contains("href=\"/newsroom/reset\""));
        int before = MailBox.count();
        var unknown = browser.post("/newsroom/reset", "email", "nobody@lephare.example");
        var known = browser.post("/newsroom/reset", "email", "NADIA@lephare.example");
        assertEquals(unknown.statusCode(), known.statusCode());
        assertEquals(unknown.body(), known.body());
        assertEquals(Browsing.onTo(unknown), Browsing.onTo(known));
        var mail = MailBox.mail(before + 1);
        assertEquals("nadia@lephare.example", mail.getAllRecipients()[0].toString());
        assertTrue(mail.getSubject().contains("كلمة مرور جديدة"), "in her language: " + mail.getSubject());
        String reset = MailBox.link(mail);
        assertEquals(200, browser.get(reset).statusCode());
        assertEquals(422, browser.post(reset, "password", "short").statusCode());
        var set = browser.post(reset, "password", PASSWORD + " encore");
        assertEquals("/newsroom/sign-in/code", Browsing.onTo(set), "the second step stays");
        assertEquals("/newsroom/sign-in/code", Browsing.onTo(browser.get("/newsroom/account")));
        assertEquals(410, new Browsing(server).get(reset).statusCode());
        assertEquals(before + 1, MailBox.count(), "nobody else was written to");
        for (int i = 0; i < 2; i++) {
            browser.post("/newsroom/reset", "email", "nobody@lephare.example");
        }
        assertEquals(
                429,
                browser.post("/newsroom/reset", "email", "nobody@lephare.example")
                        .statusCode());
    }

    @Test
    @Order(3)
    void where_the_mail_does_not_go_out_the_inviter_hands_over_the_link() throws Exception {
        long jane = Arrivals.join(acts, "Jane Mercer", "jane@lephare.example", "en", PASSWORD, Role.ADMINISTRATOR);
        var browser = new Browsing(server);
        browser.cookies().put("rotative", Arrivals.comesIn(acts, jane));
        MailBox.close();
        var shown = browser.post(
                "/newsroom/staff/invitations", "email", "ali@lephare.example", "role", "reporter", "place", "0/0");
        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("The mail did not go out"), shown.body());
        String path = shown.body().replaceAll("(?s).*<code id=\"link\" dir=\"ltr\">http://[^/]+([^<]+)<.*", "$1");
        assertEquals(200, new Browsing(server).get(path).statusCode());
        String list = browser.get("/newsroom/staff/invitations").body();
        String id = list.replaceAll("(?s).*/invitations/(\\d+)/withdrawal.*", "$1");
        assertEquals(
                "/newsroom/staff/invitations?done=invitation.withdrawn",
                Browsing.onTo(browser.post("/newsroom/staff/invitations/" + id + "/withdrawal")));
        var gone = new Browsing(server).get(path);
        assertEquals(410, gone.statusCode());
        assertTrue(gone.body().contains("was withdrawn"), gone.body());
        assertEquals(
                404,
                new Browsing(server)
                        .get("/newsroom/invitation/" + "x".repeat(43))
                        .statusCode());
        assertNotEquals("", path);
    }
}
