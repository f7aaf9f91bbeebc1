package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
import press.rotative.people.acts.AskForEmail;
import press.rotative.people.acts.ChangeEmail;
import press.rotative.people.acts.WithdrawEmail;
import press.rotative.people.signin.Attempts;
import press.rotative.platform.Problem;

/// Another e-mail address for oneself: asked for here, confirmed by a link that is sent to it ([EmailLinkResource]).
/// The address of before is told of both. Where no mail is set up nobody can be asked, and it counts at once.
@Path("/newsroom/account")
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
    @Path("email")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    @Proved
    public Response ask(MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent).beside("email", "problem.email.taken");
        return screens.submit(form, this::ask, account::again);
    }

    /// Only makes things safer, so it is not asked who one is.
    @POST
    @Path("email/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response withdraw() {
        screens.perform(new WithdrawEmail(screens.actor()));
        return screens.to(ACCOUNT, "email.withdrawn");
    }

    private @Nullable Response ask(Form form) {
        EmailAddress email = form.take("email", text -> another(screens.person(), text));
        if (email == null) {
            return null;
        }
        if (letters.areSent()) {
            askByMail(screens.person(), email);
            return screens.to(ACCOUNT, "email.asked");
        }
        count(screens.person());
        screens.perform(new ChangeEmail(screens.actor(), email));
        return screens.to(ACCOUNT, "email.changed");
    }

    private static EmailAddress another(Member member, String text) {
        var email = new EmailAddress(text);
        if (email.text().equals(member.email())) {
            throw Problem.invalid("This is the e-mail address that you have.").as("problem.email.same");
        }
        return email;
    }

    private void count(Member member) {
        attempts.count(Attempts.What.EMAIL_CHANGE, Long.toString(member.id()));
    }

    /// The same is done, and as much waits in the queue, whether somebody has the address or not.
    private void askByMail(Member member, EmailAddress email) {
        Shell shell = screens.shell("account.title", null);
        queue.first(
                MailQueue.Lane.LINKS,
                "a link for another address",
                () -> {
                    count(member);
                    return screens.perform(new AskForEmail(screens.actor(), email, random));
                },
                secret -> secret.ifPresent(link -> letters.sendEmailLink(email, member, shell, link)));
        mails.tell(member, AccountMails.Change.EMAIL_ASKED);
    }
}
