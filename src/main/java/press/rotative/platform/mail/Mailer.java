package press.rotative.platform.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends mail, now or not at all: whoever asked is told, and there is another way for all that is sent (a link that is
/// shown). A few connections at once; each gives up after ten seconds of silence. Never used inside an act.
public final class Mailer {
    private static final Logger LOG = Logger.getLogger(Mailer.class);
    private static final String SILENCE_MILLIS = "10000";
    private static final int AT_ONCE = 4;
    private static final int WAIT_SECONDS = 10;

    private final Optional<MailServer> server;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /// @param server empty: nothing can be sent
    public Mailer(Optional<MailServer> server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /// Whether the operator said through which server.
    public boolean isSet() {
        return server.isPresent();
    }

    /// @return whether the server took it; why not stands in the log
    public boolean send(Letter letter) {
        if (server.isEmpty()) {
            return false;
        }
        boolean placed = false;
        try {
            placed = places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!placed) {
                LOG.warn("a mail was not sent: too many are under way");
                return false;
            }
            send(server.get(), letter);
            return true;
        } catch (MessagingException failure) {
            LOG.warnf("a mail was not sent through %s: %s", server.get(), reason(failure));
            return false;
        } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    /// What servers say may name who was written to; the kind of failure is enough to find it in the server's own log.
    private static String reason(MessagingException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure.getClass().getSimpleName()
                + (cause == failure ? "" : " (" + cause.getClass().getSimpleName() + ")");
    }

    private void send(MailServer server, Letter letter) throws MessagingException {
        Session session = session(server);
        var message = new MimeMessage(session);
        message.setFrom(server.from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(ascii(letter.to()), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text().replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence answers
        Transport.send(message);
    }

    /// Domains as mail servers read them (RFC 5890).
    private static String ascii(String address) {
        int sign = address.lastIndexOf('@');
        return address.substring(0, sign + 1) + IDN.toASCII(address.substring(sign + 1));
    }

    private static Session session(MailServer server) {
        String protocol = server.tls() ? "smtps" : "smtp";
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail.transport.protocol.rfc822", protocol);
        properties.setProperty("mail.from", server.from().getAddress());
        put(properties, protocol, "host", server.host());
        put(properties, protocol, "port", Integer.toString(server.port()));
        put(properties, protocol, "localhost", domain(server.from().getAddress()));
        put(properties, protocol, "auth", Boolean.toString(server.user().isPresent()));
        put(properties, protocol, "starttls.enable", Boolean.toString(server.starttls()));
        put(properties, protocol, "starttls.required", Boolean.toString(server.starttls()));
        put(properties, protocol, "ssl.checkserveridentity", "true");
        put(properties, protocol, "ssl.protocols", "TLSv1.3 TLSv1.2");
        put(properties, protocol, "connectiontimeout", SILENCE_MILLIS);
        put(properties, protocol, "timeout", SILENCE_MILLIS);
        put(properties, protocol, "writetimeout", SILENCE_MILLIS);
        return Session.getInstance(properties, new Account(server));
    }

    private static void put(Properties properties, String protocol, String name, String value) {
        properties.setProperty("mail." + protocol + "." + name, value);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static final class Account extends Authenticator {
        private final MailServer server;

        Account(MailServer server) {
            this.server = server;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return server.user()
                    .map(user ->
                            new PasswordAuthentication(user, server.password().orElse("")))
                    .orElse(null);
        }
    }
}
