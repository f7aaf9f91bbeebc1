package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.LocalTimes;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.ReschedulePublication;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.acts.UnschedulePublication;
import press.rotative.story.acts.WithdrawStory;

/// What is decided about a story. Each decision has a page that says what will come of it; those that take something
/// from the public ask who decides.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class DeedResource {
    private static final String DEEDS =
            "{deed: publication|schedule|embargo|rescheduling|unscheduling|correction|expiry"
                    + "|withholding|release|kill}";

    private final Screens screens;
    private final KnownLinks links;

    DeedResource(Screens screens, KnownLinks links) {
        this.screens = screens;
        this.links = links;
    }

    @GET
    @Path(DEEDS)
    @Needs({Power.PUBLISH, Power.CORRECT, Power.WITHHOLD, Power.RELEASE, Power.KILL})
    public Response ask(@PathParam("id") long id, @PathParam("deed") String deed) {
        return page(id, Deed.named(deed).orElseThrow(), null);
    }

    private Response page(long id, Deed deed, @Nullable Form form) {
        Shell shell = screens.shell("story.deed." + deed.noun(), NavItem.DESK);
        DeedPage page = screens.read(sql -> maker(sql, shell, deed, id).page(form, screens.form()));
        return form == null
                ? screens.show(shell, Templates.deed(page))
                : screens.showAgain(form, shell, Templates.deed(page));
    }

    private DeedPageMaker maker(DSLContext sql, Shell shell, Deed deed, long id) {
        return new DeedPageMaker(
                sql, shell, screens.actor(), screens.now(), deed, new Stories(sql).get(new StoryId(id)), links);
    }

    @POST
    @Path("publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response publish(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return bring(
                id,
                Deed.PUBLICATION,
                sent,
                form -> new PublishStory(
                        screens.actor(), new StoryId(id), revision(form), form.value("note"), false, follows(form)));
    }

    @POST
    @Path("schedule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response schedule(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return bring(
                id,
                Deed.SCHEDULE,
                sent,
                form -> planned(
                        id,
                        Deed.SCHEDULE,
                        form,
                        at -> new SchedulePublication(
                                screens.actor(), new StoryId(id), revision(form), at, form.value("note"))));
    }

    @POST
    @Path("embargo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response embargo(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return bring(
                id,
                Deed.EMBARGO,
                sent,
                form -> planned(
                        id,
                        Deed.EMBARGO,
                        form,
                        at -> new EmbargoUntil(screens.actor(), new StoryId(id), revision(form), at)));
    }

    @POST
    @Path("rescheduling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response reschedule(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return carryOut(
                id,
                Deed.RESCHEDULING,
                sent,
                "story.scheduled",
                form -> planned(
                        id,
                        Deed.RESCHEDULING,
                        form,
                        at -> new ReschedulePublication(screens.actor(), new StoryId(id), at)));
    }

    @POST
    @Path("unscheduling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response unschedule(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return carryOut(
                id,
                Deed.UNSCHEDULING,
                sent,
                "story.unscheduled",
                form -> new UnschedulePublication(screens.actor(), new StoryId(id)));
    }

    @POST
    @Path("correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.CORRECT)
    public Response correct(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return bring(id, Deed.CORRECTION, sent, form -> {
            String note = form.take("note", DeedResource::needed);
            return note == null
                    ? null
                    : new CorrectStory(screens.actor(), new StoryId(id), revision(form), note, follows(form));
        });
    }

    @POST
    @Path("expiry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WITHHOLD)
    public Response expire(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return carryOut(
                id,
                Deed.EXPIRY,
                sent,
                "story.expiry",
                form -> form.value("at").isBlank()
                        ? new SetExpiry(screens.actor(), new StoryId(id), null)
                        : at(id, form, at -> new SetExpiry(screens.actor(), new StoryId(id), at)));
    }

    @POST
    @Path("withholding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WITHHOLD)
    @Proved
    public Response withhold(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return carryOut(id, Deed.WITHHOLDING, sent, "story.withheld", form -> {
            String reason = form.take("reason", DeedResource::needed);
            return reason == null
                    ? null
                    : new WithdrawStory(
                            screens.actor(), new StoryId(id), WithdrawStory.Kind.WITHHOLD, reason, null, false);
        });
    }

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.RELEASE)
    @Proved
    public Response release(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return carryOut(
                id, Deed.RELEASE, sent, "story.released", form -> new ReleaseStory(screens.actor(), new StoryId(id)));
    }

    @POST
    @Path("kill")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.KILL)
    @Proved
    public Response kill(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return carryOut(id, Deed.KILL, sent, "story.killed", form -> {
            String reason = form.take("reason", DeedResource::needed);
            String notice = form.take("notice", DeedResource::needed);
            if (!form.has("final", "on")) {
                form.refuseField("final", "problem.story.final");
            }
            return reason == null || notice == null || !form.good()
                    ? null
                    : new WithdrawStory(
                            screens.actor(),
                            new StoryId(id),
                            WithdrawStory.Kind.KILL,
                            reason,
                            notice,
                            form.has("titled", "on"));
        });
    }

    /// What one asks for with a form; null: something in the form is to be mended first.
    private interface Asked<A extends Act<?>> {
        @Nullable
        A in(Form form);
    }

    /// How an act ended: the sentence to say over the story; null: the form says what is to be mended first.
    private interface Performed<A extends Act<?>> {
        @Nullable
        String of(A act, Form form);
    }

    private Response carryOut(
            long id, Deed deed, MultivaluedMap<String, String> sent, String said, Asked<Act<?>> asked) {
        return decide(id, deed, sent, asked, (act, form) -> {
            screens.perform(act);
            return said;
        });
    }

    private Response bring(long id, Deed deed, MultivaluedMap<String, String> sent, Asked<Act<Outcome>> asked) {
        return decide(
                id, deed, sent, asked, (act, form) -> outcome(Objects.requireNonNull(screens.perform(act)), form));
    }

    private <A extends Act<?>> Response decide(
            long id, Deed deed, MultivaluedMap<String, String> sent, Asked<A> asked, Performed<A> performed) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    try {
                        A act = asked.in(form);
                        String said = act == null ? null : performed.of(act, form);
                        return said == null ? null : screens.to("/newsroom/stories/" + id, said);
                    } catch (Problem problem) {
                        throw Refusals.worded(problem);
                    }
                },
                form -> page(id, deed, form));
    }

    /// What is asked for the time in the form. Where the text has other faults at that time than those that stood
    /// beside the form, such as rights that are over then, they are shown first; sent once more it counts.
    private <A> @Nullable A planned(long id, Deed deed, Form form, Function<Instant, A> asked) {
        A act = at(id, form, asked);
        if (act == null) {
            return null;
        }
        Shell shell = screens.shell("story.deed." + deed.noun(), NavItem.DESK);
        if (screens.read(sql -> maker(sql, shell, deed, id).checksChanged(form))) {
            form.refuse("story.checks.changed");
            return null;
        }
        return act;
    }

    /// What is asked for the time in the form, which is one of the story's edition.
    private <A> @Nullable A at(long id, Form form, Function<Instant, A> asked) {
        ZoneId zone = screens.read(sql -> new Editions(sql)
                .get(new Stories(sql).get(new StoryId(id)).edition())
                .timeZone());
        Instant at = form.take("at", text -> LocalTimes.read(text, zone));
        return at == null ? null : asked.apply(at);
    }

    private static String needed(String text) {
        if (text.isBlank()) {
            throw Problem.invalid("This is needed.").as("problem.story.needed");
        }
        return text.strip();
    }

    /// The draft that stood on the page; 0: there was none.
    static @Nullable Integer revision(Form form) {
        String revision = form.value("revision");
        return revision.matches("[0-9]{1,9}") ? Integer.valueOf(revision) : null;
    }

    /// The version of the original that the text follows, as who decides says; null: nothing is said.
    private static @Nullable Integer follows(Form form) {
        String version = form.value("original-version");
        return form.has("follows", "on") && version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
    }

    private @Nullable String outcome(Outcome outcome, Form form) {
        return switch (outcome) {
            case Outcome.Live live -> "story.live";
            case Outcome.Scheduled scheduled -> "story.scheduled";
            case Outcome.Embargoed embargoed -> "story.embargoed";
            case Outcome.Refused(List<String> reasons) -> {
                form.refuse(
                        "story.refused",
                        String.join(
                                " ",
                                reasons.stream()
                                        .map(each -> Refusals.say(screens.words(), each))
                                        .toList()));
                yield null;
            }
        };
    }
}
