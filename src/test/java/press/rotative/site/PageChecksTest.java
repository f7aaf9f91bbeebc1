package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of page in every language, judged by the Nu HTML checker and by axe in a browser.
class PageChecksTest {
    /// Rules of axe for WCAG 2.2 up to AA, and its advice on good practice.
    private static final String FAULTS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
              'best-practice']})).violations.map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' | '))
            """;

    private static final Map<String, byte[]> PAGES = new TreeMap<>(PageGallery.pages());

    @TempDir
    Path folder;

    @Test
    void the_html_checker_finds_no_error() throws Exception {
        Path checker = PageTools.nuHtmlChecker();
        List<String> said = htmlErrors(checker, PAGES);
        assertEquals(List.of(), said);
    }

    @Test
    void the_html_checker_would_find_one() throws Exception {
        byte[] broken =
                "<!DOCTYPE html><html lang=en><title>x</title><p><section></p>".getBytes(StandardCharsets.UTF_8);
        assertFalse(
                htmlErrors(PageTools.nuHtmlChecker(), Map.of("/broken", broken)).isEmpty());
    }

    @Test
    void axe_finds_no_fault_on_a_phone_and_on_a_desk_in_light_and_dark() throws IOException {
        List<String> faults = new ArrayList<>();
        inBrowser((browser, address, axe) -> {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(390, 1280)) {
                    try (BrowserContext context = context(browser, width, scheme)) {
                        Page page = context.newPage();
                        for (String path : PAGES.keySet()) {
                            page.navigate(address + path);
                            page.evaluate(axe);
                            for (Object fault : (List<?>) page.evaluate(FAULTS)) {
                                faults.add(path + " " + width + " " + scheme + " " + fault);
                            }
                        }
                    }
                }
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void no_page_is_wider_than_a_phone_and_none_asks_a_stranger() throws IOException {
        List<String> wrong = new ArrayList<>();
        inBrowser((browser, address, axe) -> {
            try (BrowserContext context = context(browser, 390, ColorScheme.LIGHT)) {
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
        inBrowser((browser, address, axe) -> {
            try (BrowserContext context = context(browser, 390, ColorScheme.LIGHT)) {
                Page page = context.newPage();
                page.setContent("<html><body><img src='x.jpg'></body></html>");
                page.evaluate(axe);
                assertTrue(page.evaluate(FAULTS).toString().contains("image-alt"));
            }
        });
    }

    private List<String> htmlErrors(Path checker, Map<String, byte[]> pages) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss2m",
                "-jar",
                checker.toString(),
                "--errors-only",
                "--format",
                "gnu"));
        for (Map.Entry<String, byte[]> page : pages.entrySet()) {
            Path file = folder.resolve(page.getKey().substring(1).replace('/', '-') + ".html");
            Files.write(file, page.getValue());
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        List<String> lines = Arrays.stream(said.split("\n"))
                .filter(line -> line.contains("error"))
                .toList();
        assertEquals(lines.isEmpty(), status == 0, said);
        return lines;
    }

    private interface Look {
        void at(Browser browser, String address, String axe) throws IOException;
    }

    private static void inBrowser(Look look) throws IOException {
        Path chromium = PageTools.chromium();
        String axe = Files.readString(PageTools.axe());
        HttpServer server = serve();
        Playwright.CreateOptions quiet =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(quiet);
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox")))) {
            look.at(browser, "http://127.0.0.1:" + server.getAddress().getPort(), axe);
        } finally {
            server.stop(0);
        }
    }

    /// The pages' own policy forbids every script that is not theirs, so also ours.
    private static BrowserContext context(Browser browser, int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(true));
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
