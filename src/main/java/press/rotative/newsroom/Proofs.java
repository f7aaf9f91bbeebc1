package press.rotative.newsroom;

import gg.jte.html.HtmlTemplateOutput;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import press.rotative.people.passkeys.Answer;
import press.rotative.people.signin.PasskeySignIn;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.StaffSession;
import press.rotative.platform.Problem;

/// Asks who one is before what is marked [Proved], when that was not shown lately: by password or passkey. The page
/// that asks carries on what was sent, so that the act is done with one more field, and nothing is typed twice; a file
/// is sent once more by the browser.
@Singleton
final class Proofs {
    /// The fields of the password and of a passkey, which no screen of its own may have.
    private static final String FIELD = "proof";

    private static final String ANSWER = "proof-answer";
    private static final String TICKET = "proof-ticket";
    private static final int REFUSED = 403;

    private final Screens screens;
    private final Asking asking;
    private final SessionCookie cookie;
    private final SignIn signIn;
    private final PasskeySignIn passkeys;
    private final PasskeyForms forms;

    Proofs(
            Screens screens,
            Asking asking,
            SessionCookie cookie,
            SignIn signIn,
            PasskeySignIn passkeys,
            PasskeyForms forms) {
        this.screens = screens;
        this.asking = asking;
        this.cookie = cookie;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.forms = forms;
    }

    /// By what somebody shows who they are.
    ///
    /// @param password null: it was not asked for yet
    /// @param passkey null: none was used
    record Shown(@Nullable String password, @Nullable Answer passkey) {

        /// Takes it out of what was sent.
        static Shown in(MultivaluedMap<String, String> sent) {
            String password = SentForm.take(sent, FIELD);
            String answer = SentForm.take(sent, ANSWER);
            String ticket = SentForm.take(sent, TICKET);
            return new Shown(
                    password, answer == null || answer.isEmpty() ? null : new Answer(String.valueOf(ticket), answer));
        }
    }

    /// @return null: it was shown, the request goes on
    @Nullable
    Response ask(ContainerRequestContext request, StaffSession session) {
        if (session.provedLately(screens.now())) {
            return null;
        }
        String address = SentForm.address(request);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return screens.to("/newsroom/proof?then=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        }
        if (!SentForm.isIn(request)) {
            return new SentOnceMore(screens)
                    .page(request, REFUSED, "proof.title", "proof.reload", "/newsroom/proof", "proof.elsewhere");
        }
        MultivaluedMap<String, String> sent = SentForm.read(request);
        Shown shown = Shown.in(sent);
        SentForm.putBack(request, sent);
        return prove(session, shown, screens.form(sent), address);
    }

    /// @param carried what is done when it is right
    /// @return null: it was right
    @Nullable
    Response prove(StaffSession session, Shown shown, Form carried, String address) {
        try {
            if (shown.passkey != null) {
                return byPasskey(session, shown.passkey, carried, address);
            }
            if (shown.password == null) {
                return page(REFUSED, carried, address);
            }
            return switch (signIn.prove(session, shown.password, asking.asker())) {
                case RIGHT -> null;
                case WRONG -> page(REFUSED, carried.refuse("proof.wrong"), address);
                case OVER -> over();
            };
        } catch (Problem problem) {
            return page(problem.category().status(), carried.refuse(problem), address);
        }
    }

    private @Nullable Response byPasskey(StaffSession session, Answer answer, Form carried, String address) {
        return switch (passkeys.prove(session, answer, forms.site(), asking.asker())) {
            case PasskeySignIn.Outcome.Right _ -> null;
            case PasskeySignIn.Outcome.Wrong wrong -> page(REFUSED, carried.refuse(forms.refused(wrong)), address);
            case PasskeySignIn.Outcome.Over _ -> over();
        };
    }

    private Response over() {
        return Response.fromResponse(screens.to("/newsroom/sign-in"))
                .cookie(cookie.gone())
                .build();
    }

    Response page(int status, Form carried, String address) {
        SecondFactors.Had had =
                screens.read(sql -> SecondFactors.of(sql, screens.actor().staffId()));
        PasskeyOffer offer = had.passkeys() == 0 ? null : forms.offer("proof");
        var shell = screens.shell("proof.title", null).withoutLanguages().withScripts(PasskeyForms.script());
        return screens.show(status, shell, out -> proof(out, shell, carried, address, had.password(), offer));
    }

    @SuppressWarnings("NullAway") // the generated class takes null for "no interceptor"
    private static void proof(
            HtmlTemplateOutput out,
            Shell shell,
            Form carried,
            String address,
            boolean password,
            @Nullable PasskeyOffer offer) {
        JteproofGenerated.render(out, null, shell, carried, address, password, offer);
    }
}
