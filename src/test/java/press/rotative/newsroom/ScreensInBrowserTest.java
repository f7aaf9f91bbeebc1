package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.language.Words;
import press.rotative.media.NewPicture;
import press.rotative.media.PictureId;
import press.rotative.media.Taken;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.CreateKey;
import press.rotative.people.acts.Invite;
import press.rotative.people.acts.MakeResetLink;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Setup;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Seal;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.KeepPicture;
import press.rotative.webhooks.AddWebhook;
import press.rotative.webhooks.Courier;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookWish;
import press.rotative.webhooks.PauseWebhook;
import press.rotative.webhooks.Receiver;
import press.rotative.webhooks.RotateSecret;
import press.rotative.webhooks.WebhookId;

/// Every screen in a real browser: no fault by axe or by the Nu HTML checker, no wider than its window, nothing that
/// its policy forbids; on a phone in light in French, whose words are the longest, and Arabic, on a desk in dark in
/// English and Arabic. With `-Drotative.pictures=FOLDER` each is looked at in three languages, both widths and both
/// themes and taken as a picture; `-Drotative.screens=REGEX` looks at some only.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OwnMachine.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class ScreensInBrowserTest {
    private static final boolean EVERY = System.getProperty("rotative.pictures") != null;
    private static final List<Integer> WIDTHS = List.of(390, 1280);

    @Inject
    Acts acts;

    @Inject
    Press press;

    @Inject
    Courier courier;

    @Inject
    Seal seal;

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path folder;

    /// As the server sent them, by language and name.
    private final Map<String, byte[]> html = new ConcurrentHashMap<>();

    /// As people come: passkeys are offered under a name only.
    @BeforeEach
    void byName() {
        server = URI.create("http://localhost:" + server.getPort());
    }

    /// By name: the address, and how far in somebody has to be; null: not at all.
    private record Screen(String path, Stage stage) {}

    private static Map<String, Screen> screens() {
        Map<String, Screen> all = new LinkedHashMap<>();
        all.put("sign-in", new Screen("/newsroom/sign-in", null));
        all.put("nothing", new Screen("/newsroom/nothing", null));
        all.put("code", new Screen("/newsroom/sign-in/code", Stage.CODE));
        all.put("factor", new Screen("/newsroom/sign-in/factor", Stage.FACTOR));
        all.put("staff", new Screen("/newsroom/staff", Stage.IN));
        all.put("person", new Screen("/newsroom/staff/1", Stage.IN));
        all.put("invitations", new Screen("/newsroom/staff/invitations", Stage.IN));
        all.put("keys", new Screen("/newsroom/keys", Stage.IN));
        all.put("webhooks", new Screen("/newsroom/webhooks", Stage.IN));
        all.put("webhooks-new", new Screen("/newsroom/webhooks/new", Stage.IN));
        all.put("reset", new Screen("/newsroom/reset", null));
        all.put("journal", new Screen("/newsroom/journal", Stage.IN));
        all.put("proof", new Screen("/newsroom/proof", Stage.IN));
        all.put("account", new Screen("/newsroom/account", Stage.IN));
        all.put("passkey-new", new Screen("/newsroom/account/passkeys", Stage.IN));
        all.put("desk", new Screen("/newsroom/desk", Stage.IN));
        all.put("inbox", new Screen("/newsroom/inbox", Stage.IN));
        all.put("search", new Screen("/newsroom/search?q=accostera", Stage.IN));
        all.put("search-empty", new Screen("/newsroom/search", Stage.IN));
        for (String list : List.of("sections", "concepts", "authors", "editions")) {
            all.put("manage-" + list, new Screen("/newsroom/manage/" + list, Stage.IN));
            all.put("manage-" + list + "-new", new Screen("/newsroom/manage/" + list + "/new", Stage.IN));
        }
        all.put("desk-list", new Screen("/newsroom/desk?view=list", Stage.IN));
        return all;
    }

    @Test
    @Order(1)
    void the_page_of_the_first_administrator() throws Exception {
        String link = acts.perform(transaction -> Setup.newLink(transaction, new SecureRandom()))
                .value()
                .orElseThrow();
        assertEquals(List.of(), look(Map.of("setup", new Screen("/newsroom/setup/" + link, null))));
    }

    @Test
    @Order(2)
    void all_screens() throws Exception {
        StoriesOnDesk.Filed filed = StoriesOnDesk.file(acts);
        Map<String, Screen> all = screens();
        all.put("story-new", new Screen("/newsroom/stories/new", Stage.IN));
        all.put("story", new Screen("/newsroom/stories/" + filed.live().value(), Stage.IN));
        String arabic = "/newsroom/stories/" + filed.draft().value();
        all.put("story-ar", new Screen(arabic, Stage.IN));
        all.put("publication", new Screen(arabic + "/publication", Stage.IN));
        all.put("schedule", new Screen(arabic + "/schedule", Stage.IN));
        String live = "/newsroom/stories/" + filed.live().value();
        all.put("correction", new Screen(live + "/correction", Stage.IN));
        all.put("kill", new Screen(live + "/kill", Stage.IN));
        all.put("comparison", new Screen(live + "/comparison?from=1&to=3", Stage.IN));
        all.put("restoration", new Screen(live + "/restoration?text=1", Stage.IN));
        all.put("closure", new Screen(live + "/versions/2/closure", Stage.IN));
        all.put("destruction", new Screen(live + "/versions/1/destruction", Stage.IN));
        all.put("destruction-refused", new Screen(live + "/versions/3/destruction", Stage.IN));
        all.put("preview", new Screen(live + "/preview?view=both", Stage.IN));
        all.put("versions", new Screen(live + "/versions", Stage.IN));
        all.put("kept", new Screen(live + "/kept", Stage.IN));
        all.put("join", new Screen("/newsroom/invitation/" + invitation(), null));
        all.put("new-password", new Screen("/newsroom/reset/" + resetLink(), null));
        all.put("fronts", new Screen("/newsroom/fronts", Stage.IN));
        all.put("front", new Screen("/newsroom/fronts/1", Stage.IN));
        all.put("manage-merge", new Screen("/newsroom/manage/concepts/1/merge", Stage.IN));
        for (String one : List.of("sections", "concepts", "authors", "editions")) {
            all.put("manage-" + one + "-1", new Screen("/newsroom/manage/" + one + "/1", Stage.IN));
        }
        long hook = webhook();
        all.put("webhook", new Screen("/newsroom/webhooks/" + hook, Stage.IN));
        all.put("webhook-removal", new Screen("/newsroom/webhooks/" + hook + "/removal", Stage.IN));
        acts.perform(new CreateKey(
                Actor.OPERATOR,
                "Service météo",
                Set.of(Grant.everywhere(Role.REPORTER)),
                ApiKeys.newSecret(new SecureRandom())));
        all.put("key-revocation", new Screen("/newsroom/keys/1/revocation", Stage.IN));
        all.put("pictures", new Screen("/newsroom/pictures", Stage.IN));
        long picture = picture();
        all.put("picture", new Screen("/newsroom/pictures/" + picture, Stage.IN));
        all.put("picture-destruction", new Screen("/newsroom/pictures/" + picture + "/destruction", Stage.IN));
        long gone =
                Cast.picture(press, "a face".getBytes(StandardCharsets.UTF_8)).value();
        acts.perform(new DestroyPicture(Actor.OPERATOR, new PictureId(gone), null, "Court order"));
        all.put("picture-destroyed", new Screen("/newsroom/pictures/" + gone, Stage.IN));
        String only = System.getProperty("rotative.screens");
        all.keySet().removeIf(name -> only != null && !name.matches(only));
        assertEquals(List.of(), look(all));
    }

    private String invitation() {
        var email = new EmailAddress("nadia@lephare.example");
        Set<Grant> grants = Set.of(Grant.everywhere(Role.REPORTER));
        return acts.perform(new Invite(Actor.OPERATOR, email, "Nadia", grants, new SecureRandom()))
                .value();
    }

    private String resetLink() {
        long forgetful = administrator("fr");
        return acts.perform(new MakeResetLink(Actor.OPERATOR, forgetful, new SecureRandom()))
                .value();
    }

    /// One that a message reached, and another did not.
    private long webhook() {
        try (var receiver = new Receiver()) {
            var wish = new HookWish(
                    "Application du port", receiver.address("/in"), EnumSet.allOf(HookEvent.class), Set.of("fr"));
            WebhookId hook = acts.perform(new AddWebhook(Actor.OPERATOR, wish, null, seal, new SecureRandom()))
                    .value()
                    .webhook()
                    .id();
            courier.byHand().test(Actor.OPERATOR, hook);
            receiver.conduct("/in", Receiver.status(500, "{\"error\": \"" + "out-of-order".repeat(25) + "\"}"));
            courier.byHand().test(Actor.OPERATOR, hook);
            acts.perform(new RotateSecret(Actor.OPERATOR, hook, seal, new SecureRandom()));
            acts.perform(new PauseWebhook(Actor.OPERATOR, hook));
            return hook.value();
        }
    }

    private long picture() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("src/test/corpus/pictures/agency.jpg"))) {
            var taken = (Taken.Fresh) press.intake().take(Actor.OPERATOR, file);
            NewPicture fresh = taken.picture();
            return acts.perform(new KeepPicture(Actor.OPERATOR, fresh, fresh.description()))
                    .value()
                    .id()
                    .value();
        }
    }

    private List<String> look(Map<String, Screen> screens) throws Exception {
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        Map<String, Long> people = new LinkedHashMap<>();
        if (screens.values().stream().anyMatch(screen -> screen.stage() != null)) {
            Words.LANGUAGES.forEach(language -> people.put(language, administrator(language)));
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> each : List.of(
                    threads.submit(() -> look(screens, people, ColorScheme.LIGHT, 390, List.of("fr", "ar"), faults)),
                    threads.submit(() -> look(screens, people, ColorScheme.DARK, 1280, List.of("en", "ar"), faults)))) {
                assertTrue(each.get() >= screens.size() * 2);
            }
        }
        assertEquals(screens.size() * Words.LANGUAGES.size(), html.size());
        faults.addAll(PageJudge.htmlErrors(folder, html));
        return faults;
    }

    /// @return how many screens were looked at
    private int look(
            Map<String, Screen> screens,
            Map<String, Long> people,
            ColorScheme scheme,
            int usualWidth,
            List<String> usualLanguages,
            List<String> faults)
            throws IOException {
        var looked = new AtomicInteger();
        PageJudge.inBrowser(browser -> {
            for (String language : EVERY ? Words.LANGUAGES : usualLanguages) {
                for (int width : EVERY ? WIDTHS : List.of(usualWidth)) {
                    Map<String, BrowserContext> contexts = new LinkedHashMap<>();
                    for (Map.Entry<String, Screen> screen : screens.entrySet()) {
                        Stage stage = screen.getValue().stage();
                        BrowserContext context = contexts.computeIfAbsent(
                                String.valueOf(stage),
                                each -> context(
                                        browser, language, people.getOrDefault(language, 0L), stage, scheme, width));
                        look(context, screen.getKey(), screen.getValue(), language, scheme, width, faults);
                        looked.incrementAndGet();
                    }
                    contexts.values().forEach(BrowserContext::close);
                }
            }
        });
        return looked.get();
    }

    /// Of one who came in so far.
    private BrowserContext context(
            Browser browser, String language, long person, @Nullable Stage stage, ColorScheme scheme, int width) {
        BrowserContext context = PageJudge.context(browser, width, scheme);
        if (stage != null) {
            String secret = Arrivals.at(acts, person, stage);
            context.addCookies(List.of(new Cookie("rotative", secret).setUrl(server.toString())));
        }
        context.setExtraHTTPHeaders(Map.of("Accept-Language", language));
        return context;
    }

    private long administrator(String language) {
        String name =
                switch (language) {
                    case "ar" -> "نادية الحسني";
                    case "fr" -> "Maud Kervarn";
                    default -> "Jane Mercer";
                };
        long administrator = Arrivals.join(
                acts,
                name,
                "a" + System.nanoTime() + "@lephare.example",
                language,
                Set.of(Grant.everywhere(Role.ADMINISTRATOR)));
        Arrivals.havePasskey(acts, administrator, "iPhone");
        Arrivals.havePasskey(acts, administrator, "La clé du trousseau, dans le tiroir du bureau des secrétaires");
        return administrator;
    }

    private void look(
            BrowserContext context,
            String name,
            Screen screen,
            String language,
            ColorScheme scheme,
            int width,
            List<String> faults)
            throws IOException {
        String which = language + "-" + name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (Page page = context.newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 404")) {
                    faults.add(which + " says " + message.text());
                }
            });
            Response answer = page.navigate(server.resolve(screen.path()).toString());
            assertEquals(screen.path().endsWith("/nothing") ? 404 : 200, answer.status(), which);
            html.putIfAbsent(language + "-" + name, answer.body());
            assertEquals(language, page.evaluate("document.documentElement.lang"), which);
            assertTrue(page.url().endsWith(screen.path()), which + " leads to " + page.url());
            page.waitForFunction(
                    "!document.querySelector('#story[data-words]') || document.querySelector('.savebar .okc')");
            if (EVERY || width > 390 || !language.equals("ar")) { // Arabic is judged by axe on the desk
                PageJudge.faults(page).forEach(fault -> faults.add(which + " " + fault));
            }
            Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
            if (wide.intValue() > width) {
                faults.add(which + " is " + wide + " pixels wide");
            }
            take(page, which);
        }
    }

    private static void take(Page page, String name) throws IOException {
        String folder = System.getProperty("rotative.pictures");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }
}
