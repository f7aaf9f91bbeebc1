package press.rotative.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;

/// To which addresses messages go: `https` on the port of the web, and, where the operator allows it for trying things
/// out, this machine itself.
///
/// @param loopback whether this machine may be an address, on any port and without TLS
public record HookAddress(boolean loopback) {
    private static final int LONGEST = 2000;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @throws Problem INVALID for an address that messages are not sent to
    public URI checked(String typed) {
        URI address;
        try {
            address = new URI(typed.strip());
        } catch (URISyntaxException wrong) {
            throw none();
        }
        if (address.getScheme() == null
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null
                || typed.length() > LONGEST
                || !address.toString().chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw none();
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (isThisMachine(address) && loopback && (scheme.equals("http") || scheme.equals("https"))) {
            return address;
        }
        if (!scheme.equals("https")) {
            throw Problem.invalid("Messages are sent to addresses that begin with https:// only.")
                    .as("problem.webhook.https");
        }
        if (isThisMachine(address)) {
            throw Problem.invalid(
                            "This machine itself is no address of a webhook. The operator may allow it for trials "
                                    + "(ROTATIVE_WEBHOOKS_LOOPBACK).")
                    .as("problem.webhook.loopback");
        }
        if (address.getPort() >= 0 && address.getPort() != 443) {
            throw Problem.invalid("Messages are sent to port 443 only.").as("problem.webhook.port");
        }
        return address;
    }

    private static boolean isThisMachine(URI address) {
        return THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    /// Through which its messages go: it speaks to nobody else.
    Fetcher way(URI address) {
        return isThisMachine(address) && loopback ? Fetcher.ofThisMachine() : Fetcher.ofTheWeb();
    }

    private static Problem none() {
        return Problem.invalid("Type a whole address such as https://example.org/hook, in plain letters, without a "
                        + "password in it.")
                .as("problem.webhook.address");
    }
}
