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
import press.rotative.newsroom.PasskeyForms;
import press.rotative.newsroom.Screens;
import press.rotative.people.signin.PasskeySetUp;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.Stage;

/// Somebody whose password was right and who has to have a second step sets one up: an app, or a passkey.
@Path("/newsroom/sign-in/factor")
@RunOnVirtualThread
class FactorResource {
    private final Screens screens;
    private final Asking asking;
    private final SignIn signIn;
    private final PasskeySetUp passkeys;
    private final PasskeyForms forms;
    private final Entrance entrance;
    private final AccountMails mails;

    FactorResource(
            Screens screens,
            Asking asking,
            SignIn signIn,
            PasskeySetUp passkeys,
            PasskeyForms forms,
            Entrance entrance,
            AccountMails mails) {
        this.screens = screens;
        this.asking = asking;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.forms = forms;
        this.entrance = entrance;
        this.mails = mails;
    }

    private Optional<StaffSession> half() {
        return screens.visit().session().filter(session -> session.stage() == Stage.FACTOR);
    }

    @GET
    @Open
    public Response ask(@QueryParam("then") @DefaultValue("") String then) {
        return half().map(half -> page(200, half, screens.form().with("then", then)))
                .orElseGet(() -> screens.to(Entrance.SIGN_IN));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response take(MultivaluedMap<String, String> sent) {
        Optional<StaffSession> half = half();
        if (half.isEmpty()) {
            return entrance.over();
        }
        return screens.submit(
                screens.form(sent),
                form -> PasskeyForms.sent(form) ? passkey(half.get(), form) : app(half.get(), form),
                form -> page(Entrance.REFUSED, half.get(), form.good() ? form.refuse("sign.in.code.wrong") : form));
    }

    private @Nullable Response passkey(StaffSession half, Form form) {
        String label = screens.words().say("passkey.first");
        var outcome = passkeys.setUp(half, label, PasskeyForms.answer(form), forms.site(), asking.asker());
        if (outcome instanceof PasskeySetUp.Outcome.Done) {
            mails.tell(half.staffId(), AccountMails.Change.PASSKEY_ADDED);
        }
        return entrance.after(outcome, form);
    }

    private @Nullable Response app(StaffSession half, Form form) {
        return switch (signIn.firstCode(half, form.value("code"), asking.asker())) {
            case SignIn.SetUp.Done(String secret, List<String> codes) -> {
                mails.tell(half.staffId(), AccountMails.Change.FACTOR_ADDED);
                yield entrance.in(secret, codes, form.value("then"));
            }
            case SignIn.SetUp.Wrong() -> null;
            case SignIn.SetUp.Over() -> entrance.over();
        };
    }

    private Response page(int status, StaffSession half, Form form) {
        var shell = screens.shell("factor.title", null).withScripts(PasskeyForms.script());
        SignIn.AppSecret secret = screens.read(sql -> signIn.appSecret(sql, half.staffId(), shell.newspaper()))
                .orElseThrow();
        var picture = QrPicture.of(secret.address());
        return screens.show(
                status, shell, Templates.factor(shell, form, picture, secret.letters(), forms.offer("factor")));
    }
}
