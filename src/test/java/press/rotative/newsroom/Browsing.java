package press.rotative.newsroom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import press.rotative.people.Grant;
import press.rotative.people.signin.Arrivals;
import press.rotative.publication.Acts;

/// Somebody at a browser, for tests: keeps cookies, follows nothing by itself, sends what browsers send.
public final class Browsing {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Browsing(URI server) {
        this.server = server;
        headers.put("Sec-Fetch-Site", "same-origin");
        headers.put("Sec-Fetch-Mode", "navigate");
        headers.put("Accept", "text/html");
        headers.put("Accept-Language", "en");
    }

    /// Somebody of the staff who is in.
    public static Browsing in(URI server, Acts acts, long staffId) {
        var browser = new Browsing(server);
        browser.cookies().put("rotative", Arrivals.comesIn(acts, staffId));
        return browser;
    }

    /// Somebody new of the staff who is in.
    ///
    /// @param language of their screens
    public static Browsing in(URI server, Acts acts, String name, String language, Grant... grants) {
        String email = "s" + System.nanoTime() + "@lephare.example";
        return in(server, acts, Arrivals.join(acts, name, email, language, Set.of(grants)));
    }

    /// Sends this header from now on; null: does not.
    public Browsing with(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    /// @param fields names and values by turns
    public HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        var pairs = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", path, pairs.toString());
    }

    public HttpResponse<String> send(String method, String path, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(
                        method,
                        form == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return send(request);
    }

    /// Sends a form with one file in it.
    public HttpResponse<String> sendFile(String path, String name, byte[] file)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--tide\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--tide--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=tide")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String pair = set.split(";")[0];
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1).replace("\"", "");
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
        return answer;
    }

    /// Where an answer leads on; empty: nowhere.
    public static String onTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    public Map<String, String> cookies() {
        return cookies;
    }
}
