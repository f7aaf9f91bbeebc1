package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of page in every language, judged by the Nu HTML checker and by axe in a browser.
@Tag("long")
class PageChecksTest {
    private static final Map<String, byte[]> PAGES = new TreeMap<>(PageGallery.pages());

    @TempDir
    Path folder;

    @Test
    void the_html_checker_finds_no_error() throws Exception {
        assertEquals(List.of(), PageJudge.htmlErrors(folder, PAGES));
    }

    @Test
    void the_html_checker_would_find_one() throws Exception {
        byte[] broken =
                "<!DOCTYPE html><html lang=en><title>x</title><p><section></p>".getBytes(StandardCharsets.UTF_8);
        assertFalse(PageJudge.htmlErrors(folder, Map.of("/broken", broken)).isEmpty());
    }

    @Test
    void axe_finds_no_fault_on_a_phone_and_on_a_desk_in_light_and_dark() throws IOException {
        List<String> faults = new ArrayList<>();
        inBrowser((browser, address) -> {
            look(browser, address, 390, ColorScheme.LIGHT, faults);
            look(browser, address, 1280, ColorScheme.DARK, faults);
        });
        assertEquals(List.of(), faults);
    }

    private static void look(Browser browser, String address, int width, ColorScheme scheme, List<String> faults)
            throws IOException {
        try (BrowserContext context = PageJudge.context(browser, width, scheme)) {
            Page page = context.newPage();
            for (String path : PAGES.keySet()) {
                page.navigate(address + path);
                for (String fault : PageJudge.faults(page)) {
                    faults.add(path + " " + width + " " + scheme + " " + fault);
                }
            }
        }
    }

    @Test
    void no_page_is_wider_than_a_phone_and_none_asks_a_stranger() throws IOException {
        List<String> wrong = new ArrayList<>();
        inBrowser((browser, address) -> {
            try (BrowserContext context = PageJudge.context(browser, 390, ColorScheme.LIGHT)) {
                Page page = context.newPage();
                page.onRequest(request -> {
                    if (!request.url().startsWith(address)) {
                        wrong.add(page.url() + " asks " + request.url());
                    }
                });
                for (String path : PAGES.keySet()) {
                    page.navigate(address + path);
                    Object width = page.evaluate("document.documentElement.scrollWidth");
                    if (((Number) width).intValue() > 390) {
                        wrong.add(path + " is " + width + " pixels wide on a phone of 390");
                    }
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void axe_would_find_a_fault() throws IOException {
        inBrowser((browser, address) -> {
            try (BrowserContext context = PageJudge.context(browser, 390, ColorScheme.LIGHT)) {
                Page page = context.newPage();
                page.setContent("<html><body><img src='x.jpg'></body></html>");
                assertTrue(PageJudge.faults(page).toString().contains("image-alt"));
            }
        });
    }

    private interface Look {
        void at(Browser browser, String address) throws IOException;
    }

    private static void inBrowser(Look look) throws IOException {
        HttpServer server = serve();
        try {
            PageJudge.inBrowser(browser ->
                    look.at(browser, "http://127.0.0.1:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve() throws IOException {
        SecurityHeaders headers = new SecurityHeaders(SampleViews.ASSETS, false);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            var asset = SampleViews.ASSETS.at(path);
            byte[] body = asset.isPresent() ? asset.get().bytes() : PAGES.get(path);
            headers.all().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders()
                    .set("Content-Type", asset.isPresent() ? asset.get().mediaType() : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
