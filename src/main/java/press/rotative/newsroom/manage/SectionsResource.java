package press.rotative.newsroom.manage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Texts;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.RenameSection;

/// The sections of the editions: the list, one of them, and a new one. Each only where the actor's rights reach.
@Path("/newsroom/manage/sections")
@RunOnVirtualThread
class SectionsResource {
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String NEW = Tab.SECTIONS.path() + "/new";

    private final Screens screens;

    SectionsResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.MANAGE_SECTIONS)
    public Response list() {
        Shell shell = screens.shell("manage.sections", NavItem.MANAGE);
        SectionsPage page = screens.read(sql -> new SectionsPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.SECTIONS),
                new Editions(sql)
                        .all().stream()
                                .filter(edition -> Policy.reaches(
                                        screens.actor(),
                                        Power.MANAGE_SECTIONS,
                                        edition.id().value()))
                                .map(edition -> ofEdition(sql, edition))
                                .toList(),
                wholeEditions(sql).isEmpty() ? null : NEW));
        return screens.show(shell, Templates.sections(page));
    }

    private SectionsPage.OfEdition ofEdition(DSLContext sql, Edition edition) {
        return new SectionsPage.OfEdition(
                edition.name(),
                edition.language(),
                edition.direction(),
                new Sections(sql)
                        .of(edition.id()).stream()
                                .map(section -> new SectionsPage.Line(
                                        section.name(),
                                        may(section) ? path(section.id()) : null,
                                        Sections.path(edition, section.slug())))
                                .toList());
    }

    private boolean may(Section section) {
        return Policy.allows(
                screens.actor(),
                Power.MANAGE_SECTIONS,
                Scope.ofSection(section.edition().value(), section.id().value()));
    }

    /// The editions in which the actor may open sections.
    private List<Edition> wholeEditions(DSLContext sql) {
        return new Editions(sql)
                .all().stream()
                        .filter(edition -> Policy.allows(
                                screens.actor(),
                                Power.MANAGE_SECTIONS,
                                Scope.ofEdition(edition.id().value())))
                        .toList();
    }

    @GET
    @Path("new")
    @Needs(Power.MANAGE_SECTIONS)
    public Response ask() {
        return fresh(screens.form());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_SECTIONS)
    public Response add(MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent).beside("slug", "problem.slug.taken");
        return screens.submit(form, this::add, this::fresh);
    }

    private @Nullable Response add(Form form) {
        EditionId edition = form.take("edition", SectionsResource::edition);
        String name = form.take("name", SectionsResource::name);
        String slug = form.take("slug", SectionsResource::slug);
        if (edition == null || name == null || slug == null) {
            return null;
        }
        SectionId id = screens.perform(new CreateSection(screens.actor(), edition, name, slug.isEmpty() ? null : slug));
        return screens.to(path(id), "added");
    }

    private static EditionId edition(String typed) {
        Long number = Asked.number(typed);
        if (number == null) {
            throw Problem.invalid("Choose an edition.").as("problem.section.edition");
        }
        return new EditionId(number);
    }

    private static String name(String typed) {
        return Texts.name(typed, Sections.LONGEST_NAME, "The name of a section");
    }

    /// Empty where nothing is typed.
    private static String slug(String typed) {
        return typed.isBlank() ? "" : CreateSection.checkedSlug(typed.strip());
    }

    private Response fresh(Form form) {
        Shell shell = screens.shell("manage.section.new", NavItem.MANAGE);
        SectionPage page = screens.read(sql -> new SectionPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.SECTIONS),
                form,
                Tab.SECTIONS.path(),
                wholeEditions(sql).stream()
                        .map(each -> new DeskPage.Choice(
                                "" + each.id().value(),
                                each.name(),
                                form.value("edition").equals("" + each.id().value()),
                                each.language(),
                                each.direction()))
                        .toList(),
                null,
                null,
                null,
                null));
        return screens.showAgain(form, shell, Templates.section(page));
    }

    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_SECTIONS)
    public Response one(@PathParam("id") long id) {
        return page(id, filled(get(id)));
    }

    private Form filled(Section section) {
        return screens.form()
                .with("version", "" + section.version())
                .with("name", section.name())
                .with("slug", section.slug());
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_SECTIONS)
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Section before = get(id);
        Form form = screens.form(sent).beside("slug", "problem.slug.taken");
        return screens.submit(form, each -> change(before, each), each -> page(id, each));
    }

    private @Nullable Response change(Section before, Form form) {
        String name = form.take("name", SectionsResource::name);
        String slug = form.take("slug", SectionsResource::slug);
        if (name == null || slug == null) {
            return null;
        }
        screens.perform(
                new RenameSection(screens.actor(), before.id(), form.version(), name, slug.isEmpty() ? null : slug));
        return screens.to(path(before.id()), "saved");
    }

    /// @throws Problem NOT_FOUND also where the actor's rights do not reach
    private Section get(long id) {
        return screens.read(sql -> new Sections(sql).find(new SectionId(id)))
                .filter(this::may)
                .orElseThrow(() -> Problem.notFound("There is no section " + id + " that you may change.")
                        .as("problem.section.none"));
    }

    private static String path(SectionId id) {
        return Tab.SECTIONS.path() + "/" + id.value();
    }

    private Response page(long id, Form form) {
        Section section = get(id);
        Edition edition = screens.read(sql -> new Editions(sql).get(section.edition()));
        boolean late = ManagedForm.late(form, filled(section));
        Shell shell = screens.shell("manage.section.title", NavItem.MANAGE, section.name());
        var page = new SectionPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.SECTIONS),
                form,
                path(section.id()),
                List.of(),
                Sections.path(edition, ""),
                edition.language(),
                Sections.path(edition, section.slug()),
                late ? section.name() + " (" + section.slug() + ")" : null);
        return screens.showAgain(form, shell, Templates.section(page));
    }
}
