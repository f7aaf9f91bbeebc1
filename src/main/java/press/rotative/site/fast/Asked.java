package press.rotative.site.fast;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the headers of a request say that matters here. One object reads the headers of one request after another;
/// names are told apart by their length first.
final class Asked {
    private static final AsciiString HOST = AsciiString.cached("host");
    private static final AsciiString RANGE = AsciiString.cached("range");
    private static final AsciiString EXPECT = AsciiString.cached("expect");
    private static final AsciiString COOKIE = AsciiString.cached("cookie");
    private static final AsciiString UPGRADE = AsciiString.cached("upgrade");
    private static final AsciiString TRAILER = AsciiString.cached("trailer");
    private static final AsciiString CONNECTION = AsciiString.cached("connection");
    private static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");
    private static final AsciiString IF_NONE_MATCH = AsciiString.cached("if-none-match");
    private static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
    private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");
    private static final AsciiString ACCEPT_ENCODING = AsciiString.cached("accept-encoding");
    private static final AsciiString TRANSFER_ENCODING = AsciiString.cached("transfer-encoding");

    /// With two of these the server's decoder takes eight bytes for the body of a GET: an early draft of WebSocket.
    private static final AsciiString SOCKET_KEY_1 = AsciiString.cached("sec-websocket-key1");
    private static final AsciiString SOCKET_KEY_2 = AsciiString.cached("sec-websocket-key2");

    private static final int LONGEST_PORT = 5; // and below 60000, so that it is one for sure

    private Kind kind = Kind.PLAIN;
    private int hosts;
    private @Nullable String ifNoneMatch;
    private @Nullable String acceptEncoding;

    enum Kind {
        /// may be answered at once
        PLAIN,
        /// ends where its headers end, and is for the router
        ROUTED,
        /// may have a body, or change or end the connection
        OTHER
    }

    void clear() {
        kind = Kind.PLAIN;
        hosts = 0;
        ifNoneMatch = null;
        acceptEncoding = null;
    }

    /// Of a whole request.
    Kind of(HttpHeaders headers) {
        Iterator<Map.Entry<CharSequence, CharSequence>> lines = headers.iteratorCharSequence();
        while (lines.hasNext()) {
            Map.Entry<CharSequence, CharSequence> line = lines.next();
            if (read(line.getKey(), line.getValue()) == Kind.OTHER) {
                return Kind.OTHER;
            }
        }
        return kind();
    }

    /// Of all that was read since [#clear].
    Kind kind() {
        return hosts == 1 ? kind : Kind.OTHER;
    }

    @Nullable
    String ifNoneMatch() {
        return ifNoneMatch;
    }

    @Nullable
    String acceptEncoding() {
        return acceptEncoding;
    }

    /// Whether a header with a name of so many letters can matter.
    static boolean matters(int length) {
        return switch (length) {
            case 4, 5, 6, 7, 10, 13, 14, 15, 17, 18 -> true;
            default -> false;
        };
    }

    /// @param value without white space around it
    /// @return the kind of the request, as far as it is read
    Kind read(CharSequence name, CharSequence value) {
        Kind line =
                switch (name.length()) {
                    case 4 -> is(HOST, name) ? host(value) : Kind.PLAIN;
                    case 5 -> is(RANGE, name) ? Kind.ROUTED : Kind.PLAIN;
                    case 6 -> is(EXPECT, name) ? Kind.OTHER : is(COOKIE, name) ? cookie(value) : Kind.PLAIN;
                    case 7 -> is(UPGRADE, name) || is(TRAILER, name) ? Kind.OTHER : Kind.PLAIN;
                    case 10 -> is(CONNECTION, name) && !is(KEEP_ALIVE, value) ? Kind.OTHER : Kind.PLAIN;
                    case 13 ->
                        is(IF_NONE_MATCH, name)
                                ? ifNoneMatch(value)
                                : is(AUTHORIZATION, name) ? Kind.ROUTED : Kind.PLAIN;
                    case 14 -> is(CONTENT_LENGTH, name) ? Kind.OTHER : Kind.PLAIN;
                    case 15 -> is(ACCEPT_ENCODING, name) ? acceptEncoding(value) : Kind.PLAIN;
                    case 17 -> is(TRANSFER_ENCODING, name) ? Kind.OTHER : Kind.PLAIN;
                    case 18 -> is(SOCKET_KEY_1, name) || is(SOCKET_KEY_2, name) ? Kind.OTHER : Kind.PLAIN;
                    default -> Kind.PLAIN;
                };
        if (line.compareTo(kind) > 0) {
            kind = line;
        }
        return kind;
    }

    private Kind host(CharSequence value) {
        hosts++;
        return isPlainHost(value) ? Kind.PLAIN : Kind.OTHER;
    }

    private static Kind cookie(CharSequence value) {
        return Sessions.mayBeIn(value) ? Kind.ROUTED : Kind.PLAIN;
    }

    private Kind ifNoneMatch(CharSequence value) {
        boolean first = ifNoneMatch == null;
        ifNoneMatch = value.toString();
        return first ? Kind.PLAIN : Kind.ROUTED;
    }

    private Kind acceptEncoding(CharSequence value) {
        boolean first = acceptEncoding == null;
        acceptEncoding = value.toString();
        return first ? Kind.PLAIN : Kind.ROUTED;
    }

    /// The router refuses hosts that cannot be; here only the usual form is taken, a name or number with or without a
    /// port.
    private static boolean isPlainHost(CharSequence host) {
        int length = host.length();
        int at = 0;
        while (at < length && isOfName(host.charAt(at))) {
            at++;
        }
        int digits = at < length && host.charAt(at) == ':' ? length - at - 1 : 0;
        for (int i = at + 1; i < length; i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return false;
            }
        }
        return at > 0
                && (at == length
                        || digits >= 1
                                && digits <= LONGEST_PORT
                                && (digits < LONGEST_PORT || host.charAt(at + 1) < '6'));
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    private static boolean is(AsciiString known, CharSequence text) {
        return known.contentEqualsIgnoreCase(text);
    }
}
