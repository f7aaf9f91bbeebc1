package press.rotative.people.passkeys;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where passkeys of this newsroom hold (Web Authentication Level 3, sections 5.1.2 and 13.4.9).
///
/// @param origin of the pages that may use them: scheme, name, and the port where it is not the usual one
/// @param domain that they are bound to, the identifier of the relying party: the name alone
public record Site(String origin, String domain) {

    /// @param address of the newsroom as people type it
    /// @return empty: browsers give no passkeys there, because it is a bare number or comes without TLS
    public static Optional<Site> of(URI address) {
        String scheme = lower(address.getScheme());
        String host = lower(address.getHost());
        boolean name = host.matches("[a-z0-9-]+(?:\\.[a-z0-9-]+)*") && !host.matches("[0-9.]+");
        boolean safe = scheme.equals("https")
                || scheme.equals("http") && (host.equals("localhost") || host.endsWith(".localhost"));
        if (!name || !safe) {
            return Optional.empty();
        }
        int usual = scheme.equals("https") ? 443 : 80;
        String port = address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
        return Optional.of(new Site(scheme + "://" + host + port, host));
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }
}
