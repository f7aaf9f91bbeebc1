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
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.story.Difference;
import press.rotative.story.Draft;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryHistory;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CloseVersion;

/// The texts that a story had: compared, taken back as a draft, closed to public comparison.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class HistoryResource {
    private static final int VERSION_BEFORE_ANY = 1;

    private final Screens screens;

    HistoryResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Path("comparison")
    @Needs(Power.READ_STORIES)
    public Response compare(
            @PathParam("id") long id,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        Shell shell = screens.shell("story.comparison", NavItem.DESK);
        ComparisonPage page = screens.read(sql -> {
            Story story = new Stories(sql).get(new StoryId(id));
            new Stories(sql).require(screens.actor(), Power.READ_STORIES, story);
            String newer = to.isEmpty() ? StoryText.newest(sql, story) : to;
            String older = from.isEmpty() ? before(newer, story) : from;
            return comparison(sql, shell, story, older, newer, null, screens.form());
        });
        return screens.show(shell, Templates.comparison(page));
    }

    /// The version before a version; the live one before the draft. The first stands alone.
    private static String before(String newer, Story story) {
        if (newer.equals("draft")) {
            return story.liveVersion() == null ? "draft" : Integer.toString(story.liveVersion());
        }
        boolean later = newer.matches("[0-9]{1,9}") && Integer.parseInt(newer) > VERSION_BEFORE_ANY;
        return later ? Integer.toString(Integer.parseInt(newer) - 1) : newer;
    }

    private ComparisonPage comparison(
            DSLContext sql, Shell shell, Story story, String older, String newer, @Nullable String restore, Form form) {
        Words words = shell.words();
        StoryText from = StoryText.of(sql, story, older, words);
        StoryText to = StoryText.of(sql, story, newer, words);
        Edition edition = new Editions(sql).get(story.edition());
        String headline = to.content().headline();
        return new ComparisonPage(
                shell,
                form,
                story.id().value(),
                headline.isBlank() ? words.say("story.no.headline") : headline,
                edition.language(),
                edition.direction(),
                StoryText.choices(sql, story, words, shell.dates(), older),
                StoryText.choices(sql, story, words, shell.dates(), newer),
                ChangedPart.of(words, Difference.between(from.content(), to.content())),
                restore,
                new Stories(sql).draft(story.id()).map(Draft::revision).orElse(0));
    }

    @GET
    @Path("restoration")
    @Needs(Power.WRITE_STORY)
    public Response askRestore(@PathParam("id") long id, @QueryParam("text") @DefaultValue("") String text) {
        return restorePage(id, text, null);
    }

    private Response restorePage(long id, String text, @Nullable Form form) {
        Shell shell = screens.shell("story.restoration", NavItem.DESK);
        Form shown = form == null ? screens.form() : form;
        ComparisonPage page = screens.read(sql -> {
            Story story = new Stories(sql).get(new StoryId(id));
            new Stories(sql).require(screens.actor(), Power.WRITE_STORY, story);
            return comparison(sql, shell, story, StoryText.newest(sql, story), text, text, shown);
        });
        return screens.showAgain(shown, shell, Templates.comparison(page));
    }

    @POST
    @Path("restoration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response restore(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent), form -> restore(id, form), form -> restorePage(id, form.value("text"), form));
    }

    private Response restore(long id, Form form) {
        var story = new StoryId(id);
        StoryText text = screens.read(sql -> {
            var stories = new Stories(sql);
            stories.require(screens.actor(), Power.WRITE_STORY, stories.get(story));
            return StoryText.of(sql, stories.get(story), form.value("text"), screens.words());
        });
        String revision = form.value("revision");
        StoryContent content = text.content();
        try {
            screens.perform(new RestoreText(
                    screens.actor(),
                    story,
                    revision.matches("[0-9]{1,9}") ? Integer.valueOf(revision) : null,
                    content,
                    screens.words().say("story.before.restoring", text.label())));
        } catch (Problem problem) {
            throw Refusals.worded(problem);
        }
        return screens.to("/newsroom/stories/" + id, "story.restored");
    }

    @GET
    @Path("versions/{version: [1-9][0-9]{0,8}}/closure")
    @Needs(Power.CORRECT)
    public Response askClosure(@PathParam("id") long id, @PathParam("version") int version) {
        return closurePage(id, version, screens.form());
    }

    private Response closurePage(long id, int version, Form form) {
        ClosurePage page = screens.read(sql -> {
            var stories = new Stories(sql);
            Story story = stories.get(new StoryId(id));
            stories.require(screens.actor(), Power.CORRECT, story);
            boolean closed = new StoryHistory(sql)
                    .of(story.id(), version + 1, 1).stream()
                            .filter(entry -> entry.version() == version)
                            .findFirst()
                            .orElseThrow(() -> Problem.notFound("This story has no such text.")
                                    .as("problem.story.text"))
                            .closed();
            String title = closed ? "story.version.opening" : "story.version.closing";
            return new ClosurePage(screens.shell(title, NavItem.DESK, version), form, id, version, closed);
        });
        return screens.showAgain(form, page.shell(), Templates.closure(page));
    }

    @POST
    @Path("versions/{version: [1-9][0-9]{0,8}}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.CORRECT)
    @Proved
    public Response close(
            @PathParam("id") long id, @PathParam("version") int version, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    boolean close = form.has("closed", "on");
                    String reason = form.value("reason");
                    if (close && reason.isBlank()) {
                        form.refuseField("reason", "problem.story.needed");
                        return null;
                    }
                    screens.perform(
                            new CloseVersion(screens.actor(), new StoryId(id), version, close, close ? reason : null));
                    return screens.to("/newsroom/stories/" + id, close ? "story.closed" : "story.opened");
                },
                form -> closurePage(id, version, form));
    }
}
