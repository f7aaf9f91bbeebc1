package press.rotative.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import press.rotative.platform.Problem;

/// Everything that goes wrong, as RFC 9457 JSON. The newsroom answers its own problems, and asks here for scripts.
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response of(Problem problem) {
        return of(problem, problem.sentence());
    }

    /// @param sentence of the problem in the language of whoever asks
    public Response of(Problem problem, String sentence) {
        var answer = answer(problem.category().status(), sentence, List.of());
        if (problem.category() == Problem.Category.UNAUTHENTICATED) {
            return Response.fromResponse(answer.response())
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"rotative\"")
                    .build();
        }
        if (problem.category() == Problem.Category.OVERLOADED || problem.category() == Problem.Category.TOO_MANY) {
            return Response.fromResponse(answer.response())
                    .header(HttpHeaders.RETRY_AFTER, 5)
                    .build();
        }
        return answer.response();
    }

    @ServerExceptionMapper
    public Response of(WebApplicationException wrong) {
        Response told = wrong.getResponse();
        var answer = Response.fromResponse(
                answer(told.getStatus(), sentence(told.getStatus()), List.of()).response());
        Object allowed = told.getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allowed != null) {
            answer.header(HttpHeaders.ALLOW, allowed);
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response of(RuntimeException failure) {
        LOG.error("a request of the API failed", failure);
        return answer(500, sentence(500), List.of()).response();
    }

    /// @param reasons what to mend, one sentence each; empty: `detail` says it all
    static Answer answer(int status, String sentence, List<String> reasons) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", sentence);
        if (!reasons.isEmpty()) {
            problem.put("reasons", reasons);
        }
        return Answer.of(status, null, problem);
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        if (known != null) {
            return known.getReasonPhrase();
        }
        return switch (status) {
            case 422 -> "Unprocessable Content";
            case 507 -> "Insufficient Storage";
            default -> "Problem";
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address. The addresses are listed in /api/openapi.json.";
            case 405 -> "This address does not know this method. The header Allow says which it knows.";
            case 406 -> "The API answers in JSON. Send 'Accept: application/json'.";
            case 413 -> Door.tooLarge().sentence();
            case 415 -> "The API reads JSON. Send 'Content-Type: application/json'.";
            case 500 -> "The server failed at this request. The operator finds the cause in the log.";
            default -> "The request cannot be answered (status " + status + ").";
        };
    }
}
