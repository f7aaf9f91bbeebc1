package press.rotative.newsroom.fronts;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.search.StaffSearch;
import press.rotative.site.FrontOutlook;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.FrontPlan;
import press.rotative.story.Fronts;
import press.rotative.story.acts.ArrangeFront;

/// The fronts that somebody may arrange, and the arrangement of one. Its form holds all of it; a step asks for the same
/// form with that step done, and only saving changes what the public sees.
@Path(FrontsResource.PATH)
@RunOnVirtualThread
class FrontsResource {
    static final String PATH = "/newsroom/fronts";
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String SAVE = "save";
    private static final String RELEASE = "release";
    private static final String RELEASE_YES = "release-yes";
    private static final String THEIRS = "theirs";
    private static final Pattern BACK = Pattern.compile("back-([0-9]{1,9})");

    private final Screens screens;
    private final StaffSearch search;

    FrontsResource(Screens screens, StaffSearch search) {
        this.screens = screens;
        this.search = search;
    }

    @GET
    @Needs(Power.ARRANGE_FRONT)
    public Response list() {
        Shell shell = screens.shell("front.title", NavItem.FRONTS);
        FrontsPage page = screens.read(sql -> new FrontsPage(
                shell,
                new Editions(sql)
                        .all().stream()
                                .filter(edition -> Policy.allows(
                                        screens.actor(),
                                        Power.ARRANGE_FRONT,
                                        Scope.ofEdition(edition.id().value())))
                                .map(edition -> line(sql, shell, edition))
                                .toList()));
        return screens.show(shell, Templates.fronts(page));
    }

    private static FrontsPage.Line line(DSLContext sql, Shell shell, Edition edition) {
        boolean arranged = new Fronts(sql).of(edition.id()).plan() != null;
        return new FrontsPage.Line(
                edition.name(),
                edition.language(),
                edition.direction(),
                PATH + "/" + edition.id().value(),
                shell.say(arranged ? "front.arranged" : "front.automatic"),
                "/" + edition.code() + "/");
    }

    @GET
    @Path(ONE)
    @Needs(Power.ARRANGE_FRONT)
    public Response one(@PathParam("id") long id) {
        return standing(edition(id));
    }

    /// As it is for everybody.
    private Response standing(Edition edition) {
        Instant now = screens.now();
        Form form = screens.form();
        TypedFront front = screens.read(sql -> {
            Fronts.Arranged arranged = new Fronts(sql).of(edition.id());
            form.with("version", "" + arranged.version());
            return TypedFront.of(arranged.plan() == null ? FrontOutlook.usual(sql, now, edition) : arranged.plan());
        });
        return page(edition, form, front, false, null);
    }

    /// An arrangement of before in the form; saved, it counts again.
    private Response brought(Edition edition, Form form, int version) {
        FrontPlan plan = screens.read(sql -> new Fronts(sql).arrangement(edition.id(), version))
                .map(Fronts.Past::plan)
                .orElseThrow(() -> Problem.notFound("This arrangement is not kept any more.")
                        .as("problem.front.past"));
        return page(edition, form, TypedFront.of(plan), false, null);
    }

    /// @throws Problem NOT_FOUND, FORBIDDEN
    private Edition edition(long id) {
        Edition edition = screens.read(sql -> new Editions(sql).get(new EditionId(id)));
        Policy.require(screens.actor(), Power.ARRANGE_FRONT, () -> Scope.ofEdition(id));
        return edition;
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.ARRANGE_FRONT)
    public Response step(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Edition edition = edition(id);
        Form form = screens.form(sent);
        return screens.submit(
                form, each -> step(edition, each), each -> page(edition, each, TypedFront.read(each), false, null));
    }

    private @Nullable Response step(Edition edition, Form form) {
        String step = form.value("do");
        TypedFront front = TypedFront.read(form);
        if (step.equals(RELEASE_YES)) {
            return arrange(edition, form, null, "front.released");
        }
        if (step.equals(RELEASE)) {
            return page(edition, form, front, true, "release-yes");
        }
        if (step.equals(THEIRS)) {
            return standing(edition);
        }
        Matcher back = BACK.matcher(step);
        if (back.matches()) {
            return brought(edition, form, Integer.parseInt(back.group(1)));
        }
        if (step.equals(SAVE)) {
            FrontPlan plan = front.plan(form);
            return plan == null ? null : arrange(edition, form, plan, "front.saved");
        }
        String focus = front.step(step, form);
        return form.good() ? page(edition, form, front, false, focus) : null;
    }

    private Response arrange(Edition edition, Form form, @Nullable FrontPlan plan, String done) {
        screens.perform(new ArrangeFront(screens.actor(), edition.id(), form.version(), plan));
        return screens.to(PATH + "/" + edition.id().value(), done);
    }

    private Response page(Edition edition, Form form, TypedFront front, boolean asks, @Nullable String focus) {
        Shell shell = screens.shell("front.one.title", NavItem.FRONTS, edition.name());
        front.write(form);
        Form aside =
                screens.form(); // how it fills is shown as far as it is right; what is wrong is told when it is saved
        front.write(aside);
        FrontPlan plan = front.plan(aside);
        ArrangementPage page = screens.read(sql -> {
            Fronts.Arranged arranged = new Fronts(sql).of(edition.id());
            Integer seen = form.version();
            boolean late = seen != null && seen != arranged.version() && !form.good();
            if (late) {
                form.with("version", "" + arranged.version());
            }
            return new ArrangementMaker(sql, search, shell, screens.actor(), screens.now(), edition)
                    .page(form, front, plan, arranged, late, asks, focus);
        });
        return screens.showAgain(form, shell, Templates.arrangement(page));
    }
}
