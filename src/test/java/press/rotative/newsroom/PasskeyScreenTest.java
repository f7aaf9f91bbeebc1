package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.Invite;
import press.rotative.people.acts.SuspendMember;
import press.rotative.people.passkeys.SoftAuthenticator;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;

/// Passkeys over HTTP, as a browser's script and as attackers send them; and the mails about them.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = MailBox.class, restrictToAnnotatedClass = true)
class PasskeyScreenTest {
    private static final String PASSWORD = "sept bateaux et un phare";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private SoftAuthenticator phone;
    private long maud;
    private Browsing browser;

    @BeforeEach
    void anAdministrator() {
        phone = new SoftAuthenticator("http://localhost:" + server.getPort());
        maud = join("Maud Kervarn", Role.ADMINISTRATOR);
        browser = Browsing.in(server, acts, maud);
    }

    private long join(String name, Role role) {
        return Arrivals.join(acts, name, "p" + System.nanoTime() + "@lephare.example", "en", PASSWORD, role);
    }

    record Asked(Map<String, Object> options, String ticket) {}

    private static Asked ask(Browsing browser, String ceremony) throws Exception {
        var answer = browser.post("/newsroom/passkey/" + ceremony);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readValue(answer.body(), new TypeReference<>() {});
    }

    private HttpResponse<String> add(Browsing by, SoftAuthenticator authenticator, String label) throws Exception {
        Asked asked = ask(by, "new");
        return by.post(
                "/newsroom/account/passkeys",
                "label",
                label,
                "answer",
                authenticator.make(asked.options()),
                "ticket",
                asked.ticket());
    }

    private static HttpResponse<String> signIn(Browsing by, SoftAuthenticator authenticator, String then)
            throws Exception {
        Asked asked = ask(by, "sign-in");
        return by.post(
                "/newsroom/sign-in/passkey",
                "answer",
                authenticator.use(asked.options()),
                "ticket",
                asked.ticket(),
                "then",
                then);
    }

    private static void told(int number, String sentence) throws Exception {
        String text = MailBox.mail(number).getContent().toString();
        assertTrue(text.contains(sentence), text);
    }

    @Test
    void a_passkey_is_added_shown_renamed_used_and_removed_and_its_holder_is_told() throws Exception {
        int mails = MailBox.count();
        var codes = add(browser, phone, "My phone");
        assertEquals(200, codes.statusCode(), codes.body());
        assertEquals(10, codes.body().split("<li><code>").length - 1, "the first comes with recovery codes");
        told(++mails, "a passkey was added to your account.");
        String account = browser.get("/newsroom/account?done=passkey.added").body();
        assertTrue(account.contains("The passkey is added."), account);
        assertTrue(account.contains("<b>My phone</b>") && account.contains("on one device"), account);
        assertTrue(account.contains("never used"), account);
        String path = account.replaceAll("(?s).*action=\"(/newsroom/account/passkeys/\\d+)/name\".*", "$1");

        var second = new SoftAuthenticator(phone.origin);
        second.syncs = true;
        assertEquals("/newsroom/account?done=passkey.added", Browsing.onTo(add(browser, second, "Key ring")));
        told(++mails, "a passkey was added to your account.");
        assertTrue(browser.get("/newsroom/account").body().contains("on several devices"));
        assertEquals("/newsroom/account?done=saved", Browsing.onTo(browser.post(path + "/name", "label", "Old phone")));
        assertEquals(422, browser.post(path + "/name", "label", " ").statusCode());
        String long101 = "x".repeat(101);
        var unnamed = browser.post(path + "/name", "label", long101);
        assertEquals(422, unnamed.statusCode());
        assertTrue(unnamed.body().contains("value=\"" + long101 + "\""), "what was typed comes back");
        assertTrue(browser.get("/newsroom/account").body().contains("<b>Old phone</b>"));

        var other = new Browsing(server);
        assertEquals("/newsroom/desk", Browsing.onTo(signIn(other, phone, "/newsroom/desk")));
        assertTrue(other.get("/newsroom/account").body().contains("last used"));

        assertEquals("/newsroom/account?done=passkey.removed", Browsing.onTo(browser.post(path + "/removal")));
        told(++mails, "a passkey of your account was removed.");
        assertTrue(Browsing.onTo(other.get("/newsroom/account")).startsWith("/newsroom/sign-in"), "sessions end");
        var refused = signIn(new Browsing(server), phone, "");
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("This passkey does not open this newsroom."), refused.body());
        String last = browser.get("/newsroom/account")
                .body()
                .replaceAll("(?s).*action=\"(/newsroom/account/passkeys/\\d+)/name\".*", "$1");
        var kept = browser.post(last + "/removal");
        assertEquals(409, kept.statusCode());
        assertTrue(kept.body().contains("your only second step"), kept.body());
        assertEquals(mails, MailBox.count(), "nothing more was written");
        String journal = browser.get("/newsroom/journal?kind=signing.in").body();
        for (String act :
                List.of("added a passkey", "renamed a passkey", "removed a passkey", "a passkey was refused")) {
            assertTrue(journal.contains("<b>" + act), act);
        }
        assertTrue(journal.contains("by passkey"), journal);
    }

    @Test
    void coming_in_by_a_passkey_needs_no_name_and_tells_none() throws Exception {
        add(browser, phone, "Phone");
        var nobody = new Browsing(server);
        Asked asked = ask(nobody, "sign-in");
        assertEquals(List.of(), asked.options().get("allowCredentials"));
        assertEquals("required", asked.options().get("userVerification"));
        assertEquals("localhost", asked.options().get("rpId"));
        String set = nobody.post("/newsroom/passkey/sign-in")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("/newsroom"), set);
        String page = nobody.get("/newsroom/sign-in").body();
        assertTrue(page.contains("autocomplete=\"username webauthn\""), page);
        assertTrue(page.contains("<noscript>"), page);

        SoftAuthenticator unknown = new SoftAuthenticator(phone.origin);
        unknown.make(ask(browser, "new").options());
        acts.perform(new SuspendMember(Actor.OPERATOR, holderOf("Suspended")));
        var refused = signIn(new Browsing(server), unknown, "");
        var suspended = signIn(new Browsing(server), suspendedPhone, "");
        assertEquals(refused.statusCode(), suspended.statusCode());
        assertEquals(refused.body(), suspended.body(), "unknown and suspended are answered alike");
        assertFalse(nobody.cookies().containsKey("rotative"));
    }

    private SoftAuthenticator suspendedPhone;

    private long holderOf(String name) throws Exception {
        long somebody = join(name, Role.REPORTER);
        suspendedPhone = new SoftAuthenticator(phone.origin);
        add(Browsing.in(server, acts, somebody), suspendedPhone, "Phone");
        return somebody;
    }

    @Test
    void a_session_that_was_planted_is_not_taken_up_and_an_answer_opens_only_its_own_browser_once() throws Exception {
        add(browser, phone, "Phone");
        var victim = new Browsing(server);
        victim.cookies().put("rotative", "A".repeat(43));
        Asked asked = ask(victim, "sign-in");
        String answer = phone.use(asked.options());
        var attacker = new Browsing(server);
        ask(attacker, "sign-in");
        assertEquals(
                403,
                attacker.post("/newsroom/sign-in/passkey", "answer", answer, "ticket", asked.ticket())
                        .statusCode());
        var in = victim.post("/newsroom/sign-in/passkey", "answer", answer, "ticket", asked.ticket());
        assertEquals("/newsroom", Browsing.onTo(in));
        assertNotEquals("A".repeat(43), victim.cookies().get("rotative"));
        var again = new Browsing(server);
        again.cookies().put("rotative-browser", victim.cookies().get("rotative-browser"));
        var replayed = again.post("/newsroom/sign-in/passkey", "answer", answer, "ticket", asked.ticket());
        assertEquals(403, replayed.statusCode());
        assertTrue(replayed.body().contains("took too long, or was sent twice"), replayed.body());
        for (String then : List.of("https://evil.example/", "//evil.example", "/admin")) {
            assertEquals("/newsroom", Browsing.onTo(signIn(new Browsing(server), phone, then)), then);
        }
    }

    @Test
    void pages_of_other_sites_neither_ask_nor_answer() throws Exception {
        add(browser, phone, "Phone");
        Asked asked = ask(browser, "new");
        Browsing stranger = Browsing.in(server, acts, maud).with("Sec-Fetch-Site", "cross-site");
        for (String path :
                List.of("/newsroom/passkey/new", "/newsroom/passkey/sign-in", "/newsroom/account/passkeys")) {
            assertEquals(
                    403,
                    stranger.post(path, "label", "x", "ticket", asked.ticket()).statusCode(),
                    path);
        }
        phone.origin = "http://localhost.evil.example:" + server.getPort();
        assertEquals(403, signIn(new Browsing(server), phone, "").statusCode());
    }

    @Test
    void nobody_renames_or_removes_the_passkey_of_somebody_else() throws Exception {
        add(browser, phone, "Phone");
        String path = browser.get("/newsroom/account")
                .body()
                .replaceAll("(?s).*action=\"(/newsroom/account/passkeys/\\d+)/name\".*", "$1");
        Browsing jane = Browsing.in(server, acts, join("Jane Mercer", Role.ADMINISTRATOR));
        assertEquals(404, jane.post(path + "/removal").statusCode());
        assertEquals(404, jane.post(path + "/name", "label", "Mine").statusCode());
        assertTrue(browser.get("/newsroom/account").body().contains("<b>Phone</b>"));
    }

    @Test
    void acts_that_ask_who_one_is_take_a_passkey_and_lose_nothing() throws Exception {
        add(browser, phone, "Phone");
        String person = "/newsroom/staff/" + join("Jane Mercer", Role.REPORTER);
        database.write(transaction -> Arrivals.provedLongAgo(transaction, maud));
        var asks = browser.post(person + "/rights", "role", "editor", "place", "0/0");
        assertEquals(403, asks.statusCode());
        assertTrue(asks.body().contains("data-challenge=\"/newsroom/passkey/proof\""), asks.body());
        Asked asked = ask(browser, "proof");
        assertTrue(asked.options().get("allowCredentials").toString().contains(phone.keyId()));

        phone.verifies = false;
        Asked silent = ask(browser, "proof");
        assertEquals(
                403,
                browser.post(
                                person + "/rights",
                                "role",
                                "editor",
                                "place",
                                "0/0",
                                "proof",
                                "",
                                "proof-answer",
                                phone.use(silent.options()),
                                "proof-ticket",
                                silent.ticket())
                        .statusCode());
        phone.verifies = true;
        var done = browser.post(
                person + "/rights",
                "role",
                "editor",
                "place",
                "0/0",
                "proof",
                "",
                "proof-answer",
                phone.use(asked.options()),
                "proof-ticket",
                asked.ticket());
        assertEquals(person + "?done=saved", Browsing.onTo(done));
        assertTrue(browser.get(person).body().contains("value=\"editor\" selected"));

        database.write(transaction -> Arrivals.provedLongAgo(transaction, maud));
        assertEquals(
                "/newsroom/proof?then=%2Fnewsroom%2Faccount%2Fpasskeys",
                Browsing.onTo(browser.get("/newsroom/account/passkeys")));
        Asked again = ask(browser, "proof");
        var proved = browser.post(
                "/newsroom/proof",
                "then",
                "/newsroom/account/passkeys",
                "proof-answer",
                phone.use(again.options()),
                "proof-ticket",
                again.ticket());
        assertEquals("/newsroom/account/passkeys", Browsing.onTo(proved));
        assertEquals(200, browser.get("/newsroom/account/passkeys").statusCode());
    }

    @Test
    void a_passkey_is_neither_added_nor_removed_before_one_showed_who_one_is() throws Exception {
        add(browser, phone, "Phone");
        add(browser, new SoftAuthenticator(phone.origin), "Key ring");
        String path = browser.get("/newsroom/account")
                .body()
                .replaceAll("(?s).*action=\"(/newsroom/account/passkeys/\\d+)/name\".*", "$1");
        database.write(transaction -> Arrivals.provedLongAgo(transaction, maud));
        assertEquals(
                403, add(browser, new SoftAuthenticator(phone.origin), "Eve's").statusCode());
        assertEquals(403, browser.post(path + "/removal").statusCode());
        String account = browser.get("/newsroom/account").body();
        assertTrue(account.contains("<b>Phone</b>") && account.contains("<b>Key ring</b>"), account);
        assertFalse(account.contains("<b>Eve"), account);
    }

    @Test
    void a_second_step_by_passkey_after_the_password() throws Exception {
        add(browser, phone, "Phone");
        var other = new Browsing(server);
        String email = Arrivals.emailOf(database, maud);
        var half = other.post("/newsroom/sign-in", "email", email, "password", PASSWORD, "then", "/newsroom/journal");
        assertEquals("/newsroom/sign-in/code?then=%2Fnewsroom%2Fjournal", Browsing.onTo(half));
        String page = other.get(Browsing.onTo(half)).body();
        assertTrue(page.contains("Recovery code") && page.contains("data-challenge=\"/newsroom/passkey/code\""), page);
        assertEquals("/newsroom/sign-in/code", Browsing.onTo(other.get("/newsroom/account")), "not in by half");
        assertEquals(
                401,
                other.with("Sec-Fetch-Mode", "cors")
                        .post("/newsroom/passkey/factor")
                        .statusCode());
        other.with("Sec-Fetch-Mode", "navigate");
        Asked asked = ask(other, "code");
        var in = other.post(
                "/newsroom/sign-in/code",
                "answer",
                phone.use(asked.options()),
                "ticket",
                asked.ticket(),
                "then",
                "/newsroom/journal");
        assertEquals("/newsroom/journal", Browsing.onTo(in));
        assertEquals(200, other.get("/newsroom/journal").statusCode());
    }

    @Test
    void a_copied_passkey_is_refused_and_its_holder_is_told() throws Exception {
        phone.count = 3;
        add(browser, phone, "Phone");
        SoftAuthenticator copy = phone.copy();
        signIn(new Browsing(server), phone, "");
        signIn(new Browsing(server), phone, "");
        int mails = MailBox.count();
        assertEquals(403, signIn(new Browsing(server), copy, "").statusCode());
        told(mails + 1, "there may be a copy of it");
        assertTrue(browser.get("/newsroom/journal?kind=signing.in").body().contains("its count went back"));
    }

    @Test
    void who_is_invited_joins_by_a_passkey_alone_and_sets_a_password_later() throws Exception {
        var email = new EmailAddress("n" + System.nanoTime() + "@lephare.example");
        String link = acts.perform(new Invite(
                        Actor.OPERATOR, email, "Nadia", Set.of(Grant.everywhere(Role.EDITOR)), new SecureRandom()))
                .value();
        var nadia = new Browsing(server);
        assertTrue(nadia.get("/newsroom/invitation/" + link).body().contains("Come in with a passkey"));
        Asked asked = ask(nadia, "invitation/" + link);
        String made = phone.make(asked.options());
        String path = "/newsroom/invitation/" + link;
        var unnamed = nadia.post(path, "name", " ", "password", "", "answer", made, "ticket", asked.ticket());
        assertEquals(422, unnamed.statusCode());
        var codes = nadia.post(path, "name", "Nadia", "password", "", "answer", made, "ticket", asked.ticket());
        assertEquals(200, codes.statusCode(), codes.body());
        assertEquals(10, codes.body().split("<li><code>").length - 1);
        String account = nadia.get("/newsroom/account").body();
        assertTrue(account.contains("<b>My first passkey</b>") && account.contains("Set a password"), account);
        String own = account.replaceAll("(?s).*action=\"(/newsroom/account/passkeys/\\d+)/name\".*", "$1");
        var last = nadia.post(own + "/removal");
        assertEquals(409, last.statusCode());
        assertTrue(last.body().contains("your only way in"), last.body());

        String cookie = nadia.cookies().get("rotative");
        database.write(transaction -> transaction.sql().execute("update staff_session set proved_at = 0"));
        String proof = nadia.get("/newsroom/proof").body();
        assertFalse(proof.contains("name=\"proof\""), "no password is asked for where there is none");
        assertTrue(proof.contains("/newsroom/passkey/proof"), proof);
        assertEquals(403, nadia.post("/newsroom/proof", "proof", "").statusCode());
        Asked again = ask(nadia, "proof");
        nadia.post("/newsroom/proof", "proof-answer", phone.use(again.options()), "proof-ticket", again.ticket());
        assertEquals(
                "/newsroom/account?done=password.changed",
                Browsing.onTo(nadia.post("/newsroom/account/password", "password", PASSWORD)));
        assertEquals(cookie, nadia.cookies().get("rotative"));
        assertEquals(
                "/newsroom/sign-in/code",
                Browsing.onTo(
                        new Browsing(server).post("/newsroom/sign-in", "email", email.text(), "password", PASSWORD)));
    }

    @Test
    void a_second_factor_may_be_a_passkey_from_the_beginning() throws Exception {
        var half = new Browsing(server);
        half.cookies().put("rotative", Arrivals.at(acts, maud, Stage.FACTOR));
        String factor =
                half.get("/newsroom/sign-in/factor?then=%2Fnewsroom%2Fjournal").body();
        assertTrue(factor.contains("/newsroom/passkey/factor"));
        String then = "name=\"then\" value=\"/newsroom/journal\"";
        assertEquals(2, factor.split(then, -1).length - 1, "both forms know where somebody wanted to go");
        Asked asked = ask(half, "factor");
        var codes = half.post(
                "/newsroom/sign-in/factor",
                "answer",
                phone.make(asked.options()),
                "ticket",
                asked.ticket(),
                "then",
                "/newsroom/journal");
        assertTrue(codes.body().contains("href=\"/newsroom/journal\""), codes.body());
        assertEquals(10, codes.body().split("<li><code>").length - 1, codes.body());
        assertEquals(200, half.get("/newsroom/account").statusCode());
        assertTrue(Browsing.in(server, acts, join("Ali Nasr", Role.ADMINISTRATOR))
                .get("/newsroom/staff/" + maud)
                .body()
                .contains("1 passkey (10 recovery codes left)"));
    }

    @Test
    void without_a_script_the_forms_say_so() throws Exception {
        var signIn = new Browsing(server).post("/newsroom/sign-in/passkey", "answer", "", "ticket", "");
        assertEquals(403, signIn.statusCode());
        assertTrue(signIn.body().contains("role=\"alert\">Passkeys need scripts"), signIn.body());
        var adding = browser.post("/newsroom/account/passkeys", "label", "Phone", "answer", "", "ticket", "");
        assertEquals(422, adding.statusCode());
        assertTrue(adding.body().contains("role=\"alert\">Passkeys need scripts"), adding.body());
        assertTrue(adding.body().contains("value=\"Phone\""), "what was typed comes back");
    }
}
