package press.rotative.newsroom;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.PageOutput;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.people.Member;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.publication.Acts;
import press.rotative.publication.Receipt;
import press.rotative.site.Assets;
import press.rotative.story.Edition;
import press.rotative.story.Editions;

/// How a screen is made: what is read and done, the shell around it, the answer. Every resource of the newsroom is
/// given one.
///
/// ```java
/// @GET @Needs(Power.MANAGE_STAFF)
/// public Response list() {
///     var page = new StaffPage(screens.shell("staff.title", NavItem.PEOPLE), screens.read(...));
///     return screens.show(page.shell(), Templates.staff(page));
/// }
/// ```
@Singleton
public final class Screens {
    private static final Assets ASSETS = Assets.ofProgram();
    private static final int UNREAD = 422;

    private final Database database;
    private final Acts acts;
    private final Clock clock;
    private final Visit visit;
    private final Asking asking;
    private final HomeAddress home;
    private final List<Counting> counts;
    private final List<AlertSource> alerts;

    Screens(
            Database database,
            Acts acts,
            Clock clock,
            Visit visit,
            Asking asking,
            HomeAddress home,
            @All List<Counting> counts,
            @All List<AlertSource> alerts) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
        this.visit = visit;
        this.asking = asking;
        this.home = home;
        this.counts = List.copyOf(counts);
        this.alerts = List.copyOf(alerts);
    }

    /// Who is there.
    ///
    /// @throws Problem UNAUTHENTICATED where nobody is
    public Member person() {
        return visit.person();
    }

    public Actor actor() {
        return visit.person().actor();
    }

    public Visit visit() {
        return visit;
    }

    public Instant now() {
        return clock.instant();
    }

    /// Reads from one snapshot.
    public <T> T read(Function<DSLContext, T> query) {
        return database.read(query);
    }

    /// Performs an act; when this returns, it is durable and public.
    ///
    /// @throws Problem what the act refuses
    public <T> T perform(Act<T> act) {
        return acts.perform(act).value();
    }

    /// The same, with the rows that it wrote into the publication log: all pages that they touch are right.
    public <T> Receipt<T> receipt(Act<T> act) {
        return acts.perform(act);
    }

    /// An address of this newsroom as its path; another one as it is.
    public String ownPath(String address) {
        return home.ownPath(address, asking.host());
    }

    /// The language of this screen.
    public Tongue tongue() {
        String chosen = visit.member().map(Member::language).orElse(null);
        return Tongue.of(chosen != null ? chosen : asking.preferred(Words.LANGUAGES));
    }

    public Words words() {
        return Words.in("newsroom", tongue(), Digits.WESTERN);
    }

    /// What stands around a screen.
    ///
    /// @param title key of the messages
    public Shell shell(String title, @Nullable NavItem here, Object... arguments) {
        return database.read(sql -> shell(sql, title, here, arguments));
    }

    /// The same with nobody in it, for when nothing can be read.
    Shell bareShell(String title) {
        return shell(List.of(), words().say(title), null, null, List.of(), List.of());
    }

    private Shell shell(DSLContext sql, String title, @Nullable NavItem here, Object... arguments) {
        Words words = words();
        Member member = visit.member().filter(person -> isIn()).orElse(null);
        return shell(
                new Editions(sql).all(),
                words.say(title, arguments),
                here,
                member,
                member == null ? List.of() : menu(sql, words, member.actor(), here),
                member == null ? List.of() : alerts(sql, words, member.actor()));
    }

    private Shell shell(
            List<Edition> editions,
            String title,
            @Nullable NavItem here,
            @Nullable Member member,
            List<Shell.Group> menu,
            List<Alert> alerts) {
        Tongue tongue = tongue();
        Words words = words();
        ZoneId zone = Editions.timeZone(editions);
        var dates = new Dates(words, tongue, zone, clock.instant());
        return new Shell(
                words,
                tongue,
                dates,
                name(editions, tongue),
                title,
                here,
                menu,
                alerts,
                asking.done().map(key -> words.say("done." + key)).orElse(null),
                member,
                dates.brief(clock.instant()),
                List.of(),
                List.of(),
                asking.otherLanguages(tongue));
    }

    private boolean isIn() {
        return visit.session()
                .map(session -> session.stage() == press.rotative.people.signin.Stage.IN)
                .orElse(false);
    }

    /// The edition in the language of the screen, else the first one.
    private static String name(List<Edition> editions, Tongue tongue) {
        return editions.stream()
                .filter(edition -> Tongue.of(edition.language()).language().equals(tongue.language()))
                .findFirst()
                .or(() -> editions.stream().findFirst())
                .map(Edition::name)
                .orElse("Rotative");
    }

    private List<Shell.Group> menu(DSLContext sql, Words words, Actor actor, @Nullable NavItem here) {
        Map<NavItem, Long> figures = new EnumMap<>(NavItem.class);
        counts.forEach(each -> figures.merge(each.item(), each.count(sql, actor), Long::sum));
        return Arrays.stream(NavItem.Group.values())
                .map(group -> new Shell.Group(
                        words.say(group.key()),
                        Arrays.stream(NavItem.values())
                                .filter(item -> item.group() == group && item.isFor(actor))
                                .map(item -> item(words, item, item == here, figures.getOrDefault(item, 0L)))
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private static Shell.Item item(Words words, NavItem item, boolean here, long count) {
        return new Shell.Item(
                words.say(item.key()), item.path(), here ? "page" : null, count == 0 ? "" : words.number(count));
    }

    /// The lines of the band over every screen, for whoever is there.
    public List<Alert> alerts(DSLContext sql) {
        return alerts(sql, words(), actor());
    }

    private List<Alert> alerts(DSLContext sql, Words words, Actor actor) {
        return alerts.stream()
                .flatMap(source -> source.alerts(sql, actor, words).stream())
                .toList();
    }

    /// The page.
    public Response show(Shell shell, Consumer<HtmlTemplateOutput> template) {
        return show(200, shell, template);
    }

    /// The page of a form that could not be taken.
    public Response showAgain(Form form, Shell shell, Consumer<HtmlTemplateOutput> template) {
        return show(form.good() ? 200 : UNREAD, shell, template);
    }

    /// The page that asks before something is done.
    public Response ask(QuestionPage page) {
        return showAgain(page.form(), page.shell(), out -> question(out, page));
    }

    @SuppressWarnings("NullAway") // the generated class takes null for "no interceptor"
    private static void question(HtmlTemplateOutput out, QuestionPage page) {
        JtequestionGenerated.render(out, null, page);
    }

    public Response show(int status, Shell shell, Consumer<HtmlTemplateOutput> template) {
        var bytes = new Utf8ByteOutput();
        template.accept(new PageOutput(bytes, shell.words().french()));
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .header("Content-Language", shell.tongue().tag())
                .entity(bytes.toByteArray())
                .build();
    }

    /// On to another screen, by GET.
    public Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    /// On to another screen, which says that it was done.
    ///
    /// @param done after `done.` a key of the messages
    public Response to(String path, String done) {
        return to(path + (path.contains("?") ? "&" : "?") + "done=" + done);
    }

    /// A form that nobody has filled in yet.
    public Form form() {
        return Form.empty(words());
    }

    /// What was sent.
    public Form form(MultivaluedMap<String, String> sent) {
        return Form.sent(words(), sent);
    }

    /// Does what a form asks for. What the form or an act refuses brings the form back, as it was sent.
    ///
    /// @param deed what is done, and what is answered then; it leaves a form that is not good alone
    /// @param again the page with the form
    public Response submit(Form form, Function<Form, @Nullable Response> deed, Function<Form, Response> again) {
        try {
            Response done = deed.apply(form);
            return done != null && form.good() ? done : again.apply(form);
        } catch (Problem problem) {
            return switch (problem.category()) {
                case NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, GONE -> throw problem;
                case INVALID,
                        CONFLICT,
                        CHANGED,
                        TOO_LARGE,
                        UNSUPPORTED,
                        UNPROCESSABLE,
                        PRECONDITION_REQUIRED,
                        TOO_MANY,
                        OVERLOADED,
                        OUT_OF_SPACE -> withStatus(problem, again.apply(form.refuse(problem)));
            };
        }
    }

    private static Response withStatus(Problem problem, Response page) {
        int status = problem.category() == Problem.Category.INVALID
                ? UNREAD
                : problem.category().status();
        return Response.fromResponse(page).status(status).build();
    }

    /// The address of a file of the screens, which holds the digest of its bytes.
    public static String asset(String name) {
        return ASSETS.address(name);
    }

    /// Whether an address is one of ours, to which somebody may be sent after signing in.
    public static boolean isOurs(String path) {
        return path.matches("/newsroom(?:[/?][!-~]*)?")
                && path.length() <= 1000
                && !path.contains("\\")
                && !path.toLowerCase(Locale.ROOT).startsWith("/newsroom/sign-");
    }
}
