package press.rotative.newsroom.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.search.StaffSearch;

/// The search over every story, drafts included. Its address says what it shows: it can be kept and passed on.
@Path("/newsroom/search")
@RunOnVirtualThread
class SearchResource {
    private final Screens screens;
    private final StaffSearch search;

    SearchResource(Screens screens, StaffSearch search) {
        this.screens = screens;
        this.search = search;
    }

    @GET
    @Needs(Power.READ_STORIES)
    public Response search(@Context UriInfo asked) {
        SearchQuery query = SearchQuery.of(Asked.parameters(asked));
        Shell shell = screens.shell("search.title", NavItem.SEARCH).withScripts(Screens.asset("desk.js"));
        Shell keyed = shell.withKeys(
                new Shell.Key("J K", shell.say("desk.key.move")),
                new Shell.Key("Enter", shell.say("desk.key.open")),
                new Shell.Key("/", shell.say("search.key")));
        SearchPage page =
                screens.read(sql -> new SearchMaker(sql, search, keyed, screens.actor(), screens.now(), query).page());
        return screens.show(query.good() ? 200 : 422, keyed, Templates.search(page));
    }
}
