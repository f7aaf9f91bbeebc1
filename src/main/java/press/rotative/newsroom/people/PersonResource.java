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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Member;
import press.rotative.people.Power;
import press.rotative.people.Staff;
import press.rotative.people.acts.BringBackMember;
import press.rotative.people.acts.ChangeRights;
import press.rotative.people.acts.EndSessions;
import press.rotative.people.acts.MakeResetLink;
import press.rotative.people.acts.RemoveFactors;
import press.rotative.people.acts.SuspendMember;
import press.rotative.people.signin.PasswordResets;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;

/// One of the people of the newsroom: what is known of them, and what whoever manages the staff does.
@Path("/newsroom/staff/{id: [0-9]{1,18}}")
@RunOnVirtualThread
class PersonResource {
    private final Screens screens;
    private final Letters letters;
    private final SecureRandom random;
    private final AccountMails mails;
    private final Looks looks;

    PersonResource(Screens screens, Letters letters, SecureRandom random, AccountMails mails, Looks looks) {
        this.screens = screens;
        this.letters = letters;
        this.random = random;
        this.mails = mails;
        this.looks = looks;
    }

    /// Addresses and sessions are personal: that they were looked at stands in the journal.
    @GET
    @Needs(Power.MANAGE_STAFF)
    public Response show(@PathParam("id") long id) {
        Member member = member(id);
        if (id != screens.actor().staffId()) {
            looks.note(Power.MANAGE_STAFF, "person-viewed", "staff " + id);
        }
        return page(id, Places.into(screens.form(), member.grants()));
    }

    private Member member(long id) {
        return screens.read(sql -> new Staff(sql).member(id))
                .orElseThrow(() -> Problem.notFound("There is nobody of the staff with the number " + id + ".")
                        .as("problem.staff.none"));
    }

    @POST
    @Path("rights")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), form -> change(id, form), form -> page(id, form));
    }

    private @Nullable Response change(long id, Form form) {
        Set<Grant> grants = screens.read(sql -> Places.of(sql, screens.words())).read(form);
        screens.perform(new ChangeRights(screens.actor(), id, grants));
        return screens.to(path(id), "saved");
    }

    @POST
    @Path("suspension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response suspend(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return act(id, sent, new SuspendMember(screens.actor(), id), "staff.suspended");
    }

    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response bringBack(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return act(id, sent, new BringBackMember(screens.actor(), id), "staff.back");
    }

    @POST
    @Path("sessions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response endSessions(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        long own = screens.visit().session().map(StaffSession::id).orElse(0L);
        return act(id, sent, new EndSessions(screens.actor(), id, own), "staff.sessions.ended");
    }

    /// The link is shown once, to be handed to the person; it does not lead past their second step.
    @POST
    @Path("reset-link")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response resetLink(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> showLink(member(id)),
                form -> page(id, Places.into(form, member(id).grants())));
    }

    private Response showLink(Member member) {
        String secret = screens.perform(new MakeResetLink(screens.actor(), member.id(), random));
        mails.tell(member.id(), AccountMails.Change.RESET_LINK);
        Shell shell = screens.shell("reset.link.title", NavItem.PEOPLE);
        return screens.show(
                shell,
                Templates.link(new LinkPage(
                        shell,
                        shell.say("reset.link.why", member.name(), PasswordResets.HANDED.toHours()),
                        null,
                        letters.resetLink(secret),
                        path(member.id()))));
    }

    @POST
    @Path("second-step")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_STAFF)
    @Proved
    public Response removeFactors(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Actor actor = screens.actor();
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(new RemoveFactors(actor, id));
                    mails.tell(id, AccountMails.Change.FACTORS_REMOVED);
                    return screens.to(path(id), "staff.factors.removed");
                },
                form -> page(id, Places.into(form, member(id).grants())));
    }

    private Response act(long id, MultivaluedMap<String, String> sent, Act<?> act, String done) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(act);
                    return screens.to(path(id), done);
                },
                form -> page(id, Places.into(form, member(id).grants())));
    }

    private static String path(long id) {
        return "/newsroom/staff/" + id;
    }

    private Response page(long id, Form form) {
        Member member = member(id);
        Shell shell = screens.shell("staff.person.title", NavItem.PEOPLE, member.name());
        Instant now = screens.now();
        long own = screens.visit().session().map(StaffSession::id).orElse(0L);
        var page = screens.read(sql -> {
            SecondFactors.Had had = SecondFactors.of(sql, id);
            return new PersonPage(
                    shell,
                    form,
                    member,
                    id == screens.actor().staffId(),
                    Places.of(sql, shell.words()).choice(form),
                    factor(shell, had),
                    had.any(),
                    shell.dates().date(member.createdAt()),
                    moment(shell, member.seenAt()),
                    moment(shell, member.endedAt()),
                    SessionLine.of(new StaffSessions(sql).of(id, now), shell.dates(), own));
        });
        return screens.showAgain(form, shell, Templates.person(page));
    }

    private static @Nullable Moment moment(Shell shell, @Nullable Instant instant) {
        return instant == null ? null : shell.dates().dateAndTime(instant);
    }

    private static String factor(Shell shell, SecondFactors.Had had) {
        if (!had.any()) {
            return shell.say("staff.factor.none");
        }
        List<String> factors = new ArrayList<>();
        if (had.app()) {
            factors.add(shell.say("staff.factor.app"));
        }
        if (had.passkeys() > 0) {
            factors.add(shell.words().count("staff.factor.passkeys", had.passkeys()));
        }
        return String.join(shell.say("comma"), factors) + " "
                + shell.words().count("staff.factor.codes", had.recoveryCodes());
    }
}
