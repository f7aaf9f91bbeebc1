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
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Intake;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Renditions;
import press.rotative.media.Taken;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.site.Preview;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DescribePicture;
import press.rotative.story.acts.KeepPicture;

/// The pictures that the editor of a story puts into it: dropped files come in here, those of the library are found and
/// shown, and what the library says of them can be mended on the spot.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}/pictures")
@RunOnVirtualThread
class PicturesOfStoryResource {
    private static final int MOST_FOUND = 24;

    private final Screens screens;
    private final Intake intake;
    private final Renditions renditions;

    PicturesOfStoryResource(Screens screens, Intake intake, Renditions renditions) {
        this.screens = screens;
        this.intake = intake;
        this.renditions = renditions;
    }

    /// Takes a file in: the body of the request. Caption and credit come from the file.
    @POST
    @Consumes(MediaType.WILDCARD)
    @Needs(Power.UPLOAD_PICTURE)
    public Response upload(@PathParam("id") long id, InputStream file) {
        requireStory(id);
        Picture picture =
                switch (intake.take(screens.actor(), file)) {
                    case Taken.Known known -> known.picture();
                    case Taken.Fresh fresh ->
                        screens.perform(new KeepPicture(
                                screens.actor(),
                                fresh.picture(),
                                fresh.picture().description()));
                };
        return EditorResource.json(shown(id, picture));
    }

    /// Pictures are asked for out of a story that one may read.
    private void requireStory(long id) {
        screens.read(sql -> {
            var stories = new Stories(sql);
            Story story = stories.get(new StoryId(id));
            stories.require(screens.actor(), Power.READ_STORIES, story);
            return story;
        });
    }

    private PictureOfStory shown(long id, Picture picture) {
        return PictureOfStory.of(picture, id, screens.actor(), screens.now());
    }

    /// Of the library, the newest first.
    @GET
    @Needs(Power.READ_STORIES)
    public Response list(@PathParam("id") long id, @QueryParam("words") @DefaultValue("") String words) {
        requireStory(id);
        List<Picture> found = screens.read(sql -> new Pictures(sql).newest(words, MOST_FOUND));
        return EditorResource.json(
                found.stream().map(picture -> shown(id, picture)).toList());
    }

    @GET
    @Path("{picture: [1-9][0-9]{0,14}}")
    @Needs(Power.READ_STORIES)
    public Response one(@PathParam("id") long id, @PathParam("picture") long picture) {
        return EditorResource.json(shown(id, screens.read(sql -> new Pictures(sql).get(new PictureId(picture)))));
    }

    @GET
    @Path("{picture: [1-9][0-9]{0,14}}/{file: [a-z0-9.-]{1,40}}")
    @Needs(Power.READ_STORIES)
    public Response file(@PathParam("id") long id, @PathParam("picture") long number, @PathParam("file") String file) {
        Preview.Wanted wanted =
                Preview.wanted("/pictures/" + number + "/" + file).orElseThrow(PicturesOfStoryResource::missing);
        requireStory(id);
        Picture picture = screens.read(sql -> new Pictures(sql).get(wanted.picture()));
        Renditions.Made made = Preview.bytes(renditions, picture, wanted).orElseThrow(PicturesOfStoryResource::missing);
        return Response.ok(made.bytes(), made.format().mediaType()).build();
    }

    private static Problem missing() {
        return Problem.notFound("There is no such picture.");
    }

    /// Changes what the library says of a picture, wherever it is shown.
    @POST
    @Path("{picture: [1-9][0-9]{0,14}}/description")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.EDIT_PICTURE)
    public Response describe(
            @PathParam("id") long id, @PathParam("picture") long number, MultivaluedMap<String, String> sent) {
        requireStory(id);
        Form form = screens.form(sent);
        var picture = new PictureId(number);
        PictureDescription before =
                screens.read(sql -> new Pictures(sql).get(picture)).description();
        var description = new PictureDescription(
                before.headline(),
                words(form, "caption"),
                words(form, "alt"),
                words(form, "credit"),
                before.creator(),
                before.provider(),
                before.copyright(),
                before.usageTerms(),
                before.archive(),
                perMille(form, "focal-x", before.focalX()),
                perMille(form, "focal-y", before.focalY()));
        Integer version =
                form.value("version").matches("[1-9][0-9]{0,8}") ? Integer.valueOf(form.value("version")) : null;
        return EditorResource.json(
                shown(id, screens.perform(new DescribePicture(screens.actor(), picture, version, description))));
    }

    private static @Nullable String words(Form form, String field) {
        String text = form.value(field).strip();
        return text.isEmpty() ? null : text;
    }

    private static int perMille(Form form, String field, int otherwise) {
        String text = form.value(field);
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : otherwise;
    }
}
