package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What judges pages: the Nu HTML checker, and axe in the system's Chromium.
public final class PageJudge {
    /// Rules of axe for WCAG 2.2 up to AA, and its advice on good practice.
    private static final String FAULTS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
              'best-practice']})).violations.map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' | '))
            """;

    private PageJudge() {}

    /// @param folder where the pages are written for the checker
    /// @param pages HTML by address
    public static List<String> htmlErrors(Path folder, Map<String, byte[]> pages)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss2m",
                "-jar",
                PageTools.nuHtmlChecker().toString(),
                "--errors-only",
                "--format",
                "gnu"));
        for (Map.Entry<String, byte[]> page : pages.entrySet()) {
            Path file = folder.resolve(page.getKey().replaceAll("[^\\p{Alnum}]+", "-") + ".html");
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

    public interface Look {
        void with(Browser browser) throws IOException;
    }

    public static void inBrowser(Look look) throws IOException {
        Path chromium = PageTools.chromium();
        var quiet = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(quiet);
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox")))) {
            look.with(browser);
        }
    }

    /// The pages' own policy forbids every script that is not theirs, so also ours.
    public static BrowserContext context(Browser browser, int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(true));
    }

    /// What axe says against the page that is open.
    public static List<String> faults(Page page) throws IOException {
        page.evaluate(Files.readString(PageTools.axe()));
        return ((List<?>) page.evaluate(FAULTS)).stream().map(Object::toString).toList();
    }
}
