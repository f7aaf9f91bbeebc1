package press.rotative.newsroom.inbox;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/// Captured pages, and the form a browser sends them in.
final class SentCaptures {
    private static final String BOUNDARY = "----slipway";
    /// The content type of a form.
    static final String KIND = "multipart/form-data; boundary=" + BOUNDARY;

    private SentCaptures() {}

    /// A page with a line that nobody understands, a tag whose kind is a guess, and no byline.
    static String page(String headline) {
        return "https://www.quayside.example/2026/11/24/" + headline.replace(' ', '-') + ".html\n\n" + headline
                + "\n\nThe boat left at seven on Monday, and the mayor waved from the quay, they said of " + headline
                + ".\n\nShare\n\nThe company counted forty cars, and no one was late for the ferry that day, its"
                + " director said.\n\nTags:\nharbours, Osterline\n";
    }

    /// A form as a browser sends it.
    static byte[] form(Map<String, String> fields, Collection<Map.Entry<String, byte[]>> files) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                write(body, "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        for (var file : files) {
            write(
                    body,
                    "Content-Disposition: form-data; name=\"file\"; filename=\"" + file.getKey()
                            + "\"\r\nContent-Type: text/html\r\n\r\n");
            body.writeBytes(file.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    static HttpResponse<String> send(URI server, String session, Map<String, String> fields, Map<String, byte[]> files)
            throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(server.resolve("/newsroom/inbox"))
                            .header("Content-Type", KIND)
                            .header("Cookie", "rotative=" + session)
                            .header("Sec-Fetch-Site", "same-origin")
                            .header("Sec-Fetch-Mode", "navigate")
                            .header("Accept", "text/html")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(form(fields, files.entrySet())))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /// Sends the beginning of a form, and no more until the socket is closed.
    static Socket begin(URI server, String session) throws Exception {
        var socket = new Socket(server.getHost(), server.getPort());
        String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"slow.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nThe boat left";
        String request = "POST /newsroom/inbox HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nContent-Type:"
                + " " + KIND + "\r\nContent-Length: 100000\r\nCookie: rotative="
                + session + "\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\nAccept: text/html\r\n\r\n"
                + part;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void write(ByteArrayOutputStream body, String head) {
        body.writeBytes(("--" + BOUNDARY + "\r\n" + head).getBytes(StandardCharsets.UTF_8));
    }
}
