package press.rotative.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Rendition;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Format;
import press.rotative.story.PictureUse;

/// Makes figures of pictures that were read in one go for the whole page.
final class FigureMaker {
    private static final int USUAL_WIDTH = 800;
    private static final int WIDE = 1600;

    private final Map<PictureId, Picture> pictures;

    FigureMaker(Snapshot snapshot, Collection<PictureId> ids) {
        this.pictures = snapshot.pictures(ids);
    }

    @Nullable
    Figure figure(@Nullable PictureUse use, Slot slot, boolean eager) {
        return use == null ? null : figure(use.picture(), use.caption(), use.alt(), slot, eager);
    }

    /// @param caption null: the picture's own
    /// @param alt null: the picture's own
    @Nullable
    Figure figure(PictureId id, @Nullable String caption, @Nullable String alt, Slot slot, boolean eager) {
        Picture picture = pictures.get(id);
        if (picture == null) {
            return null;
        }
        String words = alt == null ? picture.alt() : alt;
        return new Figure(
                image(picture, words == null ? "" : words, slot, eager),
                caption == null ? picture.caption() : caption,
                credit(picture),
                picture.archive());
    }

    private Figure.@Nullable Image image(Picture picture, String alt, Slot slot, boolean eager) {
        List<Rendition> sizes = Rendition.of(picture, slot.shape());
        if (sizes.isEmpty()) {
            return null;
        }
        Rendition usual = sizes.stream()
                .filter(size -> size.width() >= USUAL_WIDTH)
                .findFirst()
                .orElse(sizes.getLast());
        return new Figure.Image(
                Places.picture(picture.id(), usual, Format.JPEG),
                sizes.size() == 1 ? "" : all(picture, sizes, Format.JPEG),
                all(picture, sizes, Format.WEBP),
                all(picture, sizes, Format.AVIF),
                slot.sizes(),
                usual.width(),
                usual.height(),
                alt,
                eager);
    }

    private static String all(Picture picture, List<Rendition> sizes, Format format) {
        return sizes.stream()
                .map(size -> Places.picture(picture.id(), size, format) + " " + size.width() + "w")
                .collect(Collectors.joining(", "));
    }

    /// The rendition that strangers are shown: a wide one, for social networks and feeds.
    Optional<Widest> widest(@Nullable PictureUse use) {
        Picture picture = use == null ? null : pictures.get(use.picture());
        if (picture == null) {
            return Optional.empty();
        }
        List<Rendition> sizes = Rendition.of(picture, Shape.WHOLE);
        return sizes.stream()
                .filter(size -> size.width() <= WIDE)
                .reduce((narrower, wider) -> wider)
                .or(() -> sizes.stream().findFirst())
                .map(size -> new Widest(picture, size));
    }

    record Widest(Picture picture, Rendition rendition) {
        String path() {
            return Places.picture(picture.id(), rendition, Format.JPEG);
        }
    }

    static @Nullable String credit(Picture picture) {
        String credit = picture.credit();
        return credit == null || credit.contains("©") ? credit : "© " + credit;
    }
}
