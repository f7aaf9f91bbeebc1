package press.rotative.newsroom.people;

import java.util.List;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;

/// The form that invites somebody, and who was invited.
///
/// @param mailed whether links go out by mail
public record InvitationsPage(Shell shell, Form form, Places.Choice choice, boolean mailed, List<Line> waiting) {

    public InvitationsPage {
        waiting = List.copyOf(waiting);
    }

    /// @param inviter may be empty: the operator
    public record Line(long id, String email, String name, List<String> roles, String inviter, Moment ends) {
        public Line {
            roles = List.copyOf(roles);
        }
    }
}
