package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.webhooks.AddWebhook;
import press.rotative.webhooks.ByHand;
import press.rotative.webhooks.ChangeWebhook;
import press.rotative.webhooks.Deliveries;
import press.rotative.webhooks.Delivery;
import press.rotative.webhooks.HookAddress;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookState;
import press.rotative.webhooks.HookWish;
import press.rotative.webhooks.PauseWebhook;
import press.rotative.webhooks.RemoveWebhook;
import press.rotative.webhooks.ResumeWebhook;
import press.rotative.webhooks.RotateSecret;
import press.rotative.webhooks.Webhook;
import press.rotative.webhooks.WebhookId;
import press.rotative.webhooks.Webhooks;

/// The webhooks, for keys of administrators. Answers with a secret are never kept, so a request that makes one is not
/// answered twice from memory.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class WebhooksResource {
    private static final String ONE = "webhooks/{id: [1-9][0-9]{0,17}}";

    private final Door door;
    private final ByHand byHand;
    private final HookAddress addresses;
    private final Seal seal;
    private final SecureRandom random;

    WebhooksResource(Door door, ByHand byHand, HookAddress addresses, Seal seal, SecureRandom random) {
        this.door = door;
        this.byHand = byHand;
        this.addresses = addresses;
        this.seal = seal;
        this.random = random;
    }

    /// @param state `active`, `paused`, `given-up`, `gone`
    /// @param delivered last number of the log that was delivered or does not concern it
    /// @param secret shown once
    record View(
            String self,
            long id,
            int version,
            String name,
            String address,
            List<String> events,
            List<String> editions,
            String state,
            long delivered,
            int attempts,
            @Nullable String failingSince,
            @Nullable String nextAttempt,
            @Nullable String oldSecretUntil,
            @Nullable String secret) {
        static View of(Webhook hook, @Nullable String secret) {
            long id = hook.id().value();
            boolean failing = hook.state() == HookState.ACTIVE && hook.failingSince() != null;
            return new View(
                    "/api/v1/webhooks/" + id,
                    id,
                    hook.version(),
                    hook.name(),
                    hook.address(),
                    hook.events().stream().map(HookEvent::label).sorted().toList(),
                    hook.editions().stream().sorted().toList(),
                    hook.state().label(),
                    hook.delivered(),
                    hook.attempts(),
                    failing ? String.valueOf(hook.failingSince()) : null,
                    failing ? hook.nextAt().toString() : null,
                    hook.oldSecretUntil() == null ? null : hook.oldSecretUntil().toString(),
                    secret);
        }
    }

    record Views(List<View> items) {}

    /// @param number of the log; absent: a test
    /// @param cause `log`, `again`, `test`
    /// @param failure why there was no answer
    record DeliveryView(
            long id,
            @Nullable Long number,
            String message,
            String event,
            String cause,
            String at,
            int attempt,
            long millis,
            boolean arrived,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable String failure) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.number(),
                    delivery.message(),
                    delivery.event(),
                    delivery.cause().name().toLowerCase(Locale.ROOT),
                    delivery.at().toString(),
                    delivery.attempt(),
                    delivery.millis(),
                    delivery.arrived(),
                    delivery.status(),
                    delivery.answer(),
                    delivery.failure());
        }
    }

    record DeliveryViews(List<DeliveryView> items) {}

    /// @param events labels; absent: all
    /// @param editions codes; absent or empty: all
    record Wish(
            String name,
            String address,
            @Nullable List<String> events,
            @Nullable List<String> editions) {}

    private HookWish wish(byte[] body) {
        Wish wish = Json.read(body, Wish.class);
        if (wish.editions() != null && wish.editions().contains(null)) {
            throw Problem.invalid("'editions' holds codes of editions, such as \"fr\".")
                    .as("problem.webhook.edition");
        }
        return new HookWish(
                wish.name() == null ? "" : wish.name(),
                addresses.checked(wish.address() == null ? "" : wish.address()).toString(),
                wish.events() == null ? Set.copyOf(Arrays.asList(HookEvent.values())) : HookWish.events(wish.events()),
                wish.editions() == null ? Set.of() : Set.copyOf(wish.editions()));
    }

    private interface Query {
        Answer read(DSLContext sql);
    }

    private Response read(HttpHeaders headers, Query query) {
        return door.read(headers, (actor, sql) -> {
            Policy.require(actor, Power.MANAGE_WEBHOOKS);
            return query.read(sql);
        });
    }

    @GET
    @Path("webhooks")
    @Operation(summary = "List, by number")
    public Response list(@Context HttpHeaders headers) {
        return read(
                headers,
                sql -> Answer.ok(
                        null,
                        new Views(new Webhooks(sql)
                                .all().stream().map(hook -> View.of(hook, null)).toList())));
    }

    @POST
    @Path("webhooks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add one; its secret is in this answer and in no other")
    public Response add(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            Policy.require(actor, Power.MANAGE_WEBHOOKS);
            var added = new AddWebhook(actor, wish(bytes), null, seal, random).perform(transaction);
            return Answer.created("" + added.webhook().version(), View.of(added.webhook(), added.secret()));
        });
    }

    @GET
    @Path(ONE)
    @Operation(summary = "Read one")
    public Response one(@Context HttpHeaders headers, @PathParam("id") long id) {
        return read(headers, sql -> {
            Webhook hook = new Webhooks(sql).get(new WebhookId(id));
            return Answer.ok("" + hook.version(), View.of(hook, null));
        });
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change name, address, events and editions")
    public Response change(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Policy.require(actor, Power.MANAGE_WEBHOOKS);
            Webhook before = new Webhooks(transaction.sql()).get(new WebhookId(id));
            seen.check("" + before.version(), "The webhook");
            Webhook after = new ChangeWebhook(actor, before.id(), before.version(), wish(bytes)).perform(transaction);
            return Answer.ok("" + after.version(), View.of(after, null));
        });
    }

    @DELETE
    @Path(ONE)
    @Operation(summary = "Remove for good")
    public Response remove(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.change(headers, (actor, transaction) -> {
            Webhook before = known(actor, transaction.sql(), id);
            new RemoveWebhook(actor, before.id()).perform(transaction);
            return Answer.ok(null, View.of(before, null));
        });
    }

    private static Webhook known(Actor actor, DSLContext sql, long id) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        return new Webhooks(sql).get(new WebhookId(id));
    }

    @PUT
    @Path(ONE + "/pause")
    @Operation(summary = "Send nothing until it is resumed")
    public Response pause(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.change(
                headers,
                (actor, transaction) -> Answer.ok(
                        null, View.of(new PauseWebhook(actor, new WebhookId(id)).perform(transaction), null)));
    }

    @DELETE
    @Path(ONE + "/pause")
    @Operation(summary = "Resume one that is paused, given up or gone, with what waits or without it")
    public Response resume(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @QueryParam("skip") @DefaultValue("false") boolean skip) {
        return door.change(
                headers,
                (actor, transaction) -> Answer.ok(
                        null, View.of(new ResumeWebhook(actor, new WebhookId(id), skip).perform(transaction), null)));
    }

    @POST
    @Path(ONE + "/secret")
    @Operation(summary = "Make a new secret; it is in this answer and in no other, and the old one signs for a day too")
    public Response rotate(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.change(headers, (actor, transaction) -> {
            String secret = new RotateSecret(actor, new WebhookId(id), seal, random).perform(transaction);
            return Answer.ok(null, View.of(known(actor, transaction.sql(), id), secret));
        });
    }

    @GET
    @Path(ONE + "/deliveries")
    @Operation(summary = "The last requests to it, newest first")
    public Response deliveries(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Limits.checked(limit);
        return read(headers, sql -> {
            WebhookId hook = new Webhooks(sql).get(new WebhookId(id)).id();
            return Answer.ok(
                    null,
                    new DeliveryViews(new Deliveries(sql)
                            .of(hook, most).stream().map(DeliveryView::of).toList()));
        });
    }

    @POST
    @Path(ONE + "/tests")
    @Operation(summary = "Send a message of the type 'test' and wait for what comes of it")
    public Response test(@Context HttpHeaders headers, @PathParam("id") long id) {
        return Answer.ok(null, DeliveryView.of(byHand.test(door.actor(headers), new WebhookId(id))))
                .response();
    }

    @POST
    @Path(ONE + "/deliveries/{delivery: [1-9][0-9]{0,17}}/again")
    @Operation(summary = "Send one once more, with the story as it stands now")
    public Response again(
            @Context HttpHeaders headers, @PathParam("id") long id, @PathParam("delivery") long delivery) {
        return Answer.ok(null, DeliveryView.of(byHand.again(door.actor(headers), new WebhookId(id), delivery)))
                .response();
    }
}
