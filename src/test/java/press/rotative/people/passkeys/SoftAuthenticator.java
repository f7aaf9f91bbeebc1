package press.rotative.people.passkeys;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import press.rotative.platform.Digest;

/// A browser and the authenticator in it, in software, for tests. It does what it is told, also what no honest one
/// would: answer for another origin or name, ask nobody who they are, count backwards, be copied.
public final class SoftAuthenticator {
    private static final ObjectConverter FORMATS = new ObjectConverter();
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A page of which the browser says that it asks.
    public String origin;

    /// The name that is signed for; null: the one that the page asks for.
    public String domain;

    public boolean verifies = true;
    public boolean syncs;

    /// Of the next answer; 0: it does not count.
    public long count;

    private final Map<String, Held> held = new LinkedHashMap<>();

    private record Held(KeyPair keys, String handle) {}

    public SoftAuthenticator(String origin) {
        this.origin = origin;
    }

    /// The same passkeys and count in another device: a copy.
    public SoftAuthenticator copy() {
        var copy = new SoftAuthenticator(origin);
        copy.held.putAll(held);
        copy.count = count;
        copy.syncs = syncs;
        return copy;
    }

    /// Of the passkey made last.
    public String keyId() {
        return held.keySet().stream().reduce((one, next) -> next).orElseThrow();
    }

    /// Makes a passkey.
    ///
    /// @param options `PublicKeyCredentialCreationOptionsJSON`
    /// @return `RegistrationResponseJSON`
    public String make(Map<String, Object> options) {
        byte[] id = new byte[32];
        RANDOM.nextBytes(id);
        KeyPair keys = keys();
        held.put(letters(id), new Held(keys, text(map(options, "user"), "id")));
        var credential = new AttestedCredentialData(
                AAGUID.ZERO, id, EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256));
        byte flags = (byte) (flags() | AuthenticatorData.BIT_AT);
        var data = new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
                nameHash(text(map(options, "rp"), "id")), flags, count, credential);
        var attestation = new AttestationObjectConverter(FORMATS)
                .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
        return answer(
                letters(id),
                "\"clientDataJSON\":\"" + letters(clientData("webauthn.create", options))
                        + "\",\"attestationObject\":\"" + letters(attestation)
                        + "\",\"transports\":[\"internal\",\"hybrid\"]");
    }

    /// Uses the passkey made last.
    ///
    /// @param options `PublicKeyCredentialRequestOptionsJSON`
    /// @return `AuthenticationResponseJSON`
    public String use(Map<String, Object> options) {
        return use(options, keyId());
    }

    public String use(Map<String, Object> options, String keyId) {
        count += count == 0 ? 0 : 1;
        Held used = held.get(keyId);
        byte[] data = new AuthenticatorDataConverter(FORMATS)
                .convert(new AuthenticatorData<>(nameHash(text(options, "rpId")), flags(), count));
        byte[] clientData = clientData("webauthn.get", options);
        return answer(
                keyId,
                "\"clientDataJSON\":\"" + letters(clientData) + "\",\"authenticatorData\":\"" + letters(data)
                        + "\",\"signature\":\"" + letters(signature(used.keys, data, clientData))
                        + "\",\"userHandle\":\"" + used.handle + "\"");
    }

    private byte flags() {
        int flags = AuthenticatorData.BIT_UP;
        flags |= verifies ? AuthenticatorData.BIT_UV : 0;
        flags |= syncs ? AuthenticatorData.BIT_BE | AuthenticatorData.BIT_BS : 0;
        return (byte) flags;
    }

    private byte[] nameHash(String asked) {
        return Digest.sha256().digest((domain == null ? asked : domain).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] clientData(String type, Map<String, Object> options) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + text(options, "challenge") + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String answer(String id, String response) {
        return "{\"id\":\"" + id + "\",\"rawId\":\"" + id + "\",\"type\":\"public-key\",\"response\":{" + response
                + "},\"clientExtensionResults\":{}}";
    }

    private static KeyPair keys() {
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(KeyPair keys, byte[] data, byte[] clientData) {
        try {
            var signed = new ByteArrayOutputStream();
            signed.writeBytes(data);
            signed.writeBytes(Digest.sha256().digest(clientData));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.toByteArray());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> options, String name) {
        return (Map<String, Object>) options.get(name);
    }

    private static String text(Map<String, Object> options, String name) {
        return (String) options.get(name);
    }

    private static String letters(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
