package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;

/// All texts that a story had, page by page; its screen shows the newest.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class PastResource {
    private final PastPages pages;

    PastResource(Screens screens, ReceiptMaker receipts) {
        this.pages = new PastPages(screens, receipts);
    }

    @GET
    @Path("versions")
    @Needs(Power.READ_STORIES)
    public Response versions(@PathParam("id") long id, @QueryParam("before") @DefaultValue("") String before) {
        return pages.versions(id, before);
    }

    @GET
    @Path("kept")
    @Needs(Power.READ_STORIES)
    public Response kept(@PathParam("id") long id, @QueryParam("before") @DefaultValue("") String before) {
        return pages.kept(id, before);
    }
}
