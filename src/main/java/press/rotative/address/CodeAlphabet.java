package press.rotative.address;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns the numbers 0, 1, 2 ... into short codes that cannot be enumerated in order, without collisions: a keyed
/// Feistel permutation (four rounds of HMAC-SHA-256, as in Luby and Rackoff, 1988) with cycle walking (Black and
/// Rogaway, 2002, section 3) over blocks of 28^5, 28^6 ... numbers.
/// One instance serves one thread. Letters: no vowels, nothing that looks alike; case does not matter.
public final class CodeAlphabet {
    public static final String LETTERS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final int SHORTEST = 5;
    private static final int ROUNDS = 4;

    private final Mac mac;

    /// @param secret the installation's own secret; another secret gives another order of codes
    public CodeAlphabet(byte[] secret) {
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    /// @param number at least 0
    public String code(long number) {
        long first = 0;
        long size = power(SHORTEST);
        int length = SHORTEST;
        while (number - first >= size) {
            first += size;
            length++;
            size = power(length);
        }
        return spell(permute(number - first, size), length);
    }

    /// Could this be a code? (Says nothing about whether it was issued.)
    public static boolean looksLikeCode(String text) {
        if (text.length() < SHORTEST || text.length() > 13) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (LETTERS.indexOf(Character.toLowerCase(text.charAt(i))) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long power(int length) {
        long size = 1;
        for (int i = 0; i < length; i++) {
            size = Math.multiplyExact(size, LETTERS.length());
        }
        return size;
    }

    private static String spell(long value, int length) {
        char[] letters = new char[length];
        long rest = value;
        for (int i = length - 1; i >= 0; i--) {
            letters[i] = LETTERS.charAt((int) (rest % LETTERS.length()));
            rest /= LETTERS.length();
        }
        return new String(letters);
    }

    private long permute(long value, long size) {
        int half = (64 - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
        long mask = (1L << half) - 1;
        long walked = value;
        do {
            long left = walked >>> half;
            long right = walked & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (roundValue(size, round, right) & mask);
                left = right;
                right = next;
            }
            walked = left << half | right;
        } while (walked >= size);
        return walked;
    }

    private long roundValue(long size, int round, long half) {
        mac.update("rotative short code".getBytes(StandardCharsets.US_ASCII));
        byte[] digest = mac.doFinal(ByteBuffer.allocate(24)
                .putLong(size)
                .putLong(round)
                .putLong(half)
                .array());
        return ByteBuffer.wrap(digest).getLong();
    }
}
