package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.Invite;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;

/// Passkeys in a real browser with an authenticator that its developer tools provide: added, used to come in and to
/// show once more who one is, removed; and an invited person who joins by one. The pages keep their own policy: no
/// script but theirs runs, no text becomes HTML. With `-Drotative.pictures=FOLDER` each step is taken as a picture.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@Tag("long")
class PasskeysInBrowserTest {
    private static final String PASSWORD = "sept bateaux et un phare";

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private final PageWatch watch = new PageWatch();

    /// Browsers give passkeys to names only.
    @BeforeEach
    void byName() {
        server = URI.create("http://localhost:" + server.getPort());
    }

    @Test
    void an_administrator_adds_uses_and_removes_a_passkey() throws Exception {
        long maud = Arrivals.join(acts, "Maud Kervarn", "maud@lephare.example", "fr", PASSWORD, Role.ADMINISTRATOR);
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = context(browser, 1280, ColorScheme.DARK)) {
                context.addCookies(
                        List.of(new Cookie("rotative", Arrivals.comesIn(acts, maud)).setUrl(server.toString())));
                Page page = page(context);
                var authenticator = new VirtualAuthenticator(context, page);
                add(page, maud);
                signOut(page, authenticator);
                comeIn(page, authenticator);
                showWhoOneIs(page, authenticator, maud);
                remove(page, authenticator);
            }
        });
        assertEquals(List.of(), watch.faults());
    }

    private void add(Page page, long maud) throws IOException {
        database.write(transaction -> Arrivals.provedLongAgo(transaction, maud));
        open(page, "/newsroom/account");
        page.click("main a[href='/newsroom/account/passkeys']");
        assertTrue(page.url().contains("/newsroom/proof"), page.url());
        judge(page, "proof-by-password");
        page.fill("#proof", PASSWORD);
        page.click("main button.pri");
        page.waitForURL("**/newsroom/account/passkeys");
        judge(page, "new-passkey");
        page.click("[data-go]");
        assertEquals("", page.inputValue("#label"), "not without a name");
        page.fill("#label", "Mon téléphone");
        page.click("[data-go]");
        page.waitForSelector("ol.codes");
        judge(page, "codes");
        page.click("main a.pri");
        page.waitForURL("**/newsroom/account?done=passkey.added");
        assertTrue(page.textContent("main").contains("sur plusieurs appareils"), page.textContent("main"));
        judge(page, "account");
        page.fill("input[name=label]", "Mon vieux téléphone");
        page.click("form[action$='/name'] button");
        page.waitForURL("**/newsroom/account?done=saved");
        assertEquals("Mon vieux téléphone", page.inputValue("input[name=label]"));

        page.click("main a[href='/newsroom/account/passkeys']");
        page.fill("#label", "Encore une fois");
        page.click("[data-go]");
        page.waitForSelector("[data-said]:not([hidden])");
        assertTrue(page.textContent("[data-said]").contains("déjà une clé d’accès"), page.textContent("[data-said]"));
        judge(page, "held-already");
    }

    private void signOut(Page page, VirtualAuthenticator authenticator) throws IOException {
        authenticator.answers(false);
        page.click("form[action='/newsroom/sign-out'] button");
        page.waitForURL("**/newsroom/sign-in?done=signed.out");
        page.waitForSelector("[data-go]");
        judge(page, "signed-out");
    }

    private void comeIn(Page page, VirtualAuthenticator authenticator) throws IOException {
        page.navigate("about:blank");
        authenticator.answers(true); // to what the browser offers in the field of the address, without a click
        page.navigate(
                server.resolve("/newsroom/journal").toString(),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT)); // it is left for the next at once
        page.waitForURL("**/newsroom/journal");
        String journal = page.textContent("main");
        assertTrue(journal.contains("par clé d’accès"), journal);
        assertTrue(journal.contains("a ajouté une clé d’accès"), journal);
        judge(page, "journal");
    }

    private void showWhoOneIs(Page page, VirtualAuthenticator authenticator, long maud) throws IOException {
        database.write(transaction -> Arrivals.provedLongAgo(transaction, maud));
        open(page, "/newsroom/staff/invitations");
        page.fill("#email", "nadia@lephare.example");
        page.selectOption("select[name=role] >> nth=0", "editor");
        page.click("main button.pri");
        page.waitForSelector("[data-go]");
        judge(page, "proof");
        authenticator.verifies(false);
        page.click("[data-go]");
        page.waitForSelector("[data-said]:not([hidden])");
        assertTrue(page.textContent("[data-said]").contains("Réessayez"), page.textContent("[data-said]"));
        judge(page, "proof-given-up");
        authenticator.verifies(true);
        page.click("[data-go]");
        page.waitForSelector("code#link");
        assertTrue(page.textContent("main").contains("nadia@lephare.example"), "what was typed is done");
    }

    private void remove(Page page, VirtualAuthenticator authenticator) throws IOException {
        open(page, "/newsroom/account");
        page.click("form[action$='/removal'] button");
        assertTrue(page.textContent("[role=alert]").contains("votre seule seconde étape"));
        judge(page, "last-one");
        authenticator.another();
        page.click("main a[href='/newsroom/account/passkeys']");
        page.fill("#label", "Clé du trousseau");
        page.click("[data-go]");
        page.waitForURL("**/newsroom/account?done=passkey.added");
        assertEquals(2, page.locator("form[action$='/removal']").count());
        judge(page, "two-passkeys");
        page.click("form[action$='/removal'] button >> nth=0");
        page.waitForURL("**/newsroom/account?done=passkey.removed");
        assertEquals(1, page.locator("form[action$='/removal']").count());
        assertFalse(page.textContent("main").contains("Mon vieux téléphone"));
    }

    @Test
    void an_invited_person_joins_by_a_passkey_on_a_phone_in_arabic() throws Exception {
        String link = acts.perform(new Invite(
                        Actor.OPERATOR,
                        new EmailAddress("ali@lephare.example"),
                        "",
                        Set.of(Grant.everywhere(Role.EDITOR)),
                        new SecureRandom()))
                .value();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = context(browser, 390, ColorScheme.LIGHT)) {
                Page page = page(context);
                var authenticator = new VirtualAuthenticator(context, page);
                page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
                open(page, "/newsroom/invitation/" + link + "?lang=ar");
                page.waitForSelector("[data-go]");
                judge(page, "join");
                page.fill("#name", "علي ناصر");
                page.click("[data-go]");
                page.waitForSelector("ol.codes");
                page.click("main a.pri");
                open(page, "/newsroom/account");
                assertEquals("علي ناصر", page.inputValue("#name"));
                judge(page, "account-of-one-passkey");
                authenticator.answers(false);
                page.click("form[action='/newsroom/sign-out'] button");
                page.waitForSelector("[data-go]");
                authenticator.answers(true);
                page.click("[data-go]");
                page.waitForURL("**/newsroom/desk");
            }
            withoutScripts(browser);
        });
        assertEquals(List.of(), watch.faults());
    }

    private void withoutScripts(Browser browser) throws IOException {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
            Page page = context.newPage();
            page.navigate(server.resolve("/newsroom/sign-in").toString());
            assertTrue(page.textContent("main").contains("Passkeys need scripts"), page.textContent("main"));
            assertFalse(page.isVisible("[data-go]"));
            assertTrue(page.isVisible("#password"));
        }
    }

    /// With the policies of the pages in force, unlike where axe looks: what they forbid is a fault.
    private static BrowserContext context(Browser browser, int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale("fr"));
    }

    private Page page(BrowserContext context) {
        return watch.open(context);
    }

    private void open(Page page, String path) {
        page.navigate(server.resolve(path).toString());
    }

    private void judge(Page page, String which) throws IOException {
        watch.look(page, "passkeys-" + which + "-" + page.viewportSize().width);
    }

    /// What Chromium's developer tools provide (the protocol's domain `WebAuthn`): made for the device itself, its
    /// passkeys sync.
    private static final class VirtualAuthenticator {
        private final CDPSession tools;
        private String id;

        VirtualAuthenticator(BrowserContext context, Page page) {
            tools = context.newCDPSession(page);
            tools.send("WebAuthn.enable");
            id = add("internal");
        }

        private String add(String transport) {
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", transport);
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            options.addProperty("defaultBackupEligibility", true);
            options.addProperty("defaultBackupState", true);
            var asked = new JsonObject();
            asked.add("options", options);
            return tools.send("WebAuthn.addVirtualAuthenticator", asked)
                    .get("authenticatorId")
                    .getAsString();
        }

        /// The first one is put away, another one is there.
        void another() {
            var asked = new JsonObject();
            asked.addProperty("authenticatorId", id);
            tools.send("WebAuthn.removeVirtualAuthenticator", asked);
            id = add("internal");
        }

        void answers(boolean does) {
            set("WebAuthn.setAutomaticPresenceSimulation", "enabled", does);
        }

        void verifies(boolean does) {
            set("WebAuthn.setUserVerified", "isUserVerified", does);
        }

        private void set(String what, String name, boolean value) {
            var asked = new JsonObject();
            asked.addProperty("authenticatorId", id);
            asked.addProperty(name, value);
            tools.send(what, asked);
        }
    }
}
