package press.rotative.newsroom.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import press.rotative.language.Words;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;

/// The desk. Its address says what it shows: it can be kept and passed on.
@Path("/newsroom/desk")
@RunOnVirtualThread
class DeskResource {
    private final Screens screens;

    DeskResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.READ_STORIES)
    public Response desk(@Context UriInfo asked) {
        DeskQuery query = DeskQuery.of(Asked.parameters(asked));
        Shell shell = screens.shell("desk.title", NavItem.DESK).withScripts(Screens.asset("desk.js"));
        Words words = shell.words();
        Shell keyed = shell.withKeys(
                new Shell.Key("J K", words.say("desk.key.move")),
                new Shell.Key("H L", words.say("desk.key.column")),
                new Shell.Key("Enter", words.say("desk.key.open")),
                new Shell.Key("P", words.say("story.preview")),
                new Shell.Key("N", words.say("story.new")),
                new Shell.Key("X", words.say("desk.key.pick")),
                new Shell.Key("F", words.say("desk.key.filter")),
                new Shell.Key("/", words.say("search.key")));
        DeskPage page = screens.read(sql -> new DeskMaker(sql, keyed, screens.actor(), screens.now(), query).page());
        return screens.show(keyed, Templates.desk(page));
    }
}
