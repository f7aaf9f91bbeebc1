package press.rotative.newsroom.media;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.rotative.api.Json;
import press.rotative.language.Words;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.people.Policy;
import press.rotative.people.Power;

/// The shelves of the library, and how files come in. Its address says what it shows.
@Path("/newsroom/pictures")
@RunOnVirtualThread
class LibraryResource {
    private static final int ON_A_PAGE = 48;
    private static final int SOME_REFUSED = 422;

    private final Screens screens;
    private final Uploads uploads;

    LibraryResource(Screens screens, Uploads uploads) {
        this.screens = screens;
        this.uploads = uploads;
    }

    @GET
    @Needs({Power.READ_STORIES, Power.UPLOAD_PICTURE})
    public Response library(@Context UriInfo asked) {
        return show(200, LibraryQuery.of(Asked.parameters(asked)), List.of());
    }

    /// A plain form sends all files at once and gets a page; the script sends each on its own and gets JSON.
    @POST
    @Consumes(MediaType.WILDCARD)
    @Needs(Power.UPLOAD_PICTURE)
    public Response upload(@Context HttpHeaders headers, InputStream body) {
        List<Sent> sent =
                uploads.take(screens.actor(), screens.words(), headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
        boolean refused = sent.stream().anyMatch(each -> each.outcome().equals("refused"));
        return Asked.byScript(headers)
                ? Response.status(refused ? SOME_REFUSED : 200)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(Json.write(sent))
                        .build()
                : show(refused ? SOME_REFUSED : 200, LibraryQuery.of(Map.of()), sent);
    }

    private Response show(int status, LibraryQuery query, List<Sent> sent) {
        Shell bare = screens.shell("media.title", NavItem.PICTURES)
                .withScripts(Screens.asset("desk.js"), Screens.asset("media.js"));
        Shell shell = bare.withKeys(
                new Shell.Key("J K", bare.say("desk.key.move")),
                new Shell.Key("Enter", bare.say("desk.key.open")),
                new Shell.Key("F", bare.say("desk.key.filter")),
                new Shell.Key("U", bare.say("media.key.upload")),
                new Shell.Key("/", bare.say("search.key")));
        LibraryPage page = screens.read(sql -> {
            Shelf shelf = Shelf.of(sql, query, screens.now(), ON_A_PAGE);
            return new LibraryPage(
                    shell,
                    query,
                    rights(shell.words(), query),
                    lacks(shell.words(), query),
                    shelf.pictures().stream()
                            .map(each -> PictureCard.of(each, shell.words(), shell.dates(), screens.now()))
                            .toList(),
                    sent,
                    shelf.next() == null ? null : query.page(shelf.next()),
                    query.before() == null ? null : query.page(null),
                    Policy.allowsSomewhere(screens.actor(), Power.UPLOAD_PICTURE));
        });
        return screens.show(status, shell, Templates.library(page));
    }

    private static List<DeskPage.Choice> rights(Words words, LibraryQuery query) {
        var choices = new ArrayList<DeskPage.Choice>();
        choices.add(new DeskPage.Choice("", words.say("media.rights.any"), query.rights() == null, null, null));
        for (RightsState state : RightsState.values()) {
            choices.add(new DeskPage.Choice(
                    state.label(), words.say("media.rights." + state.label()), query.rights() == state, null, null));
        }
        return choices;
    }

    private static List<DeskPage.Choice> lacks(Words words, LibraryQuery query) {
        var choices = new ArrayList<DeskPage.Choice>();
        choices.add(new DeskPage.Choice("", words.say("media.lack.any"), query.lack() == null, null, null));
        for (LibraryQuery.Lack lack : LibraryQuery.Lack.values()) {
            String name = lack.name().toLowerCase(Locale.ROOT);
            choices.add(new DeskPage.Choice(name, words.say("media.lack." + name), query.lack() == lack, null, null));
        }
        return choices;
    }
}
