package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.story.Body;
import press.rotative.story.Editions;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CreateStory;

/// Beginning a story: where it will stand, and its first headline.
@Path("/newsroom/stories")
@RunOnVirtualThread
class NewStoryResource {
    private static final int USUAL_URGENCY = 5;
    private static final int LONGEST_HEADLINE = 300;

    private final Screens screens;

    NewStoryResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Path("new")
    @Needs(Power.WRITE_STORY)
    public Response ask() {
        return page(screens.form());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response begin(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::begin, this::page);
    }

    private @Nullable Response begin(Form form) {
        String headline = form.take("headline", NewStoryResource::headline);
        NewStoryPage.Place place = form.take("place", this::place);
        if (headline == null || place == null) {
            return null;
        }
        var content = new StoryContent(
                StoryKind.ARTICLE,
                headline,
                null,
                place.section(),
                List.of(),
                null,
                null,
                null,
                USUAL_URGENCY,
                null,
                List.of(),
                Body.empty(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        StoryId story = screens.perform(new CreateStory(screens.actor(), place.edition(), content, null, false))
                .story();
        return screens.to("/newsroom/stories/" + story.value(), "story.begun");
    }

    private static String headline(String text) {
        String line = text.replaceAll("[\\r\\n\\t]+", " ").strip();
        if (line.length() > LONGEST_HEADLINE) {
            throw Problem.invalid("At most " + LONGEST_HEADLINE + " letters; these are " + line.length() + ".")
                    .as("problem.story.long", LONGEST_HEADLINE, line.length());
        }
        return line;
    }

    private List<NewStoryPage.Group> places(DSLContext sql) {
        return new WritablePlaces(sql, screens.words(), screens.actor()).in(new Editions(sql).all());
    }

    private NewStoryPage.Place place(String value) {
        return WritablePlaces.named(screens.read(this::places), value);
    }

    private Response page(Form form) {
        List<NewStoryPage.Group> groups = screens.read(this::places);
        var page = new NewStoryPage(screens.shell("story.new", NavItem.DESK), form, groups);
        return screens.showAgain(form, page.shell(), Templates.begin(page));
    }
}
