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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import press.rotative.people.acts.AskForEmail;
import press.rotative.people.acts.CreateKey;
import press.rotative.people.acts.Invite;
import press.rotative.people.acts.MakeResetLink;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Setup;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Seal;
import press.rotative.platform.Secrets;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.KeepPicture;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SharePreview;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.PageText;
import press.rotative.webhooks.AddWebhook;
import press.rotative.webhooks.Courier;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookWish;
import press.rotative.webhooks.PauseWebhook;
import press.rotative.webhooks.Receiver;
import press.rotative.webhooks.RotateSecret;
import press.rotative.webhooks.WebhookId;

/// Every screen in a real browser: no fault by axe or by the Nu HTML checker, no wider than its window, nothing that
/// its policy forbids. The screens are those of [ScreenRoutes]: one that nobody looks at fails. Each is looked at once
/// on a phone and once on a desk, in a language and a theme that go round from screen to screen. With
/// `-Drotative.pictures=FOLDER` each is looked at in three languages, both widths and both themes and taken as a
/// picture; `-Drotative.screens=REGEX` looks at some only.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OwnMachine.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class ScreensInBrowserTest {
    private static final boolean EVERY = PageWatch.takesPictures();
    private static final List<Integer> WIDTHS = List.of(390, 1280);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    /// What a GET answers that is no page of its own: data for scripts, files, and ways on.
    private static final Set<String> NO_SCREENS = Set.of(
            "/newsroom",
            "/newsroom/manage",
            "/newsroom/alarms",
            "/newsroom/account/email",
            "/newsroom/account/password",
            "/newsroom/account/recovery-codes",
            "/newsroom/account/sessions",
            "/newsroom/account/passkeys/{id}/name",
            "/newsroom/account/passkeys/{id}/removal",
            "/newsroom/picture-picker",
            "/newsroom/picture-picker/{id}",
            "/newsroom/pictures/{id}/renditions/{name}",
            "/newsroom/preview/{secret}/pictures/{picture}/{file}",
            "/newsroom/stories/{id}/preview/{text}/pictures/{picture}/{file}",
            "/newsroom/stories/{id}/standing",
            "/newsroom/stories/{id}/suggestions",
            "/newsroom/inbox/{id}/source");

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
    private record Screen(String path, Stage stage) {
        /// Else a preview: a page of the site, in the language of its story, which the site's own tests judge.
        boolean ours() {
            return !path.matches(".*/preview(/.*)?");
        }
    }

    /// Of each language its person's own, for another e-mail address.
    private final Map<String, String> emailLinks = new ConcurrentHashMap<>();

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
        others(all, filed);
        all.put("join", new Screen("/newsroom/invitation/" + invitation(), null));
        all.put("new-password", new Screen("/newsroom/reset/" + resetLink(), null));
        all.put("fronts", new Screen("/newsroom/fronts", Stage.IN));
        all.put("front", new Screen("/newsroom/fronts/1", Stage.IN));
        all.put("alert", new Screen("/newsroom/fronts/1/alert", Stage.IN));
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
        assertEquals(List.of(), unseen(all), "look at each screen, or say in NO_SCREENS why not");
        String only = System.getProperty("rotative.screens");
        all.keySet().removeIf(name -> only != null && !name.matches(only));
        assertEquals(List.of(), look(all));
    }

    /// Pages that no screen of the list stands for.
    private static List<String> unseen(Map<String, Screen> all) {
        return ScreenRoutes.all().stream()
                .filter(route -> route.reads() && !NO_SCREENS.contains(route.path()))
                .map(ScreenRoutes.Route::path)
                .filter(path -> !path.equals("/newsroom/setup/{secret}")) // it closed with the first administrator
                .filter(path -> {
                    String one = path.replaceAll("\\{\\w+}", "[^/?]+") + "(\\?.*)?";
                    return all.values().stream()
                            .noneMatch(screen -> screen.path().matches(one));
                })
                .toList();
    }

    /// Deeds in states in which they can be done, families, previews, the house, imports.
    private void others(Map<String, Screen> all, StoriesOnDesk.Filed filed) throws Exception {
        String live = "/newsroom/stories/" + filed.live().value();
        String planned = "/newsroom/stories/" + filed.planned().value();
        String draft = "/newsroom/stories/" + filed.draft().value();
        for (String deed : List.of("withholding", "expiry", "family/withholding", "family/kill")) {
            all.put(deed.replace('/', '-'), new Screen(live + "/" + deed, Stage.IN));
        }
        all.put("previewed", new Screen(live + "/preview/newest", Stage.IN));
        all.put("rescheduling", new Screen(planned + "/rescheduling", Stage.IN));
        all.put("unscheduling", new Screen(planned + "/unscheduling", Stage.IN));
        all.put("embargo", new Screen(draft + "/embargo", Stage.IN));
        StoryId withheld = acts.perform(new CreateStory(
                        Actor.OPERATOR, filed.edition(), Cast.brief("Le quai fermé", "Texte."), null, false))
                .value()
                .story();
        acts.perform(new PublishStory(Actor.OPERATOR, withheld, null, null, true));
        acts.perform(new WithdrawStory(Actor.OPERATOR, withheld, WithdrawStory.Kind.WITHHOLD, "faux", null, false));
        all.put("release", new Screen("/newsroom/stories/" + withheld.value() + "/release", Stage.IN));
        EditionId arabic =
                press.database().read(sql -> new Stories(sql).get(filed.draft()).edition());
        StoryId translation = acts.perform(new TranslateStory(Actor.OPERATOR, filed.live(), arabic, null))
                .value()
                .story();
        all.put("original", new Screen("/newsroom/stories/" + translation.value() + "/original", Stage.IN));
        String shared = Secrets.next(new SecureRandom());
        acts.perform(new SharePreview(Actor.OPERATOR, filed.live(), 0, shared, Duration.ofDays(2)));
        all.put("shared-preview", new Screen("/newsroom/preview/" + shared, null));
        var page = acts.perform(new CreatePage(
                        Actor.OPERATOR,
                        filed.edition(),
                        OwnPageKind.IMPRINT,
                        null,
                        null,
                        new PageText("Mentions légales", "Qui nous sommes.", Body.empty())))
                .value();
        String pages = "/newsroom/manage/pages";
        for (String each : List.of("", "/new", "/" + page.value(), "/" + page.value() + "/take-down")) {
            all.put("manage-pages" + each.replace('/', '-'), new Screen(pages + each, Stage.IN));
        }
        all.put("own-page-preview", new Screen(pages + "/" + page.value() + "/preview", Stage.IN));
        long edition = filed.edition().value();
        for (String each : List.of(
                "menus",
                "menus/" + edition + "/main",
                "menus/" + edition + "/foot",
                "look",
                "look/0",
                "look/" + edition)) {
            all.put("manage-" + each.replace('/', '-'), new Screen("/newsroom/manage/" + each, Stage.IN));
        }
        all.put(
                "front-section",
                new Screen(
                        "/newsroom/fronts/" + edition + "/sections/"
                                + filed.section().value(),
                        Stage.IN));
        all.put("email", new Screen("/newsroom/email/{email}", Stage.IN));
        imported(all);
    }

    private void imported(Map<String, Screen> all) throws Exception {
        Browsing editor = Browsing.in(server, acts, "Jane Mercer", "fr", Grant.everywhere(Role.ADMINISTRATOR));
        String capture =
                "https://www.quayside.example/2026/11/24/ferry.html\n\nThe ferry left\n\nThe boat left at seven on"
                        + " Monday, and the mayor waved from the quay.\n\nShare\n\nThe company counted forty cars that day, its"
                        + " director said.\n\nTags:\nharbours, Osterline\n";
        String answer = editor.sendFile("/newsroom/inbox", "ferry.txt", capture.getBytes(StandardCharsets.UTF_8))
                .body();
        String path = found(answer, "/newsroom/inbox/[0-9]+");
        all.put("import", new Screen(path, Stage.IN));
        all.put("import-concept", new Screen(found(editor.get(path).body(), path + "/concepts/[0-9]+"), Stage.IN));
    }

    private static String found(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertTrue(found.find(), pattern + " in " + page);
        return found.group();
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

    /// One screen, as it is looked at once.
    private record Look(String name, Screen screen, String language, int width, ColorScheme scheme) {
        String which() {
            return language + "-" + name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        }

        /// Those of one kind share a browser's window.
        String window() {
            return language + width + scheme + screen.stage();
        }
    }

    private static List<Look> looks(Map<String, Screen> screens, int width) {
        List<Look> looks = new ArrayList<>();
        int turn = WIDTHS.indexOf(width);
        for (Map.Entry<String, Screen> screen : screens.entrySet()) {
            for (int i = 0; i < Words.LANGUAGES.size() * SCHEMES.size(); i++) {
                if (EVERY || i == turn % (Words.LANGUAGES.size() * SCHEMES.size())) {
                    looks.add(new Look(
                            screen.getKey(),
                            screen.getValue(),
                            Words.LANGUAGES.get(i % Words.LANGUAGES.size()),
                            width,
                            SCHEMES.get(i % SCHEMES.size())));
                }
            }
            turn++;
        }
        looks.sort(Comparator.comparing(Look::window));
        return looks;
    }

    private List<String> look(Map<String, Screen> screens) throws Exception {
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        Map<String, Long> people = new LinkedHashMap<>();
        Words.LANGUAGES.forEach(
                language -> people.put(language, needsSomebody(screens) ? administrator(language) : 0L));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> both = new ArrayList<>();
            for (int width : WIDTHS) {
                both.add(threads.submit(() -> look(looks(screens, width), people, faults)));
            }
            for (Future<Integer> each : both) {
                assertTrue(each.get() >= screens.size());
            }
        }
        faults.addAll(PageJudge.htmlErrors(folder, html));
        return faults;
    }

    private static boolean needsSomebody(Map<String, Screen> screens) {
        return screens.values().stream().anyMatch(screen -> screen.stage() != null);
    }

    /// @return how many screens were looked at
    private int look(List<Look> looks, Map<String, Long> people, List<String> faults) throws IOException {
        PageJudge.inBrowser(browser -> {
            BrowserContext window = null;
            String open = "";
            for (Look look : looks) {
                if (window == null || !open.equals(look.window())) {
                    if (window != null) {
                        window.close();
                    }
                    long person = people.get(look.language());
                    window = context(
                            browser, look.language(), person, look.screen().stage(), look.scheme(), look.width());
                    open = look.window();
                }
                look(window, look, faults);
            }
        });
        return looks.size();
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
        String link = acts.perform(new AskForEmail(
                        new Actor(administrator, Role.ADMINISTRATOR),
                        new EmailAddress("autre@lephare.example"),
                        new SecureRandom()))
                .value()
                .orElseThrow();
        emailLinks.put(language, link);
        Arrivals.havePasskey(acts, administrator, "iPhone");
        Arrivals.havePasskey(acts, administrator, "La clé du trousseau, dans le tiroir du bureau des secrétaires");
        return administrator;
    }

    private void look(BrowserContext context, Look look, List<String> faults) throws IOException {
        String which = look.which();
        Screen screen = look.screen();
        try (Page page = context.newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().matches("(?s).*status of (404|401|403).*")) {
                    faults.add(which + " says " + message.text());
                }
            });
            String path = screen.path().replace("{email}", emailLinks.getOrDefault(look.language(), ""));
            Response answer = page.navigate(server.resolve(path).toString());
            assertEquals(path.endsWith("/nothing") ? 404 : 200, answer.status(), which);
            assertTrue(page.url().endsWith(path), which + " leads to " + page.url());
            if (screen.ours()) {
                html.putIfAbsent(look.language() + "-" + look.name(), answer.body());
                assertEquals(look.language(), page.evaluate("document.documentElement.lang"), which);
            }
            page.waitForFunction(
                    "!document.querySelector('#story[data-words]') || document.querySelector('.savebar .okc')");
            if (screen.ours()) {
                PageJudge.faults(page).forEach(fault -> faults.add(which + " " + fault));
            }
            Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
            if (wide.intValue() > look.width()) {
                faults.add(which + " is " + wide + " pixels wide");
            }
            PageWatch.picture(page, which);
        }
    }
}
