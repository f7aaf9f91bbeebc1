package press.rotative.newsroom.media;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.Rendition;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Format;

/// A picture on a shelf.
///
/// @param title headline, else caption, else its number in words
/// @param small null: its file is not held
/// @param rights in words, with the instant at which they turn
public record PictureCard(
        long id,
        String path,
        String title,
        @Nullable Size small,
        @Nullable String credit,
        boolean archive,
        RightsState state,
        String rights) {

    /// An image of it.
    public record Size(String src, int width, int height) {}

    static PictureCard of(Picture picture, Words words, Dates dates, Instant now) {
        RightsState state = RightsState.of(picture, now);
        PictureDescription said = picture.description();
        return new PictureCard(
                picture.id().value(),
                LibraryQuery.PATH + "/" + picture.id().value(),
                Stream.of(said.headline(), said.caption())
                        .filter(text -> text != null && !text.isBlank())
                        .findFirst()
                        .orElseGet(() -> words.say("media.number", picture.id().value())),
                smallest(picture, Shape.THREE_BY_TWO),
                said.credit(),
                said.archive(),
                state,
                rights(picture, state, words, dates));
    }

    /// What a list says of the rights.
    static String rights(Picture picture, RightsState state, Words words, Dates dates) {
        Instant turns =
                switch (state) {
                    case LATER -> picture.rights().starts();
                    case USABLE, ENDING, ENDED, DESTROYED -> picture.rights().ends();
                    case UNKNOWN -> null;
                };
        return turns == null
                ? words.say("media.rights." + state.label())
                : words.say(
                        "media.rights." + state.label() + ".at",
                        dates.stampWithTime(turns).words());
    }

    static @Nullable Size smallest(Picture picture, Shape shape) {
        List<Rendition> sizes = Rendition.of(picture, shape);
        return sizes.isEmpty() ? null : size(picture, sizes.getFirst());
    }

    static Size size(Picture picture, Rendition size) {
        return new Size(
                LibraryQuery.PATH + "/" + picture.id().value() + "/renditions/" + size.name(Format.WEBP) + "?v="
                        + picture.version(),
                size.width(),
                size.height());
    }
}
