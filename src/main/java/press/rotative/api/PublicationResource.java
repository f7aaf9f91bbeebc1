package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.StoryId;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReschedulePublication;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.acts.UnschedulePublication;

/// When a story is public: now, at an instant, after an embargo, and until when.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class PublicationResource {
    private static final String PUBLICATION = "stories/{id: [1-9][0-9]{0,17}}/publication";
    private static final String EXPIRY = "stories/{id: [1-9][0-9]{0,17}}/expiry";

    private final Door door;

    PublicationResource(Door door) {
        this.door = door;
    }

    /// @param note public note of an update
    /// @param follows version of its original that a translation follows from now on; null: as the draft says
    /// @param at when it becomes public; null: now
    /// @param embargoedUntil nothing of it may be public before; then it is
    /// @param expires when the public may read it no longer; null: that stays as it is
    record Wish(
            @Nullable String note,
            @Nullable Integer follows,
            @Nullable String at,
            @Nullable String embargoedUntil,
            @Nullable String expires) {
        static Wish of(byte[] bytes) {
            return bytes.length == 0 ? new Wish(null, null, null, null, null) : Json.read(bytes, Wish.class);
        }

        Act<Outcome> by(Actor actor, StoryId story) {
            Instant scheduled = Instants.read(at, "at");
            Instant embargoed = Instants.read(embargoedUntil, "embargoedUntil");
            if (scheduled != null && embargoed != null) {
                throw Problem.invalid("Name either 'at' or 'embargoedUntil': a story under embargo becomes public when "
                        + "the embargo ends.");
            }
            if (follows != null && (scheduled != null || embargoed != null)) {
                throw Problem.invalid(
                        "'follows' goes with a publication at once. Say it of the draft first: PUT 'original'.");
            }
            if (embargoed != null) {
                return new EmbargoUntil(actor, story, null, embargoed);
            }
            return scheduled == null
                    ? new PublishStory(actor, story, null, note, false, follows)
                    : new SchedulePublication(actor, story, null, scheduled, note);
        }
    }

    @POST
    @Path(PUBLICATION)
    @Operation(summary = "Publish the draft (again: update), schedule it, or put it under embargo")
    public Response publish(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.once(headers, "POST /stories/" + id + "/publication", bytes, (actor, transaction) -> {
            var wish = Wish.of(bytes);
            var story = new StoryId(id);
            Instant expires = Instants.read(wish.expires(), "expires");
            StoryAnswers.checkDraft(seen, actor, transaction, id);
            Outcome outcome = wish.by(actor, story).perform(transaction);
            if (expires != null && !(outcome instanceof Outcome.Refused)) {
                new SetExpiry(actor, story, expires).perform(transaction);
            }
            return StoryAnswers.of(transaction, outcome);
        });
    }

    record Moved(@Nullable String at) {}

    @PUT
    @Path(PUBLICATION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give what is scheduled or under embargo another instant; its text stays as it was decided")
    public Response move(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Moved.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            Instant at = Instants.read(Json.read(bytes, Moved.class).at(), "at");
            if (at == null) {
                throw Problem.invalid("Say 'at' which instant.");
            }
            new ReschedulePublication(actor, new StoryId(id), at).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    @DELETE
    @Path(PUBLICATION)
    @Operation(summary = "Take a schedule or an embargo back")
    public Response unschedule(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.change(headers, (actor, transaction) -> {
            new UnschedulePublication(actor, new StoryId(id)).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    record Until(@Nullable String expires) {}

    @PUT
    @Path(EXPIRY)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say when the public may read a story no longer")
    public Response expire(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Until.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            Instant expires = Instants.read(Json.read(bytes, Until.class).expires(), "expires");
            if (expires == null) {
                throw Problem.invalid("Say when it 'expires'. DELETE takes an expiry away.");
            }
            new SetExpiry(actor, new StoryId(id), expires).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    @DELETE
    @Path(EXPIRY)
    @Operation(summary = "Take an expiry away")
    public Response keep(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.change(headers, (actor, transaction) -> {
            new SetExpiry(actor, new StoryId(id), null).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }
}
