package press.rotative.newsroom;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Supplier;
import press.rotative.people.passkeys.Site;

/// Where this newsroom is reached.
///
/// @param configured as the operator says it, without a slash at its end
/// @param listening as the server knows it itself
public record HomeAddress(Optional<URI> configured, Supplier<URI> listening) {

    /// For links in mails and on the console.
    public URI forLinks() {
        return configured.orElseGet(listening);
    }

    /// Where passkeys hold; empty: browsers give none at this address.
    public Optional<Site> passkeys() {
        return Site.of(forLinks());
    }

    /// An address of ours as its path, with what follows it; another one as it is.
    ///
    /// @param host header of the request: somebody may come by another name than the configured one
    String ownPath(String address, String host) {
        try {
            URI whole = new URI(address);
            String there = whole.getRawAuthority();
            boolean ours = there != null
                    && (there.equalsIgnoreCase(host)
                            || there.equalsIgnoreCase(forLinks().getRawAuthority()));
            return ours ? whole.getRawPath() : address;
        } catch (URISyntaxException noAddress) {
            return address;
        }
    }

    /// Whether people come over TLS.
    public boolean secure() {
        return configured.map(address -> "https".equals(address.getScheme())).orElse(false);
    }

    /// The origin (RFC 6454) that a page of ours has.
    ///
    /// @param host header of the request; counts only where nothing is configured, for who tries it on one machine
    String origin(String host) {
        return configured
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .orElse("http://" + host);
    }
}
