package press.rotative.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.CreateKey;
import press.rotative.publication.Acts;
import press.rotative.story.StoryJson;

/// Somebody with a key, for tests.
record ApiClient(URI server, String key) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static ApiClient with(URI server, Acts acts, Role role) {
        String secret = ApiKeys.newSecret(new SecureRandom());
        acts.perform(new CreateKey(Actor.OPERATOR, "test", Set.of(Grant.everywhere(role)), secret));
        return new ApiClient(server, secret);
    }

    HttpResponse<byte[]> send(String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> upload(byte[] file) throws IOException, InterruptedException {
        return send("POST", "/api/v1/pictures", "application/octet-stream", file);
    }

    HttpResponse<byte[]> json(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, "/api/v1" + path, "application/json", body == null ? null : body.getBytes());
    }

    /// What a request that must succeed answers.
    JsonNode done(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = json(method, path, body);
        assertEquals(2, answer.statusCode() / 100, () -> path + ": " + text(answer));
        return tree(answer);
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, null);
    }

    static JsonNode tree(HttpResponse<byte[]> answer) throws IOException {
        return StoryJson.MAPPER.readTree(answer.body());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body());
    }
}
