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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlan;
import press.rotative.story.Fronts;
import press.rotative.story.acts.ArrangeFront;

/// The front of an edition: its blocks in order with the stories picked for them.
@Path("/api/v1/editions/{code: [a-z][a-z0-9-]{1,19}}/front")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class FrontResource {
    private final Door door;

    FrontResource(Door door) {
        this.door = door;
    }

    /// @param automatic true: nobody arranged it, the blocks are filled as it is usual
    /// @param blocks empty while automatic
    record FrontView(String self, int version, boolean automatic, List<FrontBlock> blocks) {
        static FrontView of(Edition edition, Fronts.Arranged arranged) {
            return new FrontView(
                    "/api/v1/editions/" + edition.code() + "/front",
                    arranged.version(),
                    arranged.plan() == null,
                    arranged.plan() == null ? List.of() : arranged.plan().blocks());
        }
    }

    @GET
    @Operation(summary = "The front of an edition as it was arranged")
    public Response front(@Context HttpHeaders headers, @PathParam("code") String code) {
        return door.read(headers, sql -> {
            Edition edition = EditionsResource.edition(new Editions(sql), code);
            return answer(sql, edition);
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Arrange the front: ordered blocks with picked stories")
    public Response arrange(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = FrontPlan.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Edition edition = EditionsResource.edition(new Editions(transaction.sql()), code);
            FrontPlan plan = Json.read(bytes, FrontPlan.class);
            return arranged(actor, transaction, edition, seen, plan);
        });
    }

    @DELETE
    @Operation(summary = "Give the front back to automatic filling")
    public Response release(@Context HttpHeaders headers, @PathParam("code") String code) {
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Edition edition = EditionsResource.edition(new Editions(transaction.sql()), code);
            return arranged(actor, transaction, edition, seen, null);
        });
    }

    private static Answer arranged(
            Actor actor, Transaction transaction, Edition edition, Precondition seen, @Nullable FrontPlan plan) {
        seen.check("" + new Fronts(transaction.sql()).locked(edition.id()).version(), "The front");
        new ArrangeFront(actor, edition.id(), null, plan).perform(transaction);
        return answer(transaction.sql(), edition);
    }

    private static Answer answer(DSLContext sql, Edition edition) {
        Fronts.Arranged arranged = new Fronts(sql).of(edition.id());
        return Answer.ok("" + arranged.version(), FrontView.of(edition, arranged));
    }
}
