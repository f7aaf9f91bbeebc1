package press.rotative.site;

import org.jspecify.annotations.Nullable;

/// Reads `Accept-Encoding` (RFC 9110, section 12.5.3) without making anything: it is read for every request.
///
/// The coding with the highest weight wins, the smaller form among equals. What cannot be read counts as a refusal of
/// that coding: the plain form is always right.
final class AcceptEncoding {
    private static final int LONGEST = 1000;
    private static final int UNSAID = -1;

    private final String header;
    private int at;

    private AcceptEncoding(String header) {
        this.header = header;
    }

    /// @param brotli whether this program can make that form
    static Coding best(@Nullable String header, boolean brotli) {
        if (header == null || header.isEmpty() || header.length() > LONGEST) {
            return Coding.IDENTITY;
        }
        return new AcceptEncoding(header).best(brotli);
    }

    private Coding best(boolean brotli) {
        int packed = UNSAID;
        int smallest = UNSAID;
        int plain = UNSAID;
        int any = UNSAID;
        while (at < header.length()) {
            int begin = skipSpace();
            while (at < header.length() && header.charAt(at) != ',' && header.charAt(at) != ';') {
                at++;
            }
            int end = at;
            while (end > begin && isSpace(header.charAt(end - 1))) {
                end--;
            }
            int weight = weight();
            if (is("gzip", begin, end) || is("x-gzip", begin, end)) {
                packed = weight;
            } else if (is("br", begin, end)) {
                smallest = weight;
            } else if (is("identity", begin, end)) {
                plain = weight;
            } else if (is("*", begin, end)) {
                any = weight;
            }
            at++;
        }
        int gzip = packed == UNSAID ? any : packed;
        int least = Math.max(plain, 1);
        if (brotli && smallest >= least && smallest >= gzip) {
            return Coding.BROTLI;
        }
        return gzip >= least ? Coding.GZIP : Coding.IDENTITY;
    }

    /// In thousandths; leaves `at` on the comma or the end.
    private int weight() {
        if (at >= header.length() || header.charAt(at) == ',') {
            return 1000;
        }
        at++;
        int begin = skipSpace();
        int end = header.indexOf(',', begin);
        at = end < 0 ? header.length() : end;
        end = at;
        while (end > begin && isSpace(header.charAt(end - 1))) {
            end--;
        }
        return thousandths(begin, end);
    }

    private int thousandths(int begin, int end) {
        int length = end - begin;
        if (length < 3 || length > 7 || (header.charAt(begin) | 0x20) != 'q' || header.charAt(begin + 1) != '=') {
            return 0;
        }
        char whole = header.charAt(begin + 2);
        if (whole != '0' && whole != '1' || length > 3 && header.charAt(begin + 3) != '.') {
            return 0;
        }
        int value = (whole - '0') * 1000;
        int unit = 100;
        for (int i = begin + 4; i < end; i++, unit /= 10) {
            int digit = header.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value += digit * unit;
        }
        return value <= 1000 ? value : 0;
    }

    private boolean is(String coding, int begin, int end) {
        return end - begin == coding.length() && header.regionMatches(true, begin, coding, 0, coding.length());
    }

    private int skipSpace() {
        while (at < header.length() && isSpace(header.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
