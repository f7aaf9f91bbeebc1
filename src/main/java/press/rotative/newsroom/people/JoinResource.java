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
import press.rotative.newsroom.BrowserCookie;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Open;
import press.rotative.newsroom.PasskeyForms;
import press.rotative.newsroom.Screens;
import press.rotative.people.Staff;
import press.rotative.people.signin.Invitation;
import press.rotative.people.signin.Invitations;
import press.rotative.people.signin.Links;
import press.rotative.people.signin.NewPassword;
import press.rotative.people.signin.PasskeySetUp;

/// Somebody who was invited joins, by the link they were sent.
@Path("/newsroom/invitation/{secret: [A-Za-z0-9_-]{43}}")
@RunOnVirtualThread
class JoinResource {
    private final Screens screens;
    private final Asking asking;
    private final Links links;
    private final PasskeySetUp passkeys;
    private final PasskeyForms forms;
    private final BrowserCookie browser;
    private final Entrance entrance;

    JoinResource(
            Screens screens,
            Asking asking,
            Links links,
            PasskeySetUp passkeys,
            PasskeyForms forms,
            BrowserCookie browser,
            Entrance entrance) {
        this.screens = screens;
        this.asking = asking;
        this.links = links;
        this.passkeys = passkeys;
        this.forms = forms;
        this.browser = browser;
        this.entrance = entrance;
    }

    @GET
    @Open
    public Response ask(@PathParam("secret") String secret) {
        Invitation invitation = good(secret);
        return page(secret, invitation, screens.form().with("name", invitation.name()));
    }

    private Invitation good(String secret) {
        return screens.read(sql -> new Invitations(sql).good(secret, screens.now()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response join(@PathParam("secret") String secret, MultivaluedMap<String, String> sent) {
        Invitation invitation = good(secret);
        return screens.submit(
                screens.form(sent), form -> join(secret, invitation, form), form -> page(secret, invitation, form));
    }

    private @Nullable Response join(String secret, Invitation invitation, Form form) {
        String name = form.take("name", Staff::checkedName);
        if (PasskeyForms.sent(form)) {
            return name == null ? null : byPasskey(secret, name, form);
        }
        NewPassword password = form.take(
                "password",
                text -> NewPassword.chosen(
                        text, form.value("name"), invitation.email().text()));
        if (name == null || password == null) {
            return null;
        }
        return entrance.after(
                links.join(secret, name, password, screens.tongue().language(), asking.asker()), "");
    }

    private @Nullable Response byPasskey(String secret, String name, Form form) {
        var outcome = passkeys.join(
                secret,
                browser.secret().orElse(""),
                name,
                screens.words().say("passkey.first"),
                screens.tongue().language(),
                PasskeyForms.answer(form),
                forms.site(),
                asking.asker());
        return entrance.after(outcome, form);
    }

    private Response page(String secret, Invitation invitation, Form form) {
        var shell = screens.shell("join.title", null).withScripts(PasskeyForms.script());
        return screens.showAgain(
                form,
                shell,
                Templates.join(shell, form, secret, invitation.email().text(), forms.offer("invitation/" + secret)));
    }
}
