package press.rotative.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// The parts of a `multipart/form-data` body (RFC 7578) one after the other, as they come in; nothing is kept.
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)multipart/form-data\\s*;(?:.*;)?\\s*boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70})\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i)(?:^|[;\\s])name=\"([^\"]{1,100})\"");
    public static final int MOST_PARTS = 20;

    private static final Pattern FILE_NAME = Pattern.compile("(?i)[;\\s]filename=\"([^\"]{0,300})\"");
    private static final int LONGEST_HEAD = 4000;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int parts;
    private boolean ended;
    private boolean more;

    private Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line break before it: one is put there.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /// @return empty when the body is of another kind
    public static Optional<Multipart> of(@Nullable String contentType, InputStream body) {
        if (contentType == null || contentType.length() > 1000) {
            return Optional.empty();
        }
        Matcher matcher = BOUNDARY.matcher(contentType);
        return matcher.matches()
                ? Optional.of(new Multipart(body, matcher.group(1).strip()))
                : Optional.empty();
    }

    /// @param fileName as the sender calls it; empty: it is no file, or none was chosen
    /// @param body ends where the part ends
    public record Part(String name, String fileName, InputStream body) {}

    /// The next part; what was left unread of the one before is passed over.
    public Optional<Part> next() throws IOException {
        var before = new Body();
        while (before.skip(Long.MAX_VALUE) > 0) {
            continue;
        }
        if (ended || to - from < delimiter.length) {
            return Optional.empty();
        }
        from += delimiter.length;
        if (peek("--")) {
            ended = true;
            return Optional.empty();
        }
        if (++parts > MOST_PARTS) {
            ended = true;
            more = true;
            return Optional.empty();
        }
        String head = head();
        return Optional.of(new Part(name(head), fileName(head), new Body()));
    }

    /// Whether the form had more than [#MOST_PARTS] parts: those behind them were not read.
    public boolean hasMore() {
        return more;
    }

    private boolean peek(String text) throws IOException {
        while (to - from < text.length() && fill()) {
            continue;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return to - from >= bytes.length && Arrays.equals(buffer, from, from + bytes.length, bytes, 0, bytes.length);
    }

    /// The lines between the delimiter and the part; the line break before its first byte belongs to no delimiter.
    private String head() throws IOException {
        while (true) {
            String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0) {
                String head = text.substring(0, end);
                from += head.getBytes(StandardCharsets.UTF_8).length + 4;
                return head;
            }
            if (to - from > LONGEST_HEAD || !fill()) {
                throw unreadable();
            }
        }
    }

    private static String name(String head) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher name = NAME.matcher(line);
                if (name.find()) {
                    return name.group(1);
                }
            }
        }
        throw unreadable();
    }

    private static String fileName(String head) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher name = FILE_NAME.matcher(line);
                return name.find() ? name.group(1).replaceAll("\\p{Cntrl}", " ") : "";
            }
        }
        return "";
    }

    private static Problem unreadable() {
        return Problem.invalid("The form cannot be read. Send the picture as the body of the request,"
                + " or as the part 'file' of multipart/form-data.");
    }

    /// @return false at the end of the input
    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            return true;
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read >= 0;
    }

    private final class Body extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            while (true) {
                int found = delimiterAt();
                // Without a delimiter in sight, the last bytes may be the beginning of one.
                int sure = found >= 0 ? found - from : to - from - delimiter.length;
                if (sure > 0) {
                    int length = Math.min(sure, most);
                    System.arraycopy(buffer, from, into, at, length);
                    from += length;
                    return length;
                }
                if (found >= 0 || ended) {
                    return -1;
                }
                if (!fill()) {
                    throw unreadable();
                }
            }
        }

        private int delimiterAt() {
            for (int at = from; at + delimiter.length <= to; at++) {
                if (buffer[at] == '\r'
                        && Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                    return at;
                }
            }
            return -1;
        }
    }
}
