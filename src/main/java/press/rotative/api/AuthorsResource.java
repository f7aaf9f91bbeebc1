package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.RenameAuthor;

/// The people who sign.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class AuthorsResource {
    private final Door door;

    AuthorsResource(Door door) {
        this.door = door;
    }

    record View(
            String self,
            long id,
            int version,
            String name,
            String slug,
            @Nullable String note) implements Page.Numbered {
        static View of(Author author) {
            long id = author.id().value();
            return new View("/api/v1/authors/" + id, id, author.version(), author.name(), author.slug(), author.note());
        }
    }

    /// @param note who this is, for the public
    record AuthorText(String name, @Nullable String note) {}

    @GET
    @Path("authors")
    @Operation(summary = "List, by number")
    public Response list(
            @Context HttpHeaders headers,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return door.list(headers, after, limit, (sql, from, most) -> new Authors(sql)
                .after(from, most).stream().map(View::of).toList());
    }

    @POST
    @Path("authors")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add somebody who signs")
    public Response create(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = AuthorText.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /authors", bytes, (actor, transaction) -> {
            var wish = Json.read(bytes, AuthorText.class);
            return Answer.created("1", View.of(new CreateAuthor(actor, wish.name(), wish.note()).perform(transaction)));
        });
    }

    @GET
    @Path("authors/{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "Read one")
    public Response read(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.read(headers, sql -> {
            View view = View.of(new Authors(sql).get(new AuthorId(id)));
            return Answer.ok("" + view.version(), view);
        });
    }

    @PUT
    @Path("authors/{id: [1-9][0-9]{0,17}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the name or the note, on every story at once")
    public Response change(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AuthorText.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            var before = new Authors(transaction.sql()).get(new AuthorId(id));
            seen.check("" + before.version(), "The author");
            var wish = Json.read(bytes, AuthorText.class);
            View after = View.of(new RenameAuthor(actor, before.id(), before.version(), wish.name(), wish.note())
                    .perform(transaction));
            return Answer.ok("" + after.version(), after);
        });
    }
}
