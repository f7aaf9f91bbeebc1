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
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asking;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.PasskeyForms;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.acts.RemovePasskey;
import press.rotative.people.acts.RenamePasskey;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.people.signin.PasskeySetUp;
import press.rotative.people.signin.StaffSession;

/// One's own passkeys: another one, another name, one fewer. Their list stands on the screen of the account.
@Path("/newsroom/account/passkeys")
@RunOnVirtualThread
class PasskeysResource {
    private static final String ACCOUNT = "/newsroom/account";

    private final Screens screens;
    private final Asking asking;
    private final PasskeyForms forms;
    private final PasskeySetUp setUp;
    private final AccountMails mails;
    private final AccountPages account;

    PasskeysResource(
            Screens screens,
            Asking asking,
            PasskeyForms forms,
            PasskeySetUp setUp,
            AccountMails mails,
            AccountPages account) {
        this.screens = screens;
        this.asking = asking;
        this.forms = forms;
        this.setUp = setUp;
        this.mails = mails;
        this.account = account;
    }

    @GET
    @SignedIn
    @Proved
    public Response ask() {
        return page(screens.form());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    @Proved
    public Response add(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::add, this::page);
    }

    private @Nullable Response add(Form form) {
        String label = form.take("label", Passkeys::checkedLabel);
        if (label == null) {
            return null;
        }
        if (!PasskeyForms.sent(form)) {
            form.refuse("passkey.script");
            return null;
        }
        var outcome =
                setUp.add(session(), screens.actor(), label, PasskeyForms.answer(form), forms.site(), asking.asker());
        return switch (outcome) {
            case PasskeySetUp.Outcome.Done done -> added(done);
            case PasskeySetUp.Outcome.Wrong(var why) -> {
                form.refuse(PasskeyForms.notKept(why));
                yield null;
            }
            case PasskeySetUp.Outcome.Over _ -> screens.to("/newsroom/sign-in");
        };
    }

    private StaffSession session() {
        return screens.visit().session().orElseThrow();
    }

    private Response added(PasskeySetUp.Outcome.Done done) {
        mails.tell(done.staffId(), AccountMails.Change.PASSKEY_ADDED);
        if (done.recoveryCodes().isEmpty()) {
            return screens.to(ACCOUNT, "passkey.added");
        }
        var shell = screens.shell("codes.title", null);
        return screens.show(shell, Templates.codes(shell, done.recoveryCodes(), ACCOUNT + "?done=passkey.added"));
    }

    private Response page(Form form) {
        var shell = screens.shell("passkeys.add", NavItem.ACCOUNT).withScripts(PasskeyForms.script());
        return screens.showAgain(form, shell, Templates.passkey(shell, form, forms.offer("new")));
    }

    /// As for other forms of the account.
    @GET
    @Path("{id: [0-9]{1,18}}/{form: name|removal}")
    @SignedIn
    public Response back(@PathParam("id") long id, @PathParam("form") String form) {
        return screens.to(ACCOUNT);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response rename(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(new RenamePasskey(screens.actor(), id, form.value("label")));
                    return screens.to(ACCOUNT, "saved");
                },
                form -> account.again(form.with(PasskeyLine.field(id), form.value("label"))));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    @Proved
    public Response remove(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(
                            new RemovePasskey(screens.actor(), id, session().id()));
                    mails.tell(screens.actor().staffId(), AccountMails.Change.PASSKEY_REMOVED);
                    return screens.to(ACCOUNT, "passkey.removed");
                },
                account::again);
    }
}
