package press.rotative;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Networks;
import press.rotative.platform.mail.MailServer;

/// What an operator decides from outside, read once at start.
///
/// Each value is a system property (`rotative.data`) or, where that is absent, an environment variable
/// (`ROTATIVE_DATA`). The property wins because a command's own options are handed on that way.
///
/// @param data the data directory: absolute, not necessarily there yet
/// @param databaseUrl a JDBC address of PostgreSQL; absent means SQLite inside the data directory
/// @param publicAddress the address readers see (`ROTATIVE_URL`), without a slash at its end
/// @param proxies networks of front servers that are believed when they say who asks (`ROTATIVE_PROXIES`)
/// @param secretsKey what seals secrets in the database (`ROTATIVE_SECRETS_KEY`); empty: a file in the data directory
/// @param mail through which mails are sent (`ROTATIVE_SMTP_URL`, `ROTATIVE_MAIL_FROM`); empty: none are
/// @param webhooksLoopback whether webhooks may lead to this machine itself (`ROTATIVE_WEBHOOKS_LOOPBACK=on`)
/// @param fastWay whether pages at hand are answered in front of the router (`ROTATIVE_FAST_WAY=off`: not)
public record Settings(
        Path data,
        Optional<String> databaseUrl,
        Optional<URI> publicAddress,
        Networks proxies,
        Optional<String> secretsKey,
        Optional<MailServer> mail,
        boolean webhooksLoopback,
        boolean fastWay) {
    private static final String NO_ADDRESS =
            "ROTATIVE_URL must be the whole public address, for example https://news.example.org";

    public Settings {
        data = data.toAbsolutePath().normalize();
        if (databaseUrl.isPresent() && !databaseUrl.get().startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "ROTATIVE_DB_URL must begin with jdbc:postgresql: (without it, SQLite in the data directory is used).");
        }
        publicAddress = publicAddress.map(Settings::withoutSlash);
    }

    /// The settings of this process.
    public static Settings ofProcess() {
        return of(System::getProperty, System::getenv);
    }

    /// @param property answers a system property, or null
    /// @param variable answers an environment variable, or null
    public static Settings of(
            Function<String, @Nullable String> property, Function<String, @Nullable String> variable) {
        return new Settings(
                Path.of(value("data", property, variable).orElse("data")),
                value("db.url", property, variable),
                value("url", property, variable).map(Settings::address),
                value("proxies", property, variable).map(Settings::networks).orElse(Networks.NONE),
                value("secrets.key", property, variable),
                value("smtp.url", property, variable)
                        .map(url -> MailServer.of(
                                url, value("mail.from", property, variable).orElse(""))),
                value("webhooks.loopback", property, variable)
                        .map(text -> isOn("ROTATIVE_WEBHOOKS_LOOPBACK", text))
                        .orElse(false),
                value("fast.way", property, variable)
                        .map(text -> isOn("ROTATIVE_FAST_WAY", text))
                        .orElse(true));
    }

    private static Optional<String> value(
            String name, Function<String, @Nullable String> property, Function<String, @Nullable String> variable) {
        return Optional.ofNullable(property.apply("rotative." + name))
                .or(() -> Optional.ofNullable(
                        variable.apply("ROTATIVE_" + name.replace('.', '_').toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    private static Networks networks(String text) {
        try {
            return Networks.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "ROTATIVE_PROXIES lists networks such as 127.0.0.1 10.0.0.0/8; " + wrong.getMessage(), wrong);
        }
    }

    private static boolean isOn(String name, String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(name + " is on or off, not " + text + ".");
        };
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(NO_ADDRESS, wrong);
        }
    }

    private static URI withoutSlash(URI address) {
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(NO_ADDRESS);
        }
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }
}
