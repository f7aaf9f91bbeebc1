package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The scripts and styles of a page, taken out before it is parsed: their text is the larger part of many pages, and
/// all but JSON-LD is read only where the page itself shows too little. Their elements stay, empty.
///
/// A block is taken out only when no other one begins before its end tag and it begins in no other tag: between two
/// tags that belong together there is no third, whether they stand in the page, in a comment, in an attribute or in
/// another script, so that nothing of the page is lost. A page with `<plaintext>` or `<xmp>` shows its tags as text.
final class PageScripts {
    private static final String SCRIPT = "script";
    private static final String STYLE = "style";
    private static final List<String> VERBATIM = List.of("<plaintext", "<PLAINTEXT", "<xmp", "<XMP");
    private static final int MOST = 2_000;
    private static final int LONGEST_TAG = 2_000;
    private static final Pattern TYPE =
            Pattern.compile("\\stype\\s{0,4}=\\s{0,4}[\"']?([^\"'\\s>]{1,80})", Pattern.CASE_INSENSITIVE);

    /// @param type as its tag says; empty when it does not
    record Script(String type, String text) {}

    /// The page without them.
    final String html;

    private final String whole;
    /// Of each script the beginning of its tag, the beginning of its text and the end of it.
    private final List<int[]> places = new ArrayList<>();

    PageScripts(String whole) {
        this.whole = whole;
        StringBuilder rest = new StringBuilder(whole.length());
        boolean verbatim = VERBATIM.stream().anyMatch(whole::contains);
        int kept = 0;
        for (int at = next(0); at >= 0 && !verbatim && places.size() < MOST; ) {
            String name = named(at + 1, SCRIPT) ? SCRIPT : STYLE;
            int from = endOfTag(at + name.length() + 1);
            int end = from < 0 ? -1 : endTag(name, from);
            if (end < 0) {
                break;
            }
            int other = next(from);
            boolean sure = (other < 0 || other > end) && !insideTag(at);
            if (name.equals(SCRIPT)) {
                places.add(new int[] {at, from, end});
            }
            if (sure && !linkedData(whole.substring(at, from))) {
                rest.append(whole, kept, from);
                kept = end;
            }
            at = sure ? other : next(end);
        }
        this.html = kept == 0 ? whole : rest.append(whole, kept, whole.length()).toString();
    }

    /// Whether a tag says that what follows is JSON-LD; some write its signs as entities.
    private static boolean linkedData(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return lower.contains("ld+json") || lower.contains("&#") && lower.contains("json");
    }

    /// All scripts in the order of the page.
    List<Script> all() {
        List<Script> all = new ArrayList<>(places.size());
        for (int[] place : places) {
            Matcher type = TYPE.matcher(whole).region(place[0], place[1]);
            all.add(new Script(type.find() ? type.group(1) : "", whole.substring(place[1], place[2])));
        }
        return all;
    }

    /// Where the next script or style begins.
    private int next(int from) {
        int at = whole.indexOf('<', from);
        while (at >= 0 && !(begins(at + 1) && (named(at + 1, SCRIPT) || named(at + 1, STYLE)))) {
            at = whole.indexOf('<', at + 1);
        }
        return at;
    }

    /// Whether a tag that begins before this place is still open: there it is a piece of a name or of an attribute.
    private boolean insideTag(int at) {
        int before = at - 1;
        while (before >= 0 && whole.charAt(before) != '>' && whole.charAt(before) != '<') {
            before--;
        }
        return before >= 0 && whole.charAt(before) == '<' && Character.isLetter(whole.charAt(before + 1));
    }

    private boolean begins(int at) {
        return at < whole.length() && (whole.charAt(at) | 0x20) == 's';
    }

    private int endTag(String name, int from) {
        int at = whole.indexOf("</", from);
        while (at >= 0 && !named(at + 2, name)) {
            at = whole.indexOf("</", at + 2);
        }
        return at;
    }

    /// Whether this name, in letters of either case, stands here and ends.
    private boolean named(int at, String name) {
        int end = at + name.length();
        if (end >= whole.length() || !whole.regionMatches(true, at, name, 0, name.length())) {
            return false;
        }
        char after = whole.charAt(end);
        return after == '>' || after == '/' || after <= ' ';
    }

    /// Behind the sign that closes a tag, quoted values passed over; -1 when none does.
    private int endOfTag(int from) {
        char quote = 0;
        for (int at = from; at < Math.min(whole.length(), from + LONGEST_TAG); at++) {
            char here = whole.charAt(at);
            if (quote != 0) {
                quote = here == quote ? 0 : quote;
            } else if (here == '>') {
                return at + 1;
            } else if (here == '"' || here == '\'') {
                quote = here;
            }
        }
        return -1;
    }
}
