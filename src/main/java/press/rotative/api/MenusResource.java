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
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.house.ArrangeMenu;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuEntry;
import press.rotative.story.house.MenuPlace;
import press.rotative.story.house.Menus;

/// The menus of an edition: `main` below its name, and `foot`.
@Path("/api/v1/editions/{code: [a-z][a-z0-9-]{1,19}}/menus/{place: [a-z]+}")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class MenusResource {
    private final Door door;

    MenusResource(Door door) {
        this.door = door;
    }

    /// @param automatic true: nobody arranged it, it fills itself
    /// @param entries empty while automatic
    record MenuView(String self, int version, boolean automatic, List<MenuEntry> entries) {}

    @GET
    @Operation(summary = "A menu of an edition as it was arranged")
    public Response menu(
            @Context HttpHeaders headers, @PathParam("code") String code, @PathParam("place") String place) {
        return door.read(headers, sql -> answer(sql, EditionsResource.edition(new Editions(sql), code), place(place)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Arrange a menu: lines in order that lead to sections, concepts, pages and other sites")
    public Response arrange(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @PathParam("place") String place,
            @RequestBody(content = @Content(schema = @Schema(implementation = Menu.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Edition edition = EditionsResource.edition(new Editions(transaction.sql()), code);
            return arranged(actor, transaction, edition, place(place), seen, Json.read(bytes, Menu.class));
        });
    }

    @DELETE
    @Operation(summary = "Let a menu fill itself again")
    public Response release(
            @Context HttpHeaders headers, @PathParam("code") String code, @PathParam("place") String place) {
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Edition edition = EditionsResource.edition(new Editions(transaction.sql()), code);
            return arranged(actor, transaction, edition, place(place), seen, null);
        });
    }

    private static MenuPlace place(String label) {
        return MenuPlace.labelled(label)
                .orElseThrow(() -> Problem.notFound("There is no menu '" + label + "'; there are main and foot."));
    }

    private static Answer arranged(
            Actor actor,
            Transaction transaction,
            Edition edition,
            MenuPlace place,
            Precondition seen,
            @Nullable Menu menu) {
        seen.check("" + new Menus(transaction.sql()).locked(edition.id(), place).version(), "The menu");
        new ArrangeMenu(actor, edition.id(), place, null, menu).perform(transaction);
        return answer(transaction.sql(), edition, place);
    }

    private static Answer answer(DSLContext sql, Edition edition, MenuPlace place) {
        Menus.Arranged arranged = new Menus(sql).of(edition.id(), place);
        Menu menu = arranged.menu();
        return Answer.ok(
                "" + arranged.version(),
                new MenuView(
                        "/api/v1/editions/" + edition.code() + "/menus/" + place.label(),
                        arranged.version(),
                        menu == null,
                        menu == null ? List.of() : menu.entries()));
    }
}
