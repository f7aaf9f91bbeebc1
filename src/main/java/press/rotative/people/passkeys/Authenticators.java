package press.rotative.people.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Verifies what authenticators answer, by webauthn4j: challenge, origin, name, user verification, signature and
/// counter (Web Authentication Level 3, sections 7.1 and 7.2). Who made an authenticator is not asked, so attestations
/// are not looked at.
public final class Authenticators {
    /// What keys may sign by: ECDSA, EdDSA and RSA over SHA-256, in this order.
    static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            algorithm(COSEAlgorithmIdentifier.ES256),
            algorithm(COSEAlgorithmIdentifier.EdDSA),
            algorithm(COSEAlgorithmIdentifier.RS256));

    private static final Logger LOG = Logger.getLogger(Authenticators.class);
    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST_TRANSPORTS = 200;

    private Authenticators() {}

    /// Made when the first passkey is used: the server starts without it.
    private static final class Verifier {
        private static final ObjectConverter FORMATS = new ObjectConverter();
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(FORMATS);
        private static final AttestedCredentialDataConverter KEYS = new AttestedCredentialDataConverter(FORMATS);
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    /// What an answer with a new passkey is worth.
    public sealed interface Made {
        record Good(Passkey.Key key) implements Made {}

        record Bad(Refusal why) implements Made {}
    }

    public static Made made(Answer answer, Site site, Challenge challenge) {
        if (!answer.fits()) {
            return new Made.Bad(Refusal.UNREADABLE);
        }
        try {
            RegistrationData data = Verifier.MANAGER.parseRegistrationResponseJSON(answer.credential());
            Verifier.MANAGER.verify(data, new RegistrationParameters(server(site, challenge), ALGORITHMS, true, true));
            return new Made.Good(key(data));
        } catch (RuntimeException refused) {
            return new Made.Bad(why(refused));
        }
    }

    private static Passkey.Key key(RegistrationData data) {
        AuthenticatorData<?> told =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(told.getAttestedCredentialData());
        return new Passkey.Key(
                LETTERS.encodeToString(credential.getCredentialId()),
                LETTERS.encodeToString(Verifier.KEYS.convert(credential)),
                told.getSignCount(),
                told.isFlagBE(),
                told.isFlagBS(),
                transports(data.getTransports()));
    }

    private static String transports(@Nullable Set<AuthenticatorTransport> transports) {
        String all = transports == null
                ? ""
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(each -> each.matches("[a-z-]{1,20}"))
                        .sorted()
                        .collect(Collectors.joining(" "));
        return all.length() <= LONGEST_TRANSPORTS ? all : "";
    }

    /// An answer by a passkey that is there, as far as it can be read: nothing is verified yet.
    public static final class Shown {
        private final AuthenticationData data;
        private final String keyId;
        private final String handle;

        private Shown(AuthenticationData data, String keyId, String handle) {
            this.data = data;
            this.keyId = keyId;
            this.handle = handle;
        }

        /// By which the passkey is found, URL-safe Base64.
        public String keyId() {
            return keyId;
        }

        /// Whom the authenticator takes for the holder, URL-safe Base64; empty: it does not say.
        public String handle() {
            return handle;
        }
    }

    /// @return empty: it cannot be read
    public static Optional<Shown> shown(Answer answer) {
        if (!answer.fits()) {
            return Optional.empty();
        }
        try {
            AuthenticationData data = Verifier.MANAGER.parseAuthenticationResponseJSON(answer.credential());
            return data.getCredentialId() == null
                    ? Optional.empty()
                    : Optional.of(new Shown(
                            data,
                            LETTERS.encodeToString(data.getCredentialId()),
                            data.getUserHandle() == null ? "" : LETTERS.encodeToString(data.getUserHandle())));
        } catch (RuntimeException unreadable) {
            why(unreadable);
            return Optional.empty();
        }
    }

    /// What an answer by a passkey is worth.
    public sealed interface Used {
        /// @param signCount the authenticator's count by now
        record Good(long signCount, boolean synced) implements Used {}

        record Bad(Refusal why) implements Used {}
    }

    /// @param passkey with the [Shown#keyId] of the answer
    public static Used used(Shown shown, Passkey passkey, Site site, Challenge challenge) {
        try {
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    true,
                    passkey.key().maySync(),
                    passkey.key().synced(),
                    passkey.key().signCount(),
                    Verifier.KEYS.convert(
                            Base64.getUrlDecoder().decode(passkey.key().data())),
                    null,
                    null,
                    null,
                    null);
            Verifier.MANAGER.verify(
                    shown.data, new AuthenticationParameters(server(site, challenge), record, null, true, true));
            AuthenticatorData<?> told = Objects.requireNonNull(shown.data.getAuthenticatorData());
            return new Used.Good(told.getSignCount(), told.isFlagBS());
        } catch (RuntimeException refused) {
            return new Used.Bad(why(refused));
        }
    }

    private static ServerProperty server(Site site, Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.domain())
                .challenge(new DefaultChallenge(challenge.bytes()))
                .build();
    }

    /// Answers come from whoever likes: whatever the reading of one throws, it is the answer that is at fault.
    private static Refusal why(RuntimeException refused) {
        LOG.debugf("an answer of an authenticator was refused: %s", refused.toString());
        return switch (refused) {
            case BadChallengeException _ -> Refusal.CHALLENGE;
            case BadOriginException _ -> Refusal.ORIGIN;
            case CrossOriginException _ -> Refusal.ORIGIN;
            case BadRpIdException _ -> Refusal.DOMAIN;
            case UserNotVerifiedException _ -> Refusal.VERIFICATION;
            case UserNotPresentException _ -> Refusal.VERIFICATION;
            case BadSignatureException _ -> Refusal.SIGNATURE;
            case MaliciousCounterValueException _ -> Refusal.COUNTER;
            case VerificationException _ -> Refusal.RULE;
            default -> Refusal.UNREADABLE;
        };
    }
}
