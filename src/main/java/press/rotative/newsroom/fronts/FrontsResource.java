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
import java.util.Optional;
import java.util.Set;
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
import press.rotative.platform.Problem;
import press.rotative.search.StaffSearch;
import press.rotative.site.FrontOutlook;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.Fronts;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.acts.ArrangeFront;
import press.rotative.story.house.AlertBand;
import press.rotative.story.house.AlertBands;

/// The fronts that somebody may arrange, of editions and of their sections, and the arrangement of one. Its form holds
/// all of it; a step asks for the same form with that step done, and only saving changes what the public sees.
@Path(FrontsResource.PATH)
@RunOnVirtualThread
class FrontsResource {
    static final String PATH = "/newsroom/fronts";
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String OF_SECTION = ONE + "/sections/{section: [1-9][0-9]{0,17}}";
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
        FrontsPage page = screens.read(sql -> {
            Set<FrontPlace> arranged = new Fronts(sql).arranged();
            return new FrontsPage(
                    shell,
                    new Editions(sql)
                            .all().stream()
                                    .map(edition -> lines(sql, shell, edition, arranged))
                                    .filter(each -> each.edition() != null
                                            || !each.sections().isEmpty())
                                    .toList());
        });
        return screens.show(shell, Templates.fronts(page));
    }

    private FrontsPage.OfEdition lines(DSLContext sql, Shell shell, Edition edition, Set<FrontPlace> arranged) {
        return new FrontsPage.OfEdition(
                edition.name(),
                edition.language(),
                edition.direction(),
                line(shell, new ArrangedPage(edition, null), arranged).orElse(null),
                alert(sql, shell, edition),
                new Sections(sql)
                        .of(edition.id()).stream()
                                .map(section -> line(shell, new ArrangedPage(edition, section), arranged))
                                .flatMap(Optional::stream)
                                .toList());
    }

    private FrontsPage.@Nullable Line alert(DSLContext sql, Shell shell, Edition edition) {
        var page = new ArrangedPage(edition, null);
        if (!Policy.allows(screens.actor(), Power.ARRANGE_FRONT, page.place().scope())) {
            return null;
        }
        AlertBand band = new AlertBands(sql).of(edition.id()).band();
        return new FrontsPage.Line(
                shell.say("alert.line"),
                AlertResource.path(edition),
                band == null ? shell.say("alert.none") : band.text(),
                page.address());
    }

    /// Empty where the actor's rights do not reach.
    private Optional<FrontsPage.Line> line(Shell shell, ArrangedPage page, Set<FrontPlace> arranged) {
        if (!Policy.allows(screens.actor(), Power.ARRANGE_FRONT, page.place().scope())) {
            return Optional.empty();
        }
        String how = arranged.contains(page.place()) ? "front.arranged" : page.word("front.automatic");
        return Optional.of(new FrontsPage.Line(page.name(), page.path(), shell.say(how), page.address()));
    }

    @GET
    @Path(ONE)
    @Needs(Power.ARRANGE_FRONT)
    public Response one(@PathParam("id") long id) {
        return standing(page(id, null));
    }

    @GET
    @Path(OF_SECTION)
    @Needs(Power.ARRANGE_FRONT)
    public Response ofSection(@PathParam("id") long id, @PathParam("section") long section) {
        return standing(page(id, section));
    }

    /// As it is for everybody.
    private Response standing(ArrangedPage edited) {
        Instant now = screens.now();
        Form form = screens.form();
        TypedFront front = screens.read(sql -> {
            Fronts.Arranged arranged = new Fronts(sql).of(edited.place());
            form.with("version", "" + arranged.version());
            return TypedFront.of(
                    arranged.plan() == null
                            ? FrontOutlook.usual(sql, now, edited.edition(), edited.place())
                            : arranged.plan());
        });
        return page(edited, form, front, false, null);
    }

    /// An arrangement of before in the form; saved, it counts again.
    private Response brought(ArrangedPage edited, Form form, int version) {
        FrontPlan plan = screens.read(sql -> new Fronts(sql).arrangement(edited.place(), version))
                .map(Fronts.Past::plan)
                .orElseThrow(() -> Problem.notFound("This arrangement is not kept any more.")
                        .as("problem.front.past"));
        return page(edited, form, TypedFront.of(plan), false, null);
    }

    /// @param section null: the front of the edition
    /// @throws Problem NOT_FOUND, FORBIDDEN
    private ArrangedPage page(long id, @Nullable Long section) {
        ArrangedPage page = screens.read(sql -> {
            Edition edition = new Editions(sql).get(new EditionId(id));
            Section of = section == null ? null : new Sections(sql).get(new SectionId(section));
            if (of != null && !of.edition().equals(edition.id())) {
                throw Problem.notFound("There is no section " + section + " in this edition.");
            }
            return new ArrangedPage(edition, of);
        });
        Policy.require(screens.actor(), Power.ARRANGE_FRONT, page.place()::scope);
        return page;
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.ARRANGE_FRONT)
    public Response step(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return step(page(id, null), sent);
    }

    @POST
    @Path(OF_SECTION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.ARRANGE_FRONT)
    public Response stepOfSection(
            @PathParam("id") long id, @PathParam("section") long section, MultivaluedMap<String, String> sent) {
        return step(page(id, section), sent);
    }

    private Response step(ArrangedPage edited, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent),
                form -> step(edited, form),
                form -> page(edited, form, TypedFront.read(form), false, null));
    }

    private @Nullable Response step(ArrangedPage edited, Form form) {
        String step = form.value("do");
        TypedFront front = TypedFront.read(form);
        if (step.equals(RELEASE_YES)) {
            return arrange(edited, form, null, edited.word("front.released"));
        }
        if (step.equals(RELEASE)) {
            return page(edited, form, front, true, "release-yes");
        }
        if (step.equals(THEIRS)) {
            return standing(edited);
        }
        Matcher back = BACK.matcher(step);
        if (back.matches()) {
            return brought(edited, form, Integer.parseInt(back.group(1)));
        }
        if (step.equals(SAVE)) {
            FrontPlan plan = front.plan(form);
            return plan == null ? null : arrange(edited, form, plan, edited.word("front.saved"));
        }
        String focus = front.step(step, form, edited.most());
        return form.good() ? page(edited, form, front, false, focus) : null;
    }

    private Response arrange(ArrangedPage edited, Form form, @Nullable FrontPlan plan, String done) {
        screens.perform(new ArrangeFront(screens.actor(), edited.place(), form.version(), plan));
        return screens.to(edited.path(), done);
    }

    private Response page(ArrangedPage edited, Form form, TypedFront front, boolean asks, @Nullable String focus) {
        Shell shell = screens.shell("front.one.title", NavItem.FRONTS, edited.title(screens.words()));
        front.write(form);
        Form aside =
                screens.form(); // how it fills is shown as far as it is right; what is wrong is told when it is saved
        front.write(aside);
        FrontPlan plan = front.plan(aside);
        ArrangementPage page = screens.read(sql -> {
            Fronts.Arranged arranged = new Fronts(sql).of(edited.place());
            Integer seen = form.version();
            boolean late = seen != null && seen != arranged.version() && !form.good();
            if (late) {
                form.with("version", "" + arranged.version());
            }
            return new ArrangementMaker(sql, search, shell, screens.actor(), screens.now(), edited)
                    .page(form, front, plan, arranged, late, asks, focus);
        });
        return screens.showAgain(form, shell, Templates.arrangement(page));
    }
}
