package press.rotative.language;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A language with the direction its script runs in.
///
/// @param tag BCP 47, such as `fr` or `ar-LB`
/// @param direction `ltr` or `rtl`
public record Tongue(String tag, String direction) {
    private static final Set<String> FROM_THE_RIGHT =
            Set.of("ar", "he", "fa", "ur", "ps", "ckb", "sd", "ug", "yi", "dv");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    public Tongue {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("not a language tag: " + tag);
        }
        if (!direction.equals("ltr") && !direction.equals("rtl")) {
            throw new IllegalArgumentException("not a direction: " + direction);
        }
    }

    public static Tongue of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return new Tongue(tag, FROM_THE_RIGHT.contains(language) ? "rtl" : "ltr");
    }

    public String language() {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
