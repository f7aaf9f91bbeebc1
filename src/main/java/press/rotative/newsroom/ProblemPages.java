package press.rotative.newsroom;

import gg.jte.html.HtmlTemplateOutput;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import press.rotative.api.Problems;
import press.rotative.language.Words;
import press.rotative.platform.Problem;

/// Everything that goes wrong in the newsroom: a page for people, RFC 9457 JSON for scripts. What goes wrong elsewhere
/// is the API's to answer.
final class ProblemPages {
    private static final Logger LOG = Logger.getLogger(ProblemPages.class);
    private static final int BEFORE_THE_API = Priorities.USER - 100;

    private final Screens screens;
    private final Guard guard;
    private final Problems api = new Problems();

    ProblemPages(Screens screens, Guard guard) {
        this.screens = screens;
        this.guard = guard;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_API)
    public Response of(Problem problem, ContainerRequestContext request) {
        if (!Guard.isOurs(request.getUriInfo().getPath(), null)) {
            return api.of(problem);
        }
        boolean page = isPage(request);
        if (page) {
            guard.recognise(request);
        }
        boolean nothingThere = problem.category() == Problem.Category.NOT_FOUND
                && problem.phrase().isEmpty();
        String sentence = nothingThere ? sentence(404) : Said.of(screens.words(), problem);
        Response plain = api.of(problem, sentence);
        return page ? page(plain, sentence) : plain;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_API)
    public Response of(WebApplicationException wrong, ContainerRequestContext request) {
        Response plain = api.of(wrong);
        if (!isPage(request)) {
            return plain;
        }
        guard.recognise(request);
        return page(plain, sentence(plain.getStatus()));
    }

    @ServerExceptionMapper(priority = BEFORE_THE_API)
    public Response of(RuntimeException failure, ContainerRequestContext request) {
        if (!isPage(request)) {
            return api.of(failure);
        }
        LOG.error("a screen failed", failure);
        return page(Response.status(500).build(), sentence(500));
    }

    private static boolean isPage(ContainerRequestContext request) {
        return Guard.isOurs(request.getUriInfo().getPath(), null) && Asked.wantsPage(request::getHeaderString);
    }

    private String sentence(int status) {
        Words words = screens.words();
        return switch (status) {
            case 404 -> words.say("problem.404");
            case 405 -> words.say("problem.405");
            case 413 -> words.say("problem.413");
            case 500 -> words.say("problem.500");
            default -> words.say("problem.any", Integer.toString(status));
        };
    }

    @SuppressWarnings("NullAway") // the generated class takes null for "no interceptor"
    private static void problem(HtmlTemplateOutput out, Shell shell, int status, String sentence) {
        JteproblemGenerated.render(out, null, shell, status, sentence);
    }

    private Response page(Response plain, String sentence) {
        Shell shell = shell();
        var answer = Response.fromResponse(
                screens.show(plain.getStatus(), shell, out -> problem(out, shell, plain.getStatus(), sentence)));
        Object retry = plain.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        Object allowed = plain.getHeaders().getFirst(HttpHeaders.ALLOW);
        if (retry != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retry);
        }
        if (allowed != null) {
            answer.header(HttpHeaders.ALLOW, allowed);
        }
        return answer.build();
    }

    private Shell shell() {
        try {
            return screens.shell("problem.title", null);
        } catch (RuntimeException unread) {
            LOG.warn("a page that says what is wrong has no menu", unread);
            return screens.bareShell("problem.title");
        }
    }
}
