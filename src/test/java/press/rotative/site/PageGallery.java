package press.rotative.site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.rotative.language.Words;

/// Takes pictures of the sample newspaper's pages, to look at them: each at 390 and 1280 pixels, light and dark, and a
/// story as it is printed.
///
/// Arguments: a folder for the pictures; then, if not all of them, words that a picture's name contains, such as
/// `fr-story` or `390-light`. `serve` instead of the folder serves the sample on port 8104 until it is ended.
final class PageGallery {
    private static final int PIECE = 1500;

    private PageGallery() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("rotative-gallery").resolve("data");
        boolean serves = arguments[0].equals("serve");
        try (SampleSite sample = SampleSite.open(data, serves ? 8104 : 0)) {
            if (serves) {
                sample.pages().forEach((name, path) -> System.out.println(name + " " + sample.address() + path));
                Thread.currentThread().join();
            }
            take(
                    sample,
                    Files.createDirectories(Path.of(arguments[0])),
                    List.of(arguments).subList(1, arguments.length));
        }
    }

    private static void take(SampleSite sample, Path folder, List<String> wanted) throws IOException {
        PageJudge.inBrowser(browser -> {
            for (int width : List.of(390, 1280)) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                    try (BrowserContext context = PageJudge.context(browser, width, scheme)) {
                        Page page = context.newPage();
                        for (var each : sample.pages().entrySet()) {
                            String name = each.getKey().replace('/', '-') + "-" + look;
                            if (wanted.isEmpty() || wanted.stream().anyMatch(name::contains)) {
                                page.navigate(sample.address() + each.getValue());
                                whole(page, folder, name);
                            }
                        }
                    }
                }
            }
            try (BrowserContext context = PageJudge.context(browser, 900, ColorScheme.LIGHT)) {
                Page page = context.newPage();
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                for (var each : sample.pages().entrySet()) {
                    String name = each.getKey().replace('/', '-') + "-print";
                    if (each.getKey().contains("story")
                            && (wanted.isEmpty() || wanted.stream().anyMatch(name::contains))) {
                        page.navigate(sample.address() + each.getValue());
                        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(folder.resolve(name + ".pdf")));
                    }
                }
            }
        });
    }

    /// The whole page in pieces of the height of a tall window. Pictures further down are loaded when they come into
    /// sight, so all are asked for first.
    private static void whole(Page page, Path folder, String name) {
        Object broken = page.evaluate("""
                async () => { document.querySelectorAll('img[loading]').forEach(image => image.loading = 'eager');
                  await document.fonts.ready;
                  const seen = await Promise.allSettled([...document.images].map(image => image.decode()));
                  return [...document.images].filter((image, i) => seen[i].status === 'rejected').map(image => image.currentSrc); }""");
        if (!List.of().equals(broken)) {
            System.err.println(name + " has pictures that cannot be shown: " + broken);
        }
        int width = page.viewportSize().width;
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        for (int top = 0, piece = 1; top < height; top += PIECE, piece++) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setClip(0, top, width, Math.min(PIECE, height - top))
                    .setPath(folder.resolve(name + "-" + piece + ".png")));
        }
    }

    /// The sample views that tests fill by hand, by path.
    static Map<String, byte[]> pages() {
        var pages = new HashMap<String, byte[]>();
        for (String language : Words.LANGUAGES) {
            SampleViews.in(language).rendered().forEach((name, bytes) -> pages.put("/" + language + "/" + name, bytes));
        }
        return pages;
    }
}
