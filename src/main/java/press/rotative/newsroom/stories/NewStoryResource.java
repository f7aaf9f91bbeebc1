package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.story.Body;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
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

    private NewStoryPage.Place place(String value) {
        return screens.read(sql -> places(sql, screens.actor())).stream()
                .flatMap(group -> group.places().stream())
                .filter(place -> place.value().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("Choose where the story will stand.").as("problem.story.place"));
    }

    private Response page(Form form) {
        List<NewStoryPage.Group> groups = screens.read(sql -> places(sql, screens.actor()));
        var page = new NewStoryPage(screens.shell("story.new", NavItem.DESK), form, groups);
        return screens.showAgain(form, page.shell(), Templates.begin(page));
    }

    /// Where somebody may write.
    private List<NewStoryPage.Group> places(DSLContext sql, Actor actor) {
        var groups = new ArrayList<NewStoryPage.Group>();
        for (Edition edition : new Editions(sql).all()) {
            EditionId id = edition.id();
            var places = new ArrayList<NewStoryPage.Place>();
            if (mayWrite(actor, id, Set.of())) {
                places.add(
                        new NewStoryPage.Place("e" + id.value(), screens.words().say("story.no.section"), id, null));
            }
            for (Section section : new Sections(sql).of(id)) {
                if (mayWrite(actor, id, Set.of(section.id().value()))) {
                    SectionId number = section.id();
                    places.add(new NewStoryPage.Place("s" + number.value(), section.name(), id, number));
                }
            }
            if (!places.isEmpty()) {
                groups.add(new NewStoryPage.Group(edition.name(), edition.language(), edition.direction(), places));
            }
        }
        return groups;
    }

    private static boolean mayWrite(Actor actor, EditionId edition, Set<Long> sections) {
        return Policy.allows(actor, Power.WRITE_STORY, new Scope(edition.value(), sections, true));
    }
}
