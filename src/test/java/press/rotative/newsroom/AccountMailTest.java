package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;

/// Whoever's account is entered otherwise from now on is told by mail.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = MailBox.class, restrictToAnnotatedClass = true)
class AccountMailTest {
    private static final String PASSWORD = "une phrase que personne ne devine";

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private int mails;

    private Browsing in(long staffId) {
        return Browsing.in(server, acts, staffId);
    }

    private void told(String to, String subject, String sentence) throws Exception {
        assertEquals("/newsroom/reset", MailBox.link(mail(to, subject, sentence)));
    }

    private MimeMessage mail(String to, String subject, String sentence) throws Exception {
        MimeMessage mail = MailBox.mail(++mails);
        assertEquals(to, mail.getAllRecipients()[0].toString());
        assertTrue(mail.getSubject().endsWith(subject), mail.getSubject());
        String text = mail.getContent().toString();
        assertTrue(text.contains(sentence), text);
        return mail;
    }

    /// The next mails by whom they are for, in whichever order they come.
    private Map<String, MimeMessage> next(int count) throws Exception {
        var sent = new HashMap<String, MimeMessage>();
        for (int i = 0; i < count; i++) {
            MimeMessage mail = MailBox.mail(++mails);
            sent.put(mail.getAllRecipients()[0].toString(), mail);
        }
        return sent;
    }

    @Test
    void what_was_changed_is_answered_also_when_the_mail_about_it_cannot_be_written() throws Exception {
        long anne = Arrivals.join(acts, "Anne Le Goff", "anne@lephare.example", "fr", PASSWORD, Role.REPORTER);
        Browsing browser = in(anne);
        database.write(transaction -> transaction.sql().execute("alter table edition rename to gone"));
        try {
            var changed = browser.post("/newsroom/account/password", "password", PASSWORD + " encore");
            assertEquals(303, changed.statusCode(), changed.body());
            assertEquals("/newsroom/account?done=password.changed", Browsing.onTo(changed));
        } finally {
            database.write(transaction -> transaction.sql().execute("alter table gone rename to edition"));
        }
    }

    @Test
    void another_address_is_confirmed_at_the_new_one_and_told_to_the_old_one() throws Exception {
        long nadia = Arrivals.join(acts, "Nadia Hosni", "nadia@lephare.example", "en", PASSWORD, Role.REPORTER);
        mails = MailBox.count();
        Browsing browser = in(nadia);
        database.write(transaction -> Arrivals.provedLongAgo(transaction, nadia));
        var asked = browser.post("/newsroom/account/email", "email", "nadia@beacon.example");
        assertEquals(403, asked.statusCode(), "who one is is asked first");
        asked = browser.post("/newsroom/account/email", "email", "nadia@beacon.example", "proof", PASSWORD);
        assertEquals("/newsroom/account?done=email.asked", Browsing.onTo(asked));
        Map<String, MimeMessage> sent = next(2); // each goes a way of its own, so that neither waits for the other
        MimeMessage link = sent.get("nadia@beacon.example");
        assertTrue(sent.get("nadia@lephare.example")
                .getContent()
                .toString()
                .contains("asked to change the e-mail address"));
        assertTrue(browser.get("/newsroom/account").body().contains("nadia@beacon.example waits to be confirmed"));
        assertEquals("nadia@lephare.example", Arrivals.emailOf(database, nadia));

        String path = MailBox.link(link);
        var stranger = new Browsing(server);
        assertTrue(
                Browsing.onTo(stranger.get(path)).startsWith("/newsroom/sign-in?then="),
                "a mail to a mistyped address gives its stranger nothing");
        assertEquals(401, stranger.post(path).statusCode());
        long somebody = Arrivals.join(acts, "Mo", "mo@lephare.example", "en", PASSWORD, Role.ADMINISTRATOR);
        var other = in(somebody).post(path);
        assertEquals(403, other.statusCode());
        assertTrue(other.body().contains("Somebody else asked for this link"), other.body());
        assertEquals(403, in(somebody).get(path).statusCode());

        Browsing elsewhere = in(nadia);
        var page = elsewhere.get(path);
        assertTrue(page.body().contains("from now on you sign in with nadia@beacon.example"), page.body());
        assertEquals("nadia@lephare.example", Arrivals.emailOf(database, nadia), "looking changes nothing");
        assertEquals("/newsroom/account?done=email.changed", Browsing.onTo(elsewhere.post(path)));
        String told = mail("nadia@lephare.example", "your account was changed", "this address opens it no more")
                .getContent()
                .toString();
        assertTrue(told.contains("tell an administrator at once"), told);
        assertFalse(told.contains("http"), "no link for this address opens anything: " + told);
        assertEquals("nadia@beacon.example", Arrivals.emailOf(database, nadia));
        assertEquals(410, elsewhere.get(path).statusCode());
        assertEquals(410, elsewhere.post(path).statusCode());
        assertEquals(
                "/newsroom",
                Browsing.onTo(new Browsing(server)
                        .post("/newsroom/sign-in", "email", "nadia@beacon.example", "password", PASSWORD)));

        long ali = Arrivals.join(acts, "Ali Nasr", "ali@lephare.example", "en", PASSWORD, Role.REPORTER);
        assertEquals(
                "/newsroom/account?done=email.asked",
                Browsing.onTo(in(ali).post("/newsroom/account/email", "email", "nadia@beacon.example")),
                "whose address it is is not told");
        told("ali@lephare.example", "your account was changed", "asked to change the e-mail address");
        assertEquals(mails, MailBox.count(), "and nobody else is written to");
        assertTrue(
                in(ali).get("/newsroom/account").body().contains("nadia@beacon.example waits to be confirmed"),
                "nor by what waits");
        assertEquals(
                "/newsroom/account?done=email.withdrawn",
                Browsing.onTo(in(ali).post("/newsroom/account/email/withdrawal")));
        assertFalse(in(ali).get("/newsroom/account").body().contains("waits to be confirmed"));
    }

    @Test
    void what_is_no_other_address_is_refused_and_three_are_enough_for_an_hour() throws Exception {
        long rosa = Arrivals.join(acts, "Rosa Quint", "rosa@lephare.example", "en", PASSWORD, Role.REPORTER);
        Browsing browser = in(rosa);
        refused(422, "looks like", browser.post("/newsroom/account/email", "email", "nowhere"));
        refused(422, "that you have", browser.post("/newsroom/account/email", "email", "rosa@lephare.example"));
        assertFalse(browser.get("/newsroom/account").body().contains("waits to be confirmed"));
        for (String form : List.of("email", "password", "recovery-codes", "sessions", "passkeys/1/name")) {
            assertEquals("/newsroom/account", Browsing.onTo(browser.get("/newsroom/account/" + form)), form);
        }
        mails = MailBox.count();
        for (int i = 0; i < 3; i++) {
            browser.post("/newsroom/account/email", "email", "rosa" + i + "@beacon.example");
        }
        refused(429, "Wait an hour", browser.post("/newsroom/account/email", "email", "rosa@beacon.example"));
        assertTrue(
                browser.get("/newsroom/account").body().contains("rosa2@beacon.example waits"),
                "the one before still waits");
        MailBox.mail(mails + 6);
    }

    private static void refused(int status, String sentence, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(sentence), answer.body());
    }

    @Test
    void one_signs_out_everywhere_else() throws Exception {
        long anne = Arrivals.join(acts, "Anne L.", "annel@lephare.example", "en", PASSWORD, Role.REPORTER);
        Browsing here = in(anne);
        Browsing there = in(anne);
        assertTrue(here.get("/newsroom/account").body().contains("Sign out everywhere else"));
        assertEquals(
                "/newsroom/account?done=sessions.ended",
                Browsing.onTo(here.post("/newsroom/account/sessions", "session", "others")));
        assertEquals(200, here.get("/newsroom/account").statusCode());
        assertEquals(303, there.get("/newsroom/account").statusCode());
    }

    @Test
    void a_changed_password_and_second_step_are_told_in_the_language_of_the_account() throws Exception {
        long maud = Arrivals.join(acts, "Maud Kervarn", "maud@lephare.example", "en", PASSWORD, Role.ADMINISTRATOR);
        long jane = Arrivals.join(acts, "Jane Mercer", "jane@lephare.example", "fr", PASSWORD, Role.REPORTER);
        mails = MailBox.count();

        in(jane).post("/newsroom/account/password", "password", PASSWORD + " encore");
        told("jane@lephare.example", "votre compte a été modifié", "le mot de passe de votre compte a été changé.");
        in(maud).post("/newsroom/staff/" + jane + "/second-step");
        told("jane@lephare.example", "votre compte a été modifié", "la seconde étape de votre compte a été retirée.");
        String link = in(maud).post("/newsroom/staff/" + jane + "/reset-link")
                .body()
                .replaceAll("(?s).*<code id=\"link\" dir=\"ltr\">http://[^/]+([^<]+)<.*", "$1");
        told(
                "jane@lephare.example",
                "votre compte a été modifié",
                "par lequel un nouveau mot de passe peut être choisi");
        new Browsing(server).post(link, "password", PASSWORD + " toujours");
        told("jane@lephare.example", "votre compte a été modifié", "le mot de passe de votre compte a été changé.");
        assertEquals(mails, MailBox.count(), "nobody else is written to");
    }
}
