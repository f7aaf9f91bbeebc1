package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Unattended;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.writing.Conflicts;
import press.rotative.story.writing.PartChange;
import press.rotative.story.writing.Presence;
import press.rotative.story.writing.ResolveConflict;
import press.rotative.story.writing.SaveParts;
import press.rotative.story.writing.Standing;

/// A story and the form that writes it.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class StoryResource {
    private final Screens screens;
    private final StoryScreen screen;

    StoryResource(Screens screens, StoryScreen screen) {
        this.screens = screens;
        this.screen = screen;
    }

    @GET
    @Needs(Power.READ_STORIES)
    public Response show(@PathParam("id") long id) {
        return screen.page(id, null);
    }

    @POST
    @Path("draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response save(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), form -> save(id, form), form -> screen.page(id, form));
    }

    private @Nullable Response save(long id, Form form) {
        StoryContent base = base(form);
        TypedStory typed = TypedStory.read(form, base, screens::ownPath);
        if (typed == null || !NamesOfStory.known(screens, id, form, base, typed)) {
            return null;
        }
        var act = new SaveStory(screens.actor(), new StoryId(id), SaveKeys.of(form), "", base, typed, List.of());
        Standing standing;
        try {
            standing = screens.perform(act).standing();
        } catch (Problem problem) {
            throw Refusals.worded(problem);
        }
        return screens.to(
                "/newsroom/stories/" + id, standing.conflicts().isEmpty() ? "story.saved" : "story.saved.differences");
    }

    private static StoryContent base(Form form) {
        try {
            return StoryJson.read(form.value("base"));
        } catch (Problem unreadable) {
            throw unreadable.as("problem.story.base");
        }
    }

    @POST
    @Path("differences/{difference: [1-9][0-9]{0,14}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response decide(
            @PathParam("id") long id, @PathParam("difference") long difference, MultivaluedMap<String, String> sent) {
        boolean mine = screens.form(sent).has("take", "mine");
        var story = new StoryId(id);
        Actor actor = screens.actor(); // the act runs where nobody is signed in
        screens.perform(transaction -> {
            var stories = new Stories(transaction.sql());
            stories.require(actor, Power.WRITE_STORY, stories.get(story));
            Conflicts.Conflict conflict = new Conflicts(transaction.sql())
                    .find(story, difference)
                    .orElseThrow(() -> Problem.notFound("There is no such difference in this story."));
            if (mine) {
                var change = new PartChange(conflict.part(), conflict.theirs(), conflict.mine());
                new SaveParts(actor, story, "difference-" + difference, "", List.of(change)).perform(transaction);
            }
            return new ResolveConflict(actor, story, difference).perform(transaction);
        });
        return screens.to("/newsroom/stories/" + id, "story.decided");
    }

    /// A window says that it is open; asked by its script.
    @POST
    @Path("presence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.READ_STORIES)
    @Unattended
    public Response present(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent);
        String window = form.value("window");
        if (!window.matches("[a-z0-9]{8,40}")) {
            throw Problem.invalid("A window has a name of 8 to 40 letters or digits.");
        }
        String part = form.value("part");
        if (form.has("leaves", "on")) {
            screens.perform(new Presence.Leave(screens.actor(), new StoryId(id), window));
        } else {
            screens.perform(
                    new Presence.Announce(screens.actor(), new StoryId(id), window, part.isEmpty() ? null : part));
        }
        return Response.noContent().build();
    }
}
