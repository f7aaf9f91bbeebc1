package press.rotative.newsroom.fronts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;

/// The screen of an edition's alert.
///
/// @param path where the form goes
/// @param front of the edition, on the public site
/// @param standing null: there is none
/// @param zone the time zone of the form, in words
/// @param longest characters of a text
public record AlertPage(
        Shell shell,
        Form form,
        String path,
        String front,
        String language,
        String direction,
        @Nullable Standing standing,
        String zone,
        int longest) {

    /// @param story screen and headline of the story that it leads to; empty: it leads nowhere
    /// @param hidden because the public cannot read that story now
    public record Standing(String text, List<To> story, boolean hidden, Moment since, Moment until) {
        public Standing {
            story = List.copyOf(story);
        }
    }

    public record To(String path, String headline) {}
}
