package press.rotative.newsroom.people;

import java.util.List;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;

/// One's own account as the screen shows it.
///
/// @param sessions in which one is in now, the last seen first
public record AccountPage(Shell shell, Form form, Member member, List<SessionLine> sessions) {
    public AccountPage {
        sessions = List.copyOf(sessions);
    }
}
