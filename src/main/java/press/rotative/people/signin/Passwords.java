package press.rotative.people.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// Passwords as they are kept: Argon2id (RFC 9106) in the PHC string form, with 19 MiB, two passes and one lane, as
/// OWASP's Password Storage Cheat Sheet asks. A few are reckoned at once, the others wait; never inside an act.
public final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 5;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{16,})\\$([A-Za-z0-9+/]{20,})");

    private final SecureRandom random;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    public Passwords(SecureRandom random) {
        this.random = random;
        byte[] noise = new byte[SALT_BYTES + HASH_BYTES];
        random.nextBytes(noise);
        this.nobodys = phc(
                java.util.Arrays.copyOf(noise, SALT_BYTES),
                java.util.Arrays.copyOfRange(noise, SALT_BYTES, noise.length));
    }

    /// @throws Problem OVERLOADED when too many wait
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return phc(salt, reckon(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
    }

    /// @param stored null: nobody's; the answer is no, after as long a time
    /// @throws Problem OVERLOADED when too many wait
    public boolean fits(String password, @Nullable String stored) {
        Matcher parts = PHC.matcher(stored == null ? nobodys : stored);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password is not in the form of Argon2id");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] found = reckon(
                password,
                salt,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, found) && stored != null;
    }

    private byte[] reckon(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        byte[] hash = new byte[length];
        takePlace();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(bytes(password), hash);
        } finally {
            places.release();
        }
        return hash;
    }

    /// The same letters typed on another keyboard are the same password (RFC 8265, section 4.2).
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw tooMany(null);
            }
        } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
            throw tooMany(serverEnds);
        }
    }

    private static Problem tooMany(@Nullable Throwable cause) {
        return new Problem(
                        Problem.Category.OVERLOADED,
                        "Too many people are signing in at this moment. Try again in a few seconds.",
                        cause)
                .as("problem.signing.in.crowd");
    }

    private static String phc(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
