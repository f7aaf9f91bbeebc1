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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CloseVersion;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.WithdrawStory;

/// What is done with a story. Each state change is a noun in the address.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class StoryActsResource {
    private static final String STORY = "stories/{id: [1-9][0-9]{0,17}}/";

    private final Door door;

    StoryActsResource(Door door) {
        this.door = door;
    }

    /// @param follows version of its original that a translation follows from now on; null: as the text says
    record Note(@Nullable String note, @Nullable Integer follows) {}

    @POST
    @Path(STORY + "correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Publish a correction with a public note")
    public Response correct(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Note.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.once(headers, "POST /stories/" + id + "/correction", bytes, (actor, transaction) -> {
            Note wish = Json.read(bytes, Note.class);
            String note = wish.note() == null ? "" : wish.note();
            StoryAnswers.checkDraft(seen, actor, transaction, id);
            return StoryAnswers.of(
                    transaction,
                    new CorrectStory(actor, new StoryId(id), null, note, wish.follows()).perform(transaction));
        });
    }

    /// @param kind withhold or kill
    /// @param reason for the newsroom only
    /// @param notice what the public reads in place of a killed story
    /// @param titled the notice names the title
    record Withdrawal(
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String notice,
            boolean titled) {
        WithdrawStory.Kind act() {
            return switch (kind == null ? "" : kind) {
                case "withhold" -> WithdrawStory.Kind.WITHHOLD;
                case "kill" -> WithdrawStory.Kind.KILL;
                default -> throw Problem.invalid("Say which 'kind' of withdrawal: withhold or kill.");
            };
        }
    }

    @POST
    @Path(STORY + "withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withhold a story, or kill it for good")
    public Response withdraw(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Withdrawal.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /stories/" + id + "/withdrawal", bytes, (actor, transaction) -> {
            var wish = Json.read(bytes, Withdrawal.class);
            String reason = wish.reason() == null ? "" : wish.reason();
            new WithdrawStory(actor, new StoryId(id), wish.act(), reason, wish.notice(), wish.titled())
                    .perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    @DELETE
    @Path(STORY + "withdrawal")
    @Operation(summary = "Release a withheld story; a kill is final")
    public Response release(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.change(headers, (actor, transaction) -> {
            new ReleaseStory(actor, new StoryId(id)).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    record InSection(long section) {}

    @PUT
    @Path(STORY + "section")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move a story to another section of its edition")
    public Response move(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = InSection.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            long section = Json.read(bytes, InSection.class).section();
            if (section <= 0) {
                throw Problem.invalid("Name the 'section' by its number.");
            }
            new MoveStory(actor, new StoryId(id), new SectionId(section)).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    record WithSlug(@Nullable String slug) {}

    @PUT
    @Path(STORY + "slug")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the readable part of the address; old addresses redirect")
    public Response changeSlug(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = WithSlug.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            String slug = Json.read(bytes, WithSlug.class).slug();
            if (slug == null) {
                throw Problem.invalid("Say the new 'slug'.");
            }
            new ChangeSlug(actor, new StoryId(id), slug).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    record Destruction(@Nullable String reason) {}

    @DELETE
    @Path(STORY + "versions/{version: [1-9][0-9]{0,8}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Destroy the text of a version for good")
    public Response destroy(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @PathParam("version") int version,
            @RequestBody(content = @Content(schema = @Schema(implementation = Destruction.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            String reason = Json.read(bytes, Destruction.class).reason();
            new DestroyVersion(actor, new StoryId(id), version, reason == null ? "" : reason).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    record Closure(@Nullable String reason) {}

    @PUT
    @Path(STORY + "versions/{version: [1-9][0-9]{0,8}}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Close a version to public comparison")
    public Response close(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @PathParam("version") int version,
            @RequestBody(content = @Content(schema = @Schema(implementation = Closure.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            String reason = Json.read(bytes, Closure.class).reason();
            new CloseVersion(actor, new StoryId(id), version, true, reason).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }

    @DELETE
    @Path(STORY + "versions/{version: [1-9][0-9]{0,8}}/closure")
    @Operation(summary = "Open a version to public comparison again")
    public Response open(@Context HttpHeaders headers, @PathParam("id") long id, @PathParam("version") int version) {
        return door.change(headers, (actor, transaction) -> {
            new CloseVersion(actor, new StoryId(id), version, false, null).perform(transaction);
            return StoryAnswers.summary(transaction, id);
        });
    }
}
