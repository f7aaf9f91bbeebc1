package press.rotative.site;

import java.util.regex.Pattern;

/// A style sheet made small: comments and needless white space go. Knows only what `site.css` needs (no strings with
/// braces, no `/*` in addresses).
final class Stylesheet {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Pattern AROUND = Pattern.compile(" ?([{};,>]) ?");
    private static final Pattern AFTER_COLON = Pattern.compile("(?<=[a-z0-9-]): ");

    private Stylesheet() {}

    static String small(String source) {
        String text = COMMENT.matcher(source).replaceAll("");
        text = WHITE.matcher(text).replaceAll(" ");
        text = AROUND.matcher(text).replaceAll("$1");
        text = AFTER_COLON.matcher(text).replaceAll(":");
        return text.replace(";}", "}").strip();
    }
}
