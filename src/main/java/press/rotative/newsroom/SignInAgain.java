package press.rotative.newsroom;

import gg.jte.html.HtmlTemplateOutput;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.passkeys.Answer;
import press.rotative.people.signin.PasskeySignIn;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;

/// Somebody sends a form whose session has ended: they sign in on the page that answers, which holds what they typed,
/// and then it is done. Nothing of it is kept on the server. It is done at once for who was signed in when it was
/// typed; anybody else is asked, or told that it is not theirs. Passwords are not carried on. What does not fit in a
/// page (files, endless forms) is sent once more by the browser, when its reader reloads the page after signing in.
@Singleton
public final class SignInAgain {
    /// What this page adds to the address of a form: who typed it, sealed.
    static final String TYPED_BY = "typed-by";

    /// The secret of a session that began here, which the browser is to be given with whatever is answered.
    static final String BEGUN = "press.rotative.begun";

    private static final String PURPOSE = "typed by";
    private static final Set<String> NOT_CARRIED =
            Set.of("password", "answer", "ticket", "proof", "proof-answer", "proof-ticket");
    private static final int REFUSED = 403;

    private final Screens screens;
    private final Asking asking;
    private final SessionCookie cookie;
    private final BrowserCookie browser;
    private final Recognition recognition;
    private final SignIn signIn;
    private final PasskeySignIn passkeys;
    private final PasskeyForms forms;
    private final Seal seal;

    SignInAgain(
            Screens screens,
            Asking asking,
            SessionCookie cookie,
            BrowserCookie browser,
            Recognition recognition,
            SignIn signIn,
            PasskeySignIn passkeys,
            PasskeyForms forms,
            Seal seal) {
        this.screens = screens;
        this.asking = asking;
        this.cookie = cookie;
        this.browser = browser;
        this.recognition = recognition;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.forms = forms;
        this.seal = seal;
    }

    /// What the page asks for now.
    public enum Asks {
        PASSWORD,
        CODE,
        /// Their second step is to be set up first, on another page.
        FACTOR,
        /// Whether what was typed is theirs.
        CONSENT
    }

    /// A form on its way.
    ///
    /// @param form of the page itself
    /// @param carried names and values of what was typed
    /// @param typedBy 0: not known
    /// @param address where it is done
    private record Kept(Form form, List<Map.Entry<String, String>> carried, long typedBy, String address) {
        Kept by(long staffId) {
            return new Kept(form, carried, staffId, address);
        }
    }

    /// What somebody typed on the page itself.
    ///
    /// @param elsewhere they say that they came in meanwhile: what a browser filled in does not count then
    private record Shown(
            String email,
            String password,
            String code,
            @Nullable Answer passkey,
            boolean elsewhere) {

        static Shown in(MultivaluedMap<String, String> sent) {
            String answer = taken(sent, "again-answer");
            String ticket = taken(sent, "again-ticket");
            return new Shown(
                    taken(sent, "again-email"),
                    taken(sent, "again-password"),
                    taken(sent, "again-code"),
                    answer.isEmpty() ? null : new Answer(ticket, answer),
                    SentForm.take(sent, "again-elsewhere") != null);
        }

        private static String taken(MultivaluedMap<String, String> sent, String field) {
            String value = SentForm.take(sent, field);
            return value == null ? "" : value;
        }

        boolean nothing() {
            return elsewhere || email.isBlank() && code.isBlank() && passkey == null;
        }
    }

    /// Whether a form comes from this page.
    static boolean isFrom(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().containsKey(TYPED_BY);
    }

    /// @return null: who typed it is in, and it is done
    @Nullable
    Response ask(ContainerRequestContext request) {
        Optional<StaffSession> session = screens.visit().session();
        if (!SentForm.isIn(request)) {
            return session.filter(each -> each.stage() == Stage.IN).isPresent() ? null : reload(request);
        }
        MultivaluedMap<String, String> sent;
        try {
            sent = SentForm.read(request);
        } catch (Problem problem) {
            if (problem.category() == Problem.Category.TOO_LARGE) {
                return reload(request);
            }
            throw problem;
        }
        Shown shown = Shown.in(sent);
        SentForm.putBack(request, sent);
        Kept kept = kept(request, sent, shown);
        try {
            return shown.nothing() ? standing(session, kept) : step(request, session, shown, kept);
        } catch (Problem problem) {
            kept.form.refuse(problem);
            return page(problem.category().status(), asked(session), kept);
        }
    }

    private Response reload(ContainerRequestContext request) {
        return new SentOnceMore(screens)
                .page(request, 401, "again.title", "again.reload", "/newsroom/sign-in", "again.elsewhere");
    }

    private Kept kept(ContainerRequestContext request, MultivaluedMap<String, String> sent, Shown shown) {
        var carried = screens.form(sent).all().stream()
                .filter(field -> !NOT_CARRIED.contains(field.getKey()))
                .toList();
        String address = SentForm.address(request)
                .replaceAll("(?<=[?&])" + TYPED_BY + "=[^&]*&?", "")
                .replaceAll("[?&]$", "");
        return new Kept(screens.form().with("again-email", shown.email), carried, typedBy(request), address);
    }

    /// By what the page itself said first, else by the session that the browser still holds.
    private long typedBy(ContainerRequestContext request) {
        String told = request.getUriInfo().getQueryParameters().getFirst(TYPED_BY);
        return told == null
                ? cookie.secret(request).map(recognition::holder).orElse(0L)
                : seal.open(PURPOSE, told)
                        .map(bytes -> Long.parseLong(new String(bytes, StandardCharsets.UTF_8)))
                        .orElse(0L);
    }

    /// Nothing was typed on the page: where they stand already.
    private @Nullable Response standing(Optional<StaffSession> session, Kept kept) {
        return asked(session) == Asks.CONSENT ? isIn(session.orElseThrow(), kept) : page(401, asked(session), kept);
    }

    private static Asks asked(Optional<StaffSession> session) {
        return session.map(each -> switch (each.stage()) {
                    case CODE -> Asks.CODE;
                    case FACTOR -> Asks.FACTOR;
                    case IN -> Asks.CONSENT;
                })
                .orElse(Asks.PASSWORD);
    }

    private @Nullable Response isIn(StaffSession session, Kept kept) {
        if (session.staffId() == kept.typedBy) {
            return null;
        }
        if (kept.typedBy == 0) {
            return page(REFUSED, Asks.CONSENT, kept.by(session.staffId()));
        }
        kept.form.refuse("again.stranger");
        return page(REFUSED, Asks.PASSWORD, kept);
    }

    private @Nullable Response step(
            ContainerRequestContext request, Optional<StaffSession> session, Shown shown, Kept kept) {
        if (!shown.email.isBlank() && shown.passkey == null) {
            return after(request, signIn.password(shown.email, shown.password, asking.asker()), kept, false);
        }
        StaffSession half = shown.email.isBlank() && asked(session) == Asks.CODE ? session.orElseThrow() : null;
        if (shown.passkey != null) {
            return byPasskey(request, half, shown.passkey, kept);
        }
        return half == null
                ? late(session, kept)
                : after(request, signIn.code(half, shown.code, asking.asker()), kept, true);
    }

    /// A code, where none is asked for any more: its time is over, or they came in elsewhere.
    private @Nullable Response late(Optional<StaffSession> session, Kept kept) {
        return session.isPresent() ? standing(session, kept) : over(kept);
    }

    private @Nullable Response byPasskey(
            ContainerRequestContext request, @Nullable StaffSession half, Answer answer, Kept kept) {
        PasskeySignIn.Outcome outcome = half == null
                ? passkeys.signIn(answer, forms.site(), browser.secret().orElse(""), asking.asker())
                : passkeys.code(half, answer, forms.site(), asking.asker());
        return switch (outcome) {
            case PasskeySignIn.Outcome.Right(var secret) -> begun(request, Objects.requireNonNull(secret), kept);
            case PasskeySignIn.Outcome.Wrong wrong -> {
                kept.form.refuse(forms.refused(wrong));
                yield page(REFUSED, half == null ? Asks.PASSWORD : Asks.CODE, kept);
            }
            case PasskeySignIn.Outcome.Over _ -> over(kept);
        };
    }

    private @Nullable Response after(ContainerRequestContext request, SignIn.Step step, Kept kept, boolean second) {
        return switch (step) {
            case SignIn.Step.Taken(Stage _, String secret) -> begun(request, secret, kept);
            case SignIn.Step.Wrong() -> {
                kept.form.refuse(second ? "sign.in.code.wrong" : "sign.in.wrong");
                yield page(REFUSED, second ? Asks.CODE : Asks.PASSWORD, kept);
            }
            case SignIn.Step.Over() -> over(kept);
        };
    }

    private Response over(Kept kept) {
        kept.form.refuse("sign.in.over");
        return Response.fromResponse(page(REFUSED, Asks.PASSWORD, kept))
                .cookie(cookie.gone())
                .build();
    }

    private @Nullable Response begun(ContainerRequestContext request, String secret, Kept kept) {
        request.setProperty(BEGUN, secret);
        return standing(recognition.by(secret), kept);
    }

    private Response page(int status, Asks asks, Kept kept) {
        Shell shell = screens.shell(asks == Asks.CONSENT ? "again.consent.title" : "again.title", null)
                .withoutLanguages()
                .withScripts(PasskeyForms.script());
        String address = kept.address + (kept.address.contains("?") ? "&" : "?") + TYPED_BY + "=" + sealed(kept);
        SecondFactors.Had had = asks == Asks.CODE
                ? screens.read(sql -> SecondFactors.of(sql, screens.person().id()))
                : null;
        PasskeyOffer offer =
                switch (asks) {
                    case PASSWORD -> forms.offer("sign-in");
                    case CODE -> had != null && had.passkeys() > 0 ? forms.offer("code") : null;
                    case FACTOR, CONSENT -> null;
                };
        return screens.show(
                status, shell, out -> again(out, shell, kept, address, asks, had != null && had.app(), offer));
    }

    private String sealed(Kept kept) {
        return seal.close(PURPOSE, Long.toString(kept.typedBy).getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("NullAway") // the generated class takes null for "no interceptor"
    private static void again(
            HtmlTemplateOutput out,
            Shell shell,
            Kept kept,
            String address,
            Asks asks,
            boolean app,
            @Nullable PasskeyOffer offer) {
        JteagainGenerated.render(out, null, shell, kept.form, kept.carried, address, asks, app, offer);
    }
}
