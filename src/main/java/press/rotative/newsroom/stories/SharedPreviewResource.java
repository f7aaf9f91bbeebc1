package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import press.rotative.media.Renditions;
import press.rotative.newsroom.Open;
import press.rotative.newsroom.Screens;
import press.rotative.platform.Problem;
import press.rotative.story.Draft;
import press.rotative.story.Previews;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.acts.OpenPreview;
import press.rotative.story.writing.Journal;

/// A text for whoever has a link that is good. Nothing of it is known to caches, indexes and search engines.
@Path("/newsroom/preview/{secret: [A-Za-z0-9_-]{43}}")
@RunOnVirtualThread
class SharedPreviewResource {
    private static final Logger LOG = Logger.getLogger(SharedPreviewResource.class);

    private final Screens screens;
    private final PreviewAnswers answers;

    SharedPreviewResource(Screens screens, Renditions renditions) {
        this.screens = screens;
        this.answers = new PreviewAnswers(screens, renditions);
    }

    @GET
    @Open
    public Response show(@PathParam("secret") String secret) {
        Response page = answers.page("/newsroom/preview/" + secret, sql -> text(sql, secret));
        noteOpened(secret);
        return page;
    }

    /// Whoever shared it sees whether it was read. Reading goes on when nothing can be written.
    private void noteOpened(String secret) {
        Optional<Previews.Link> link = screens.read(sql -> new Previews(sql).find(secret, screens.now()));
        if (link.filter(each -> each.opensAt(screens.now())).isEmpty()) {
            return;
        }
        try {
            screens.perform(new OpenPreview(link.get().id()));
        } catch (Problem notNow) {
            LOG.debug("an opened preview was not noted", notNow);
        }
    }

    @GET
    @Path("pictures/{picture: [1-9][0-9]{0,17}}/{file: [a-z0-9.-]{1,40}}")
    @Open
    public Response picture(
            @PathParam("secret") String secret, @PathParam("picture") long picture, @PathParam("file") String file) {
        return answers.picture(picture, file, sql -> text(sql, secret));
    }

    /// A killed story and a destroyed text are shown to nobody any more.
    private PreviewAnswers.Shown text(DSLContext sql, String secret) {
        Previews.Link link = new Previews(sql).find(secret, screens.now()).orElseThrow(PreviewAnswers::over);
        var stories = new Stories(sql);
        Story story = stories.get(link.story());
        Optional<StoryContent> content = content(sql, stories, story, link);
        if (story.pubStatus() == PubStatus.CANCELED || content.isEmpty()) {
            throw PreviewAnswers.over();
        }
        return new PreviewAnswers.Shown(story, content.get(), screens.words().say("story.preview.shared"));
    }

    private static Optional<StoryContent> content(DSLContext sql, Stories stories, Story story, Previews.Link link) {
        if (link.kept() != null) {
            return new Journal(sql).keptText(story.id(), link.kept());
        }
        return link.version() == 0
                ? stories.draft(story.id()).map(Draft::content).or(() -> stories.liveContent(story))
                : stories.version(story.id(), link.version()).flatMap(each -> Optional.ofNullable(each.content()));
    }
}
