package press.rotative.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Rendition;
import press.rotative.story.PictureUse;

/// Makes figures of pictures that were read in one go for the whole page.
final class FigureMaker {
    private static final int USUAL_WIDTH = 800;

    private final Map<PictureId, Picture> pictures;
    private final Map<PictureId, List<Rendition>> renditions;

    FigureMaker(Snapshot snapshot, Collection<PictureId> ids) {
        this.pictures = snapshot.pictures(ids);
        this.renditions = snapshot.renditions(ids);
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
        List<Rendition> sizes = renditions.getOrDefault(picture.id(), List.of());
        if (!picture.held() || sizes.isEmpty()) {
            return null;
        }
        Rendition usual = usual(sizes);
        String all = sizes.stream()
                .map(size -> Places.picture(picture.id(), size.width()) + " " + size.width() + "w")
                .collect(Collectors.joining(", "));
        return new Figure.Image(
                Places.picture(picture.id(), usual.width()),
                sizes.size() == 1 ? "" : all,
                slot.sizes(),
                usual.width(),
                usual.height(),
                alt,
                eager);
    }

    /// The rendition that strangers are shown: the widest, for social networks and feeds.
    java.util.Optional<Widest> widest(@Nullable PictureUse use) {
        if (use == null || !pictures.containsKey(use.picture())) {
            return java.util.Optional.empty();
        }
        List<Rendition> sizes = renditions.getOrDefault(use.picture(), List.of());
        return sizes.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Widest(pictures.get(use.picture()), sizes.getLast()));
    }

    record Widest(Picture picture, Rendition rendition) {
        String path() {
            return Places.picture(picture.id(), rendition.width());
        }
    }

    private static Rendition usual(List<Rendition> sizes) {
        return sizes.stream()
                .filter(size -> size.width() >= USUAL_WIDTH)
                .findFirst()
                .orElse(sizes.getLast());
    }

    static @Nullable String credit(Picture picture) {
        String credit = picture.credit();
        return credit == null || credit.contains("©") ? credit : "© " + credit;
    }
}
