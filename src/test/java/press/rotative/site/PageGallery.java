package press.rotative.site;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Serves the sample views on a local port, to look at them: `/fr/front`, `/ar/story` and so on.
///
/// Arguments: port, folder of JPEG pictures; a third one leaves the security headers out, so that `/phone/fr/story`
/// can show a page in a frame of 390 px.
final class PageGallery {
    private PageGallery() {}

    public static void main(String[] arguments) throws Exception {
        Path pictures = Path.of(arguments[1]);
        Map<String, byte[]> pages = pages();
        var headers = new SecurityHeaders(SampleViews.ASSETS, false);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = pages.get(path);
            String type = "text/html; charset=utf-8";
            if (path.startsWith("/phone/")) {
                String frame = "<body style='margin:0'><iframe width=390 height=3000 frameborder=0 src='"
                        + path.substring(6) + "'></iframe>";
                body = frame.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
            var asset = SampleViews.ASSETS.at(path);
            if (asset.isPresent()) {
                body = asset.get().bytes();
                type = asset.get().mediaType();
            } else if (path.startsWith("/pictures/")) {
                body = Files.readAllBytes(pictures.resolve(path.split("/")[2] + ".jpg"));
                type = "image/jpeg";
            }
            if (arguments.length < 3) {
                headers.all().forEach(exchange.getResponseHeaders()::set);
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    static Map<String, byte[]> pages() {
        var pages = new HashMap<String, byte[]>();
        for (String language : Words.LANGUAGES) {
            SampleViews.in(language).rendered().forEach((name, bytes) -> pages.put("/" + language + "/" + name, bytes));
        }
        return pages;
    }
}
