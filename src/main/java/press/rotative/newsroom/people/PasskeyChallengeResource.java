package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import press.rotative.newsroom.BrowserCookie;
import press.rotative.newsroom.Open;
import press.rotative.newsroom.PasskeyForms;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.passkeys.Ceremony;
import press.rotative.people.signin.Invitations;
import press.rotative.people.signin.PasskeySetUp;
import press.rotative.people.signin.PasskeySignIn;
import press.rotative.people.signin.Setup;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Problem;

/// What a script asks for just before it asks the browser for a passkey: `{"options": {...}, "ticket": "..."}`. The
/// ticket goes back in the form beside the answer. A challenge lasts five minutes, and asking for one writes nothing.
@Path("/newsroom/passkey")
@RunOnVirtualThread
class PasskeyChallengeResource {
    private final Screens screens;
    private final PasskeyForms forms;
    private final BrowserCookie browser;
    private final PasskeySignIn passkeys;
    private final PasskeySetUp setUp;

    PasskeyChallengeResource(
            Screens screens, PasskeyForms forms, BrowserCookie browser, PasskeySignIn passkeys, PasskeySetUp setUp) {
        this.screens = screens;
        this.forms = forms;
        this.browser = browser;
        this.passkeys = passkeys;
        this.setUp = setUp;
    }

    /// The same for everybody: who comes in is not known yet.
    @POST
    @Path("sign-in")
    @Open
    public Response signIn() {
        String secret = browser.secret().orElseGet(browser::fresh);
        return known(secret, passkeys.ask(forms.site(), secret));
    }

    private Response known(String secret, PasskeySignIn.Asked asked) {
        return Response.fromResponse(told(asked))
                .cookie(browser.holding(secret))
                .build();
    }

    private static Response told(PasskeySignIn.Asked asked) {
        return Response.ok(asked, MediaType.APPLICATION_JSON).build();
    }

    @POST
    @Path("code")
    @Open
    public Response code() {
        return told(passkeys.ask(forms.site(), Ceremony.SECOND_STEP, at(Stage.CODE)));
    }

    private StaffSession at(Stage stage) {
        return screens.visit()
                .session()
                .filter(session -> session.stage() == stage)
                .orElseThrow(
                        () -> new Problem(Problem.Category.UNAUTHENTICATED, "Sign in first.").as("problem.sign.in"));
    }

    @POST
    @Path("factor")
    @Open
    public Response factor() {
        return forHolder(Ceremony.SET_UP, at(Stage.FACTOR));
    }

    private Response forHolder(Ceremony ceremony, StaffSession session) {
        return told(setUp.ask(forms.site(), ceremony, session, screens.person(), newsroom()));
    }

    private String newsroom() {
        return screens.shell("passkeys.title", null).newspaper();
    }

    @POST
    @Path("proof")
    @SignedIn
    public Response proof() {
        return told(passkeys.ask(forms.site(), Ceremony.PROOF, at(Stage.IN)));
    }

    @POST
    @Path("new")
    @SignedIn
    public Response another() {
        return forHolder(Ceremony.ADD, at(Stage.IN));
    }

    @POST
    @Path("setup/{secret: [A-Za-z0-9_-]{43}}")
    @Open
    public Response first(@PathParam("secret") String link) {
        if (!screens.read(sql -> Setup.fits(sql, link, screens.now()))) {
            throw Setup.closed();
        }
        return forNewcomer(Ceremony.FIRST, link);
    }

    @POST
    @Path("invitation/{secret: [A-Za-z0-9_-]{43}}")
    @Open
    public Response join(@PathParam("secret") String link) {
        screens.read(sql -> Optional.of(new Invitations(sql).good(link, screens.now())));
        return forNewcomer(Ceremony.JOIN, link);
    }

    private Response forNewcomer(Ceremony ceremony, String link) {
        String secret = browser.secret().orElseGet(browser::fresh);
        return known(secret, setUp.ask(forms.site(), ceremony, link, secret, newsroom()));
    }
}
