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
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
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

    DeedResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Path(DEEDS)
    @Needs({Power.PUBLISH, Power.CORRECT, Power.WITHHOLD, Power.RELEASE, Power.KILL})
    public Response ask(@PathParam("id") long id, @PathParam("deed") String deed) {
        return page(id, Deed.named(deed).orElseThrow(), null);
    }

    private Response page(long id, Deed deed, @Nullable Form form) {
        Shell shell = screens.shell("story.deed." + deed.noun(), NavItem.DESK);
        DeedPage page = screens.read(sql -> new DeedPageMaker(
                        sql, shell, screens.actor(), screens.now(), deed, new Stories(sql).get(new StoryId(id)))
                .page(form, screens.form()));
        return form == null
                ? screens.show(shell, Templates.deed(page))
                : screens.showAgain(form, shell, Templates.deed(page));
    }

    @POST
    @Path("publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response publish(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(
                id,
                Deed.PUBLICATION,
                sent,
                form -> outcome(
                        id,
                        form,
                        new PublishStory(screens.actor(), new StoryId(id), revision(form), form.value("note"), false)));
    }

    @POST
    @Path("schedule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response schedule(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, Deed.SCHEDULE, sent, form -> {
            Instant at = at(id, form);
            return at == null
                    ? null
                    : outcome(
                            id,
                            form,
                            new SchedulePublication(
                                    screens.actor(), new StoryId(id), revision(form), at, form.value("note")));
        });
    }

    @POST
    @Path("embargo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response embargo(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, Deed.EMBARGO, sent, form -> {
            Instant at = at(id, form);
            return at == null
                    ? null
                    : outcome(id, form, new EmbargoUntil(screens.actor(), new StoryId(id), revision(form), at));
        });
    }

    @POST
    @Path("rescheduling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response reschedule(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, Deed.RESCHEDULING, sent, form -> {
            Instant at = at(id, form);
            return at == null
                    ? null
                    : done(id, new ReschedulePublication(screens.actor(), new StoryId(id), at), "story.scheduled");
        });
    }

    @POST
    @Path("unscheduling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.PUBLISH)
    public Response unschedule(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(
                id,
                Deed.UNSCHEDULING,
                sent,
                form -> done(id, new UnschedulePublication(screens.actor(), new StoryId(id)), "story.unscheduled"));
    }

    @POST
    @Path("correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.CORRECT)
    public Response correct(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, Deed.CORRECTION, sent, form -> {
            String note = form.take("note", DeedResource::needed);
            return note == null
                    ? null
                    : outcome(id, form, new CorrectStory(screens.actor(), new StoryId(id), revision(form), note));
        });
    }

    @POST
    @Path("expiry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WITHHOLD)
    public Response expire(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, Deed.EXPIRY, sent, form -> {
            boolean never = form.value("at").isBlank();
            Instant at = never ? null : at(id, form);
            return at == null && !never
                    ? null
                    : done(id, new SetExpiry(screens.actor(), new StoryId(id), at), "story.expiry");
        });
    }

    @POST
    @Path("withholding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WITHHOLD)
    @Proved
    public Response withhold(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, Deed.WITHHOLDING, sent, form -> {
            String reason = form.take("reason", DeedResource::needed);
            return reason == null
                    ? null
                    : done(
                            id,
                            new WithdrawStory(
                                    screens.actor(), new StoryId(id), WithdrawStory.Kind.WITHHOLD, reason, null, false),
                            "story.withheld");
        });
    }

    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.RELEASE)
    @Proved
    public Response release(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(
                id,
                Deed.RELEASE,
                sent,
                form -> done(id, new ReleaseStory(screens.actor(), new StoryId(id)), "story.released"));
    }

    @POST
    @Path("kill")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.KILL)
    @Proved
    public Response kill(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, Deed.KILL, sent, form -> {
            String reason = form.take("reason", DeedResource::needed);
            String notice = form.take("notice", DeedResource::needed);
            if (!form.has("final", "on")) {
                form.refuseField("final", "problem.story.final");
            }
            return reason == null || notice == null || !form.good()
                    ? null
                    : done(
                            id,
                            new WithdrawStory(
                                    screens.actor(),
                                    new StoryId(id),
                                    WithdrawStory.Kind.KILL,
                                    reason,
                                    notice,
                                    form.has("titled", "on")),
                            "story.killed");
        });
    }

    private Response decide(
            long id, Deed deed, MultivaluedMap<String, String> sent, Function<Form, @Nullable Response> decision) {
        return screens.submit(
                screens.form(sent),
                form -> {
                    try {
                        return decision.apply(form);
                    } catch (Problem problem) {
                        throw Refusals.worded(problem);
                    }
                },
                form -> page(id, deed, form));
    }

    private @Nullable Instant at(long id, Form form) {
        ZoneId zone = screens.read(sql -> new Editions(sql)
                .get(new Stories(sql).get(new StoryId(id)).edition())
                .timeZone());
        return form.take("at", text -> LocalTimes.read(text, zone));
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

    private Response done(long id, Act<?> act, String said) {
        screens.perform(act);
        return screens.to("/newsroom/stories/" + id, said);
    }

    private @Nullable Response outcome(long id, Form form, Act<Outcome> act) {
        String there = "/newsroom/stories/" + id;
        return switch (Objects.requireNonNull(screens.perform(act))) {
            case Outcome.Live live -> screens.to(there, "story.live");
            case Outcome.Scheduled scheduled -> screens.to(there, "story.scheduled");
            case Outcome.Embargoed embargoed -> screens.to(there, "story.embargoed");
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
