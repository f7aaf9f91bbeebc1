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
import press.rotative.story.Editions;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.Fronts;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.acts.ArrangeFront;

/// The front of an edition, and what stands above the list of a section: blocks in order with the stories picked for
/// them.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class FrontResource {
    private static final String OF_EDITION = "editions/{code: [a-z][a-z0-9-]{1,19}}/front";
    private static final String OF_SECTION = "sections/{id: [1-9][0-9]{0,17}}/front";

    private final Door door;

    FrontResource(Door door) {
        this.door = door;
    }

    /// @param automatic true: nobody arranged it, the blocks are filled as it is usual; of a section: nothing stands
    ///     above its list
    /// @param blocks empty while automatic
    record FrontView(String self, int version, boolean automatic, List<FrontBlock> blocks) {}

    /// A front and the address of what it is of.
    private record Front(FrontPlace place, String address) {}

    private interface Asked {
        Front in(DSLContext sql);
    }

    private static Asked ofEdition(String code) {
        return sql -> new Front(
                FrontPlace.of(EditionsResource.edition(new Editions(sql), code).id()), "editions/" + code);
    }

    private static Asked ofSection(long id) {
        return sql -> new Front(FrontPlace.of(new Sections(sql).get(new SectionId(id))), "sections/" + id);
    }

    @GET
    @Path(OF_EDITION)
    @Operation(summary = "The front of an edition as it was arranged")
    public Response front(@Context HttpHeaders headers, @PathParam("code") String code) {
        return read(headers, ofEdition(code));
    }

    @PUT
    @Path(OF_EDITION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Arrange the front: ordered blocks with picked stories")
    public Response arrange(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = FrontPlan.class))) InputStream body) {
        return arrange(headers, ofEdition(code), body);
    }

    @DELETE
    @Path(OF_EDITION)
    @Operation(summary = "Give the front back to automatic filling")
    public Response release(@Context HttpHeaders headers, @PathParam("code") String code) {
        return release(headers, ofEdition(code));
    }

    @GET
    @Path(OF_SECTION)
    @Operation(summary = "What stands above the list of a section, as it was arranged")
    public Response frontOfSection(@Context HttpHeaders headers, @PathParam("id") long id) {
        return read(headers, ofSection(id));
    }

    @PUT
    @Path(OF_SECTION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Arrange what stands above the list of a section")
    public Response arrangeSection(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = FrontPlan.class))) InputStream body) {
        return arrange(headers, ofSection(id), body);
    }

    @DELETE
    @Path(OF_SECTION)
    @Operation(summary = "Take away what stands above the list of a section")
    public Response releaseSection(@Context HttpHeaders headers, @PathParam("id") long id) {
        return release(headers, ofSection(id));
    }

    private Response read(HttpHeaders headers, Asked asked) {
        return door.read(headers, sql -> answer(sql, asked.in(sql)));
    }

    private Response arrange(HttpHeaders headers, Asked asked, InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Front front = asked.in(transaction.sql());
            FrontPlan plan = Json.read(bytes, FrontPlan.class);
            return arranged(actor, transaction, front, seen, plan);
        });
    }

    private Response release(HttpHeaders headers, Asked asked) {
        var seen = Precondition.of(headers);
        return door.change(
                headers, (actor, transaction) -> arranged(actor, transaction, asked.in(transaction.sql()), seen, null));
    }

    private static Answer arranged(
            Actor actor, Transaction transaction, Front front, Precondition seen, @Nullable FrontPlan plan) {
        seen.check("" + new Fronts(transaction.sql()).locked(front.place()).version(), "The front");
        new ArrangeFront(actor, front.place(), null, plan).perform(transaction);
        return answer(transaction.sql(), front);
    }

    private static Answer answer(DSLContext sql, Front front) {
        Fronts.Arranged arranged = new Fronts(sql).of(front.place());
        FrontPlan plan = arranged.plan();
        return Answer.ok(
                "" + arranged.version(),
                new FrontView(
                        "/api/v1/" + front.address() + "/front",
                        arranged.version(),
                        plan == null,
                        plan == null ? List.of() : plan.blocks()));
    }
}
