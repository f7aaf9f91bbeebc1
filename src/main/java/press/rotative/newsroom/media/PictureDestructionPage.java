package press.rotative.newsroom.media;

import java.util.List;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// Destroying a picture: which pages lose it and what they show then, what goes for good, what stays, and the form that
/// decides.
///
/// @param uses public stories that show it, the newest first
/// @param more in words, how many public stories show it beyond those that are listed; empty: none
/// @param same other pictures with the very same bytes, which go with it
public record PictureDestructionPage(
        Shell shell, Form form, PictureCard card, List<Use> uses, String more, List<PictureCard> same) {

    public PictureDestructionPage {
        uses = List.copyOf(uses);
        same = List.copyOf(same);
    }

    /// @param path of the public page
    /// @param shows what stands in the picture's place, a sentence for each place
    public record Use(
            String headline, String language, String direction, String edition, String path, List<String> shows) {
        public Use {
            shows = List.copyOf(shows);
        }
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
