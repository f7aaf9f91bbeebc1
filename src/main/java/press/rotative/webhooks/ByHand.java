package press.rotative.webhooks;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.platform.Secrets;
import press.rotative.publication.Acts;

/// What somebody sends to a webhook out of turn: to try it out, or once more. Its turn in the log does not move, and
/// whoever asks waits for what comes of it.
public final class ByHand {
    private final Database database;
    private final Acts acts;
    private final Clock clock;
    private final SecureRandom random;
    private final Supplier<URI> home;
    private final Post post;

    ByHand(Database database, Acts acts, Clock clock, SecureRandom random, Supplier<URI> home, Post post) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
        this.random = random;
        this.home = home;
        this.post = post;
    }

    /// Sends a message of the type `test`, whatever state the webhook is in.
    ///
    /// @throws Problem FORBIDDEN, NOT_FOUND
    public Delivery test(Actor actor, WebhookId id) {
        Webhook hook = asked(actor, id);
        Message message = Messages.test("test_" + Secrets.next(random), clock.instant(), hook);
        return keep(actor, post.send(hook, null, message, Delivery.Cause.TEST, 0));
    }

    /// Sends what was delivered, or not, once more: the event of then, the story as it stands now.
    ///
    /// @param delivery its number
    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT where nothing is left to tell
    public Delivery again(Actor actor, WebhookId id, long delivery) {
        Webhook hook = asked(actor, id);
        Delivery before = database.read(sql -> new Deliveries(sql).find(id, delivery))
                .orElseThrow(() -> Problem.notFound("There is no delivery " + delivery + " of this webhook.")
                        .as("problem.webhook.delivery"));
        Long of = before.number();
        if (of == null) {
            return test(actor, id);
        }
        Message message = database.read(sql -> new Messages(sql, home.get()).again(of))
                .orElseThrow(() -> Problem.conflict("Nothing is left of this that could be told.")
                        .as("problem.webhook.delivery"));
        return keep(actor, post.send(hook, of, message, Delivery.Cause.AGAIN, 0));
    }

    private Webhook asked(Actor actor, WebhookId id) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        return database.read(sql -> new Webhooks(sql).get(id));
    }

    private Delivery keep(Actor actor, Post.Sent sent) {
        return acts.perform(transaction -> {
                    Webhook hook = new Webhooks(transaction.sql())
                            .locked(sent.delivery().webhook());
                    StaffLog.append(transaction, actor, "webhook-sent", hook.subject(), null);
                    return Deliveries.add(transaction, sent.delivery());
                })
                .value();
    }
}
