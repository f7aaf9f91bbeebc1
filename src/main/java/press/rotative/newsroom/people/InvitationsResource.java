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
import java.security.SecureRandom;
import java.text.Collator;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Power;
import press.rotative.people.Staff;
import press.rotative.people.acts.Invite;
import press.rotative.people.acts.WithdrawInvitation;
import press.rotative.people.signin.Invitation;
import press.rotative.people.signin.Invitations;

/// Inviting people. The link goes out by mail; where none is set up, or it did not go, it is shown to the inviter,
/// once.
@Path("/newsroom/staff/invitations")
@RunOnVirtualThread
class InvitationsResource {
    private static final String HERE = "/newsroom/staff/invitations";

    private final Screens screens;
    private final Letters letters;
    private final SecureRandom random;
    private final Looks looks;

    InvitationsResource(Screens screens, Letters letters, SecureRandom random, Looks looks) {
        this.screens = screens;
        this.letters = letters;
        this.random = random;
        this.looks = looks;
    }

    /// Addresses are personal: that they were looked at stands in the journal.
    @GET
    @Needs(Power.MANAGE_STAFF)
    public Response list() {
        looks.note(Power.MANAGE_STAFF, "invitations-viewed", "invitations");
        return page(screens.form());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response invite(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::invite, this::page);
    }

    private @Nullable Response invite(Form form) {
        EmailAddress email = form.take("email", EmailAddress::new);
        String name = form.value("name").isBlank() ? "" : form.take("name", Staff::checkedName);
        if (email == null || name == null) {
            return null;
        }
        Set<Grant> grants = screens.read(sql -> Places.of(sql, screens.words())).read(form);
        String secret = screens.perform(new Invite(screens.actor(), email, name, grants, random));
        var shell = screens.shell("invite.link.title", NavItem.PEOPLE);
        if (letters.areSent() && letters.sendInvitation(email, screens.person(), shell, secret)) {
            return screens.to(HERE, "invited");
        }
        return screens.show(
                shell,
                Templates.link(new LinkPage(
                        shell,
                        shell.say("invite.link.why", email.text(), Invitations.LASTS.toHours()),
                        letters.areSent() ? shell.say("mail.failed") : null,
                        letters.invitationLink(secret),
                        HERE)));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response withdraw(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(new WithdrawInvitation(screens.actor(), id));
                    return screens.to(HERE, "invitation.withdrawn");
                },
                this::page);
    }

    private Response page(Form form) {
        Shell shell = screens.shell("invite.title", NavItem.PEOPLE);
        var now = screens.now();
        var page = screens.read(sql -> {
            var places = Places.of(sql, shell.words());
            List<InvitationsPage.Line> waiting = new Invitations(sql)
                    .open(now).stream()
                            .map(each -> line(sql, shell, places, each))
                            .toList();
            return new InvitationsPage(shell, form, places.choice(form), letters.areSent(), waiting);
        });
        return screens.showAgain(form, shell, Templates.invitations(page));
    }

    private static InvitationsPage.Line line(DSLContext sql, Shell shell, Places places, Invitation invitation) {
        return new InvitationsPage.Line(
                invitation.id(),
                invitation.email().text(),
                invitation.name(),
                places.said(
                        invitation.grants(), Collator.getInstance(shell.tongue().locale())),
                new Staff(sql).name(invitation.invitedBy()).orElse(""),
                shell.dates().dateAndTime(invitation.endsAt()));
    }
}
