package press.rotative.newsroom.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Acts;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.Menu;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.PageText;
import press.rotative.story.house.PublishPage;

/// The screens of menus, of the newsroom's own pages and of its look, as a browser without scripts sends them; and what
/// the public reads then, without a pause.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseScreenTest {
    private static final String PAGES = "/newsroom/manage/pages";
    private static final String MENUS = "/newsroom/manage/menus";
    private static final String LOOK = "/newsroom/manage/look";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 50\"><path d=\"M0 0h200v50z\"/></svg>";

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    private StoriesOnDesk.Filed filed;
    private Browsing chief;
    private Browsing reader;
    private String edition = "";

    @BeforeAll
    void stories() {
        filed = StoriesOnDesk.file(acts);
        chief = Browsing.in(server, acts, "Jane", "en", Grant.everywhere(Role.CHIEF_EDITOR));
        reader = new Browsing(server);
        edition = "" + filed.edition().value();
    }

    private static Document page(Browsing browser, String path) throws Exception {
        var answer = browser.get(path);
        assertEquals(200, answer.statusCode(), path + answer.body());
        return Jsoup.parse(answer.body());
    }

    private static String done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return Browsing.onTo(answer).replaceAll("\\?done=.*", "");
    }

    private static Document refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private static List<String> foot(Document page) {
        return page.select("footer .cols > div:nth-child(2) a").eachText();
    }

    /// What the form of a screen would send, as its reader sees it, with some fields changed.
    private static String[] sent(Element form, String... changed) {
        var fields = new ArrayList<String>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            String value =
                    switch (field.tagName()) {
                        case "textarea" -> field.wholeText().replaceFirst("^\n", "");
                        case "select" -> field.select("option[selected]").attr("value");
                        default -> field.attr("value");
                    };
            if (!List.of(changed).contains(field.attr("name"))) {
                fields.addAll(List.of(field.attr("name"), value));
            }
        }
        fields.addAll(List.of(changed));
        return fields.toArray(String[]::new);
    }

    private String begin(String kind, String title, String body) throws Exception {
        return done(chief.post(
                PAGES, "edition", edition, "kind", kind, "title", title, "standfirst", "", "body", body, "slug", ""));
    }

    @Test
    void a_page_is_begun_published_moved_and_taken_down() throws Exception {
        Document blank = refused(
                422,
                chief.post(
                        PAGES,
                        "edition",
                        "",
                        "kind",
                        "none",
                        "title",
                        " ",
                        "body",
                        "[x](javascript:alert(1)) et après",
                        "slug",
                        "Été"));
        for (String field : List.of("kind", "title", "body", "slug")) {
            assertEquals("true", blank.getElementById(field).attr("aria-invalid"), field);
        }
        assertTrue(blank.getElementById("body").wholeText().contains("et après"), "what was typed is still there");

        String twice = begin("free", "Nos tarifs", "Rien.");
        assertEquals(twice, begin("free", "Nos tarifs", "Rien."), "a form that is sent twice begins one page");

        String path = begin(
                "privacy",
                "Votre vie privée",
                "## Rien\n\nNous ne gardons **rien**, voir [ici](/fr/port).\n\n- A\n- B");
        assertEquals(404, reader.get("/fr/votre-vie-privee").statusCode(), "a draft");
        assertFalse(foot(page(reader, "/fr/")).contains("Votre vie privée"));
        Document screen = page(chief, path);
        assertTrue(page(chief, path + "/preview").select("h1").text().contains("Votre vie privée"));
        done(chief.post(path, sent(screen.selectFirst("main form"), "do", "publish")));

        Document shown = page(reader, "/fr/votre-vie-privee");
        assertEquals("Rien", shown.select(".prose h2").text());
        assertEquals("/fr/port", shown.select(".prose p a").attr("href"));
        assertEquals(2, shown.select(".prose li").size());
        assertTrue(foot(page(reader, "/fr/")).contains("Votre vie privée"));
        assertTrue(reader.get("/sitemap.xml").body().contains("/fr/sitemap-pages.xml"));
        assertTrue(reader.get("/fr/sitemap-pages.xml").body().contains("/fr/votre-vie-privee"));

        screen = page(chief, path);
        done(chief.post(
                path,
                sent(screen.selectFirst("main form"), "title", "Vie privée", "slug", "vie-privee", "do", "save")));
        var moved = reader.get("/fr/votre-vie-privee");
        assertEquals(301, moved.statusCode());
        assertTrue(Browsing.onTo(moved).endsWith("/fr/vie-privee"));
        assertEquals(
                "Votre vie privée", page(reader, "/fr/vie-privee").select("h1").text(), "the draft waits");
        done(chief.post(path, sent(page(chief, path).selectFirst("main form"), "do", "publish")));
        assertEquals("Vie privée", page(reader, "/fr/vie-privee").select("h1").text());
        Document first = page(chief, path + "?text=1");
        assertEquals("Votre vie privée", first.getElementById("title").attr("value"), "an older text is in the form");

        assertTrue(page(chief, path).select("main form [value=take-down]").isEmpty(), "no button beside what is typed");
        String down = page(chief, path).select("main a[href$=/take-down]").attr("href");
        Document question = page(chief, down);
        assertTrue(question.select("main .warn").text().contains("/fr/vie-privee"));
        assertTrue(question.select("main .warn").text().contains("law"), "of a page that the law asks for");
        assertEquals(200, reader.get("/fr/vie-privee").statusCode(), "asked, not done");
        refused(412, chief.post(down, "version", "1"));
        assertEquals(path, done(chief.post(down, sent(question.selectFirst("main form")))));
        for (String gone : List.of("/fr/vie-privee", "/fr/votre-vie-privee")) {
            assertEquals(410, reader.get(gone).statusCode(), gone);
        }
        assertFalse(foot(page(reader, "/fr/")).contains("Vie privée"));
        assertEquals(404, reader.get("/fr/vie-privee/rss.xml").statusCode());
    }

    @Test
    void two_who_change_the_same_page_overwrite_nothing() throws Exception {
        String path = begin("contact", "Nous écrire", "Par la poste.");
        Document mine = page(chief, path);
        Document theirs = page(chief, path);
        done(chief.post(
                path, sent(theirs.selectFirst("main form"), "body", "Par la poste, ou sur le quai.", "do", "save")));
        Document again =
                refused(412, chief.post(path, sent(mine.selectFirst("main form"), "title", "Contact", "do", "save")));
        assertEquals("Contact", again.getElementById("title").attr("value"));
        assertEquals(
                "Par la poste, ou sur le quai.",
                again.getElementById("body").wholeText().strip(),
                "the field that I left alone is theirs");
        done(chief.post(path, sent(again.selectFirst("main form"), "do", "publish")));
        assertEquals("Contact", page(reader, "/fr/nous-ecrire").select("h1").text());
    }

    @Test
    void policies_are_told_to_machines() throws Exception {
        String path = begin("principles", "Notre charte", "Vérifier.");
        done(chief.post(path, sent(page(chief, path).selectFirst("main form"), "do", "publish")));
        String path2 = begin("corrections", "Comment nous corrigeons", "Vite.");
        done(chief.post(path2, sent(page(chief, path2).selectFirst("main form"), "do", "publish")));
        String told =
                page(reader, "/fr/").select("script[type=application/ld+json]").html();
        assertTrue(told.contains("\"ethicsPolicy\":\"http") && told.contains("/fr/notre-charte\""), told);
        assertTrue(told.contains("\"publishingPrinciples\":"), told);
        assertTrue(told.matches("(?s).*\"correctionsPolicy\":\"[^\"]*/fr/comment-nous-corrigeons\".*"), told);
    }

    @Test
    void a_menu_is_arranged_without_a_script() throws Exception {
        String about = begin("about", "Qui nous sommes", "Nous.");
        String id = about.substring(about.lastIndexOf('/') + 1);
        String path = MENUS + "/" + edition + "/main";
        Document screen = page(chief, path);
        assertEquals(
                "section-" + filed.section().value(),
                screen.select("[name=l0-target]").attr("value"));

        screen = Jsoup.parse(chief.post(path, sent(form(screen), "add", "page-" + id, "do", "add"))
                .body());
        assertTrue(screen.select(".warn").text().contains("takes its place when it is published"));
        screen = Jsoup.parse(chief.post(path, sent(form(screen), "do", "up-1")).body());
        assertEquals("page-" + id, screen.select("[name=l0-target]").attr("value"));
        assertEquals("down-0", screen.select("button[autofocus]").attr("value"), "the keyboard goes on from there");
        screen = Jsoup.parse(chief.post(path, sent(form(screen), "words", "ferr", "do", "find"))
                .body());
        String concept = screen.select("button[value^=pick-]").attr("value");
        screen = Jsoup.parse(chief.post(path, sent(form(screen), "do", concept)).body());
        screen = Jsoup.parse(
                chief.post(path, sent(form(screen), "add", "link", "do", "add")).body());
        Document wrong = refused(
                422,
                chief.post(
                        path, sent(form(screen), "l3-href", "javascript:alert(1)", "l3-label", "Météo", "do", "save")));
        assertTrue(wrong.select("[name=l3-href]").hasAttr("aria-invalid"));
        wrong = refused(
                422,
                chief.post(
                        path, sent(form(wrong), "l3-href", "https://meteo.example/" + "ط".repeat(110), "do", "save")));
        assertTrue(wrong.select("[name=l3-href]").hasAttr("aria-invalid"), "too long as it is kept");
        assertFalse(reader.get("/fr/").body().contains("Météo"));
        done(chief.post(
                path, sent(form(wrong), "l3-href", "https://meteo.example/", "l0-label", "Nous", "do", "save")));
        assertEquals(List.of("Port", "Ferry", "Météo"), nav("/fr/"), "the draft is not public");
        done(chief.post(about, sent(page(chief, about).selectFirst("main form"), "do", "publish")));
        assertEquals(List.of("Nous", "Port", "Ferry", "Météo"), nav("/fr/"));
        assertEquals(
                "true",
                page(reader, "/fr/qui-nous-sommes")
                        .select(".nav a:contains(Nous)")
                        .attr("aria-current"));
        assertEquals(200, reader.get("/fr/topic/ferry").statusCode(), "a concept of the menu has its page");

        Document late = refused(
                412,
                chief.post(path, sent(form(screen), "l3-href", "https://x.example", "l3-label", "X", "do", "save")));
        assertTrue(late.select(".warn").text().contains("nothing was overwritten"));
        assertEquals("X", late.select("[name=l3-label]").attr("value"));
        done(chief.post(path, sent(form(page(chief, path)), "do", "release")));
        assertEquals(List.of("Port"), nav("/fr/"));
    }

    @Test
    void a_foot_that_is_proposed_for_an_edition_of_many_pages_keeps_corrections_and_archives() throws Exception {
        var arabic = new EditionId(filed.edition().value() + 1);
        for (int i = 1; i <= Menu.MOST; i++) {
            var text = new PageText("صفحة " + i, null, new Body(List.of(Block.Paragraph.of("", "نص."))));
            OwnPageId id = acts.perform(
                            new CreatePage(Actor.OPERATOR, arabic, OwnPageKind.FREE, "page-" + i, null, text))
                    .value();
            acts.perform(new PublishPage(Actor.OPERATOR, id, null));
        }
        String path = MENUS + "/" + arabic.value() + "/foot";
        Document screen = page(chief, path);
        List<String> targets = screen.select("input[name$=-target]").eachAttr("value");
        assertEquals(
                Menu.MOST, targets.stream().filter(target -> !target.isEmpty()).count());
        assertTrue(targets.containsAll(List.of("corrections", "archive")), targets.toString());
        assertEquals(path, done(chief.post(path, sent(form(screen), "do", "save"))));
    }

    private static Element form(Document screen) {
        return screen.selectFirst("main form");
    }

    private List<String> nav(String path) throws Exception {
        return page(reader, path).select(".nav li:not(.end) a").eachText();
    }

    @Test
    void colours_and_logo_stand_on_every_page_at_once() throws Exception {
        String path = LOOK + "/0";
        Document screen = page(chief, path);
        Document wrong = refused(
                422,
                chief.post(
                        path + "/colours",
                        sent(colours(screen), "accent", "#f0a000", "accent-dark", "#6fd0e8", "do", "save")));
        assertTrue(wrong.getElementById("accent-wrong").text().contains("needs 4.5:1"));
        assertFalse(reader.get("/fr/").body().contains("/assets/look-"));
        String use = wrong.select("button[value=use-accent]").text();
        done(chief.post(path + "/colours", sent(colours(wrong), "do", "use-accent")));
        String sheet = page(reader, "/fr/").select("link[href*=/assets/look-]").attr("href");
        var css = reader.get(sheet);
        assertTrue(use.endsWith(css.body().replaceAll("^:root\\{--accent:(#[0-9a-f]{6}).*", "$1")), use + css.body());
        assertEquals(
                "text/css; charset=utf-8",
                css.headers().firstValue("Content-Type").orElse(""));
        assertTrue(css.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertFalse(reader.get("/fr/").body().contains("style="), "nothing is styled inside a page");
        assertEquals(
                sheet, page(reader, "/ar/").select("link[href*=/assets/look-]").attr("href"));

        var sent =
                multipart(path + "/logo", page(chief, path), "logo", "logo.svg", SVG.getBytes(StandardCharsets.UTF_8));
        done(sent);
        Element logo = page(reader, "/fr/").selectFirst("header .logo img");
        assertEquals("Le Phare", logo.attr("alt"));
        assertEquals("200x50", logo.attr("width") + "x" + logo.attr("height"));
        var file = reader.get(logo.attr("src"));
        assertEquals("image/svg+xml", file.headers().firstValue("Content-Type").orElse(""));
        assertTrue(
                file.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
        assertTrue(page(reader, "/fr/")
                .select("script[type=application/ld+json]")
                .html()
                .contains(logo.attr("src")));

        Document hostile = refused(
                422,
                multipart(
                        path + "/logo",
                        page(chief, path),
                        "logo",
                        "x.svg",
                        SVG.replace("<path", "<script>alert(1)</script><path").getBytes(StandardCharsets.UTF_8)));
        assertTrue(hostile.getElementById("logo-wrong").text().contains("“script”"));
        assertEquals(
                logo.attr("src"),
                page(reader, "/fr/").selectFirst("header .logo img").attr("src"));
        assertEquals(
                413,
                multipart(path + "/logo", page(chief, path), "logo", "x.png", new byte[1 << 21])
                        .statusCode());
        assertEquals(
                422,
                multipart(path + "/icon", page(chief, path), "icon", "x.svg", SVG.getBytes(StandardCharsets.UTF_8))
                        .statusCode());
        assertEquals(404, reader.get("/assets/logo-0123456789abcdef.svg").statusCode());

        Document arabic = page(chief, LOOK + "/" + (filed.edition().value() + 1));
        done(chief.post(
                LOOK + "/" + (filed.edition().value() + 1) + "/colours",
                sent(colours(arabic), "accent", "#8a1f5c", "accent-dark", "#f0a0c8", "do", "save")));
        assertNotEquals(
                sheet, page(reader, "/ar/").select("link[href*=/assets/look-]").attr("href"));
        assertEquals(200, reader.get(sheet).statusCode(), "a page that is still open finds its style");
    }

    @Test
    void a_chief_editor_changes_name_and_motto_of_an_edition() throws Exception {
        String path = LOOK + "/" + edition;
        Document screen = page(chief, path);
        Element names = screen.selectFirst("form[action$=names]");
        assertEquals("Le Phare", names.getElementById("name").attr("value"));
        assertTrue(screen.select("main a[href*=/manage/editions/]").isEmpty(), "other settings are not theirs");
        Document wrong = refused(422, chief.post(path + "/names", sent(names, "name", " ", "motto", "Au large")));
        assertTrue(wrong.getElementById("name").hasAttr("aria-invalid"));
        assertEquals("Au large", wrong.getElementById("motto").attr("value"), "what was typed is still there");
        assertEquals(
                path,
                done(chief.post(
                        path + "/names", sent(wrong.selectFirst("form[action$=names]"), "name", "Le Grand Phare"))));
        Document front = page(reader, "/fr/");
        assertTrue(front.selectFirst("header .logo").html().contains("Le Grand Phare"));
        assertEquals("Le Grand Phare | Au large", front.title());

        Document late = refused(412, chief.post(path + "/names", sent(names, "motto", "Par tous les temps")));
        assertTrue(late.selectFirst(".band.warn").text().contains("Le Grand Phare · Au large"));
        names = late.selectFirst("form[action$=names]");
        assertEquals("Le Grand Phare", names.getElementById("name").attr("value"), "a field that was left alone");
        done(chief.post(path + "/names", sent(names)));
        assertEquals("Le Grand Phare | Par tous les temps", page(reader, "/fr/").title());
        done(chief.post(
                path + "/names",
                sent(page(chief, path).selectFirst("form[action$=names]"), "name", "Le Phare", "motto", "")));
        assertEquals("Le Phare", page(reader, "/fr/").title());

        Browsing other = Browsing.in(
                server,
                acts,
                "Nadia",
                "fr",
                new Grant(Role.CHIEF_EDITOR, filed.edition().value() + 1, 0));
        assertEquals(404, other.post(path + "/names", sent(names)).statusCode());
        assertEquals(404, chief.post(LOOK + "/0/names", sent(names)).statusCode());
    }

    private static Element colours(Document screen) {
        return screen.selectFirst("form[action$=colours]");
    }

    private HttpResponse<String> multipart(String path, Document screen, String field, String name, byte[] file)
            throws Exception {
        String version = screen.selectFirst("form[action$=logo] [name=version]").attr("value");
        var body = new ByteArrayOutputStream();
        body.write(("--limit\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n" + version
                        + "\r\n--limit\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--limit\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nsave\r\n--limit--\r\n"
                .getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .header("Cookie", "rotative=" + chief.cookies().get("rotative"));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void rights_of_one_edition_reach_to_its_own_screens_only() throws Exception {
        Browsing other = Browsing.in(
                server,
                acts,
                "Mona",
                "ar",
                new Grant(Role.CHIEF_EDITOR, filed.edition().value() + 1, 0));
        String path = begin("imprint", "Mentions légales", "Nous.");
        for (String shut : List.of(path, path + "/preview", LOOK + "/0", LOOK + "/" + edition)) {
            assertEquals(404, other.get(shut).statusCode(), shut);
        }
        assertEquals(403, other.get(MENUS + "/" + edition + "/foot").statusCode());
        assertFalse(other.get(PAGES).body().contains("Mentions légales"));
        assertEquals(200, other.get(LOOK + "/" + (filed.edition().value() + 1)).statusCode());
        assertTrue(page(other, MENUS).select("main ul.list a").size() == 2);
    }

    @Test
    void the_journal_says_what_was_done_in_words() throws Exception {
        begin("accessibility", "Accessibilité", "Pour tous.");
        Browsing administrator = Browsing.in(server, acts, "Ada", "en", Grant.everywhere(Role.ADMINISTRATOR));
        String journal = page(administrator, "/newsroom/journal").select("main").text();
        assertTrue(journal.contains("began a page of the newsroom"), journal);
        Matcher raw = Pattern.compile("own_page|page-created").matcher(journal);
        assertFalse(raw.find(), journal);
    }
}
