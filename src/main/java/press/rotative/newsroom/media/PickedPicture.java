package press.rotative.newsroom.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.Shape;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;

/// A picture of the library as scripts are told of it, to show it and to offer it.
///
/// @param held false: its file is not here; pages show its words only
/// @param focalX per mille from the left
/// @param focalY per mille from the top
/// @param usable whether the public would see it now
/// @param rights state, and the same in the words of this screen's language
/// @param small 3:2 around the focal point; null: not held
/// @param whole null: not held
/// @param page where it is looked after
/// @param editable this person may change what the library says of it
public record PickedPicture(
        long id,
        int version,
        String title,
        @Nullable String caption,
        @Nullable String alt,
        @Nullable String credit,
        boolean archive,
        int focalX,
        int focalY,
        boolean held,
        boolean usable,
        State rights,
        PictureCard.@Nullable Size small,
        PictureCard.@Nullable Size whole,
        String page,
        boolean editable) {

    /// @param state label of [RightsState]
    /// @param look class of the style
    /// @param starts ISO 8601; null: at once
    /// @param ends ISO 8601; null: never
    public record State(
            String state,
            String words,
            String look,
            @Nullable String starts,
            @Nullable String ends) {}

    public static PickedPicture of(Picture picture, Words words, Dates dates, Actor actor, Instant now) {
        PictureCard card = PictureCard.of(picture, words, dates, now);
        PictureDescription said = picture.description();
        var rights = picture.rights();
        return new PickedPicture(
                card.id(),
                picture.version(),
                card.title(),
                said.caption(),
                said.alt(),
                said.credit(),
                said.archive(),
                said.focalX(),
                said.focalY(),
                picture.held(),
                rights.runAt(now),
                new State(
                        card.state().label(),
                        card.rights(),
                        card.state().look(),
                        text(rights.starts()),
                        text(rights.ends())),
                card.small(),
                PictureCard.smallest(picture, Shape.WHOLE),
                card.path(),
                !picture.destroyed() && Policy.allowsSomewhere(actor, Power.EDIT_PICTURE));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
