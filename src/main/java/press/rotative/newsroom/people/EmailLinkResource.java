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
import press.rotative.newsroom.Asking;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.SignedIn;
import press.rotative.people.Member;
import press.rotative.people.acts.ConfirmEmail;
import press.rotative.people.signin.Attempts;
import press.rotative.people.signin.EmailChanges;

/// Who asked for another e-mail address shows that they read its mail ([EmailResource] sent the link). They are
/// signed in, with the address of before where they were not: a mail to a mistyped address gives its stranger
/// nothing.
@Path("/newsroom/email/{secret: [A-Za-z0-9_-]{43}}")
@RunOnVirtualThread
class EmailLinkResource {
    private final Screens screens;
    private final Asking asking;
    private final Attempts attempts;
    private final AccountMails mails;

    EmailLinkResource(Screens screens, Asking asking, Attempts attempts, AccountMails mails) {
        this.screens = screens;
        this.asking = asking;
        this.attempts = attempts;
        this.mails = mails;
    }

    @GET
    @SignedIn
    public Response show(@PathParam("secret") String secret) {
        return page(secret, screens.form());
    }

    private Response page(String secret, Form form) {
        var waiting = screens.read(sql -> EmailChanges.good(sql, screens.actor().staffId(), secret, screens.now()));
        var shell = screens.shell("email.title", null);
        return screens.showAgain(
                form,
                shell,
                Templates.email(
                        shell,
                        form,
                        secret,
                        waiting.member().name(),
                        waiting.email().text()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response confirm(@PathParam("secret") String secret, MultivaluedMap<String, String> sent) {
        attempts.count(Attempts.What.LINK, asking.asker().whole());
        return screens.submit(
                screens.form(sent),
                form -> {
                    Member before = screens.perform(new ConfirmEmail(screens.actor(), secret));
                    mails.tell(before, AccountMails.Change.EMAIL);
                    return screens.to("/newsroom/account", "email.changed");
                },
                form -> page(secret, form));
    }
}
