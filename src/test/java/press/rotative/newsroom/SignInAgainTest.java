package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.StaffLog;
import press.rotative.people.acts.EndSessions;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Codes;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.publication.PublicationLog;

/// What somebody sends after their session ended is carried through signing in, and done then.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInAgainTest {
    private static final String PASSWORD = "sept bateaux et un phare";
    private static final String NOTE = "La date & l’heure du « premier » accostage étaient fausses. <b>";

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private StoriesOnDesk.Filed filed;

    @BeforeAll
    void stories() {
        filed = StoriesOnDesk.file(acts);
    }

    private long somebody(Role role) {
        return Arrivals.join(acts, "Maud Kervarn", "p" + System.nanoTime() + "@lephare.example", "en", PASSWORD, role);
    }

    private String email(long staffId) {
        return Arrivals.emailOf(database, staffId);
    }

    private Browsing in(long staffId) {
        return Browsing.in(server, acts, staffId);
    }

    private void signedOut(long staffId) {
        acts.perform(new EndSessions(press.rotative.people.Actor.OPERATOR, staffId, 0));
    }

    /// What a page would send: its form's address and fields, with what is typed into it.
    private static HttpResponse<String> send(Browsing browser, HttpResponse<String> page, String... typed)
            throws Exception {
        Element form = Jsoup.parse(page.body()).selectFirst("main form");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(each -> fields.put(each.attr("name"), each.attr("value")));
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], typed[i + 1]);
        }
        List<String> sent = new ArrayList<>();
        fields.forEach((name, value) -> sent.addAll(List.of(name, value)));
        return browser.post(form.attr("action"), sent.toArray(String[]::new));
    }

    /// A second step is set up, and the codes of recovery are told.
    private List<String> withApp(long staffId) throws Exception {
        var browser = new Browsing(server);
        browser.cookies().put("rotative", Arrivals.at(acts, staffId, Stage.FACTOR));
        String secret = Codes.secretIn(browser.get("/newsroom/sign-in/factor").body());
        var done = browser.post("/newsroom/sign-in/factor", "code", Codes.now(secret, 0));
        return Pattern.compile("<li><code>([^<]+)</code>")
                .matcher(done.body())
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private String standing() {
        return database.read(sql -> new PublicationLog(sql).head() + "");
    }

    @Test
    void a_correction_is_carried_through_password_and_code_and_done_once() throws Exception {
        long chief = somebody(Role.CHIEF_EDITOR);
        List<String> codes = withApp(chief);
        Browsing browser = in(chief);
        signedOut(chief);
        String before = standing();
        String path = "/newsroom/stories/" + filed.live().value() + "/correction";
        var asked = browser.post(path, "note", NOTE);
        assertEquals(401, asked.statusCode());
        assertTrue(asked.body().contains("not lost"), asked.body());
        assertFalse(asked.body().contains("<b>"), "it stands in the page as text");

        var wrong = send(browser, asked, "again-email", email(chief), "again-password", "wrong");
        assertEquals(403, wrong.statusCode());
        assertTrue(wrong.body().contains("do not fit"), wrong.body());
        assertFalse(wrong.body().contains("value=\"wrong\""), "no password comes back");
        assertEquals(before, standing());

        String ended = browser.cookies().get("rotative");
        var half = send(browser, wrong, "again-email", email(chief), "again-password", PASSWORD);
        assertEquals(401, half.statusCode());
        String halfway = browser.cookies().get("rotative");
        assertNotEquals(ended, halfway, "the session is a new one");
        var mistyped = send(browser, half, "again-code", "000000");
        assertEquals(403, mistyped.statusCode());
        assertEquals(before, standing(), "nothing is done before the second step");

        var done = send(browser, mistyped, "again-code", codes.getFirst());
        assertEquals(303, done.statusCode(), done.body());
        assertNotEquals(halfway, browser.cookies().get("rotative"));
        assertNotEquals(before, standing());
        var story = browser.get(Browsing.onTo(done));
        assertEquals(200, story.statusCode());
        assertTrue(
                Jsoup.parse(story.body()).text().contains("accostage étaient fausses. <b>"),
                "the note is whole: " + story.body());
    }

    @Test
    void who_signed_in_in_another_tab_sends_it_on() throws Exception {
        long editor = somebody(Role.EDITOR);
        Browsing browser = in(editor);
        signedOut(editor);
        var asked = browser.post("/newsroom/stories/" + filed.live().value() + "/correction", "note", "Autre note.");
        var still = send(browser, asked);
        assertEquals(401, still.statusCode(), "not signed in yet");
        browser.cookies().put("rotative", Arrivals.comesIn(acts, editor));
        assertEquals(303, send(browser, still).statusCode());
        assertTrue(
                browser.get("/newsroom/stories/" + filed.live().value()).body().contains("Autre note."));
    }

    /// A browser fills in what it remembers, also where nothing is to be typed any more.
    @Test
    void what_a_browser_filled_in_does_not_count_for_who_came_in_elsewhere() throws Exception {
        long chief = somebody(Role.CHIEF_EDITOR);
        withApp(chief);
        Browsing browser = in(chief);
        signedOut(chief);
        String path = "/newsroom/stories/" + filed.live().value() + "/correction";
        var asked = browser.post(path, "note", "Une note de plus.");
        String log = staffLog();
        var still = send(browser, asked, "again-email", email(chief), "again-elsewhere", "1");
        assertEquals(401, still.statusCode(), "not signed in yet");
        String session = Arrivals.comesIn(acts, chief);
        String entered = staffLog();
        assertEquals(log, entered, "nothing was tried");
        browser.cookies().put("rotative", session);
        var done =
                send(browser, asked, "again-email", email(chief), "again-password", PASSWORD, "again-elsewhere", "1");
        assertEquals(303, done.statusCode(), done.body());
        assertEquals(session, browser.cookies().get("rotative"), "they stay in where they came in");
        var story = browser.get(Browsing.onTo(done));
        assertTrue(story.body().contains("Une note de plus."), story.body());
    }

    private String staffLog() {
        return database.read(sql -> StaffLog.head(sql) + "");
    }

    /// Whoever hands in a code where none is asked for any more is no stranger with a wrong password.
    @Test
    void a_code_that_comes_too_late_is_said_to_be_so_and_counts_against_nobody() throws Exception {
        long chief = somebody(Role.CHIEF_EDITOR);
        List<String> codes = withApp(chief);
        Browsing browser = in(chief);
        browser.cookies().put("rotative", Arrivals.at(acts, chief, Stage.CODE));
        String path = "/newsroom/stories/" + filed.live().value() + "/correction";
        var asked = browser.post(path, "note", "Trop tard.");
        signedOut(chief);
        String log = staffLog();
        for (int i = 0; i < 7; i++) {
            var late = send(browser, asked, "again-code", codes.getFirst());
            assertEquals(403, late.statusCode(), late.body());
            assertTrue(late.body().contains("Too much time has passed"), late.body());
        }
        assertEquals(log, staffLog(), "nobody's password was wrong");
        browser.cookies().put("rotative", Arrivals.comesIn(acts, chief));
        var late = send(browser, asked, "again-code", codes.getFirst());
        assertTrue(late.body().contains("signed in as Maud Kervarn"), "they came in meanwhile: " + late.body());
        assertEquals(303, send(browser, late).statusCode());
    }

    @Test
    void who_only_began_to_sign_in_typed_nothing() throws Exception {
        long editor = somebody(Role.EDITOR);
        long other = somebody(Role.CHIEF_EDITOR);
        List<String> codes = withApp(other);
        Browsing browser = in(editor);
        signedOut(editor);
        browser.cookies().put("rotative", Arrivals.at(acts, other, Stage.CODE));
        String before = standing();
        var asked = browser.post("/newsroom/stories/" + filed.live().value() + "/correction", "note", "De qui ?");
        var consent = send(browser, asked, "again-code", codes.getFirst());
        assertEquals(403, consent.statusCode(), consent.body());
        assertTrue(consent.body().contains("we cannot tell whose it is"), consent.body());
        assertEquals(before, standing());
    }

    @Test
    void nobody_else_does_it_in_their_own_name() throws Exception {
        long editor = somebody(Role.EDITOR);
        long other = somebody(Role.EDITOR);
        Browsing browser = in(editor);
        signedOut(editor);
        String before = standing();
        var asked = browser.post("/newsroom/stories/" + filed.live().value() + "/correction", "note", "Leur note.");
        browser.cookies().put("rotative", Arrivals.comesIn(acts, other));
        var refused = send(browser, asked);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("somebody else"), refused.body());
        assertEquals(before, standing());

        String tampered = refused.body().replaceAll("typed-by=[^\"&]*", "typed-by=" + "A".repeat(60));
        assertEquals(
                403,
                browser.post(action(tampered), "note", "Leur note.").statusCode(),
                "a seal that is not ours is nobody's, and asks");
        assertEquals(before, standing());
    }

    private static String action(String page) {
        return Jsoup.parse(page).selectFirst("main form").attr("action");
    }

    @Test
    void where_nobody_knows_who_typed_it_whoever_signs_in_is_asked() throws Exception {
        long reporter = somebody(Role.CONTRIBUTOR);
        var browser = new Browsing(server);
        String before = standing();
        var asked = browser.post("/newsroom/account", "name", "Maud K.", "language", "en");
        assertEquals(401, asked.statusCode());
        var consent = send(browser, asked, "again-email", email(reporter), "again-password", PASSWORD);
        assertEquals(403, consent.statusCode());
        assertTrue(consent.body().contains("signed in as Maud Kervarn"), consent.body());
        assertEquals(before, standing());
        assertEquals(303, send(browser, consent).statusCode());
        assertTrue(browser.get("/newsroom/account").body().contains("Maud K."));
    }

    @Test
    void no_password_is_carried_and_what_is_proved_is_proved() throws Exception {
        long administrator = somebody(Role.ADMINISTRATOR);
        Browsing browser = in(administrator);
        signedOut(administrator);
        var asked = browser.post("/newsroom/account/password", "password", "acht schepen en een toren", "more", "x");
        assertEquals(401, asked.statusCode());
        assertFalse(asked.body().contains("acht schepen"), asked.body());
        assertTrue(asked.body().contains("name=\"more\""));
    }

    @Test
    void who_is_half_way_in_finishes_on_the_page_that_holds_the_form() throws Exception {
        long chief = somebody(Role.CHIEF_EDITOR);
        List<String> codes = withApp(chief);
        Browsing browser = in(chief);
        var page = browser.post("/newsroom/stories/" + filed.live().value() + "/nothing", "note", "x");
        assertEquals(404, page.statusCode());
        browser.cookies().put("rotative", Arrivals.at(acts, chief, Stage.CODE));
        var asked = browser.post("/newsroom/stories/" + filed.live().value() + "/correction", "note", "Troisième.");
        assertEquals(401, asked.statusCode());
        assertTrue(asked.body().contains("again-code"), asked.body());
        var consent = send(browser, asked, "again-code", codes.get(1));
        assertEquals(403, consent.statusCode(), "who typed it is not known: " + consent.body());
        assertEquals(303, send(browser, consent).statusCode());

        long waiting = somebody(Role.CHIEF_EDITOR);
        Browsing other = new Browsing(server);
        other.cookies().put("rotative", Arrivals.at(acts, waiting, Stage.FACTOR));
        var factor = other.post("/newsroom/stories/" + filed.live().value() + "/correction", "note", "Quatrième.");
        assertEquals(401, factor.statusCode());
        assertTrue(factor.body().contains("value=\"Quatrième.\""), factor.body());
        assertEquals(
                "/newsroom/sign-in/factor",
                Jsoup.parse(factor.body()).select("a[target=_blank]").attr("href"),
                "the password was right already");
    }

    @Test
    void what_does_not_fit_in_a_page_is_sent_again_by_the_browser() throws Exception {
        long editor = somebody(Role.EDITOR);
        Browsing browser = in(editor);
        signedOut(editor);
        var large = browser.send("POST", "/newsroom/stories", "headline=" + "a".repeat(1_000_100));
        assertEquals(401, large.statusCode());
        assertTrue(large.body().contains("reload it"), large.body());
        var file = browser.sendFile("/newsroom/pictures", "a.jpg", new byte[9_000_000]);
        assertEquals(401, file.statusCode());
        assertTrue(file.body().contains("reload it"), file.body());

        long administrator = somebody(Role.ADMINISTRATOR);
        Browsing in = in(administrator);
        database.write(transaction -> Arrivals.provedLongAgo(transaction, administrator));
        var logo = in.sendFile("/newsroom/manage/look/0/logo", "logo.svg", new byte[2_000_000]);
        assertEquals(403, logo.statusCode());
        assertTrue(
                logo.body().contains("href=\"/newsroom/proof\"") && logo.body().contains("reload it"), logo.body());
    }

    @Test
    void other_sites_get_nothing_carried_and_scripts_are_told() throws Exception {
        long editor = somebody(Role.EDITOR);
        Browsing browser = in(editor);
        signedOut(editor);
        String path = "/newsroom/stories/" + filed.live().value() + "/correction";
        String log = database.read(sql -> StaffLog.head(sql) + "");
        browser.with("Sec-Fetch-Site", "cross-site");
        var stranger = browser.post(path, "note", "x", "again-email", email(editor), "again-password", PASSWORD);
        assertEquals(403, stranger.statusCode());
        assertFalse(stranger.body().contains("again-email"));
        assertEquals(log, database.read(sql -> StaffLog.head(sql) + ""), "nobody was signed in");
        browser.with("Sec-Fetch-Site", "same-origin")
                .with("Sec-Fetch-Mode", "cors")
                .with("Accept", "application/json");
        var script = browser.post(path, "note", "x");
        assertEquals(401, script.statusCode());
        assertTrue(script.body().startsWith("{"), script.body());
        for (Stage stage : List.of(Stage.CODE, Stage.FACTOR)) {
            browser.cookies().put("rotative", Arrivals.at(acts, editor, stage));
            assertEquals(401, browser.get("/newsroom/alarms").statusCode(), "half way in: " + stage);
            assertEquals(401, browser.post(path, "note", "x").statusCode(), "half way in: " + stage);
        }
    }

    @Test
    void who_lost_the_right_meanwhile_is_refused_after_signing_in() throws Exception {
        long moderator = somebody(Role.CONTRIBUTOR);
        Browsing browser = in(moderator);
        signedOut(moderator);
        var asked = browser.post("/newsroom/manage/sections", "name", "Mer");
        assertEquals(401, asked.statusCode());
        var refused = send(browser, asked, "again-email", email(moderator), "again-password", PASSWORD);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("Your rights do not open this screen"), refused.body());
        assertEquals(200, browser.get("/newsroom/account").statusCode(), "but they are in");
        assertEquals(Set.of(Grant.everywhere(Role.CONTRIBUTOR)), grants(moderator));
    }

    private Set<Grant> grants(long staffId) {
        return database.read(sql -> new press.rotative.people.Staff(sql).member(staffId))
                .orElseThrow()
                .grants();
    }

    @Test
    void signing_out_twice_is_no_error() throws Exception {
        long reporter = somebody(Role.CONTRIBUTOR);
        Browsing browser = in(reporter);
        signedOut(reporter);
        assertEquals("/newsroom/sign-in?done=signed.out", Browsing.onTo(browser.post("/newsroom/sign-out")));
    }
}
