package press.rotative.command;

import io.quarkus.vertx.http.HttpServer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Where the started server answers, as a person types it.
final class ServerAddress {
    private ServerAddress() {}

    /// The same with a name where the machine's own address stands: browsers give passkeys to names only (Web
    /// Authentication, section 5.1.2).
    static String forPeople(HttpServer server) {
        return of(server).replaceFirst("//(?:127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1?\\]):", "//localhost:");
    }

    static String of(HttpServer server) {
        String host = ConfigProvider.getConfig().getValue("quarkus.http.host", String.class);
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort();
    }
}
