package press.rotative.newsroom;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// `/newsroom`: on to the first screen of whoever is there.
@Path("/newsroom")
@RunOnVirtualThread
class HomeResource {
    private final Screens screens;

    HomeResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @SignedIn
    public Response home() {
        return screens.to(NavItem.first(screens.actor()).path());
    }
}
