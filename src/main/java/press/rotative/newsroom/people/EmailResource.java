package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
import press.rotative.people.acts.AskForEmail;
import press.rotative.people.acts.ConfirmEmail;
import press.rotative.people.signin.Attempts;

/// Another e-mail address for oneself: asked for here, confirmed by a link that is sent to it ([EmailLinkResource]).
/// The address of before is told of both. Where no mail is set up nobody can be asked, and it counts at once.
@Path("/newsroom/account/email")
@RunOnVirtualThread
class EmailResource {
    private static final String ACCOUNT = "/newsroom/account";

    private final Screens screens;
    private final Attempts attempts;
    private final Letters letters;
    private final AccountMails mails;
    private final MailQueue queue;
    private final AccountPages account;
    private final SecureRandom random;

    EmailResource(
            Screens screens,
            Attempts attempts,
            Letters letters,
            AccountMails mails,
            MailQueue queue,
            AccountPages account,
            SecureRandom random) {
        this.screens = screens;
        this.attempts = attempts;
        this.letters = letters;
        this.mails = mails;
        this.queue = queue;
        this.account = account;
        this.random = random;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    @Proved
    public Response ask(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::ask, account::again);
    }

    private @Nullable Response ask(Form form) {
        EmailAddress email = form.take("email", EmailAddress::new);
        if (email == null) {
            return null;
        }
        Member member = screens.person();
        attempts.count(Attempts.What.EMAIL_CHANGE, Long.toString(member.id()));
        Optional<String> secret = screens.perform(new AskForEmail(screens.actor(), email, random));
        if (!letters.areSent()) {
            if (secret.isEmpty()) {
                form.refuseField("email", "problem.email.taken");
                return null;
            }
            screens.perform(new ConfirmEmail(secret.get()));
            return screens.to(ACCOUNT, "email.changed");
        }
        var shell = screens.shell("account.title", null);
        boolean taken = secret.isEmpty()
                || queue.take(
                        MailQueue.Lane.LINKS,
                        "a link for another address",
                        () -> letters.sendEmailLink(email, member, shell, secret.get()));
        if (!taken) {
            form.refuseField("email", "problem.too.often");
            return null;
        }
        mails.tell(member, AccountMails.Change.EMAIL_ASKED);
        return screens.to(ACCOUNT, "email.asked");
    }
}
