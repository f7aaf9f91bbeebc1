package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.ChangeAccount;
import press.rotative.people.Member;
import press.rotative.people.Staff;
import press.rotative.people.acts.EndOtherSessions;
import press.rotative.people.acts.EndOwnSession;
import press.rotative.people.signin.Links;
import press.rotative.people.signin.NewPassword;
import press.rotative.people.signin.SignIn;

/// One's own account.
@Path("/newsroom/account")
@RunOnVirtualThread
class AccountResource {
    private static final String HERE = "/newsroom/account";

    private final Screens screens;
    private final Links links;
    private final SignIn signIn;
    private final AccountMails mails;
    private final AccountPages account;

    AccountResource(Screens screens, Links links, SignIn signIn, AccountMails mails, AccountPages account) {
        this.screens = screens;
        this.links = links;
        this.signIn = signIn;
        this.mails = mails;
        this.account = account;
    }

    @GET
    @SignedIn
    public Response show() {
        return account.again(screens.form());
    }

    /// A form of the account that was refused, and whose address somebody typed, or reloaded without sending.
    @GET
    @Path("{form: email|password|recovery-codes|sessions}")
    @SignedIn
    public Response back(@PathParam("form") String form) {
        return screens.to(HERE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response change(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::change, account::page);
    }

    private @Nullable Response change(Form form) {
        String name = form.take("name", Staff::checkedName);
        if (name == null) {
            return null;
        }
        String language = form.value("language");
        screens.perform(new ChangeAccount(
                screens.actor(),
                name,
                Words.LANGUAGES.contains(language) ? language : null,
                form.has("single-keys", "on")));
        return screens.to(HERE, "saved");
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    @Proved
    public Response changePassword(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::changePassword, account::again);
    }

    private @Nullable Response changePassword(Form form) {
        Member member = screens.person();
        NewPassword password = form.take("password", text -> NewPassword.chosen(text, member.name(), member.email()));
        if (password == null) {
            return null;
        }
        links.change(screens.visit().session().orElseThrow(), screens.actor(), password);
        mails.tell(member.id(), AccountMails.Change.PASSWORD);
        return screens.to(HERE, "password.changed");
    }

    /// The new ones are shown once.
    @POST
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    @Proved
    public Response renewCodes(MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    var shell = screens.shell("codes.title", null);
                    List<String> codes = signIn.renewCodes(screens.actor());
                    mails.tell(screens.actor().staffId(), AccountMails.Change.CODES);
                    return screens.show(shell, Templates.codes(shell, codes, HERE));
                },
                account::again);
    }

    @POST
    @Path("sessions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response endSession(MultivaluedMap<String, String> sent) {
        String session = screens.form(sent).value("session");
        if (session.equals("others")) {
            long here = screens.visit().session().orElseThrow().id();
            screens.perform(new EndOtherSessions(screens.actor(), here));
            return screens.to(HERE, "sessions.ended");
        }
        if (session.matches("[0-9]{1,18}")) {
            screens.perform(new EndOwnSession(screens.actor(), Long.parseLong(session)));
        }
        return screens.to(HERE, "session.ended");
    }
}
