package press.rotative.newsroom.media;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.api.Json;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;

/// What the editor of a story asks to let somebody pick a picture: the shelves, and one picture, as JSON. The shelves
/// take the parameters of the library (`words`, `rights`, `lack`, `before`).
@Path("/newsroom/picture-picker")
@RunOnVirtualThread
class PickerResource {
    private static final String PATH = "/newsroom/picture-picker";
    private static final int AT_ONCE = 24;

    private final Screens screens;

    PickerResource(Screens screens) {
        this.screens = screens;
    }

    /// @param next address of the next ones; null: these are the last
    record Picked(List<PickedPicture> pictures, @Nullable String next) {}

    @GET
    @Needs(Power.READ_STORIES)
    public Response pictures(@Context UriInfo asked) {
        LibraryQuery query = LibraryQuery.of(Asked.parameters(asked));
        Shelf shelf = screens.read(sql -> Shelf.of(sql, query, screens.now(), AT_ONCE));
        Shell shell = screens.shell("media.title", null);
        return json(new Picked(
                shelf.pictures().stream()
                        .map(each -> told(screens, shell, each))
                        .toList(),
                shelf.next() == null ? null : query.page(shelf.next()).replace(LibraryQuery.PATH, PATH)));
    }

    @GET
    @Path("{id: [1-9][0-9]{0,14}}")
    @Needs(Power.READ_STORIES)
    public Response picture(@PathParam("id") long id) {
        return told(screens, screens.read(sql -> new Pictures(sql).get(new PictureId(id))));
    }

    static Response told(Screens screens, Picture picture) {
        return json(told(screens, screens.shell("media.title", null), picture));
    }

    private static PickedPicture told(Screens screens, Shell shell, Picture picture) {
        return PickedPicture.of(picture, shell.words(), shell.dates(), screens.actor(), screens.now());
    }

    private static Response json(Object value) {
        return Response.ok(Json.write(value), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }
}
