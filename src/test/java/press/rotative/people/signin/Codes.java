package press.rotative.people.signin;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An authenticator app, for tests.
public final class Codes {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern LETTERS = Pattern.compile("<code class=\"num\" dir=\"ltr\">([A-Z2-7]+)</code>");

    private Codes() {}

    /// The secret that a page shows.
    public static String secretIn(String page) {
        Matcher letters = LETTERS.matcher(page);
        if (!letters.find()) {
            throw new AssertionError("no secret on the page: " + page);
        }
        return letters.group(1);
    }

    /// @param later steps of 30 seconds from now on
    public static String now(String secret, int later) {
        return Totp.code(bytes(secret), Instant.now().getEpochSecond() / 30 + later);
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char letter : base32.toCharArray()) {
            bits = bits << 5 | BASE32.indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        return bytes;
    }
}
