package press.rotative.newsroom.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;

/// One's own account as the screen shows it.
///
/// @param codesLeft how many recovery codes are left, in words; null: there is no second step that they stand in for
/// @param sessions in which one is in now, the last seen first
public record AccountPage(
        Shell shell, Form form, Member member, @Nullable String codesLeft, List<SessionLine> sessions) {
    public AccountPage {
        sessions = List.copyOf(sessions);
    }
}
