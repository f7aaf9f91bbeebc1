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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.Version;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.writing.Journal;

/// Destroying the text of a version for good, which nobody can take back.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class DestructionResource {
    private static final String DESTRUCTION = "versions/{version: [1-9][0-9]{0,8}}/destruction";

    private final Screens screens;

    DestructionResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Path(DESTRUCTION)
    @Needs(Power.DESTROY)
    public Response ask(@PathParam("id") long id, @PathParam("version") int version) {
        return page(id, version, screens.form());
    }

    private Response page(long id, int version, Form form) {
        Shell shell = screens.shell("story.destruction", NavItem.DESK, version);
        DestructionPage page = screens.read(sql -> {
            var stories = new Stories(sql);
            Story story = stories.get(new StoryId(id));
            stories.require(screens.actor(), Power.DESTROY, story);
            Version text = stories.version(story.id(), version)
                    .orElseThrow(() ->
                            Problem.notFound("This story has no such text.").as("problem.story.text"));
            Edition edition = new Editions(sql).get(story.edition());
            return new DestructionPage(
                    shell,
                    form,
                    id,
                    version,
                    Optional.ofNullable(text.content())
                            .map(StoryContent::headline)
                            .orElse(null),
                    edition.language(),
                    edition.direction(),
                    obstacle(shell.words(), story, text),
                    gone(sql, shell.words(), story, version),
                    stays(sql, shell.words(), story, version));
        });
        return screens.showAgain(form, shell, Templates.destruction(page));
    }

    private static @Nullable String obstacle(Words words, Story story, Version text) {
        if (text.content() == null) {
            return words.say("story.refused.destroyed.already", text.version());
        }
        return story.pubStatus() == PubStatus.USABLE
                        && Integer.valueOf(text.version()).equals(story.liveVersion())
                ? words.say("story.refused.destroy.live", text.version())
                : null;
    }

    private static List<String> gone(DSLContext sql, Words words, Story story, int version) {
        var gone = new ArrayList<String>();
        gone.add(words.say("story.destruction.text"));
        gone.add(words.say("story.destruction.note"));
        Optional<Instant> next =
                new Stories(sql).version(story.id(), version + 1).map(Version::at);
        long kept = new Journal(sql).countKept(story.id(), next.orElse(Instant.MAX));
        gone.add(words.say(next.isPresent() ? "story.destruction.saves" : "story.destruction.saves.all"));
        if (kept > 0) {
            gone.add(words.count("story.destruction.kept", kept));
        }
        if (new StoryImports(sql).any(story.id())) {
            gone.add(words.say("story.destruction.import"));
        }
        return gone;
    }

    private static List<String> stays(DSLContext sql, Words words, Story story, int version) {
        var stays = new ArrayList<String>();
        stays.add(words.say("story.destruction.gap"));
        stays.add(words.say("story.destruction.address"));
        if (new Stories(sql).draft(story.id()).isPresent()) {
            stays.add(words.say("story.destruction.draft"));
        }
        if (new Stories(sql).plan(story.id()).isPresent()) {
            stays.add(words.say("story.destruction.plan"));
        }
        if (story.lastVersion() > 1) {
            stays.add(words.say("story.destruction.others", version));
        }
        stays.add(words.say("story.destruction.pictures"));
        stays.add(words.say("story.destruction.elsewhere"));
        return stays;
    }

    @POST
    @Path(DESTRUCTION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.DESTROY)
    @Proved
    public Response destroy(
            @PathParam("id") long id, @PathParam("version") int version, MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), form -> destroy(id, version, form), form -> page(id, version, form));
    }

    private @Nullable Response destroy(long id, int version, Form form) {
        if (form.value("reason").isBlank()) {
            form.refuseField("reason", "problem.story.needed");
        }
        if (!form.has("final", "on")) {
            form.refuseField("final", "problem.story.final");
        }
        if (!form.good()) {
            return null;
        }
        try {
            screens.perform(new DestroyVersion(screens.actor(), new StoryId(id), version, form.value("reason")));
        } catch (Problem problem) {
            throw Refusals.worded(problem);
        }
        return screens.to("/newsroom/stories/" + id, "story.destroyed");
    }
}
