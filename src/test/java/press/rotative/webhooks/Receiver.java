package press.rotative.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import press.rotative.story.StoryJson;

/// A program that receives webhooks on this machine, and does to each path what a test says.
public final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// One request.
    public record Got(String path, String id, long timestamp, String signature, String body) {
        public JsonNode json() {
            try {
                return StoryJson.MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String type() {
            return json().get("type").asText();
        }

        /// Written from the specification alone: one of the signatures is the HMAC of id, time and body.
        public boolean signedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                for (String each : signature.split(" ")) {
                    if (each.startsWith("v1,")
                            && MessageDigest.isEqual(
                                    expected, Base64.getDecoder().decode(each.substring(3)))) {
                        return true;
                    }
                }
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// What is done to a request.
    public interface Conduct {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final List<Got> got = new ArrayList<>();
    private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::handle);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void conduct(String path, Conduct conduct) {
        conducts.put(path, conduct);
    }

    public static Conduct status(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        synchronized (got) {
            got.add(new Got(
                    path,
                    headers.getFirst("webhook-id"),
                    Long.parseLong(headers.getFirst("webhook-timestamp")),
                    headers.getFirst("webhook-signature"),
                    body));
            got.notifyAll();
        }
        try (exchange) {
            conducts.getOrDefault(path, status(204, "")).answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Got> at(String path) {
        synchronized (got) {
            return got.stream().filter(each -> each.path().equals(path)).toList();
        }
    }

    /// Waits until so many came to a path.
    public List<Got> at(String path, int many) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (got) {
            while (at(path).size() < many) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError(many + " requests to " + path + " were expected: " + at(path));
                }
                got.wait(left);
            }
            return at(path);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
