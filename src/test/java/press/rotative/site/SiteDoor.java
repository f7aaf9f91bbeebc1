package press.rotative.site;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import press.rotative.site.fast.FastWay;

/// A site behind real sockets, with the handlers the program has, by the fast way or by the router alone.
final class SiteDoor implements AutoCloseable {
    private static final int IDLE_SECONDS = 1800;

    final @Nullable FastWay fast;
    final AtomicBoolean closing = new AtomicBoolean();

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
    private final SiteRoute route;
    private final HttpServer server;

    private SiteDoor(Site site, boolean byFastWay, int idleSeconds) throws Exception {
        this.route = new SiteRoute(site, Clock.systemUTC());
        FastWay way = byFastWay ? new FastWay(site, Clock.systemUTC(), closing::get) : null;
        this.fast = way;
        Router router = Router.router(vertx);
        if (way != null) {
            router.route().handler(context -> {
                way.join(context.request());
                context.next();
            });
        }
        router.route().handler(route::handle);
        router.route().handler(context -> context.response().end("another room"));
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setIdleTimeout(idleSeconds)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxHeaderSize(20_480))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    static SiteDoor fast(Site site) throws Exception {
        return new SiteDoor(site, true, IDLE_SECONDS);
    }

    /// @param idleSeconds after which a quiet connection is given up
    static SiteDoor fast(Site site, int idleSeconds) throws Exception {
        return new SiteDoor(site, true, idleSeconds);
    }

    static SiteDoor slow(Site site) throws Exception {
        return new SiteDoor(site, false, IDLE_SECONDS);
    }

    /// Requests that the fast way answered so far.
    long answered() {
        return fast == null ? 0 : fast.answered();
    }

    Line connect() throws IOException {
        return new Line(new Socket("127.0.0.1", server.actualPort()));
    }

    @Override
    public void close() throws Exception {
        route.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /// One kept connection.
    static final class Line implements AutoCloseable {
        private final Socket socket;

        private Line(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /// Asks for an address as plainly as can be, and keeps the connection.
        SiteAnswerText get(String address) throws IOException {
            return ask("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }

        /// Sends one request and reads one answer by its `Content-Length`.
        SiteAnswerText ask(String request) throws IOException {
            send(request);
            return next(request.startsWith("HEAD "));
        }

        SiteAnswerText next(boolean head) throws IOException {
            var text = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            while (!endsHead(text)) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the connection ended after: " + text);
                }
                text.write(next);
            }
            String said = text.toString(StandardCharsets.ISO_8859_1);
            int at = said.indexOf("\r\nContent-Length: ");
            int length = at < 0 || head ? 0 : Integer.parseInt(said.substring(at + 18, said.indexOf("\r\n", at + 2)));
            return new SiteAnswerText(said, in.readNBytes(length));
        }

        private static boolean endsHead(ByteArrayOutputStream text) {
            int size = text.size();
            return size >= 4 && text.toString(StandardCharsets.ISO_8859_1).startsWith("\r\n\r\n", size - 4);
        }

        /// Everything until the server ends the connection, or says nothing for some time.
        String rest(int quietMillis) throws IOException {
            socket.setSoTimeout(quietMillis);
            var text = new ByteArrayOutputStream();
            try {
                for (int next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    text.write(next);
                }
                return text.toString(StandardCharsets.ISO_8859_1) + "<closed>";
            } catch (SocketTimeoutException open) {
                return text.toString(StandardCharsets.ISO_8859_1) + "<open>";
            }
        }

        boolean hasAnswer() throws IOException {
            return socket.getInputStream().available() > 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /// @param head status line and headers, with the empty line
    record SiteAnswerText(String head, byte[] body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String undated() {
            return SiteDoor.undated(head) + new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    /// The same with every date in one spelling.
    static String undated(String answer) {
        return answer.replaceAll(
                "\r\nDate: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n",
                "\r\nDate: now\r\n");
    }
}
