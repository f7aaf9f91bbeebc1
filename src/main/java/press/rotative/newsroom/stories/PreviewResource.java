package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.media.Renditions;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Framed;
import press.rotative.newsroom.Frames;
import press.rotative.newsroom.HomeAddress;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.RevokePreview;
import press.rotative.story.acts.SharePreview;

/// The staff's own view of a text as the public would read it, and the links by which others may see one.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class PreviewResource {
    private static final String NEWEST = "newest";
    private static final String PHONE = "phone";
    private static final String DESKTOP = "desktop";
    private static final List<String> VIEW_ORDER = List.of(PHONE, DESKTOP, "both");
    private static final Map<String, List<String>> VIEWS =
            Map.of(PHONE, List.of(PHONE), DESKTOP, List.of(DESKTOP), "both", List.of(PHONE, DESKTOP));

    private final Screens screens;
    private final PreviewAnswers answers;
    private final HomeAddress home;

    PreviewResource(Screens screens, Renditions renditions, HomeAddress home) {
        this.screens = screens;
        this.answers = new PreviewAnswers(screens, renditions);
        this.home = home;
    }

    /// The page around it: which text, and how wide.
    @GET
    @Path("preview")
    @Needs(Power.READ_STORIES)
    @Frames
    public Response show(
            @PathParam("id") long id,
            @QueryParam("text") @DefaultValue(NEWEST) String text,
            @QueryParam("view") @DefaultValue(PHONE) String view) {
        Shell shell = screens.shell("story.preview", NavItem.DESK);
        PreviewPage page = screens.read(sql -> {
            var stories = new Stories(sql);
            Story story = stories.get(new StoryId(id));
            stories.require(screens.actor(), Power.READ_STORIES, story);
            StoryText found = StoryText.of(sql, story, name(sql, story, text), shell.words());
            List<String> sizes = VIEWS.getOrDefault(view, List.of(PHONE));
            return new PreviewPage(
                    shell,
                    id,
                    found.name(),
                    found.label(),
                    StoryText.choices(sql, story, shell.words(), shell.dates(), found.name()),
                    sizes.stream()
                            .map(size -> new PreviewPage.Size(size, shell.say("story.preview.frame." + size)))
                            .toList(),
                    VIEWS.keySet().stream()
                            .sorted(Comparator.comparing(VIEW_ORDER::indexOf))
                            .map(each -> new PreviewPage.View(
                                    each,
                                    shell.say("story.preview.view." + each),
                                    sizes.equals(VIEWS.get(each)) ? "true" : null))
                            .toList(),
                    stories.allows(screens.actor(), Power.WRITE_STORY, story));
        });
        return screens.show(shell, Templates.preview(page));
    }

    private static String name(DSLContext sql, Story story, String text) {
        return text.equals(NEWEST) ? StoryText.newest(sql, story) : text;
    }

    /// The page itself, by itself or in the frame.
    @GET
    @Path("preview/{text: [a-z0-9]{1,20}}")
    @Needs(Power.READ_STORIES)
    @Framed
    public Response page(
            @PathParam("id") long id,
            @PathParam("text") String text,
            @QueryParam("framed") @DefaultValue("") String framed) {
        String here = "/newsroom/stories/" + id + "/preview/" + text;
        return framed.isEmpty()
                ? answers.page(here, sql -> text(sql, id, text))
                : answers.framed(here, sql -> text(sql, id, text));
    }

    @GET
    @Path("preview/{text: [a-z0-9]{1,20}}/pictures/{picture: [1-9][0-9]{0,17}}/{file: [a-z0-9.-]{1,40}}")
    @Needs(Power.READ_STORIES)
    public Response picture(
            @PathParam("id") long id,
            @PathParam("text") String text,
            @PathParam("picture") long picture,
            @PathParam("file") String file) {
        return answers.picture(picture, file, sql -> text(sql, id, text));
    }

    private PreviewAnswers.Shown text(DSLContext sql, long id, String text) {
        var stories = new Stories(sql);
        Story story = stories.get(new StoryId(id));
        stories.require(screens.actor(), Power.READ_STORIES, story);
        Words words = screens.words();
        StoryText found = StoryText.of(sql, story, name(sql, story, text), words);
        return new PreviewAnswers.Shown(story, found.content(), words.say("story.preview.notice", found.label()));
    }

    /// Makes a link; it is shown this once.
    @POST
    @Path("previews")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response share(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent);
        String days = form.value("days");
        String text = form.value("text");
        if (!days.matches("[0-9]{1,3}") || !text.matches("draft|[1-9][0-9]{0,8}|k[1-9][0-9]{0,14}")) {
            throw Problem.invalid("Say how many days, and which text.").as("problem.story.preview.days", "30");
        }
        String secret = SaveKeys.secret();
        screens.perform(new SharePreview(
                screens.actor(),
                new StoryId(id),
                text.matches("[1-9][0-9]*") ? Integer.parseInt(text) : 0,
                text.startsWith("k") ? Long.valueOf(text.substring(1)) : null,
                secret,
                Duration.ofDays(Integer.parseInt(days))));
        var page = new SharedPage(
                screens.shell("story.shared", NavItem.DESK),
                id,
                home.forLinks().resolve("/newsroom/preview/" + secret).toString(),
                screens.words().count("story.shared.days", Integer.parseInt(days)));
        return screens.show(page.shell(), Templates.shared(page));
    }

    @POST
    @Path("previews/{link: [1-9][0-9]{0,14}}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response revoke(
            @PathParam("id") long id, @PathParam("link") long link, MultivaluedMap<String, String> sent) {
        screens.perform(new RevokePreview(screens.actor(), new StoryId(id), link));
        return screens.to("/newsroom/stories/" + id, "story.revoked");
    }
}
