package press.rotative.newsroom.manage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;

/// Leads on to the first list that somebody may manage.
@Path(ManageResource.PATH)
@RunOnVirtualThread
class ManageResource {
    static final String PATH = "/newsroom/manage";

    private final Screens screens;

    ManageResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs({
        Power.MANAGE_SECTIONS,
        Power.ARRANGE_MENUS,
        Power.MANAGE_PAGES,
        Power.MANAGE_LOOK,
        Power.MANAGE_CONCEPTS,
        Power.MANAGE_AUTHORS,
        Power.MANAGE_EDITIONS
    })
    public Response first() {
        return screens.to(Tab.of(screens.actor()).getFirst().path());
    }
}
