package press.rotative.command;

import io.quarkus.vertx.http.HttpServer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Where the started server answers, as a person types it.
final class ServerAddress {
    private ServerAddress() {}

    static String of(HttpServer server) {
        String host = ConfigProvider.getConfig().getValue("quarkus.http.host", String.class);
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort();
    }
}
