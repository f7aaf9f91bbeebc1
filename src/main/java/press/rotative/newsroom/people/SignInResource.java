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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asking;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Open;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SessionCookie;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.Stage;

/// Signing in: a password, then the second factor or setting one up; and signing out.
@Path("/newsroom")
@RunOnVirtualThread
class SignInResource {
    private static final String SIGN_IN = "/newsroom/sign-in";
    private static final int REFUSED = 403;

    private final Screens screens;
    private final Asking asking;
    private final SessionCookie cookie;
    private final SignIn signIn;
    private final AccountMails mails;

    SignInResource(Screens screens, Asking asking, SessionCookie cookie, SignIn signIn, AccountMails mails) {
        this.screens = screens;
        this.asking = asking;
        this.cookie = cookie;
        this.signIn = signIn;
        this.mails = mails;
    }

    @GET
    @Path("sign-in")
    @Open
    public Response ask(@QueryParam("then") @DefaultValue("") String then) {
        if (at(Stage.IN).isPresent()) {
            return screens.to("/newsroom");
        }
        return signInPage(200, screens.form().with("then", then));
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response password(MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> next(
                        signIn.password(form.value("email"), form.value("password"), asking.asker()),
                        form.value("then")),
                form -> signInPage(REFUSED, form.good() ? form.refuse("sign.in.wrong") : form));
    }

    private Response signInPage(int status, Form form) {
        var shell = screens.shell("sign.in.title", null);
        return screens.show(status, shell, Templates.signIn(shell, form));
    }

    /// @return null: it was wrong
    private @Nullable Response next(SignIn.Step step, String then) {
        return switch (step) {
            case SignIn.Step.Taken(Stage stage, String secret) ->
                Response.fromResponse(screens.to(place(stage, then)))
                        .cookie(cookie.holding(secret))
                        .build();
            case SignIn.Step.Wrong() -> null;
            case SignIn.Step.Over() -> over();
        };
    }

    private static String place(Stage stage, String then) {
        String carried = Screens.isOurs(then)
                ? "?then=" + java.net.URLEncoder.encode(then, java.nio.charset.StandardCharsets.UTF_8)
                : "";
        return switch (stage) {
            case CODE -> SIGN_IN + "/code" + carried;
            case FACTOR -> SIGN_IN + "/factor" + carried;
            case IN -> Screens.isOurs(then) ? then : "/newsroom";
        };
    }

    private Response over() {
        return Response.fromResponse(signInPage(REFUSED, screens.form().refuse("sign.in.over")))
                .cookie(cookie.gone())
                .build();
    }

    private Optional<StaffSession> at(Stage stage) {
        return screens.visit().session().filter(session -> session.stage() == stage);
    }

    @GET
    @Path("sign-in/code")
    @Open
    public Response askCode(@QueryParam("then") @DefaultValue("") String then) {
        return at(Stage.CODE).isEmpty()
                ? screens.to(SIGN_IN)
                : codePage(200, screens.form().with("then", then));
    }

    @POST
    @Path("sign-in/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response code(MultivaluedMap<String, String> sent) {
        Optional<StaffSession> half = at(Stage.CODE);
        if (half.isEmpty()) {
            return over();
        }
        return screens.submit(
                screens.form(sent),
                form -> next(signIn.code(half.get(), form.value("code"), asking.asker()), form.value("then")),
                form -> codePage(REFUSED, form.good() ? form.refuse("sign.in.code.wrong") : form));
    }

    private Response codePage(int status, Form form) {
        var shell = screens.shell("sign.in.code.title", null);
        return screens.show(status, shell, Templates.code(shell, form));
    }

    @GET
    @Path("sign-in/factor")
    @Open
    public Response askFactor() {
        Optional<StaffSession> half = at(Stage.FACTOR);
        return half.isEmpty() ? screens.to(SIGN_IN) : factorPage(200, half.get(), screens.form());
    }

    @POST
    @Path("sign-in/factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response factor(MultivaluedMap<String, String> sent) {
        Optional<StaffSession> half = at(Stage.FACTOR);
        if (half.isEmpty()) {
            return over();
        }
        return screens.submit(
                screens.form(sent),
                form -> setUp(half.get(), signIn.firstCode(half.get(), form.value("code"), asking.asker())),
                form -> factorPage(REFUSED, half.get(), form.good() ? form.refuse("sign.in.code.wrong") : form));
    }

    private Response factorPage(int status, StaffSession half, Form form) {
        var shell = screens.shell("factor.title", null);
        SignIn.AppSecret secret = screens.read(sql -> signIn.appSecret(sql, half.staffId(), shell.newspaper()))
                .orElseThrow();
        var picture = QrPicture.of(secret.address());
        return screens.show(status, shell, Templates.factor(shell, form, picture, secret.letters()));
    }

    private @Nullable Response setUp(StaffSession half, SignIn.SetUp result) {
        return switch (result) {
            case SignIn.SetUp.Done(String secret, List<String> codes) -> {
                mails.tell(half.staffId(), AccountMails.Change.FACTOR_ADDED);
                yield Response.fromResponse(recoveryCodes(codes))
                        .cookie(cookie.holding(secret))
                        .build();
            }
            case SignIn.SetUp.Wrong() -> null;
            case SignIn.SetUp.Over() -> over();
        };
    }

    private Response recoveryCodes(List<String> codes) {
        var shell = screens.shell("codes.title", null);
        return screens.show(shell, Templates.codes(shell, codes, "/newsroom"));
    }

    @POST
    @Path("sign-out")
    @SignedIn
    public Response signOut() {
        screens.visit().session().ifPresent(session -> signIn.out(session, screens.actor()));
        return Response.fromResponse(screens.to(SIGN_IN, "signed.out"))
                .cookie(cookie.gone())
                .build();
    }
}
