package press.rotative.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Policy;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Problem;

/// Stands before every resource of the newsroom. Each method says who may enter ([Open], [SignedIn], [Needs]); one that
/// says nothing is entered by nobody. What changes something comes from a page of our own. [Proved] asks who one is.
/// A form whose sender is not in any more is carried through [SignInAgain].
final class Guard {
    private static final Logger LOG = Logger.getLogger(Guard.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String NEWSROOM = "/newsroom";

    private final HomeAddress home;
    private final SessionCookie cookie;
    private final Visit visit;
    private final Recognition recognition;
    private final SignInAgain again;
    private final Proofs proofs;

    Guard(
            HomeAddress home,
            SessionCookie cookie,
            Visit visit,
            Recognition recognition,
            SignInAgain again,
            Proofs proofs) {
        this.home = home;
        this.cookie = cookie;
        this.visit = visit;
        this.recognition = recognition;
        this.again = again;
        this.proofs = proofs;
    }

    @ServerRequestFilter
    public @Nullable Response enter(ContainerRequestContext request, ResourceInfo asked) {
        if (!isOurs(request.getUriInfo().getPath(), asked.getResourceClass())) {
            return null;
        }
        refuseStrangers(request);
        Method method = asked.getResourceMethod();
        if (method.isAnnotationPresent(Unattended.class)) {
            cookie.secret(request).ifPresent(recognition::find);
        } else {
            session(request);
        }
        if (method.isAnnotationPresent(Open.class)) {
            return null;
        }
        if (!method.isAnnotationPresent(SignedIn.class) && !method.isAnnotationPresent(Needs.class)) {
            LOG.errorf("%s does not say who may enter", method);
            throw forbidden();
        }
        Response first = isForm(request) && (!isIn() || SignInAgain.isFrom(request)) ? again.ask(request) : null;
        if (first == null && !isIn()) {
            first = signInFirst(request);
        }
        return first == null ? admitted(request, method) : first;
    }

    /// Whether a person sends what they typed, and waits for a page.
    private static boolean isForm(ContainerRequestContext request) {
        return !SAFE.contains(request.getMethod()) && Asked.wantsPage(request::getHeaderString);
    }

    private boolean isIn() {
        return visit.session().filter(session -> session.stage() == Stage.IN).isPresent();
    }

    private @Nullable Response admitted(ContainerRequestContext request, Method method) {
        Needs needs = method.getAnnotation(Needs.class);
        if (needs != null
                && Arrays.stream(needs.value())
                        .noneMatch(
                                power -> Policy.allowsSomewhere(visit.person().actor(), power))) {
            throw forbidden();
        }
        StaffSession session = visit.session().orElseThrow();
        return method.isAnnotationPresent(Proved.class) ? proofs.ask(request, session) : null;
    }

    /// Who came in with this request stays in, whatever it is answered.
    @ServerResponseFilter
    public void keepIn(ContainerRequestContext request, ContainerResponseContext answer) {
        if (request.getProperty(SignInAgain.BEGUN) instanceof String secret) {
            answer.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.holding(secret));
        }
    }

    /// Who is there, for an answer that needs no rights: where no resource was found, nobody was asked for yet. When
    /// that cannot be read, nobody is.
    void recognise(ContainerRequestContext request) {
        if (visit.member().isPresent()) {
            return;
        }
        try {
            session(request);
        } catch (RuntimeException unread) {
            LOG.warn("who asks was not read for a page that says what is wrong", unread);
        }
    }

    static boolean isOurs(String path, @Nullable Class<?> resource) {
        return path.equals(NEWSROOM)
                || path.startsWith(NEWSROOM + "/")
                || resource != null && resource.getPackageName().startsWith(Guard.class.getPackageName());
    }

    /// What changes something must come from a page of our own: browsers say so in `Sec-Fetch-Site` (Fetch Metadata,
    /// section 2.3), older ones and those on plain HTTP in `Origin`.
    private void refuseStrangers(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        boolean own = site != null
                ? site.equals("same-origin")
                : origin != null && origin.equals(home.origin(String.valueOf(request.getHeaderString("Host"))));
        if (!own) {
            throw Problem.forbidden("Only pages of the newsroom itself may ask for this.")
                    .as("problem.stranger");
        }
    }

    private void session(ContainerRequestContext request) {
        cookie.secret(request).ifPresent(recognition::by);
    }

    /// Who waits for a page is led to where they stand; a script is told that nobody is in.
    private Response signInFirst(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) || !Asked.wantsPage(request::getHeaderString)) {
            throw new Problem(Problem.Category.UNAUTHENTICATED, "Sign in first.").as("problem.sign.in");
        }
        Stage stage = visit.session().map(StaffSession::stage).orElse(Stage.IN);
        return switch (stage) {
            case CODE -> to("/newsroom/sign-in/code");
            case FACTOR -> to("/newsroom/sign-in/factor");
            case IN -> signIn(request);
        };
    }

    private static Response signIn(ContainerRequestContext request) {
        String asked = request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String whole = query == null ? asked : asked + "?" + query;
        return to(
                whole.equals(NEWSROOM)
                        ? "/newsroom/sign-in"
                        : "/newsroom/sign-in?then=" + URLEncoder.encode(whole, StandardCharsets.UTF_8));
    }

    private static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    private static Problem forbidden() {
        return Problem.forbidden("Your rights do not open this screen. Ask an administrator.")
                .as("problem.no.entry");
    }
}
