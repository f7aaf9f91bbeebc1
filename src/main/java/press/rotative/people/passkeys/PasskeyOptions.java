package press.rotative.people.passkeys;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a browser is asked, as JSON (`PublicKeyCredentialCreationOptionsJSON` and
/// `PublicKeyCredentialRequestOptionsJSON`, Web Authentication Level 3, sections 5.1.9 and 5.1.10).
public final class PasskeyOptions {
    private static final String TYPE = "public-key";

    private PasskeyOptions() {}

    /// To use a passkey.
    ///
    /// @param allowed one of these; empty: whichever the browser has for this site, so that no name is asked for
    public static Map<String, Object> toUse(Site site, Challenge challenge, List<Passkey> allowed) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", challenge.nonce());
        options.put("rpId", site.domain());
        options.put("timeout", Challenges.LASTS.toMillis());
        options.put("userVerification", "required");
        options.put("allowCredentials", known(allowed));
        return options;
    }

    /// To make one that is found without a name and asks who uses it. Who made the authenticator is not asked for.
    ///
    /// @param newsroom as the browser names the site
    /// @param email by which password managers list it; may be empty where the page knows better
    /// @param had those with which the same authenticator is not to make another
    public static Map<String, Object> toMake(
            Site site, Challenge challenge, String newsroom, String email, String name, List<Passkey> had) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", site.domain(), "name", newsroom));
        options.put("user", Map.of("id", challenge.handle(), "name", email, "displayName", name));
        options.put("challenge", challenge.nonce());
        options.put(
                "pubKeyCredParams",
                Authenticators.ALGORITHMS.stream()
                        .map(each -> Map.of("type", TYPE, "alg", each.getAlg().getValue()))
                        .toList());
        options.put("timeout", Challenges.LASTS.toMillis());
        options.put("excludeCredentials", known(had));
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        return options;
    }

    private static List<Map<String, Object>> known(List<Passkey> passkeys) {
        return passkeys.stream().map(PasskeyOptions::known).toList();
    }

    private static Map<String, Object> known(Passkey passkey) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("type", TYPE);
        known.put("id", passkey.key().id());
        if (!passkey.key().transports().isEmpty()) {
            known.put("transports", Arrays.asList(passkey.key().transports().split(" ")));
        }
        return known;
    }
}
