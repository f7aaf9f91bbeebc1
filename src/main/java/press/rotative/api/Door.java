package press.rotative.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Bodies;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Acts;

/// The way every request of the API goes: who asks, what may be read, which act is performed once.
@Singleton
class Door {
    private static final String SCHEME = "bearer ";

    private final Database database;
    private final Acts acts;

    Door(Database database, Acts acts) {
        this.database = database;
        this.acts = acts;
    }

    /// What a change does inside its transaction.
    @FunctionalInterface
    interface Change {
        Answer perform(Actor actor, Transaction transaction);
    }

    /// Who asks, by the bearer key (RFC 6750).
    ///
    /// @throws Problem UNAUTHENTICATED without a key that is known
    Actor actor(HttpHeaders headers) {
        return visitor(headers)
                .orElseThrow(() -> new Problem(
                        Problem.Category.UNAUTHENTICATED,
                        "Send the header 'Authorization: Bearer rot_...' with a key that is valid. "
                                + "An administrator makes one at Keys in the newsroom, the operator with: rotative key create "
                                + "--role ROLE."));
    }

    /// Who asks; empty for nobody known.
    Optional<Actor> visitor(HttpHeaders headers) {
        String said = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (said == null || said.length() > 200 || !said.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String secret = said.substring(SCHEME.length()).strip();
        return database.read(sql -> new ApiKeys(sql).actorWith(secret));
    }

    /// Answers from one snapshot for somebody who may read stories, what all editions share.
    Response read(HttpHeaders headers, Function<DSLContext, Answer> query) {
        return read(headers, (actor, sql) -> query.apply(sql));
    }

    /// Answers from one snapshot for somebody who may read stories; which ones, the query looks after.
    Response read(HttpHeaders headers, BiFunction<Actor, DSLContext, Answer> query) {
        Actor actor = actor(headers);
        Policy.requireSomewhere(actor, Power.READ_STORIES);
        return database.read(sql -> query.apply(actor, sql)).response();
    }

    /// Asks whether somebody may do something, before work that stands outside of acts.
    ///
    /// @throws Problem what the question throws
    void ask(HttpHeaders headers, BiConsumer<Actor, DSLContext> question) {
        Actor actor = actor(headers);
        database.read(sql -> {
            question.accept(actor, sql);
            return actor;
        });
    }

    /// Answers one page of a list that is ordered by number.
    ///
    /// @param after the number at which the last page ended, or 0
    /// @param limit how many at most
    <V extends Page.Numbered> Response list(HttpHeaders headers, long after, int limit, Page.Query<V> query) {
        long from = Limits.from(after, "after");
        int most = Limits.checked(limit);
        return read(headers, sql -> Answer.ok(null, Page.of(query.read(sql, from, most), most)));
    }

    /// Performs a change that can be repeated without harm (PUT, DELETE).
    Response change(HttpHeaders headers, Change change) {
        Actor actor = actor(headers);
        return acts.perform(transaction -> change.perform(actor, transaction))
                .value()
                .response();
    }

    /// Performs a change once for each idempotency key (POST).
    ///
    /// @param route method and path
    Response once(HttpHeaders headers, String route, byte[] body, Change change) {
        Actor actor = actor(headers);
        var key = Idempotency.of(headers.getHeaderString(Idempotency.HEADER), actor, route, body);
        return acts.perform(transaction -> key.<Answer>map(
                                each -> each.once(transaction, () -> change.perform(actor, transaction)))
                        .orElseGet(() -> change.perform(actor, transaction)))
                .value()
                .response();
    }

    /// The whole body.
    ///
    /// @throws Problem TOO_LARGE beyond [Bodies#LARGEST]
    static byte[] bytes(@Nullable InputStream body) {
        return Bodies.whole(body, Door::tooLarge);
    }

    static Problem tooLarge() {
        return new Problem(Problem.Category.TOO_LARGE, "The body of a request has at most 2 MB. Send less at once.");
    }
}
