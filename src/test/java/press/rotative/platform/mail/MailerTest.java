package press.rotative.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Mail as a real receiver gets it.
class MailerTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
    private static final Letter LETTER = new Letter("nadia@exämple.org", "Rédaction\r\nBcc: x@y.z", "Été.\nمرحبًا\n");

    @Test
    void a_letter_arrives_as_it_was_written_and_its_subject_stays_one_line() throws Exception {
        try (var box = new Box(ServerSetup.PROTOCOL_SMTP)) {
            assertTrue(mailer("smtp://127.0.0.1:" + box.port()).send(LETTER));
            MimeMessage mail = box.only();
            assertEquals("nadia@xn--exmple-cua.org", mail.getAllRecipients()[0].toString());
            assertEquals(1, mail.getAllRecipients().length);
            assertEquals("Rédaction Bcc: x@y.z", mail.getSubject());
            assertEquals("Été.\r\nمرحبًا", mail.getContent().toString().strip());
            assertEquals("Le Phare <newsroom@lephare.example>", mail.getFrom()[0].toString());
            assertEquals(NOON.instant(), mail.getSentDate().toInstant());
            assertTrue(mail.getMessageID().endsWith("lephare.example>"), mail.getMessageID());
        }
    }

    @Test
    void a_server_that_asks_for_an_account_is_given_it() throws Exception {
        try (var box = new Box(ServerSetup.PROTOCOL_SMTP)) {
            box.server.setUser("news@room", "p@ss/word");
            assertTrue(mailer("smtp://news%40room:p%40ss%2Fword@127.0.0.1:" + box.port())
                    .send(LETTER));
            assertFalse(
                    mailer("smtp://news%40room:wrong@127.0.0.1:" + box.port()).send(LETTER));
            box.only();
        }
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_is_sent_nothing() throws Exception {
        try (var box = new Box(ServerSetup.PROTOCOL_SMTPS)) {
            assertFalse(mailer("smtps://localhost:" + box.port()).send(LETTER));
            assertEquals(0, box.server.getReceivedMessages().length);
        }
    }

    @Test
    void a_server_elsewhere_that_does_not_encrypt_is_sent_nothing() throws Exception {
        try (var box = new Box(ServerSetup.PROTOCOL_SMTP)) {
            MailServer local = MailServer.of("smtp://127.0.0.1:" + box.port(), "a@lephare.example");
            var asElsewhere = new MailServer(
                    local.host(), local.port(), false, true, Optional.empty(), Optional.empty(), local.from());
            assertFalse(new Mailer(Optional.of(asElsewhere), NOON).send(LETTER));
            assertEquals(0, box.server.getReceivedMessages().length);
            assertTrue(MailServer.of("smtp://mail.example.org", "a@lephare.example")
                    .starttls());
        }
    }

    @Test
    void a_server_that_is_gone_and_none_at_all_send_nothing() throws Exception {
        int port;
        try (var box = new Box(ServerSetup.PROTOCOL_SMTP)) {
            port = box.port();
        }
        assertFalse(mailer("smtp://127.0.0.1:" + port).send(LETTER));
        assertFalse(new Mailer(Optional.empty(), NOON).send(LETTER));
    }

    @Test
    void what_is_no_server_is_refused_in_words_without_the_password() {
        for (String wrong :
                new String[] {"mail.example.org", "http://mail.example.org", "smtp://u:geheim@", "smtp://u:ge heim@h"
                }) {
            String said = assertThrows(IllegalArgumentException.class, () -> MailServer.of(wrong, "a@lephare.example"))
                    .getMessage();
            assertTrue(said.startsWith("ROTATIVE_SMTP_URL looks like"), said);
            assertFalse(said.contains("heim"), said);
        }
        for (String wrong : new String[] {"", "Le Phare", "a@"}) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> MailServer.of("smtp://h", wrong))
                    .getMessage()
                    .startsWith("ROTATIVE_MAIL_FROM says"));
        }
        assertFalse(MailServer.of("smtp://u:geheim@h", "a@lephare.example")
                .toString()
                .contains("geheim"));
    }

    private static Mailer mailer(String url) {
        return new Mailer(Optional.of(MailServer.of(url, "Le Phare <newsroom@lephare.example>")), NOON);
    }

    /// A mail server on a free port.
    private static final class Box implements AutoCloseable {
        private final GreenMail server;

        Box(String protocol) {
            server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
            server.start();
        }

        int port() {
            return server.getSmtp() == null
                    ? server.getSmtps().getPort()
                    : server.getSmtp().getPort();
        }

        MimeMessage only() {
            assertEquals(1, server.getReceivedMessages().length);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertTrue(GreenMailUtil.getHeaders(mail).contains("Auto-Submitted: auto-generated"));
            return mail;
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
