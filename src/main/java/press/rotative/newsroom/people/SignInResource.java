package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asking;
import press.rotative.newsroom.BrowserCookie;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Open;
import press.rotative.newsroom.PasskeyForms;
import press.rotative.newsroom.PasskeyOffer;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SessionCookie;
import press.rotative.people.signin.PasskeySignIn;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.Stage;

/// Signing in: a password and then the second factor, or a passkey, which is both; and signing out.
@Path("/newsroom")
@RunOnVirtualThread
class SignInResource {
    private final Screens screens;
    private final Asking asking;
    private final SessionCookie cookie;
    private final BrowserCookie browser;
    private final SignIn signIn;
    private final PasskeySignIn passkeys;
    private final PasskeyForms forms;
    private final Entrance entrance;

    SignInResource(
            Screens screens,
            Asking asking,
            SessionCookie cookie,
            BrowserCookie browser,
            SignIn signIn,
            PasskeySignIn passkeys,
            PasskeyForms forms,
            Entrance entrance) {
        this.screens = screens;
        this.asking = asking;
        this.cookie = cookie;
        this.browser = browser;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.forms = forms;
        this.entrance = entrance;
    }

    @GET
    @Path("sign-in")
    @Open
    public Response ask(@QueryParam("then") @DefaultValue("") String then) {
        if (at(Stage.IN).isPresent()) {
            return screens.to(Entrance.place(Stage.IN, then));
        }
        return entrance.page(200, screens.form().with("then", then));
    }

    private Optional<StaffSession> at(Stage stage) {
        return screens.visit().session().filter(session -> session.stage() == stage);
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response password(MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> entrance.after(
                        signIn.password(form.value("email"), form.value("password"), asking.asker()),
                        form.value("then")),
                form -> entrance.page(Entrance.REFUSED, form.good() ? form.refuse("sign.in.wrong") : form));
    }

    /// Both steps at once, and nobody says who they are: the passkey does.
    @POST
    @Path("sign-in/passkey")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response passkey(MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                this::passkey,
                form -> entrance.page(Entrance.REFUSED, form.good() ? form.refuse("passkey.script") : form));
    }

    private @Nullable Response passkey(Form form) {
        if (!PasskeyForms.sent(form)) {
            return null;
        }
        String known = browser.secret().orElse("");
        return shown(passkeys.signIn(PasskeyForms.answer(form), forms.site(), known, asking.asker()), form);
    }

    /// @return null: it was not taken, and the form says why
    private @Nullable Response shown(PasskeySignIn.Outcome outcome, Form form) {
        return switch (outcome) {
            case PasskeySignIn.Outcome.Right(var secret) ->
                entrance.after(new SignIn.Step.Taken(Stage.IN, Objects.requireNonNull(secret)), form.value("then"));
            case PasskeySignIn.Outcome.Wrong wrong -> {
                form.refuse(forms.refused(wrong));
                yield null;
            }
            case PasskeySignIn.Outcome.Over _ -> entrance.over();
        };
    }

    @GET
    @Path("sign-in/code")
    @Open
    public Response askCode(@QueryParam("then") @DefaultValue("") String then) {
        return at(Stage.CODE)
                .map(half -> codePage(200, half, screens.form().with("then", then)))
                .orElseGet(() -> screens.to(Entrance.SIGN_IN));
    }

    @POST
    @Path("sign-in/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response code(MultivaluedMap<String, String> sent) {
        Optional<StaffSession> half = at(Stage.CODE);
        if (half.isEmpty()) {
            return entrance.over();
        }
        return screens.submit(
                screens.form(sent),
                form -> code(half.get(), form),
                form -> codePage(Entrance.REFUSED, half.get(), form.good() ? form.refuse("sign.in.code.wrong") : form));
    }

    private @Nullable Response code(StaffSession half, Form form) {
        return PasskeyForms.sent(form)
                ? shown(passkeys.code(half, PasskeyForms.answer(form), forms.site(), asking.asker()), form)
                : entrance.after(signIn.code(half, form.value("code"), asking.asker()), form.value("then"));
    }

    private Response codePage(int status, StaffSession half, Form form) {
        var shell = screens.shell("sign.in.code.title", null).withScripts(PasskeyForms.script());
        SecondFactors.Had had = screens.read(sql -> SecondFactors.of(sql, half.staffId()));
        PasskeyOffer offer = had.passkeys() == 0 ? null : forms.offer("code");
        return screens.show(status, shell, Templates.code(shell, form, had.app(), offer));
    }

    /// Also of who is out already, by time or elsewhere.
    @POST
    @Path("sign-out")
    @Open
    public Response signOut() {
        screens.visit().session().ifPresent(session -> signIn.out(session, screens.actor()));
        return Response.fromResponse(screens.to(Entrance.SIGN_IN, "signed.out"))
                .cookie(cookie.gone())
                .build();
    }
}
