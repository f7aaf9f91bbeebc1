package press.rotative.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request over HTTP/1.1 (RFC 9112) to an address that was checked before, on a connection of its own. At the
/// deadline the connection is closed under whatever is going on: a handshake, a body that is not taken, an answer that
/// drips. Heads and bodies have a limit.
final class WebRequest implements AutoCloseable {

    /// Instead of how many bytes may come: only whether any would.
    static final int HEAD_ONLY = -1;

    private static final int LARGEST_HEAD = 64 * 1024;

    private static final ScheduledThreadPoolExecutor DEADLINES = deadlines();

    private final URI address;
    private final long deadline;
    private final Future<?> end;
    private final Socket socket;
    private final InputStream in;

    private static ScheduledThreadPoolExecutor deadlines() {
        var one = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("web-deadlines").factory());
        one.setRemoveOnCancelPolicy(true);
        one.setKeepAliveTime(1, TimeUnit.MINUTES);
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    WebRequest(URI address, String host, InetAddress checked, int port, boolean secure, long deadline)
            throws IOException {
        this.address = address;
        this.deadline = deadline;
        var plain = new Socket();
        this.end = DEADLINES.schedule(() -> close(plain), left() + 1L, TimeUnit.MILLISECONDS);
        try {
            plain.connect(new InetSocketAddress(checked, port), left());
            plain.setSoTimeout(left());
            this.socket = secure ? wrapped(plain, host, port) : plain;
            this.in = socket.getInputStream();
        } catch (IOException | RuntimeException failed) {
            end.cancel(false);
            plain.close();
            throw failed;
        }
    }

    private static void close(Socket plain) {
        try {
            plain.close();
        } catch (IOException closedAlready) {
            // Nothing is read from it any more.
        }
    }

    /// The name is what the certificate must be for; the connection stays with the checked address.
    private static Socket wrapped(Socket plain, String host, int port) throws IOException {
        var secure =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /// @param largest bytes of the body, or [#HEAD_ONLY]
    WebAnswer get(int largest) throws IOException {
        write(head("GET", Map.of("Accept", "*/*")), new byte[0]);
        return answer(largest, false);
    }

    /// @param begin how many bytes of the answer's body are of interest; what follows them is not waited for
    WebAnswer post(Map<String, String> headers, byte[] body, int begin) throws IOException {
        var all = new HashMap<>(headers);
        all.put("Content-Length", "" + body.length);
        write(head("POST", all), body);
        return answer(begin, true);
    }

    private String head(String method, Map<String, String> headers) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\nHost: " + address.getRawAuthority()
                + "\r\nUser-Agent: Rotative\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private void write(String head, byte[] body) throws IOException {
        try {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        } catch (IOException broken) {
            throw inTime(broken);
        }
    }

    private WebAnswer answer(int largest, boolean onlyItsBeginning) throws IOException {
        try {
            return read(largest, onlyItsBeginning);
        } catch (TooLarge large) {
            throw large;
        } catch (IOException broken) {
            throw inTime(broken);
        }
    }

    /// A connection that was closed because the time was over is no broken one.
    private IOException inTime(IOException broken) {
        return System.nanoTime() < deadline ? broken : new SocketTimeoutException("the time is over");
    }

    private WebAnswer read(int largest, boolean onlyItsBeginning) throws IOException {
        String[] lines = head().split("\r?\n");
        int status = status(lines[0]);
        Map<String, String> headers = new HashMap<>();
        for (int at = 1; at < lines.length; at++) {
            int colon = lines[at].indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        lines[at].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[at].substring(colon + 1).strip());
            }
        }
        String type =
                headers.getOrDefault("content-type", "").split(";")[0].strip().toLowerCase(Locale.ROOT);
        byte[] body = new byte[0];
        if (onlyItsBeginning) {
            body = beginning(headers, largest);
        } else if (status == 200 && largest != HEAD_ONLY) {
            if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
                throw new IOException("encoded, though it was not asked to be");
            }
            body = body(headers, largest);
        }
        return new WebAnswer(
                status, type, headers.getOrDefault("location", ""), headers.getOrDefault("retry-after", ""), body);
    }

    /// What the other side says after its status matters to nobody but who looks at it: whatever came is enough.
    private byte[] beginning(Map<String, String> headers, int most) {
        var taken = new ByteArrayOutputStream();
        try {
            boolean chunked = headers.getOrDefault("transfer-encoding", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("chunked");
            String length = headers.getOrDefault("content-length", "");
            long left = length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
            long inChunk = chunked ? 0 : Long.MAX_VALUE;
            while (taken.size() < most && left > 0) {
                if (inChunk == 0) {
                    inChunk = Long.parseLong(line().split(";")[0].strip(), 16);
                    if (inChunk == 0) {
                        break;
                    }
                }
                int read = read();
                if (read < 0) {
                    break;
                }
                taken.write(read);
                left--;
                if (chunked && --inChunk == 0) {
                    line();
                }
            }
        } catch (IOException | NumberFormatException brokenOff) {
            return taken.toByteArray();
        }
        return taken.toByteArray();
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("no HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int read = read();
            if (read < 0 || head.size() > LARGEST_HEAD) {
                throw new IOException("the head is cut or endless");
            }
            head.write(read);
            ends = read == '\n' ? ends + 1 : read == '\r' ? ends : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private byte[] body(Map<String, String> headers, int largest) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks(largest);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return taken(Integer.MAX_VALUE, largest, false);
        }
        if (!length.matches("\\d{1,18}")) {
            throw new IOException("no length");
        }
        if (Long.parseLong(length) > largest) {
            throw new TooLarge();
        }
        return taken(Integer.parseInt(length), largest, true);
    }

    private byte[] chunks(int largest) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line().split(";")[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                throw new IOException("no chunk");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                return body.toByteArray();
            }
            if (body.size() + length > largest) {
                throw new TooLarge();
            }
            body.write(taken((int) length, largest, true));
            line();
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int read = read(); read != '\n'; read = read()) {
            if (read < 0 || line.length() > 1000) {
                throw new IOException("a line is cut or endless");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    /// @param whole fewer bytes are an error
    private byte[] taken(int length, int largest, boolean whole) throws IOException {
        var taken = new ByteArrayOutputStream();
        byte[] part = new byte[16 * 1024];
        while (taken.size() < length) {
            socket.setSoTimeout(left());
            int read = in.read(part, 0, Math.min(part.length, length - taken.size()));
            if (read < 0) {
                if (whole) {
                    throw new IOException("cut");
                }
                return taken.toByteArray();
            }
            taken.write(part, 0, read);
            if (taken.size() > largest) {
                throw new TooLarge();
            }
        }
        return taken.toByteArray();
    }

    private int read() throws IOException {
        socket.setSoTimeout(left());
        return in.read();
    }

    private int left() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        end.cancel(false);
        socket.close();
    }

    /// More bytes than are taken.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
