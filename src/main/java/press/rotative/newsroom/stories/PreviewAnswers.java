package press.rotative.newsroom.stories;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jooq.DSLContext;
import press.rotative.media.Picture;
import press.rotative.media.Renditions;
import press.rotative.newsroom.Screens;
import press.rotative.platform.Problem;
import press.rotative.site.Preview;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;

/// A text as the public would read it, and its pictures.
final class PreviewAnswers {
    private final Screens screens;
    private final Renditions renditions;

    PreviewAnswers(Screens screens, Renditions renditions) {
        this.screens = screens;
        this.renditions = renditions;
    }

    record Shown(Story story, StoryContent content, String notice) {}

    static Problem over() {
        return Problem.notFound("This preview has ended.").as("problem.story.preview");
    }

    /// @param here path below which the pictures are asked for
    Response page(String here, Function<DSLContext, Shown> text) {
        return page(Preview.Place.ALONE, here, text);
    }

    private Response page(Preview.Place place, String here, Function<DSLContext, Shown> text) {
        byte[] page = screens.read(sql -> {
            Shown shown = text.apply(sql);
            return Preview.page(sql, screens.now(), shown.story(), shown.content(), shown.notice(), here, place);
        });
        return Response.ok(page, "text/html;charset=utf-8").build();
    }

    /// The same for a frame.
    Response framed(String here, Function<DSLContext, Shown> text) {
        return page(Preview.Place.FRAMED, here, text);
    }

    /// @param file name of the rendition, as in its public address
    Response picture(long number, String file, Function<DSLContext, Shown> text) {
        Preview.Wanted wanted =
                Preview.wanted("/pictures/" + number + "/" + file).orElseThrow(PreviewAnswers::over);
        Picture picture = screens.read(
                        sql -> Preview.shown(sql, screens.now(), text.apply(sql).content(), wanted.picture()))
                .orElseThrow(PreviewAnswers::over);
        Renditions.Made made = Preview.bytes(renditions, picture, wanted).orElseThrow(PreviewAnswers::over);
        return Response.ok(made.bytes(), made.format().mediaType()).build();
    }
}
