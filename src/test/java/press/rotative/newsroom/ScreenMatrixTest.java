package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.media.PictureId;
import press.rotative.media.Taken;
import press.rotative.newsroom.MatrixStories.State;
import press.rotative.newsroom.ScreenRoutes.Route;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Role;
import press.rotative.people.Scope;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Database;
import press.rotative.platform.Seal;
import press.rotative.platform.Secrets;
import press.rotative.publication.Acts;
import press.rotative.publication.PublicationLog;
import press.rotative.story.AuthorId;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.KeepPicture;
import press.rotative.story.acts.RevokePreview;
import press.rotative.story.acts.SharePreview;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.PageText;

/// Who may do what on the screens: every route that [ScreenRoutes] lists, over stories in every state, asked by nobody,
/// by those who are half way in, and by people of every role, of the same and of another edition and section. What is
/// expected follows from the list and the policy, not from what the program says of itself.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class ScreenMatrixTest {
    private static final String SECRET_WORDS = "Titre que personne ne lit ailleurs";
    /// Routes about a part that stories in some states have not.
    private static final Map<String, Set<State>> ABSENT = absent();

    /// Fields that somebody types into.
    private static final List<String> KEPT = List.of("reason", "note", "notice", "title", "name", "body", "headline");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Acts acts;

    @Inject
    Database database;

    @Inject
    Press press;

    @Inject
    Seal seal;

    @TestHTTPResource("/")
    URI server;

    private static Map<String, Set<State>> absent() {
        Set<State> undrafted = EnumSet.of(State.LIVE, State.WITHHELD, State.EXPIRED, State.KILLED);
        Set<State> neverPublic = EnumSet.of(
                State.PITCH,
                State.DRAFT,
                State.IN_REVIEW,
                State.READY,
                State.INCOMING,
                State.DISCARDED,
                State.SCHEDULED,
                State.UNDER_EMBARGO);
        Map<String, Set<State>> absent = new TreeMap<>(Map.of("POST /newsroom/stories/{id}/previews", undrafted));
        for (String ofVersion :
                List.of("restoration", "versions/{version}/closure", "versions/{version}/destruction")) {
            absent.put("GET /newsroom/stories/{id}/" + ofVersion, neverPublic);
            absent.put("POST /newsroom/stories/{id}/" + ofVersion, neverPublic);
        }
        return absent;
    }

    /// Somebody who is in.
    ///
    /// @param parts of the newsroom and of their account, as [MatrixParts] tells them
    private record Visitor(String name, Actor actor, String session, Map<String, String> parts) {}

    private final Map<String, Visitor> visitors = new TreeMap<>();
    private EditionId edition;
    private EditionId other;
    private SectionId port;
    private SectionId town;
    private AuthorId author;
    private PictureId picture;
    private OwnPageId ownPage;
    private StoryId original;
    private long managed;
    private String file = "";
    private MatrixStories stories;
    private MatrixParts parts;
    private final AtomicLong next = new AtomicLong();

    @BeforeAll
    void aNewsroomWithTwoEditions() throws Exception {
        edition = edition("fr");
        other = edition("en");
        port = section("Port");
        town = section("Ville");
        author = acts.perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                .value()
                .id();
        picture = picture("agency.jpg");
        ownPage = acts.perform(new CreatePage(
                        Actor.OPERATOR,
                        edition,
                        OwnPageKind.IMPRINT,
                        null,
                        null,
                        new PageText("Mentions", SECRET_WORDS, Body.empty())))
                .value();
        managed = person(Set.of(Grant.everywhere(Role.REPORTER)));
        original = Cast.published(press, other, Cast.brief("An original", "Text."));
        stories = new MatrixStories(acts, edition, content("Premier."), content("Autre."));
        parts = new MatrixParts(press, seal, original);
        Map<String, String> common = parts.of(managed, piece -> !piece.contains("passkeys"));
        MatrixStories.visitors(edition, other, port.value(), town.value()).forEach((name, grants) -> {
            long person = person(grants);
            Map<String, String> own = new TreeMap<>(parts.of(person, piece -> piece.contains("passkeys")));
            own.putAll(common);
            visitors.put(name, new Visitor(name, new Actor(person, grants), Arrivals.comesIn(acts, person), own));
        });
        file = file(stories.in(State.DRAFT), picture);
    }

    /// A file of a picture, as the preview of a story asks for it.
    private String file(StoryId story, PictureId shown) throws Exception {
        String preview = browser(visitors.get("administrator").session())
                .get("/newsroom/stories/" + story.value() + "/preview/newest")
                .body();
        Matcher found =
                Pattern.compile("/pictures/" + shown.value() + "/([a-z0-9.-]+)").matcher(preview);
        assertTrue(found.find(), preview);
        return found.group(1);
    }

    private EditionId edition(String language) {
        return acts.perform(new CreateEdition(
                        Actor.OPERATOR, language, language, false, "Le Phare", null, "Europe/Paris", null))
                .value();
    }

    private SectionId section(String name) {
        return acts.perform(new CreateSection(Actor.OPERATOR, edition, name, null))
                .value();
    }

    private PictureId picture(String name) throws Exception {
        try (InputStream file = Files.newInputStream(Path.of("src/test/corpus/pictures", name))) {
            var taken = (Taken.Fresh) press.intake().take(Actor.OPERATOR, file);
            return acts.perform(new KeepPicture(
                            Actor.OPERATOR, taken.picture(), taken.picture().description()))
                    .value()
                    .id();
        }
    }

    private StoryContent content(String text) {
        return Cast.illustrated(Cast.article(SECRET_WORDS, port, author, text), picture);
    }

    private long owner() {
        return visitors.get(MatrixStories.OWNER).actor().staffId();
    }

    private Scope scope(Visitor visitor) {
        return new Scope(edition.value(), Set.of(port.value()), visitor.name().equals(MatrixStories.OWNER));
    }

    /// Both logs: whatever an act does stands in one of them.
    private String standing() {
        return database.read(sql -> new PublicationLog(sql).head() + " " + StaffLog.head(sql));
    }

    @Test
    void every_route_of_the_newsroom_is_listed_and_every_listed_one_is_there() {
        assertEquals(
                ScreenRoutes.inProgram(false),
                ScreenRoutes.all().stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new)),
                "say in ScreenRoutes what a new route asks for");
    }

    @Test
    void what_is_proved_is_what_was_decided() {
        assertEquals(
                ScreenRoutes.inProgram(true),
                ScreenRoutes.all().stream()
                        .filter(Route::proved)
                        .map(Route::name)
                        .collect(Collectors.toCollection(TreeSet::new)),
                "say in ScreenRoutes, and in docs/decisions/re-authentication.md, which acts are dangerous");
    }

    private Browsing browser(@Nullable String session) {
        var browser = new Browsing(server);
        if (session != null) {
            browser.cookies().put("rotative", session);
        }
        return browser;
    }

    /// An address about this story, or about what else there is.
    private String path(Route route, @Nullable StoryId story, Map<String, String> named) {
        String path = route.path();
        for (var part : new TreeMap<>(named).descendingMap().entrySet()) {
            path = path.replace(part.getKey(), part.getValue());
        }
        path = path.replace("/stories/{id}", "/stories/" + (story == null ? 1 : story.value()))
                .replace("/pictures/{id}/renditions/{name}", "/pictures/" + picture.value() + "/renditions/" + file)
                .replace("/pictures/{picture}/{file}", "/pictures/" + picture.value() + "/" + file)
                .replace("/pictures/{id}", "/pictures/" + picture.value())
                .replace("/picture-picker/{id}", "/picture-picker/" + picture.value())
                .replace("/fronts/{id}", "/fronts/" + edition.value())
                .replace("/sections/{section}", "/sections/" + port.value())
                .replace("/sections/{id}", "/sections/" + port.value())
                .replace("/pages/{id}", "/pages/" + ownPage.value())
                .replace("/menus/{id}", "/menus/" + edition.value())
                .replace("/look/{id}", "/look/" + edition.value())
                .replace("/editions/{id}", "/editions/" + edition.value())
                .replace("/staff/{id}", "/staff/" + managed)
                .replace("/authors/{id}", "/authors/" + author.value())
                .replace("{secret}", "x".repeat(43))
                .replace("{text}", "newest")
                .replace("{version}", "1")
                .replace("{place}", "0");
        assertFalse(path.contains("{"), path);
        return path;
    }

    private String body(Route route, @Nullable StoryId story) {
        return route.body()
                .replace("THIS", story == null ? "1" : "" + story.value())
                .replace("ORIGINAL", "" + original.value())
                .replace("BASE", base())
                .replace("EDITION", "" + edition.value())
                .replace("SECTION", "" + port.value())
                .replace("OTHER", "" + other.value());
    }

    /// What a writer's fields were changed from, as a string of JSON.
    private String base() {
        String json = StoryJson.write(content("Premier.").withBody(Body.empty()));
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// @param named what stands in its address, as [MatrixParts] tells it
    private HttpResponse<String> ask(Browsing browser, Route route, @Nullable StoryId story, Map<String, String> named)
            throws Exception {
        String path = path(route, story, named);
        if (route.reads()) {
            return browser.get(path + (route.body().isEmpty() ? "" : "?" + route.body()));
        }
        if (route.body().equals("file")) {
            return browser.sendFile(path, "a.txt", "no picture".getBytes());
        }
        return browser.send("POST", path, body(route, story));
    }

    @Test
    void nobody_and_nobody_half_way_in_enters_what_is_not_open() throws Exception {
        StoryId live = stories.in(State.LIVE, owner());
        StoryId incoming = stories.in(State.INCOMING);
        long administrator = visitors.get("administrator").actor().staffId();
        Map<String, String> named = new TreeMap<>(visitors.get("administrator").parts());
        named.putAll(parts.of(live, State.LIVE, piece -> !piece.contains("inbox")));
        named.putAll(parts.of(incoming, State.INCOMING, piece -> piece.contains("inbox")));
        List<String> wrong = new ArrayList<>();
        for (Way way : Way.values()) {
            String half = session(way, administrator);
            String before = standing();
            for (Route route : ScreenRoutes.all()) {
                // Open ones may end a session, and who fails to sign in stands in the journal.
                String session = route.open() ? session(way, administrator) : half;
                var answer = ask(browser(session), route, route.ofImport() ? incoming : live, named);
                boolean good = route.open()
                        ? answer.statusCode() < 500
                        : route.reads()
                                ? (Browsing.onTo(answer) + "?").startsWith(way.leadsTo + "?")
                                : isKept(route, way, answer);
                if (!good || answer.body().contains(SECRET_WORDS)) {
                    wrong.add(way + ": " + route.name() + " answers " + answer.statusCode() + " "
                            + Browsing.onTo(answer));
                }
                String after = standing();
                if (!route.open() && !before.equals(after)) {
                    wrong.add(way + ": " + route.name() + " changed something");
                }
                before = after;
            }
        }
        assertEquals(List.of(), wrong);
    }

    private @Nullable String session(Way way, long staffId) {
        return way.stage == null ? null : Arrivals.at(acts, staffId, way.stage);
    }

    /// How far somebody is in who is not in: where they are led, and what the page asks that keeps their form.
    private enum Way {
        NOBODY(null, "/newsroom/sign-in", "again-password"),
        CODE(Stage.CODE, "/newsroom/sign-in/code", "again-code"),
        FACTOR(Stage.FACTOR, "/newsroom/sign-in/factor", "again-elsewhere");

        private final @Nullable Stage stage;
        private final String leadsTo;
        private final String asked;

        Way(@Nullable Stage stage, String leadsTo, String asked) {
            this.stage = stage;
            this.leadsTo = leadsTo;
            this.asked = asked;
        }
    }

    /// A page to sign in on that holds what was typed; a file is sent again by the browser.
    private static boolean isKept(Route route, Way way, HttpResponse<String> answer) {
        boolean file = route.body().equals("file");
        return answer.statusCode() == 401
                && (file || answer.body().contains(way.asked))
                && (file || KEPT.stream().allMatch(field -> !typed(route, field) || holds(answer, field)));
    }

    private static boolean typed(Route route, String field) {
        return Arrays.stream(route.body().split("&")).anyMatch(each -> each.startsWith(field + "="));
    }

    private static boolean holds(HttpResponse<String> answer, String field) {
        return answer.body().contains("name=\"" + field + "\"");
    }

    /// Where even who may is told that there is nothing: such a story has no such part.
    private static boolean isAbsent(Route route, @Nullable State state) {
        return state != null && ABSENT.getOrDefault(route.name(), Set.of()).contains(state);
    }

    /// Who may not is told so, reads nothing and changes nothing; who may is answered about the thing itself.
    private void judge(
            Route route,
            Visitor visitor,
            @Nullable State state,
            boolean may,
            boolean reads,
            HttpResponse<String> answer,
            List<String> wrong) {
        int status = answer.statusCode();
        boolean offered = !route.reads() // its form offers only places and stories that one has
                && (!route.path().contains("{") || route.body().contains("ORIGINAL"));
        boolean good = may
                ? status < 500
                        && status != 401
                        && (status == 404) == isAbsent(route, state)
                        && (status != 403 || answer.body().contains("name=\"proof\""))
                : (status == 403 || status == 404 || offered && status == 422)
                        && (reads || !answer.body().contains(SECRET_WORDS));
        if (!good) {
            wrong.add(route.name() + " by " + visitor.name() + " (" + state + ", may: " + may + ") answers " + status
                    + " " + Browsing.onTo(answer)
                    + (answer.body().contains(SECRET_WORDS) ? " and tells of it" : ""));
        }
    }

    private static boolean allows(Visitor visitor, Set<Power> powers, Scope scope) {
        return powers.isEmpty() || powers.stream().anyMatch(power -> Policy.allows(visitor.actor(), power, scope));
    }

    /// That a translation is up to date again is said of its draft, where there is one, by who writes that.
    private boolean may(Route route, State state, Visitor visitor) {
        boolean ofDraft = route.path().endsWith("/original/confirmation") && state == State.LIVE_WITH_A_DRAFT;
        return allows(visitor, state.isPublic() && !ofDraft ? route.publicPowers() : route.powers(), scope(visitor));
    }

    private interface Each {
        void ask(Route route, Visitor visitor) throws Exception;
    }

    /// Several at a time, so that their acts share a commit.
    private void everybody(List<Route> routes, Each each) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (Route route : routes) {
            for (Visitor visitor : visitors.values()) {
                all.add(() -> {
                    each.ask(route, visitor);
                    return null;
                });
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> each1 : threads.invokeAll(all)) {
                each1.get();
            }
        }
    }

    private static List<Route> ofStories() {
        return ScreenRoutes.all().stream()
                .filter(route -> route.ofStory() || route.ofImport())
                .toList();
    }

    @Test
    void a_story_in_any_state_is_open_to_those_whose_rights_reach_to_it_only() throws Exception {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (State state : State.values()) {
            StoryId shared = stories.in(state, owner());
            Map<String, String> named = parts.of(shared, state, piece -> true);
            String before = standing();
            everybody(ofStories(), (route, visitor) -> {
                boolean may = may(route, state, visitor);
                if (!may || route.reads()) {
                    boolean reads = allows(visitor, Set.of(Power.READ_STORIES), scope(visitor));
                    var answer = ask(browser(visitor.session()), route, shared, named);
                    judge(route, visitor, state, may, reads, answer, wrong);
                }
            });
            assertEquals(before, standing(), "somebody changed something (" + state + ") who may not");
        }
        assertEquals(List.of(), wrong);
    }

    /// The least of those who may, and the administrator: each over a story of its own.
    @Test
    void who_may_is_let_do_it_in_every_state() throws Exception {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (State state : State.values()) {
            everybody(ofStories(), (route, visitor) -> {
                boolean asked = visitor.name().equals("administrator")
                        || visitor.equals(visitors.values().stream()
                                .filter(each -> may(route, state, each))
                                .min((one, two) -> Long.compare(powers(one), powers(two)))
                                .orElse(null));
                if (!route.reads() && asked && may(route, state, visitor)) {
                    StoryId story = stories.in(state, owner());
                    Map<String, String> named = parts.of(story, state, route.path()::contains);
                    var answer = ask(browser(visitor.session()), route, story, named);
                    judge(route, visitor, state, true, true, answer, wrong);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    private static long powers(Visitor visitor) {
        return EnumSet.allOf(Power.class).stream()
                .filter(power -> Policy.allowsSomewhere(visitor.actor(), power))
                .count();
    }

    private long person(Set<Grant> grants) {
        return Arrivals.join(acts, "Somebody", "v" + next.incrementAndGet() + "@lephare.example", "en", grants);
    }

    @Test
    void what_is_no_story_is_open_to_those_whose_rights_reach_to_it_only() throws Exception {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        List<Route> routes = ScreenRoutes.all().stream()
                .filter(route -> !route.open() && !route.ofStory() && !route.ofImport())
                .toList();
        String before = standing();
        everybody(routes, (route, visitor) -> {
            if (!mayHere(route, visitor)) {
                var answer = ask(browser(visitor.session()), route, null, visitor.parts());
                judge(route, visitor, null, false, false, answer, wrong);
            }
        });
        assertEquals(before, standing(), "somebody changed something who may not");
        assertEquals(List.of(), wrong);
        everybody(routes, (route, visitor) -> {
            if (mayHere(route, visitor)) {
                judge(route, visitor, null, true, true, letIn(route, visitor), wrong);
            }
        });
        assertEquals(List.of(), wrong);
    }

    /// What changes something is done by somebody with the same rights, over parts of their own: it harms nobody
    /// here.
    private HttpResponse<String> letIn(Route route, Visitor visitor) throws Exception {
        if (route.reads()) {
            return ask(browser(visitor.session()), route, null, visitor.parts());
        }
        long person = person(visitor.actor().grants());
        return ask(browser(Arrivals.comesIn(acts, person)), route, null, parts.of(person, route.path()::contains));
    }

    /// Lists are open to who has the power anywhere, and hold what they may reach; one thing of an edition, and one
    /// that is begun there, to whose power reaches there.
    private boolean mayHere(Route route, Visitor visitor) {
        boolean one = route.path().matches("/newsroom/(fronts|manage/(sections|pages|menus|look))/\\{id}.*");
        boolean begun = route.name().matches("POST /newsroom/(stories|manage/(sections|pages))");
        if (!one && !begun) {
            return route.powers().isEmpty()
                    || route.powers().stream().anyMatch(power -> Policy.allowsSomewhere(visitor.actor(), power));
        }
        boolean inSection = route.path().contains("/sections/{") || route.path().endsWith("/stories");
        Scope there = inSection
                ? new Scope(edition.value(), Set.of(port.value()), route.path().endsWith("/stories"))
                : Scope.ofEdition(edition.value());
        return allows(visitor, route.powers(), there);
    }

    @Test
    void a_shared_link_opens_its_story_to_whoever_has_it_until_it_is_over() throws Exception {
        for (State state : State.values()) {
            StoryId story = stories.in(state);
            String secret = Secrets.next(RANDOM);
            long link = acts.perform(new SharePreview(
                            Actor.OPERATOR, story, MatrixParts.drafted(state) ? 0 : 1, secret, Duration.ofDays(3)))
                    .value();
            String path = "/newsroom/preview/" + secret;
            String shown = path + "/pictures/" + picture.value() + "/" + file;
            int open = state == State.KILLED ? 404 : 200;
            assertEquals(open, browser(null).get(path).statusCode(), state + " " + path);
            assertEquals(open, browser(null).get(shown).statusCode(), state + " " + shown);
            assertEquals(
                    404, browser(null).get(path + "/pictures/999999/" + file).statusCode());
            acts.perform(new RevokePreview(Actor.OPERATOR, story, link));
            for (String each : List.of(path, shown)) {
                var shut = browser(null).get(each);
                assertEquals(404, shut.statusCode(), state + " " + each);
                assertFalse(shut.body().contains(SECRET_WORDS));
            }
        }
    }

    /// What belongs to a story is reached through that story only.
    @Test
    void parts_of_one_story_are_not_reached_through_another() throws Exception {
        StoryId theirs = stories.in(State.LIVE_WITH_A_DRAFT);
        var elsewhere = new MatrixStories(acts, other, Cast.brief("Elsewhere", "Text."), Cast.brief("Else", "Text."));
        StoryId own = elsewhere.in(State.LIVE);
        long link = acts.perform(new SharePreview(Actor.OPERATOR, theirs, 0, Secrets.next(RANDOM), Duration.ofDays(3)))
                .value();
        Browsing chief = browser(visitors.get("chief editor of another edition").session());
        String before = standing();
        for (String path : List.of(
                "/newsroom/stories/" + own.value() + "/previews/" + link + "/revocation",
                "/newsroom/stories/" + own.value() + "/differences/1")) {
            assertEquals(404, chief.post(path, "take", "mine").statusCode(), path);
        }
        assertEquals(before, standing());
        PictureId unused = picture("seed.jpg");
        var illustrated = Cast.illustrated(Cast.brief("Illustrated", "Text."), unused);
        StoryId holder = new MatrixStories(acts, other, illustrated, illustrated).in(State.DRAFT);
        String shown = "/preview/newest/pictures/" + unused.value() + "/" + file(holder, unused);
        assertEquals(
                404,
                chief.get("/newsroom/stories/" + own.value() + shown).statusCode(),
                "a picture is shown with the text that it stands in");
        assertEquals(
                200, chief.get("/newsroom/stories/" + holder.value() + shown).statusCode());
    }

    /// Lists show what one may read, and bulk acts do what one may do.
    @Test
    void lists_and_bulk_acts_reach_no_further_than_each_story_does() throws Exception {
        Map<State, StoryId> all = new EnumMap<>(State.class);
        for (State state : State.values()) {
            all.put(state, stories.in(state, owner()));
        }
        List<String> wrong = new ArrayList<>();
        for (Visitor visitor : visitors.values()) {
            boolean reads = allows(visitor, Set.of(Power.READ_STORIES), scope(visitor));
            for (String list : List.of(
                    "/newsroom/desk",
                    "/newsroom/desk?view=list",
                    "/newsroom/inbox",
                    "/newsroom/search?q=personne",
                    "/newsroom/alarms?clocks=on")) {
                var answer = browser(visitor.session()).get(list);
                if (!reads && answer.body().contains(SECRET_WORDS)) {
                    wrong.add(list + " tells " + visitor.name());
                }
            }
            if (!allows(visitor, Set.of(Power.WRITE_STORY), scope(visitor))) {
                String before = standing();
                for (String act : List.of("in_review", "draft", "pitch", "section", "take", "discard", "return")) {
                    var form = new StringBuilder("act=" + act + "&to=" + town.value() + "&reason=x&whose=me");
                    all.values().forEach(story -> form.append("&story=").append(story.value()));
                    var answer = browser(visitor.session()).send("POST", "/newsroom/desk/bulk", form.toString());
                    if (answer.statusCode() >= 500 || !reads && answer.body().contains(SECRET_WORDS)) {
                        wrong.add(act + " answers " + visitor.name() + " " + answer.statusCode());
                    }
                }
                if (!before.equals(standing())) {
                    wrong.add(visitor.name() + " changed something by a bulk act");
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(browser(visitors.get("chief editor").session())
                .get("/newsroom/desk")
                .body()
                .contains(SECRET_WORDS));
    }
}
