package press.rotative.newsroom.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;

/// The journal of what the staff does, newest first.
///
/// @param form what it is narrowed to: `person`, `kind`, `day`
/// @param people by their numbers as a form holds them
/// @param kinds by their labels
/// @param older address of what came before; null: this is all
public record JournalPage(
        Shell shell,
        Form form,
        List<Map.Entry<String, String>> people,
        List<Map.Entry<String, String>> kinds,
        List<Line> lines,
        @Nullable String older) {

    public JournalPage {
        people = List.copyOf(people);
        kinds = List.copyOf(kinds);
        lines = List.copyOf(lines);
    }

    /// @param who their name; the program and unknown people have one too
    /// @param path of who did it; null: nobody with a page
    /// @param act in words
    /// @param subject what it concerns
    public record Line(Moment at, String who, @Nullable String path, String act, String subject) {}
}
