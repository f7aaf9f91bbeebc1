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
import press.rotative.people.EmailAddress;
import press.rotative.people.Staff;
import press.rotative.people.signin.NewPassword;
import press.rotative.people.signin.PasskeySetUp;
import press.rotative.people.signin.Setup;
import press.rotative.people.signin.SignIn;

/// The first administrator's way in, by the link that the operator was shown.
@Path("/newsroom/setup/{secret: [A-Za-z0-9_-]{43}}")
@RunOnVirtualThread
class SetupResource {
    private final Screens screens;
    private final Asking asking;
    private final SignIn signIn;
    private final PasskeySetUp passkeys;
    private final PasskeyForms forms;
    private final BrowserCookie browser;
    private final Entrance entrance;

    SetupResource(
            Screens screens,
            Asking asking,
            SignIn signIn,
            PasskeySetUp passkeys,
            PasskeyForms forms,
            BrowserCookie browser,
            Entrance entrance) {
        this.screens = screens;
        this.asking = asking;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.forms = forms;
        this.browser = browser;
        this.entrance = entrance;
    }

    @GET
    @Open
    public Response ask(@PathParam("secret") String secret) {
        if (!screens.read(sql -> Setup.fits(sql, secret, screens.now()))) {
            throw Setup.closed();
        }
        return page(secret, screens.form());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response begin(@PathParam("secret") String secret, MultivaluedMap<String, String> sent) {
        if (!screens.read(sql -> Setup.fits(sql, secret, screens.now()))) {
            throw Setup.closed();
        }
        return screens.submit(screens.form(sent), form -> first(secret, form), form -> page(secret, form));
    }

    private @Nullable Response first(String secret, Form form) {
        String name = form.take("name", Staff::checkedName);
        EmailAddress email = form.take("email", EmailAddress::new);
        if (PasskeyForms.sent(form)) {
            return name == null || email == null ? null : byPasskey(secret, name, email, form);
        }
        NewPassword password =
                form.take("password", text -> NewPassword.chosen(text, form.value("name"), form.value("email")));
        if (name == null || email == null || password == null) {
            return null;
        }
        return entrance.after(
                signIn.first(secret, name, email, password, screens.tongue().language(), asking.asker()), "");
    }

    private @Nullable Response byPasskey(String secret, String name, EmailAddress email, Form form) {
        var outcome = passkeys.first(
                secret,
                browser.secret().orElse(""),
                name,
                email,
                screens.words().say("passkey.first"),
                screens.tongue().language(),
                PasskeyForms.answer(form),
                forms.site(),
                asking.asker());
        return entrance.after(outcome, form);
    }

    private Response page(String secret, Form form) {
        var shell = screens.shell("setup.title", null).withScripts(PasskeyForms.script());
        return screens.showAgain(form, shell, Templates.setup(shell, form, secret, forms.offer("setup/" + secret)));
    }
}
