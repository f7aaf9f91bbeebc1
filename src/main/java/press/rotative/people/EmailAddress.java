package press.rotative.people;

import java.util.Locale;
import java.util.regex.Pattern;
import press.rotative.platform.Problem;

/// An address that mail can be sent to (RFC 5321, in the form that people use: no quotes, no comments, a domain with a
/// dot or `localhost`).
public record EmailAddress(String text) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)*[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");

    public EmailAddress {
        text = text.strip();
        if (!looksRight(text)) {
            throw Problem.invalid("An e-mail address looks like name@example.org.")
                    .as("problem.email");
        }
    }

    public static boolean looksRight(String text) {
        return text.strip().length() <= LONGEST && FORM.matcher(text.strip()).matches();
    }

    /// The form under which it is found: two that differ in capitals only are one.
    public String key() {
        return key(text);
    }

    /// The same for whatever somebody typed.
    public static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
