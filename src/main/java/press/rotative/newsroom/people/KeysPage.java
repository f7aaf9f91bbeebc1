package press.rotative.newsroom.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;

/// The keys of programs, the newest first, and the form for another one.
///
/// @param next where the list goes on; null: it ends here
public record KeysPage(
        Shell shell,
        Form form,
        Places.Choice choice,
        List<Line> keys,
        @Nullable String next) {

    public KeysPage {
        keys = List.copyOf(keys);
    }

    /// @param revoked null: it is good
    public record Line(
            long id,
            String label,
            List<String> roles,
            Moment made,
            @Nullable Moment revoked) {
        public Line {
            roles = List.copyOf(roles);
        }
    }
}
