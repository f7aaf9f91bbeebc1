package press.rotative.newsroom.people;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.PasskeyForms;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SessionCookie;
import press.rotative.people.signin.PasskeySetUp;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.Stage;

/// The page of signing in, and where somebody goes on from there: to their second step, or into the newsroom.
@Singleton
final class Entrance {
    static final String SIGN_IN = "/newsroom/sign-in";
    static final int REFUSED = 403;

    private final Screens screens;
    private final SessionCookie cookie;
    private final PasskeyForms passkeys;

    Entrance(Screens screens, SessionCookie cookie, PasskeyForms passkeys) {
        this.screens = screens;
        this.cookie = cookie;
        this.passkeys = passkeys;
    }

    Response page(int status, Form form) {
        var shell = screens.shell("sign.in.title", null).withScripts(PasskeyForms.script());
        return screens.show(status, shell, Templates.signIn(shell, form, passkeys.offer("sign-in")));
    }

    /// Whoever was half way in begins again.
    Response over() {
        return Response.fromResponse(page(REFUSED, screens.form().refuse("sign.in.over")))
                .cookie(cookie.gone())
                .build();
    }

    /// @param then where somebody wanted to go; another address than one of ours leads into the newsroom
    /// @return null: it was wrong
    @Nullable
    Response after(SignIn.Step step, String then) {
        return switch (step) {
            case SignIn.Step.Taken(Stage stage, String secret) -> holding(secret, screens.to(place(stage, then)));
            case SignIn.Step.Wrong() -> null;
            case SignIn.Step.Over() -> over();
        };
    }

    /// After a link, or the first second factor. The recovery codes are shown once.
    ///
    /// @param codes empty: those of before are good
    /// @param then where somebody wanted to go; another address than one of ours leads into the newsroom
    Response in(String secret, List<String> codes, String then) {
        String place = place(Stage.IN, then);
        if (codes.isEmpty()) {
            return holding(secret, screens.to(place));
        }
        var shell = screens.shell("codes.title", null);
        return holding(secret, screens.show(shell, Templates.codes(shell, codes, place)));
    }

    /// @return null: it was not taken, and the form says why
    @Nullable
    Response after(PasskeySetUp.Outcome outcome, Form form) {
        return switch (outcome) {
            case PasskeySetUp.Outcome.Done done -> in(done.begun(), done.recoveryCodes(), form.value("then"));
            case PasskeySetUp.Outcome.Wrong(var why) -> {
                form.refuse(PasskeyForms.notKept(why));
                yield null;
            }
            case PasskeySetUp.Outcome.Over _ -> over();
        };
    }

    private Response holding(String secret, Response answer) {
        return Response.fromResponse(answer).cookie(cookie.holding(secret)).build();
    }

    /// Where one goes on who came in so far.
    static String place(Stage stage, String then) {
        String carried = Screens.isOurs(then) ? "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8) : "";
        return switch (stage) {
            case CODE -> SIGN_IN + "/code" + carried;
            case FACTOR -> SIGN_IN + "/factor" + carried;
            case IN -> Screens.isOurs(then) ? then : "/newsroom";
        };
    }
}
