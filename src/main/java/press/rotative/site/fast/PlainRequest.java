package press.rotative.site.fast;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads requests of the plainest kind from bytes, and nothing else: a `GET` or `HEAD` of HTTP/1.1 that is whole, in
/// visible ASCII with strict line ends, with one plain `Host`, and without anything that says how long a request is or
/// what becomes of the connection. Of such a request nobody can doubt where it ends, the server's own decoder no more
/// than this. Where anything is unusual, the bytes are for the decoder.
///
/// The grammar is a part of RFC 9112, sections 3 and 5: no folded lines, no bytes above 126, no white space before a
/// colon. One object reads one request after another; used by one thread only.
final class PlainRequest {
    /// Longer ones are for the decoder.
    static final int LONGEST = 4096;

    private static final byte[] GET = ascii("GET ");
    private static final byte[] HEAD = ascii("HEAD ");
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
    private static final boolean[] IN_NAME = nameBytes();

    private final byte[] bytes = new byte[LONGEST];
    private final Asked asked = new Asked();
    private int end;
    private int at;
    private int targetAt;
    private int targetEnd;
    private boolean whole;

    /// Reads one request from the beginning of these bytes, which stay as they are.
    ///
    /// @return OTHER also for one that is not whole yet
    Asked.Kind read(ByteBuf from) {
        end = Math.min(from.readableBytes(), LONGEST);
        from.getBytes(from.readerIndex(), bytes, 0, end);
        asked.clear();
        return firstLine() && headers() ? asked.kind() : Asked.Kind.OTHER;
    }

    /// In bytes, with the empty line.
    int length() {
        return at;
    }

    /// False when the answer must have no body.
    boolean whole() {
        return whole;
    }

    String target() {
        return new String(bytes, targetAt, targetEnd - targetAt, StandardCharsets.ISO_8859_1);
    }

    Asked asked() {
        return asked;
    }

    private boolean firstLine() {
        whole = standsAt(0, GET);
        if (!whole && !standsAt(0, HEAD)) {
            return false;
        }
        targetAt = whole ? GET.length : HEAD.length;
        int most = Math.min(end, targetAt + FastWay.LONGEST_TARGET + 1);
        int place = targetAt;
        while (place < most && isVisible(bytes[place])) {
            place++;
        }
        targetEnd = place;
        at = place + VERSION.length;
        return place > targetAt && place < most && bytes[targetAt] == '/' && standsAt(place, VERSION);
    }

    private boolean headers() {
        while (at < end && bytes[at] != '\r') {
            int colon = at;
            while (colon < end && bytes[colon] >= 0 && IN_NAME[bytes[colon]]) {
                colon++;
            }
            if (colon == at || colon == end || bytes[colon] != ':') {
                return false;
            }
            int place = colon + 1;
            while (place < end && (isVisible(bytes[place]) || isSpace(bytes[place]))) {
                place++;
            }
            if (!endsLine(place) || Asked.matters(colon - at) && header(colon, place) == Asked.Kind.OTHER) {
                return false;
            }
            at = place + 2;
        }
        boolean ends = endsLine(at);
        at += 2;
        return ends;
    }

    private Asked.Kind header(int colon, int lineEnd) {
        int from = colon + 1;
        int to = lineEnd;
        while (from < to && isSpace(bytes[from])) {
            from++;
        }
        while (to > from && isSpace(bytes[to - 1])) {
            to--;
        }
        return asked.read(
                new AsciiString(bytes, at, colon - at, false), new AsciiString(bytes, from, to - from, false));
    }

    private boolean endsLine(int place) {
        return place + 1 < end && bytes[place] == '\r' && bytes[place + 1] == '\n';
    }

    private boolean standsAt(int place, byte[] known) {
        return place + known.length <= end && Arrays.equals(bytes, place, place + known.length, known, 0, known.length);
    }

    private static boolean isVisible(byte b) {
        return b > ' ' && b < 0x7f;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// What a token is made of: RFC 9110, section 5.6.2.
    private static boolean[] nameBytes() {
        var all = new boolean[128];
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            all[c] = true;
        }
        for (char c = '0'; c <= 'z'; c++) {
            all[c] |= Character.isLetterOrDigit(c);
        }
        return all;
    }
}
