package press.rotative.wire.words;

/// Tells sentences from titles by their shape.
public final class Prose {

    public static final int LONGEST_TITLE = 180;
    private static final int LONG_TEXT = 180;
    private static final int SHORT_TITLE = 3;

    private Prose() {}

    /// A line of running text: it ends as a sentence does and has several words, or holds several sentences, or is
    /// long.
    public static boolean text(String text) {
        if (text.length() >= LONG_TEXT) {
            return true;
        }
        if (text.length() >= 80 && sentenceBreak(text)) {
            return true;
        }
        return fullStop(text) && words(text) >= 4 && text.length() >= 25;
    }

    /// Inside the body also what ends in a question, an exclamation, a quotation mark or a colon is text.
    public static boolean bodyText(String text) {
        return text(text)
                || closed(text) && (words(text) >= 3 || fullStop(text))
                || text.length() > 100
                || text.endsWith(":") && text.length() >= 20;
    }

    /// A line that could be a title: a few words, no full stop.
    public static boolean title(String text) {
        return text.length() <= LONGEST_TITLE
                && !fullStop(text)
                && words(text) >= SHORT_TITLE - 1
                && text.length() >= 8
                && !text.endsWith(":")
                && !address(text);
    }

    public static boolean address(String text) {
        return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("www.");
    }

    /// Ends in a full stop or an ellipsis, a closing mark after it allowed.
    public static boolean fullStop(String text) {
        int at = text.length() - 1;
        while (at >= 0 && "»”\"')’ \u00A0\u202F\u200F\u200E".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && (text.charAt(at) == '.' || text.charAt(at) == '…' || text.charAt(at) == '۔');
    }

    /// Ends in any mark that closes a sentence.
    public static boolean closed(String text) {
        char last = text.charAt(text.length() - 1);
        return fullStop(text) || "!?؟»”\"".indexOf(last) >= 0;
    }

    public static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int at = 0; at < Math.min(text.length(), 400); at++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(at));
            words += letter && !inside ? 1 : 0;
            inside = letter || inside && (text.charAt(at) == '\'' || text.charAt(at) == '-');
        }
        return words;
    }

    /// A full stop, a space, and the beginning of another sentence.
    private static boolean sentenceBreak(String text) {
        for (int at = 2; at + 3 < Math.min(text.length(), 400); at++) {
            char here = text.charAt(at);
            if ((here == '.' || here == '!' || here == '?' || here == '؟')
                    && (text.charAt(at + 1) == ' ' || glued(text, at))
                    && Character.isLetter(text.charAt(at - 1))
                    && Character.isLetter(text.charAt(at - 2))) {
                char next = text.charAt(text.charAt(at + 1) == ' ' ? at + 2 : at + 1);
                if (Character.isUpperCase(next) || Character.getType(next) == Character.OTHER_LETTER || next == '«') {
                    return true;
                }
            }
        }
        return false;
    }

    /// Two sentences without the space between them, as captures glue them: "froid.Le".
    private static boolean glued(String text, int at) {
        return Character.isLowerCase(text.charAt(at - 1))
                && Character.isUpperCase(text.charAt(at + 1))
                && Character.isLowerCase(text.charAt(at + 2));
    }
}
