package press.rotative.newsroom.people;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.PasskeyOffer;
import press.rotative.newsroom.Shell;

/// Which screen is made by which template of `src/main/jte/newsroom/people`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> signIn(Shell shell, Form form, @Nullable PasskeyOffer passkey) {
        return out -> JtesigninGenerated.render(out, null, shell, form, passkey);
    }

    /// @param app whether codes of an app are taken; else only recovery codes
    static Consumer<HtmlTemplateOutput> code(Shell shell, Form form, boolean app, @Nullable PasskeyOffer passkey) {
        return out -> JtecodeGenerated.render(out, null, shell, form, app, passkey);
    }

    static Consumer<HtmlTemplateOutput> email(Shell shell, Form form, String secret, String name, String email) {
        return out -> JteemailGenerated.render(out, null, shell, form, secret, name, email);
    }

    static Consumer<HtmlTemplateOutput> factor(
            Shell shell, Form form, QrPicture picture, String letters, @Nullable PasskeyOffer passkey) {
        return out -> JtefactorGenerated.render(out, null, shell, form, picture, letters, passkey);
    }

    /// @param then where it goes on
    static Consumer<HtmlTemplateOutput> codes(Shell shell, List<String> codes, String then) {
        return out -> JtecodesGenerated.render(out, null, shell, codes, then);
    }

    static Consumer<HtmlTemplateOutput> setup(Shell shell, Form form, String secret, @Nullable PasskeyOffer passkey) {
        return out -> JtesetupGenerated.render(out, null, shell, form, secret, passkey);
    }

    static Consumer<HtmlTemplateOutput> account(AccountPage page) {
        return out -> JteaccountGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> passkey(Shell shell, Form form, @Nullable PasskeyOffer passkey) {
        return out -> JtenewpasskeyGenerated.render(out, null, shell, form, passkey);
    }

    static Consumer<HtmlTemplateOutput> staff(StaffPage page) {
        return out -> JtestaffGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> person(PersonPage page) {
        return out -> JtepersonGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> invitations(InvitationsPage page) {
        return out -> JteinvitationsGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> keys(KeysPage page) {
        return out -> JtekeysGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> link(LinkPage page) {
        return out -> JtelinkGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> join(
            Shell shell, Form form, String secret, String email, @Nullable PasskeyOffer passkey) {
        return out -> JtejoinGenerated.render(out, null, shell, form, secret, email, passkey);
    }

    /// @param mailed whether links go out by mail
    static Consumer<HtmlTemplateOutput> reset(Shell shell, Form form, boolean mailed) {
        return out -> JteresetGenerated.render(out, null, shell, form, mailed);
    }

    static Consumer<HtmlTemplateOutput> newPassword(Shell shell, Form form, String secret, String email) {
        return out -> JtenewpasswordGenerated.render(out, null, shell, form, secret, email);
    }

    static Consumer<HtmlTemplateOutput> journal(JournalPage page) {
        return out -> JtejournalGenerated.render(out, null, page);
    }
}
