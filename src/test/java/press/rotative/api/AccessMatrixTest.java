package press.rotative.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.ProgramClasses;
import press.rotative.newsroom.MatrixStories;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Role;
import press.rotative.people.Scope;
import press.rotative.people.StaffLog;
import press.rotative.people.acts.CreateKey;
import press.rotative.platform.Digest;
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
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.PageText;

/// Who may do what by the API: every route, asked by every role, by people of another edition and another section, and
/// by nobody; those about a story over stories in every state. A route that is not listed here fails.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class AccessMatrixTest {
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final String SECRET_WORDS = "Titre que personne d'autre ne lit";

    /// What a route asks for.
    ///
    /// @param power null: nothing
    /// @param publicPower of a story that is public, was so or is planned
    /// @param body of a request that is understood; null: none
    private record Route(
            String method,
            String path,
            @Nullable Power power,
            @Nullable Power publicPower,
            @Nullable String body) {
        @Nullable
        Power powerOver(MatrixStories.State state) {
            return state.isPublic() ? publicPower : power;
        }

        String name() {
            return method + " " + path;
        }

        boolean ofStory() {
            return path.startsWith("/api/v1/stories/{id}");
        }
    }

    private static Route route(String name, @Nullable Power power) {
        return route(name, power, null);
    }

    private static Route route(String name, @Nullable Power power, @Nullable String body) {
        String[] parts = name.split(" ");
        return new Route(parts[0], parts[1], power, power, body);
    }

    /// For drafts and for what is public.
    private static Route route(String name, Power power, Power publicPower, @Nullable String body) {
        String[] parts = name.split(" ");
        return new Route(parts[0], parts[1], power, publicPower, body);
    }

    private static final String HOOK = "{\"name\":\"Archive\",\"address\":\"https://hooks.example/in\"}";

    private static final List<Route> ROUTES = List.of(
            route("GET /health", null),
            route("GET /metrics", null), // to this machine; HealthResource asks others for a key
            route("GET /api/openapi", null),
            route("GET /api/openapi.json", null),
            route("GET /api/openapi.yaml", null),
            route("GET /api/v1/agenda", Power.READ_STORIES),
            route("GET /api/v1/authors", Power.READ_STORIES),
            route("GET /api/v1/authors/{id}", Power.READ_STORIES),
            route("POST /api/v1/authors", Power.MANAGE_AUTHORS, "{\"name\":\"Ali Nasr\"}"),
            route("PUT /api/v1/authors/{id}", Power.MANAGE_AUTHORS, "{\"name\":\"Ali Nasr\"}"),
            route("GET /api/v1/concepts", Power.READ_STORIES),
            route("GET /api/v1/concepts/{id}", Power.READ_STORIES),
            route("POST /api/v1/concepts", Power.MANAGE_CONCEPTS, "{\"kind\":\"topic\",\"labels\":{\"fr\":\"Port\"}}"),
            route("PUT /api/v1/concepts/{id}", Power.MANAGE_CONCEPTS, "{\"labels\":{\"fr\":\"Port\"}}"),
            route("POST /api/v1/concepts/{id}/merge", Power.MANAGE_CONCEPTS, "{\"into\":1}"),
            route("GET /api/v1/editions", Power.READ_STORIES),
            route("GET /api/v1/editions/{code}", Power.READ_STORIES),
            route(
                    "POST /api/v1/editions",
                    Power.MANAGE_EDITIONS,
                    "{\"code\":\"NEWCODE\",\"language\":\"fr\",\"rightToLeft\":false,\"name\":\"Le Phare\",\"timeZone\":\"Europe/Paris\"}"),
            route("PUT /api/v1/editions/{code}", Power.MANAGE_LOOK, "{\"name\":\"Le Phare\"}"),
            route("PUT /api/v1/editions/{code}", Power.MANAGE_EDITIONS, "{\"name\":\"Le Phare\",\"settings\":{}}"),
            route("GET /api/v1/editions/{code}/front", Power.READ_STORIES),
            route("PUT /api/v1/editions/{code}/front", Power.ARRANGE_FRONT, "{\"blocks\":[{\"type\":\"lead\"}]}"),
            route("DELETE /api/v1/editions/{code}/front", Power.ARRANGE_FRONT),
            route("GET /api/v1/sections/{id}/front", Power.READ_STORIES),
            route("PUT /api/v1/sections/{id}/front", Power.ARRANGE_FRONT, "{\"blocks\":[{\"type\":\"lead\"}]}"),
            route("DELETE /api/v1/sections/{id}/front", Power.ARRANGE_FRONT),
            route("GET /api/v1/editions/{code}/sections", Power.READ_STORIES),
            route("POST /api/v1/editions/{code}/sections", Power.MANAGE_SECTIONS, "{\"name\":\"Mer\"}"),
            route("GET /api/v1/sections/{id}", Power.READ_STORIES),
            route("PUT /api/v1/sections/{id}", Power.MANAGE_SECTIONS, "{\"name\":\"Port\"}"),
            route("GET /api/v1/editions/{code}/pages", Power.READ_STORIES),
            route("POST /api/v1/editions/{code}/pages", Power.MANAGE_PAGES, "{\"kind\":\"free\",\"title\":\"Tarifs\"}"),
            route("GET /api/v1/pages/{id}", Power.READ_STORIES),
            route("PUT /api/v1/pages/{id}", Power.MANAGE_PAGES, "{\"kind\":\"free\",\"title\":\"Tarifs\"}"),
            route("POST /api/v1/pages/{id}/publication", Power.MANAGE_PAGES),
            route("DELETE /api/v1/pages/{id}/publication", Power.MANAGE_PAGES),
            route("GET /api/v1/editions/{code}/alert", Power.READ_STORIES),
            route(
                    "PUT /api/v1/editions/{code}/alert",
                    Power.ARRANGE_FRONT,
                    "{\"text\":\"Vigilance\",\"until\":\"" + Instant.now().plusSeconds(3600) + "\"}"),
            route("DELETE /api/v1/editions/{code}/alert", Power.ARRANGE_FRONT),
            route("GET /api/v1/editions/{code}/menus/{place}", Power.READ_STORIES),
            route("PUT /api/v1/editions/{code}/menus/{place}", Power.ARRANGE_MENUS, "{\"entries\":[]}"),
            route("DELETE /api/v1/editions/{code}/menus/{place}", Power.ARRANGE_MENUS),
            route("GET /api/v1/look", Power.READ_STORIES),
            route("PUT /api/v1/look", Power.MANAGE_LOOK, "{}"),
            route("PUT /api/v1/look/{file}", Power.MANAGE_LOOK, ""),
            route("DELETE /api/v1/look/{file}", Power.MANAGE_LOOK),
            route("GET /api/v1/editions/{code}/look", Power.READ_STORIES),
            route("PUT /api/v1/editions/{code}/look", Power.MANAGE_LOOK, "{}"),
            route("PUT /api/v1/editions/{code}/look/{file}", Power.MANAGE_LOOK, ""),
            route("DELETE /api/v1/editions/{code}/look/{file}", Power.MANAGE_LOOK),
            route("GET /api/v1/pictures", Power.READ_STORIES),
            route("GET /api/v1/pictures/{id}", Power.READ_STORIES),
            route("GET /api/v1/pictures/{id}/renditions/{name}", Power.READ_STORIES),
            route("POST /api/v1/pictures", Power.UPLOAD_PICTURE, ""),
            route("PUT /api/v1/pictures/{id}", Power.EDIT_PICTURE, "{\"caption\":\"Vue\"}"),
            route("PUT /api/v1/pictures/{id}/rights", Power.EDIT_PICTURE, "{\"ended\":false}"),
            route("DELETE /api/v1/pictures/{id}", Power.DESTROY_PICTURE, "{\"reason\":\"Jugement\"}"),
            route("GET /api/v1/webhooks", Power.MANAGE_WEBHOOKS),
            route("POST /api/v1/webhooks", Power.MANAGE_WEBHOOKS, HOOK),
            route("GET /api/v1/webhooks/{id}", Power.MANAGE_WEBHOOKS),
            route("PUT /api/v1/webhooks/{id}", Power.MANAGE_WEBHOOKS, HOOK),
            route("DELETE /api/v1/webhooks/{id}", Power.MANAGE_WEBHOOKS),
            route("PUT /api/v1/webhooks/{id}/pause", Power.MANAGE_WEBHOOKS),
            route("DELETE /api/v1/webhooks/{id}/pause", Power.MANAGE_WEBHOOKS),
            route("POST /api/v1/webhooks/{id}/secret", Power.MANAGE_WEBHOOKS),
            route("GET /api/v1/webhooks/{id}/deliveries", Power.MANAGE_WEBHOOKS),
            route("POST /api/v1/webhooks/{id}/deliveries/{delivery}/again", Power.MANAGE_WEBHOOKS),
            route("POST /api/v1/webhooks/{id}/tests", Power.MANAGE_WEBHOOKS),
            route("GET /api/v1/stories", Power.READ_STORIES),
            route("POST /api/v1/stories", Power.WRITE_STORY, "{\"edition\":\"CODE\",\"content\":CONTENT}"),
            route("GET /api/v1/stories/{id}", Power.READ_STORIES),
            route("PUT /api/v1/stories/{id}", Power.WRITE_STORY, "CONTENT"),
            route("POST /api/v1/stories/{id}/publication", Power.PUBLISH, "{}"),
            route("PUT /api/v1/stories/{id}/publication", Power.PUBLISH, "{\"at\":\"2030-02-01T00:00:00Z\"}"),
            route("DELETE /api/v1/stories/{id}/publication", Power.PUBLISH),
            route("PUT /api/v1/stories/{id}/expiry", Power.WITHHOLD, "{\"expires\":\"2030-02-01T00:00:00Z\"}"),
            route("DELETE /api/v1/stories/{id}/expiry", Power.WITHHOLD),
            route("POST /api/v1/stories/{id}/correction", Power.CORRECT, "{\"note\":\"Une date.\"}"),
            route(
                    "POST /api/v1/stories/{id}/withdrawal",
                    Power.KILL,
                    "{\"kind\":\"kill\",\"reason\":\"faux\",\"notice\":\"Retiré.\"}"),
            route("DELETE /api/v1/stories/{id}/withdrawal", Power.RELEASE),
            route("GET /api/v1/stories/{id}/family", Power.READ_STORIES),
            route(
                    "POST /api/v1/stories/{id}/translations",
                    Power.WRITE_STORY,
                    "{\"edition\":\"CODE\",\"section\":HARBOUR}"),
            route(
                    "PUT /api/v1/stories/{id}/original",
                    Power.WRITE_STORY,
                    Power.PUBLISH,
                    "{\"story\":THIS,\"version\":0}"),
            route("DELETE /api/v1/stories/{id}/original", Power.WRITE_STORY, Power.PUBLISH, null),
            route(
                    "POST /api/v1/stories/{id}/family/withdrawal",
                    Power.KILL,
                    "{\"kind\":\"kill\",\"reason\":\"faux\",\"members\":[{\"story\":THIS,\"notice\":\"Retiré.\"}]}"),
            route("PUT /api/v1/stories/{id}/section", Power.MOVE_STORY, "{\"section\":SECTION}"),
            route("PUT /api/v1/stories/{id}/slug", Power.MOVE_STORY, "{\"slug\":\"autre\"}"),
            route("DELETE /api/v1/stories/{id}/versions/{version}", Power.DESTROY, "{\"reason\":\"un jugement\"}"),
            route("PUT /api/v1/stories/{id}/versions/{version}/closure", Power.CORRECT, "{\"reason\":\"un nom\"}"),
            route("DELETE /api/v1/stories/{id}/versions/{version}/closure", Power.CORRECT),
            route(
                    "POST /api/v1/stories/{id}/saves",
                    Power.WRITE_STORY,
                    "{\"key\":\"my-save-0001\",\"seen\":\"\",\"changes\":[]}"),
            route("GET /api/v1/stories/{id}/standing", Power.READ_STORIES),
            route("POST /api/v1/stories/{id}/conflicts/{conflict}/decision", Power.WRITE_STORY),
            route("GET /api/v1/stories/{id}/journal", Power.READ_STORIES),
            route("GET /api/v1/stories/{id}/journal/{number}", Power.READ_STORIES),
            route(
                    "POST /api/v1/stories/{id}/journal",
                    Power.WRITE_STORY,
                    "{\"name\":\"avant\",\"key\":\"my-name-0001\"}"));

    /// Somebody with a key.
    private record Visitor(String name, Actor actor, ApiClient client) {}

    @Inject
    Press press;

    @TestHTTPResource("/")
    URI server;

    private static final SecureRandom RANDOM = new SecureRandom();
    private final List<Visitor> visitors = new ArrayList<>();
    private MatrixStories stories;
    private long owner;
    private EditionId edition;
    private String code = "";
    private SectionId port;
    private SectionId town;
    private AuthorId author;
    private long picture;
    private OwnPageId ownPage;

    @BeforeEach
    void aNewsroomWithTwoEditions() {
        String suffix = Long.toString(System.nanoTime(), 36);
        edition = edition("fr", suffix);
        code = "fr" + suffix;
        EditionId other = edition("en", suffix);
        port = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
        town = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Ville", null))
                .value();
        author = press.acts()
                .perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                .value()
                .id();
        picture = Cast.picture(press, ("picture " + suffix).getBytes()).value();
        ownPage = press.acts()
                .perform(new CreatePage(
                        Actor.OPERATOR,
                        edition,
                        OwnPageKind.IMPRINT,
                        null,
                        null,
                        new PageText("Mentions", SECRET_WORDS, Body.empty())))
                .value();
        MatrixStories.visitors(edition, other, port.value(), town.value()).forEach((name, grants) -> {
            if (!grants.isEmpty()) { // a key has a role
                visitors.add(visitor(name, grants));
            }
        });
        for (Role role : List.of(Role.EDITOR, Role.CHIEF_EDITOR)) {
            visitors.add(visitor(role.label() + " everywhere", Set.of(Grant.everywhere(role))));
        }
        owner = visitors.stream()
                .filter(visitor -> visitor.name().equals(MatrixStories.OWNER))
                .findFirst()
                .orElseThrow()
                .actor()
                .staffId();
        stories = new MatrixStories(press.acts(), edition, content("Premier."), content("Autre texte."));
    }

    private EditionId edition(String language, String suffix) {
        return press.acts()
                .perform(new CreateEdition(
                        Actor.OPERATOR, language + suffix, language, false, "Le Phare", null, "Europe/Paris", null))
                .value();
    }

    private Visitor visitor(String name, Set<Grant> grants) {
        String secret = ApiKeys.newSecret(RANDOM);
        Actor actor = press.acts()
                .perform(new CreateKey(Actor.OPERATOR, name, grants, secret))
                .value();
        return new Visitor(name, actor, new ApiClient(server, secret));
    }

    private StoryContent content(String text) {
        return Cast.article(SECRET_WORDS, port, author, text);
    }

    @Test
    void every_route_of_the_api_is_listed_and_every_listed_one_is_there() {
        Set<String> there = new TreeSet<>();
        ProgramClasses.resources().stream()
                .filter(type -> !type.getPackageName().startsWith("press.rotative.newsroom"))
                .map(type -> type.reflect())
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .flatMap(method -> names(type, method))
                        .forEach(there::add));
        assertEquals(
                there,
                ROUTES.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new)),
                "say in ROUTES what a new route asks for");
    }

    private static Stream<String> names(Class<?> type, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(each -> each != null)
                .map(each -> each.value() + " " + path(type, method));
    }

    private static String path(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = "/" + type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return path.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }

    @Test
    void nobody_without_a_key_does_anything() throws Exception {
        var nobody = new ApiClient(server, "");
        var stranger = new ApiClient(server, ApiKeys.newSecret(RANDOM));
        String before = standing();
        List<String> wrong = new ArrayList<>();
        for (Route route : ROUTES) {
            for (ApiClient client : List.of(nobody, stranger)) {
                int status = ask(client, route, 1).statusCode();
                if (route.power() == null ? status >= 400 : status != 401) {
                    wrong.add(route.name() + " answers " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, standing());
    }

    @Test
    void what_all_editions_share_is_open_to_the_roles_that_have_the_power_only() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : ROUTES) {
            if (route.power() == null || route.ofStory()) {
                continue;
            }
            for (Visitor visitor : visitors) {
                boolean placed = !route.path().matches(".*/(authors|concepts|pictures|editions)(/\\{id}.*)?");
                boolean may = route.power() == Power.READ_STORIES
                                || !placed
                                || !route.power().placed()
                        ? Policy.allowsSomewhere(visitor.actor(), route.power())
                        : route.path().startsWith("/api/v1/look")
                                ? Policy.allowsEverywhere(visitor.actor(), route.power())
                                : Policy.allows(visitor.actor(), route.power(), place(route));
                judge(route, visitor, "", may, true, ask(visitor.client(), route, 0), wrong);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private Scope place(Route route) {
        if (route.path().endsWith("/stories")) {
            return new Scope(edition.value(), Set.of(port.value()), true); // whoever begins a story owns it
        }
        return route.path().contains("/sections/")
                ? Scope.ofSection(edition.value(), port.value())
                : Scope.ofEdition(edition.value());
    }

    @Test
    @Tag("long")
    void a_story_in_any_state_is_open_to_those_whose_rights_reach_to_it_only() throws Exception {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (MatrixStories.State state : MatrixStories.State.values()) {
            StoryId shared = stories.in(state, owner);
            String before = standing();
            everybody((route, visitor) -> {
                if (!may(route, state, visitor)) {
                    boolean reads = Policy.allows(visitor.actor(), Power.READ_STORIES, scope(visitor));
                    var answer = ask(visitor.client(), route, shared.value());
                    judge(route, visitor, state.name(), false, reads, answer, wrong);
                }
            });
            assertEquals(before, standing(), "somebody changed something (" + state + ") who may not");
            everybody((route, visitor) -> {
                if (may(route, state, visitor)) {
                    StoryId story = route.method().equals("GET") ? shared : stories.in(state, owner);
                    judge(route, visitor, state.name(), true, true, ask(visitor.client(), route, story.value()), wrong);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    private Scope scope(Visitor visitor) {
        return new Scope(edition.value(), Set.of(port.value()), visitor.name().equals(MatrixStories.OWNER));
    }

    /// Into another section moves who may do it there, too.
    private boolean may(Route route, MatrixStories.State state, Visitor visitor) {
        Power power = route.powerOver(state);
        return Policy.allows(visitor.actor(), power, scope(visitor))
                && (!route.path().endsWith("/section")
                        || Policy.allows(visitor.actor(), power, Scope.ofSection(edition.value(), town.value())));
    }

    private interface Asking {
        void ask(Route route, Visitor visitor) throws Exception;
    }

    /// Several at a time, so that their acts share a commit.
    private void everybody(Asking asking) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (Route route : ROUTES.stream().filter(Route::ofStory).toList()) {
            for (Visitor visitor : visitors) {
                all.add(() -> {
                    asking.ask(route, visitor);
                    return null;
                });
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> each : threads.invokeAll(all)) {
                each.get();
            }
        }
    }

    /// Who may is answered about the thing itself; who may not reads neither it nor that it is there.
    private static void judge(
            Route route,
            Visitor visitor,
            String state,
            boolean may,
            boolean reads,
            HttpResponse<byte[]> answer,
            List<String> wrong) {
        int status = answer.statusCode();
        boolean good = may
                ? status < 500 && status != 401 && status != 403
                : status == 403
                        || !reads && status == 404 && !ApiClient.text(answer).contains(SECRET_WORDS);
        if (!good) {
            wrong.add(route.name() + " by " + visitor.name() + " (" + state + ", may: " + may + ") answers " + status
                    + ": " + ApiClient.text(answer));
        }
    }

    /// Both logs: whatever an act does stands in one of them.
    private String standing() {
        return press.database().read(sql -> new PublicationLog(sql).head() + " " + StaffLog.head(sql));
    }

    private HttpResponse<byte[]> ask(ApiClient client, Route route, long story) throws Exception {
        String path = route.path()
                .replace("/stories/{id}", "/stories/" + story)
                .replace("/authors/{id}", "/authors/" + author.value())
                .replace("/sections/{id}", "/sections/" + port.value())
                .replace("/pictures/{id}", "/pictures/" + picture)
                .replace("/pages/{id}", "/pages/" + ownPage.value())
                .replace("{place}", "main")
                .replace("{file}", "icon")
                .replace("{name}", "800.jpg")
                .replace("{code}", code)
                .replace("{id}", "1")
                .replaceAll("\\{(version|number|conflict|delivery)}", "1");
        assertFalse(path.contains("{"), path);
        if (route.name().equals("POST /api/v1/pictures")) {
            return client.send(
                    "POST",
                    path,
                    "application/octet-stream",
                    Digest.of("no picture").getBytes());
        }
        String body = route.body() == null
                ? null
                : route.body()
                        .replace("SECTION", "" + town.value())
                        .replace("THIS", "" + story)
                        .replace("HARBOUR", "" + port.value())
                        .replace("NEWCODE", "n" + Long.toString(System.nanoTime(), 36))
                        .replace("CODE", code)
                        .replace("CONTENT", StoryJson.write(content("Autre.")));
        return client.send(
                route.method(),
                path,
                body == null ? null : "application/json",
                body == null ? null : body.getBytes(),
                "If-Match",
                "*");
    }
}
