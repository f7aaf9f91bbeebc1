package press.rotative.people.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import press.rotative.platform.Problem;

/// A password that somebody chose: long enough, and not one of those that are tried first (NIST SP 800-63B-4, section
/// 3.1.1.2), by the reckoning of zxcvbn. No kind of letter is asked for.
///
/// @param text as typed
public record NewPassword(String text) {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private static final int GUESSED = 72;

    /// Of 0 to 4: more than 10^8 guesses.
    private static final int HARD_ENOUGH = 3;

    /// @param text as typed
    /// @param about what guessers know: the name, the address, the newspaper
    /// @throws Problem INVALID, saying what is wrong with it
    public static NewPassword chosen(String text, String... about) {
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw Problem.invalid("A password has at least " + SHORTEST + " letters. A short sentence is good.")
                    .as("problem.password.short", SHORTEST);
        }
        if (length > LONGEST) {
            throw Problem.invalid("A password has at most " + LONGEST + " letters.")
                    .as("problem.password.long", LONGEST);
        }
        String guessed = text.substring(0, text.offsetByCodePoints(0, Math.min(length, GUESSED)));
        if (new Zxcvbn().measure(guessed, List.of(about)).getScore() < HARD_ENOUGH) {
            throw Problem.invalid(
                            "This password is easily guessed. A sentence of words that do not belong together is good.")
                    .as("problem.password.known");
        }
        return new NewPassword(text);
    }

    @Override
    public String toString() {
        return "a password";
    }
}
