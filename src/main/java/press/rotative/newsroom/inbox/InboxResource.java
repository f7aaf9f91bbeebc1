package press.rotative.newsroom.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;

/// The list of what waits, and how captured pages come in from the screen. Its address says what it shows.
@Path("/newsroom/inbox")
@RunOnVirtualThread
class InboxResource {
    private final Screens screens;
    private final InboxScreen screen;
    private final CaptureUploads uploads;

    InboxResource(Screens screens, InboxScreen screen, CaptureUploads uploads) {
        this.screens = screens;
        this.screen = screen;
        this.uploads = uploads;
    }

    @GET
    @Needs(Power.READ_STORIES)
    public Response list(@Context UriInfo asked) {
        return screen.show(200, InboxQuery.of(Asked.parameters(asked)), List.of());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Needs(Power.IMPORT)
    public Response upload(@Context HttpHeaders headers, InputStream body) {
        CaptureUploads.Answer answer =
                uploads.take(screens.actor(), screens.words(), headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
        return screen.show(answer.status(), InboxQuery.of(Map.of()), answer.sent());
    }
}
