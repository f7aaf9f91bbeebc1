package press.rotative.command;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs inside the started server and reads its pages the way a first visitor does, following links from the front.
public final class TrainingProgram implements QuarkusApplication {
    private static final int PAGES = 60;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");

    private final HttpServer server;

    TrainingProgram(HttpServer server) {
        this.server = server;
    }

    @Override
    public int run(String... arguments) throws IOException, InterruptedException {
        URI base = URI.create(ServerAddress.of(server));
        Set<String> seen = new LinkedHashSet<>();
        Queue<String> waiting = new ArrayDeque<>();
        waiting.add("/");
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            while (!waiting.isEmpty() && seen.size() < PAGES) {
                String path = waiting.remove();
                if (!seen.add(path)) {
                    continue;
                }
                HttpRequest request = HttpRequest.newBuilder(base.resolve(path.replace("&amp;", "&")))
                        .build();
                Matcher links = LINK.matcher(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
                while (links.find()) {
                    waiting.add(links.group(1));
                }
                HttpRequest packed = HttpRequest.newBuilder(request.uri())
                        .header("Accept-Encoding", "gzip, br")
                        .build();
                client.send(packed, HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
