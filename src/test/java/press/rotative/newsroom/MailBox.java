package press.rotative.newsroom;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real mail server for a test's server, and what lies in it.
public final class MailBox implements QuarkusTestResourceLifecycleManager {
    private static final Pattern LINK = Pattern.compile("http://\\S+");
    private static final Map<String, MimeMessage> ARRIVED = new LinkedHashMap<>();
    private static GreenMail server = new GreenMail();

    @Override
    public Map<String, String> start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        ARRIVED.clear();
        System.setProperty(
                "rotative.smtp.url", "smtp://127.0.0.1:" + server.getSmtp().getPort());
        System.setProperty("rotative.mail.from", "Le Phare <newsroom@lephare.example>");
        return Map.of();
    }

    @Override
    public void stop() {
        System.clearProperty("rotative.smtp.url");
        System.clearProperty("rotative.mail.from");
        server.stop();
    }

    static int count() throws IOException {
        return arrived().size();
    }

    /// The mail of this number, waited for until there are so many. They are numbered as they are asked for: the server
    /// itself keeps them by whom they are for.
    static MimeMessage mail(int number) throws IOException {
        if (!server.waitForIncomingEmail(10_000, number)) {
            throw new AssertionError("no mail " + number);
        }
        return arrived().get(number - 1);
    }

    private static List<MimeMessage> arrived() throws IOException {
        try {
            for (MimeMessage mail : server.getReceivedMessages()) {
                ARRIVED.putIfAbsent(mail.getMessageID(), mail);
            }
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
        return List.copyOf(ARRIVED.values());
    }

    /// The path of the link in a mail.
    static String link(MimeMessage mail) throws IOException {
        try {
            String text = mail.getContent().toString();
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in " + text);
            }
            return URI.create(link.group()).getPath();
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /// Nothing is taken any more.
    static void close() {
        server.stop();
    }
}
