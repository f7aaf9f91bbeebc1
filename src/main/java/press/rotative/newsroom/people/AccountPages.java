package press.rotative.newsroom.people;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.PasskeyForms;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.people.signin.EmailChanges;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.StaffSessions;

/// Makes the screen of one's own account, on which several forms stand.
@Singleton
final class AccountPages {
    private final Screens screens;
    private final PasskeyForms forms;

    AccountPages(Screens screens, PasskeyForms forms) {
        this.screens = screens;
        this.forms = forms;
    }

    /// The screen once more, where another of its forms than the first was refused.
    Response again(Form form) {
        return page(filled(form));
    }

    /// Fills in how somebody is called and how their screens are.
    Form filled(Form form) {
        Member member = screens.person();
        return form.with("name", member.name())
                .with("language", member.language())
                .with("single-keys", member.singleKeys() ? "on" : null);
    }

    Response page(Form form) {
        Shell shell = screens.shell("account.title", NavItem.ACCOUNT);
        Member member = screens.person();
        long own = screens.visit().session().map(StaffSession::id).orElse(0L);
        Instant now = screens.now();
        AccountPage page = screens.read(sql -> {
            List<StaffSession> sessions = new StaffSessions(sql).of(member.id(), now);
            SecondFactors.Had had = SecondFactors.of(sql, member.id());
            return new AccountPage(
                    shell,
                    form,
                    member,
                    EmailChanges.of(sql, member.id(), now)
                            .map(EmailAddress::text)
                            .orElse(null),
                    had.password(),
                    had.any() ? shell.words().count("account.codes", had.recoveryCodes()) : null,
                    PasskeyLine.of(new Passkeys(sql).of(member.id()), form, shell.dates()),
                    forms.offer("new") != null,
                    SessionLine.of(sessions, shell.dates(), own));
        });
        return screens.showAgain(form, shell, Templates.account(page));
    }
}
