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
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asking;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Open;
import press.rotative.newsroom.Screens;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
import press.rotative.people.signin.Links;
import press.rotative.people.signin.NewPassword;
import press.rotative.people.signin.PasswordResets;
import press.rotative.people.signin.SignIn;

/// Somebody forgot their password: they ask for a link by mail, and set another by it.
@Path("/newsroom/reset")
@RunOnVirtualThread
class ResetResource {
    private static final String HERE = "/newsroom/reset";

    private final Screens screens;
    private final Asking asking;
    private final Links links;
    private final Letters letters;
    private final ResetMails mails;
    private final Entrance entrance;
    private final AccountMails changes;

    ResetResource(
            Screens screens,
            Asking asking,
            Links links,
            Letters letters,
            ResetMails mails,
            Entrance entrance,
            AccountMails changes) {
        this.screens = screens;
        this.asking = asking;
        this.links = links;
        this.letters = letters;
        this.mails = mails;
        this.entrance = entrance;
        this.changes = changes;
    }

    @GET
    @Open
    public Response ask() {
        return askPage(screens.form());
    }

    private Response askPage(Form form) {
        var shell = screens.shell("reset.title", null);
        return screens.showAgain(form, shell, Templates.reset(shell, form, letters.areSent()));
    }

    /// The answer is the same, and comes as soon, whether somebody has the address or not.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response send(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::send, this::askPage);
    }

    private @Nullable Response send(Form form) {
        EmailAddress email = form.take("email", EmailAddress::new);
        if (email == null || !letters.areSent()) {
            return null;
        }
        links.countReset(email.text(), asking.asker());
        var shell = screens.shell("reset.title", null);
        mails.begin(
                email.text(), asking.asker(), shell.newspaper(), shell.tongue().language());
        return screens.to(HERE, "reset.asked");
    }

    @GET
    @Path("{secret: [A-Za-z0-9_-]{43}}")
    @Open
    public Response choose(@PathParam("secret") String secret) {
        return page(secret, good(secret), screens.form());
    }

    private Member good(String secret) {
        return screens.read(sql -> PasswordResets.good(sql, secret, screens.now()));
    }

    @POST
    @Path("{secret: [A-Za-z0-9_-]{43}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response set(@PathParam("secret") String secret, MultivaluedMap<String, String> sent) {
        Member member = good(secret);
        return screens.submit(
                screens.form(sent), form -> set(secret, member, form), form -> page(secret, member, form));
    }

    private @Nullable Response set(String secret, Member member, Form form) {
        NewPassword password = form.take("password", text -> NewPassword.chosen(text, member.name(), member.email()));
        if (password == null) {
            return null;
        }
        SignIn.Step step = links.reset(secret, password, asking.asker());
        changes.tell(member.id(), AccountMails.Change.PASSWORD);
        return entrance.after(step, "");
    }

    private Response page(String secret, Member member, Form form) {
        var shell = screens.shell("reset.choose.title", null);
        return screens.showAgain(form, shell, Templates.newPassword(shell, form, secret, member.email()));
    }
}
