package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;
import press.rotative.story.house.AlertBand;
import press.rotative.story.house.AlertBands;
import press.rotative.story.house.SetAlert;
import press.rotative.story.house.TakeAlertDown;

/// The alert of an edition: the line over all its pages that tells what is urgent, until an instant.
@Path("/api/v1/editions/{code: [a-z][a-z0-9-]{1,19}}/alert")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class AlertsResource {
    private final Door door;

    AlertsResource(Door door) {
        this.door = door;
    }

    /// @param story number of the story that it leads to
    /// @param text null, and all that follows: there is none
    record AlertView(
            String self,
            int version,
            @Nullable String text,
            @Nullable Long story,
            @Nullable String since,
            @Nullable String until) {}

    /// @param story number of a public story of the edition that it leads to; null: nowhere
    /// @param until instant (ISO 8601) at which it goes by itself, at most seven days from now
    record AlertWish(
            @Nullable String text,
            @Nullable Long story,
            @Nullable String until) {}

    @GET
    @Operation(summary = "The alert over the pages of an edition")
    public Response alert(@Context HttpHeaders headers, @PathParam("code") String code) {
        return door.read(headers, sql -> answer(sql, EditionsResource.edition(new Editions(sql), code)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set the alert of an edition, in place of one that stands there")
    public Response set(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = AlertWish.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Edition edition = checked(transaction, code, seen);
            AlertWish wish = Json.read(bytes, AlertWish.class);
            Instant until = Instants.read(wish.until(), "until");
            if (until == null) {
                throw Problem.invalid("Say until when the alert stands: 'until' is a date and time, at most seven days "
                        + "from now.");
            }
            new SetAlert(
                            actor,
                            edition.id(),
                            null,
                            wish.text(),
                            wish.story() == null ? null : new StoryId(wish.story()),
                            until)
                    .perform(transaction);
            return answer(transaction.sql(), edition);
        });
    }

    @DELETE
    @Operation(summary = "Take the alert of an edition down")
    public Response takeDown(@Context HttpHeaders headers, @PathParam("code") String code) {
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Edition edition = checked(transaction, code, seen);
            new TakeAlertDown(actor, edition.id(), null).perform(transaction);
            return answer(transaction.sql(), edition);
        });
    }

    private static Edition checked(Transaction transaction, String code, Precondition seen) {
        Edition edition = EditionsResource.edition(new Editions(transaction.sql()), code);
        seen.check("" + new AlertBands(transaction.sql()).locked(edition.id()).version(), "The alert");
        return edition;
    }

    private static Answer answer(DSLContext sql, Edition edition) {
        AlertBands.Standing standing = new AlertBands(sql).of(edition.id());
        AlertBand band = standing.band();
        StoryId story = band == null ? null : band.story();
        return Answer.ok(
                "" + standing.version(),
                new AlertView(
                        "/api/v1/editions/" + edition.code() + "/alert",
                        standing.version(),
                        band == null ? null : band.text(),
                        story == null ? null : story.value(),
                        band == null ? null : band.since().toString(),
                        band == null ? null : band.until().toString()));
    }
}
