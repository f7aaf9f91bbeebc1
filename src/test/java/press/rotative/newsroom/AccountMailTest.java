package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
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
        MimeMessage mail = MailBox.mail(++mails);
        assertEquals(to, mail.getAllRecipients()[0].toString());
        assertTrue(mail.getSubject().endsWith(subject), mail.getSubject());
        String text = mail.getContent().toString();
        assertTrue(text.contains(sentence), text);
        assertEquals("/newsroom/reset", MailBox.link(mail));
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
        MimeMessage link = MailBox.mail(++mails);
        assertEquals("nadia@beacon.example", link.getAllRecipients()[0].toString());
        told("nadia@lephare.example", "your account was changed", "asked to change the e-mail address");
        assertTrue(browser.get("/newsroom/account").body().contains("nadia@beacon.example waits to be confirmed"));
        assertEquals("nadia@lephare.example", Arrivals.emailOf(database, nadia));

        var elsewhere = new Browsing(server);
        String path = MailBox.link(link);
        var page = elsewhere.get(path);
        assertTrue(page.body().contains("from now on you sign in with nadia@beacon.example"), page.body());
        assertEquals("nadia@lephare.example", Arrivals.emailOf(database, nadia), "looking changes nothing");
        assertEquals("/newsroom/account?done=email.changed", Browsing.onTo(elsewhere.post(path)));
        told("nadia@lephare.example", "your account was changed", "this address opens it no more");
        assertEquals("nadia@beacon.example", Arrivals.emailOf(database, nadia));
        assertEquals(410, elsewhere.get(path).statusCode());
        assertEquals(410, elsewhere.post(path).statusCode());
        assertEquals(
                "/newsroom",
                Browsing.onTo(
                        elsewhere.post("/newsroom/sign-in", "email", "nadia@beacon.example", "password", PASSWORD)));

        long ali = Arrivals.join(acts, "Ali Nasr", "ali@lephare.example", "en", PASSWORD, Role.REPORTER);
        assertEquals(
                "/newsroom/account?done=email.asked",
                Browsing.onTo(in(ali).post("/newsroom/account/email", "email", "nadia@beacon.example")),
                "whose address it is is not told");
        told("ali@lephare.example", "your account was changed", "asked to change the e-mail address");
        assertEquals(mails, MailBox.count(), "and nobody else is written to");
        assertEquals(
                422, in(ali).post("/newsroom/account/email", "email", "nowhere").statusCode());
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
