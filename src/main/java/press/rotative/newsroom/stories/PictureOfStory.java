package press.rotative.newsroom.stories;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.Rendition;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Format;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;

/// A picture of the library as the editor of a story shows it.
///
/// @param source address of a small one; null: its file is not held
/// @param focalX per mille from the left
/// @param focalY per mille from the top
/// @param rights false: it may not be shown now
/// @param editable this person may change what the library says of it
record PictureOfStory(
        long id,
        int version,
        @Nullable String source,
        int width,
        int height,
        @Nullable String caption,
        @Nullable String alt,
        @Nullable String credit,
        boolean archive,
        int focalX,
        int focalY,
        boolean rights,
        boolean editable) {

    /// @param story whose editor asks
    static PictureOfStory of(Picture picture, long story, Actor actor, Instant now) {
        List<Rendition> sizes = Rendition.of(picture, Shape.WHOLE);
        Rendition small = sizes.isEmpty() ? null : sizes.getFirst();
        String folder =
                "/newsroom/stories/" + story + "/pictures/" + picture.id().value() + "/";
        return new PictureOfStory(
                picture.id().value(),
                picture.version(),
                small == null ? null : folder + small.name(Format.JPEG),
                small == null ? 0 : small.width(),
                small == null ? 0 : small.height(),
                picture.caption(),
                picture.alt(),
                picture.credit(),
                picture.archive(),
                picture.description().focalX(),
                picture.description().focalY(),
                picture.rights().runAt(now),
                Policy.allowsSomewhere(actor, Power.EDIT_PICTURE));
    }
}
