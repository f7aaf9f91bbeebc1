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
import press.rotative.newsroom.Open;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SessionCookie;
import press.rotative.people.EmailAddress;
import press.rotative.people.Staff;
import press.rotative.people.signin.NewPassword;
import press.rotative.people.signin.Setup;
import press.rotative.people.signin.SignIn;

/// The first administrator's way in, by the link that the operator was shown.
@Path("/newsroom/setup/{secret: [A-Za-z0-9_-]{43}}")
@RunOnVirtualThread
class SetupResource {
    private final Screens screens;
    private final Asking asking;
    private final SessionCookie cookie;
    private final SignIn signIn;

    SetupResource(Screens screens, Asking asking, SessionCookie cookie, SignIn signIn) {
        this.screens = screens;
        this.asking = asking;
        this.cookie = cookie;
        this.signIn = signIn;
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
        NewPassword password =
                form.take("password", text -> NewPassword.chosen(text, form.value("name"), form.value("email")));
        if (name == null || email == null || password == null) {
            return null;
        }
        var step = signIn.first(secret, name, email, password, screens.tongue().language(), asking.asker());
        return switch (step) {
            case SignIn.Step.Taken taken ->
                Response.fromResponse(screens.to("/newsroom/sign-in/factor"))
                        .cookie(cookie.holding(taken.secret()))
                        .build();
            case SignIn.Step.Wrong(), SignIn.Step.Over() -> throw Setup.closed();
        };
    }

    private Response page(String secret, Form form) {
        var shell = screens.shell("setup.title", null);
        return screens.showAgain(form, shell, Templates.setup(shell, form, secret));
    }
}
