package press.rotative.newsroom;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Member;
import press.rotative.people.Policy;
import press.rotative.people.Staff;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;

/// Stands before every resource of the newsroom. Each method says who may enter ([Open], [SignedIn], [Needs]); one that
/// says nothing is entered by nobody. What changes something comes from a page of our own. [Proved] asks who one is.
final class Guard {
    private static final Logger LOG = Logger.getLogger(Guard.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String NEWSROOM = "/newsroom";
    private static final Duration SEEN_EVERY = Duration.ofMinutes(2);

    private final Database database;
    private final Clock clock;
    private final HomeAddress home;
    private final SessionCookie cookie;
    private final Visit visit;
    private final Proofs proofs;

    Guard(Database database, Clock clock, HomeAddress home, SessionCookie cookie, Visit visit, Proofs proofs) {
        this.database = database;
        this.clock = clock;
        this.home = home;
        this.cookie = cookie;
        this.visit = visit;
        this.proofs = proofs;
    }

    @ServerRequestFilter
    public @Nullable Response enter(ContainerRequestContext request, ResourceInfo asked) {
        if (!isOurs(request.getUriInfo().getPath(), asked.getResourceClass())) {
            return null;
        }
        refuseStrangers(request);
        Optional<StaffSession> session = session(request);
        Method method = asked.getResourceMethod();
        if (method.isAnnotationPresent(Open.class)) {
            return null;
        }
        if (!method.isAnnotationPresent(SignedIn.class) && !method.isAnnotationPresent(Needs.class)) {
            LOG.errorf("%s does not say who may enter", method);
            throw forbidden();
        }
        if (session.isEmpty() || visit.member().isEmpty()) {
            return signInFirst(request);
        }
        switch (session.get().stage()) {
            case CODE -> {
                return to("/newsroom/sign-in/code");
            }
            case FACTOR -> {
                return to("/newsroom/sign-in/factor");
            }
            case IN -> {
                Needs needs = method.getAnnotation(Needs.class);
                if (needs != null
                        && Arrays.stream(needs.value())
                                .noneMatch(power ->
                                        Policy.allowsSomewhere(visit.person().actor(), power))) {
                    throw forbidden();
                }
                return method.isAnnotationPresent(Proved.class) ? proofs.ask(request, session.get()) : null;
            }
        }
        return null;
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

    private Optional<StaffSession> session(ContainerRequestContext request) {
        Optional<String> secret = cookie.secret(request);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<StaffSession> found = database.read(sql -> {
            Optional<StaffSession> session = new StaffSessions(sql).find(secret.get(), now);
            session.ifPresent(each -> {
                Optional<Member> member = new Staff(sql).member(each.staffId());
                member.ifPresent(person -> visit.enter(person, each));
            });
            return session;
        });
        found.filter(session -> session.seenAt().plus(SEEN_EVERY).isBefore(now)).ifPresent(this::noteSeen);
        return found;
    }

    /// Reading goes on when nothing can be written.
    private void noteSeen(StaffSession session) {
        try {
            database.write(transaction -> {
                StaffSessions.seen(transaction, session);
                return true;
            });
        } catch (Problem notNow) {
            LOG.debug("a session was not noted", notNow);
        }
    }

    private static Response signInFirst(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) || !Asked.wantsPage(request::getHeaderString)) {
            throw new Problem(Problem.Category.UNAUTHENTICATED, "Sign in first.").as("problem.sign.in");
        }
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
