package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;
import press.rotative.people.StaffNames;
import press.rotative.platform.Problem;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.HandOnStory;

/// Inside the newsroom: in which state a draft is, and whose the story is. The public sees nothing of it.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class StaffOfStoryResource {
    private static final int MOST_NAMES = 500;

    private final Screens screens;

    StaffOfStoryResource(Screens screens) {
        this.screens = screens;
    }

    /// Hands the draft on.
    @POST
    @Path("state")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Power.WRITE_STORY, Power.PUBLISH})
    public Response handOn(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent);
        String to = form.value("to").toUpperCase(Locale.ROOT);
        if (!to.matches("PITCH|DRAFT|IN_REVIEW|READY")) {
            throw Problem.invalid("A draft is handed on to pitch, draft, in_review or ready.");
        }
        try {
            screens.perform(new HandOnStory(
                    screens.actor(), new StoryId(id), DeedResource.revision(form), Workflow.valueOf(to)));
        } catch (Problem problem) {
            throw Refusals.worded(problem);
        }
        return screens.to("/newsroom/stories/" + id, "story.handed.on");
    }

    /// Says whose the story is. Who is not chosen has it no longer.
    @POST
    @Path("staff")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.ASSIGN_STORY)
    public Response assign(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Set<Long> known =
                screens.read(sql -> new StaffNames(sql).here(MOST_NAMES).keySet());
        Set<Long> chosen = new HashSet<>();
        for (String value : screens.form(sent).values("staff")) {
            Long number = value.matches("[1-9][0-9]{0,14}") ? Long.valueOf(value) : null;
            if (number == null || !known.contains(number)) {
                throw Problem.invalid("A story is given to people who are here.")
                        .as("problem.story.staff");
            }
            chosen.add(number);
        }
        if (chosen.size() > AssignStory.MOST) {
            throw Problem.invalid("A story is given to at most " + AssignStory.MOST + " people.")
                    .as("problem.story.staff.most", AssignStory.MOST);
        }
        screens.perform(new AssignStory(screens.actor(), new StoryId(id), chosen));
        return screens.to("/newsroom/stories/" + id, "story.assigned");
    }
}
