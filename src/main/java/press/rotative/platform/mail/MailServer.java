package press.rotative.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// The operator's server for outgoing mail (RFC 6409).
///
/// `smtp://user:password@mail.example.org:587` asks for STARTTLS (RFC 3207) and sends nothing without it, unless the
/// server is on the same machine; `smtps://...:465` speaks TLS from the start (RFC 8314). Signs that have a meaning in
/// addresses are written as `%40`.
///
/// @param port 1 to 65535
/// @param tls from the start
/// @param starttls asked for, and nothing goes without
/// @param user empty: the server asks for none
/// @param from what mails are from
public record MailServer(
        String host,
        int port,
        boolean tls,
        boolean starttls,
        Optional<String> user,
        Optional<String> password,
        InternetAddress from) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @param url `smtp:` or `smtps:`
    /// @param from `Le Phare <newsroom@example.org>`
    /// @throws IllegalArgumentException with a sentence for the operator, which never holds the password
    public static MailServer of(String url, String from) {
        URI address = address(url);
        boolean tls = address.getScheme().equals("smtps");
        String[] account = address.getRawUserInfo() == null
                ? new String[0]
                : address.getRawUserInfo().split(":", 2);
        return new MailServer(
                address.getHost(),
                address.getPort() > 0 ? address.getPort() : tls ? SUBMISSIONS : SUBMISSION,
                tls,
                !tls && !HERE.contains(address.getHost()),
                account.length == 2 ? Optional.of(decoded(account[0])) : Optional.empty(),
                account.length == 2 ? Optional.of(decoded(account[1])) : Optional.empty(),
                sender(from));
    }

    private static URI address(String url) {
        try {
            var address = new URI(url);
            if (address.getHost() != null
                    && ("smtp".equals(address.getScheme()) || "smtps".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException holdsThePassword) {
            // Said below, without it.
        }
        throw new IllegalArgumentException(
                "ROTATIVE_SMTP_URL looks like smtp://user:password@mail.example.org:587 or smtps://...:465; "
                        + "an @ or / in user or password is written as %40 or %2F.");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static InternetAddress sender(String from) {
        try {
            var sender = new InternetAddress(from, true);
            if (sender.getAddress().contains("@")) {
                sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
                return sender;
            }
        } catch (AddressException | UnsupportedEncodingException noAddress) {
            // Said below.
        }
        throw new IllegalArgumentException("ROTATIVE_MAIL_FROM says who mails are from, such as "
                + "Le Phare <newsroom@example.org>; it is needed with ROTATIVE_SMTP_URL.");
    }

    /// Without the password.
    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
