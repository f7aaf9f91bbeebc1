package press.rotative.newsroom.people;

import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;

/// One's own account as the screen shows it.
public record AccountPage(Shell shell, Form form, Member member) {}
