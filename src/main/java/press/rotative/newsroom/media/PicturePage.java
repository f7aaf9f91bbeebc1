package press.rotative.newsroom.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.StoryCard;

/// One picture as its screen shows it.
///
/// @param facts name and value: size, number, whether the public has seen it
/// @param shown at the width that clicks are counted in; null: its file is not held
/// @param crops what lists and cards show of it
/// @param used the stories that show it in one of their texts, as far as this person may see them
/// @param usedMore there are more
/// @param usedKnown false: the index cannot tell just now
/// @param destroyed when and that it was destroyed, in words; null: it was not
/// @param destruction address of the page that destroys it; null: not for this person, or it is done
/// @param mayEdit whether this person may describe it and change its rights
/// @param zone in which times are written
public record PicturePage(
        Shell shell,
        PictureCard card,
        List<Fact> facts,
        PictureCard.@Nullable Size shown,
        List<Crop> crops,
        List<StoryCard> used,
        boolean usedMore,
        boolean usedKnown,
        @Nullable String destroyed,
        @Nullable String destruction,
        boolean mayEdit,
        String zone) {

    public PicturePage {
        facts = List.copyOf(facts);
        crops = List.copyOf(crops);
        used = List.copyOf(used);
    }

    public record Fact(String name, String value) {}

    public record Crop(String name, PictureCard.Size size) {}

    public String style() {
        return Screens.asset("media.css");
    }
}
