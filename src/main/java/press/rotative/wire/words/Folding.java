package press.rotative.wire.words;

import java.text.Normalizer;

/// Text made comparable: lower case, without accents, Arabic vowel marks, tatweel, bidi marks and zero-width
/// characters;
/// one kind of quotation mark, dash, apostrophe and digit; runs of space as one, none around `:` `/` and round
/// brackets.
///
/// Each folded character remembers where it stood, so that what was recognised in the folded text can be cut out of
/// the original. Only the first [#LONGEST] characters are folded: no phrase that readers look for is longer.
public final class Folding {

    static final int LONGEST = 600;

    private static final char[] TABLE = table();
    private static final String TIGHT = ":/()";

    private final String source;
    private final String text;
    private final int[] origin;

    private Folding(String source, String text, int[] origin) {
        this.source = source;
        this.text = text;
        this.origin = origin;
    }

    public static Folding of(String source) {
        int limit = Math.min(source.length(), LONGEST);
        char[] folded = new char[limit];
        int[] origin = new int[limit + 1];
        int length = 0;
        for (int at = 0; at < limit; at++) {
            char next = fold(source.charAt(at));
            if (next == 0) {
                continue;
            }
            if (next == ' ') {
                if (length == 0 || folded[length - 1] == ' ' || TIGHT.indexOf(folded[length - 1]) >= 0) {
                    continue;
                }
            } else if (TIGHT.indexOf(next) >= 0 && length > 0 && folded[length - 1] == ' ') {
                length--;
            }
            folded[length] = next;
            origin[length++] = at;
        }
        while (length > 0 && folded[length - 1] == ' ') {
            length--;
        }
        origin[length] = limit;
        return new Folding(source, new String(folded, 0, length), origin);
    }

    /// The folded form of a whole string, for keys of maps.
    public static String key(String source) {
        return of(source).text;
    }

    /// The folded form of one character: 0 when it is dropped.
    static char fold(char character) {
        return character < TABLE.length ? TABLE[character] : Character.toLowerCase(character);
    }

    public String text() {
        return text;
    }

    /// What was folded, whole.
    String source() {
        return source;
    }

    /// The original of what stands between two places of the folded text.
    public String original(int start, int end) {
        return source.substring(origin(start), origin(end - 1) + 1).strip();
    }

    public int length() {
        return text.length();
    }

    /// Where the folded character stood in the source; for the length, the end of what was folded.
    public int origin(int folded) {
        return origin[folded];
    }

    private static char[] table() {
        char[] table = new char[0x2100];
        for (int code = 0; code < table.length; code++) {
            table[code] = folded((char) code);
        }
        return table;
    }

    private static char folded(char character) {
        switch (character) {
            case '«', '»', '“', '”', '„', '‟', '‹', '›':
                return '"';
            case '‘', '’', '‚', '‛', '`', '´', 'ʼ':
                return '\'';
            case '‐', '‑', '‒', '–', '—', '―', '−':
                return '-';
            case '؟':
                return '?';
            case '،':
                return ',';
            case '؛':
                return ';';
            case 'ى':
                return 'ي';
            case 'ة':
                return 'ه';
            case 'ـ':
                return 0;
            default:
        }
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return ' ';
        }
        int type = Character.getType(character);
        if (type == Character.CONTROL || type == Character.FORMAT || type == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (Character.isDigit(character)) {
            return (char) ('0' + Character.digit(character, 10));
        }
        String parts = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKD);
        char base = parts.isEmpty() ? character : parts.charAt(0);
        return Character.isLetter(character) ? Character.toLowerCase(base) : character;
    }
}
