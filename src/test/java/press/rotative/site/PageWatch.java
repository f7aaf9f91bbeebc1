package press.rotative.site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The pages that a test opens in a browser, and what is wrong with them: scripts that fail, faults by axe, pages wider
/// than their window. With `-Drotative.pictures=FOLDER` those that are judged are taken as pictures, too.
public final class PageWatch {
    private static final @Nullable String PICTURES = System.getProperty("rotative.pictures");
    private static final int PATIENCE_MILLIS = 30_000;
    /// What the browser says of a refusal, which is no fault.
    private static final String REFUSED = "status of 4";

    private final List<String> faults = new ArrayList<>();
    private final String allowed;

    public PageWatch() {
        this(REFUSED);
    }

    /// @param allowed stands in messages of the browser that are no faults here
    public PageWatch(String allowed) {
        this.allowed = allowed;
    }

    public Page open(BrowserContext context) {
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains(allowed)) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        return page;
    }

    /// @param name of the screen, unlike all others
    public void judge(Page page, String name) throws IOException {
        PageJudge.faults(page).forEach(fault -> faults.add(name + ": " + fault));
        look(page, name);
    }

    /// The same without axe.
    public void look(Page page, String name) throws IOException {
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > innerWidth"))) {
            faults.add(name + " is wider than its window");
        }
        picture(page, name);
    }

    /// Whether pictures are asked for.
    public static boolean takesPictures() {
        return PICTURES != null;
    }

    /// Taken only where pictures are asked for.
    public static void picture(Page page, String name) throws IOException {
        if (PICTURES != null) {
            Path folder = Files.createDirectories(Path.of(PICTURES));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name.toLowerCase(Locale.ROOT) + ".png"))
                    .setFullPage(true));
        }
    }

    /// All so far.
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
