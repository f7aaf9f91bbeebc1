package press.rotative.newsroom.manage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.people.Staff;
import press.rotative.platform.Problem;
import press.rotative.site.Preview;
import press.rotative.story.Body;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.OwnPage;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.OwnPages;
import press.rotative.story.house.PageText;
import press.rotative.story.house.PublishPage;
import press.rotative.story.house.SavePage;
import press.rotative.story.house.TakeDownPage;

/// The pages on which the newsroom speaks of itself: the list, one of them, and a new one.
@Path("/newsroom/manage/pages")
@RunOnVirtualThread
class OwnPagesResource {
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String NEW = Tab.PAGES.path() + "/new";
    private static final int SAVED_SHOWN = 30;
    private static final String PUBLISH = "publish";
    private static final String TAKE_DOWN = ONE + "/take-down";

    private final Screens screens;

    OwnPagesResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.MANAGE_PAGES)
    public Response list() {
        Shell shell = screens.shell("manage.own.pages", NavItem.MANAGE);
        OwnPagesPage page = screens.read(sql -> {
            List<Edition> editions = ReachedEditions.of(sql, screens, Power.MANAGE_PAGES);
            return new OwnPagesPage(
                    shell,
                    Tab.links(screens.actor(), shell.words(), Tab.PAGES),
                    editions.stream()
                            .map(edition -> ofEdition(sql, shell, edition))
                            .toList(),
                    editions.isEmpty() ? null : NEW);
        });
        return screens.show(shell, Templates.ownPages(page));
    }

    private static OwnPagesPage.OfEdition ofEdition(DSLContext sql, Shell shell, Edition edition) {
        return new OwnPagesPage.OfEdition(
                edition.name(),
                edition.language(),
                edition.direction(),
                new OwnPages(sql)
                        .of(edition.id()).stream()
                                .map(page -> new OwnPagesPage.Line(
                                        page.title(),
                                        path(page.id()),
                                        shell.say("manage.page.kind."
                                                + page.kind().label()),
                                        OwnPageState.of(page),
                                        page.live() == null ? null : OwnPages.path(edition, page.slug())))
                                .toList());
    }

    private static String path(OwnPageId id) {
        return Tab.PAGES.path() + "/" + id.value();
    }

    @GET
    @Path("new")
    @Needs(Power.MANAGE_PAGES)
    public Response ask() {
        return fresh(screens.form().with("kind", OwnPageKind.ABOUT.label()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_PAGES)
    public Response begin(MultivaluedMap<String, String> sent) {
        Form form = beside(screens.form(sent));
        return screens.submit(form, this::begin, this::fresh);
    }

    private static Form beside(Form form) {
        return form.beside("slug", "problem.slug.taken")
                .beside("kind", "problem.page.kind")
                .beside("like", "problem.page.like")
                .beside("body", "problem.page.empty");
    }

    private @Nullable Response begin(Form form) {
        Long edition = form.take("edition", OwnPagesResource::edition);
        OwnPageForm.Typed typed = OwnPageForm.read(form, Body.empty());
        if (edition == null || typed == null) {
            return null;
        }
        Actor actor = screens.actor();
        OwnPageId id = screens.perform(
                new CreatePage(actor, new EditionId(edition), typed.kind(), typed.slug(), typed.like(), typed.text()));
        return screens.to(path(id), "added");
    }

    private static Long edition(String typed) {
        Long number = Asked.number(typed);
        if (number == null) {
            throw Problem.invalid("Choose an edition.").as("problem.section.edition");
        }
        return number;
    }

    private Response fresh(Form form) {
        Shell shell = screens.shell("manage.page.new", NavItem.MANAGE);
        OwnPageScreen page = screens.read(sql -> new OwnPageScreen(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.PAGES),
                form,
                Tab.PAGES.path(),
                Screens.asset("look.css"),
                ReachedEditions.of(sql, screens, Power.MANAGE_PAGES).stream()
                        .map(each -> new DeskPage.Choice(
                                "" + each.id().value(),
                                each.name(),
                                form.value("edition").equals("" + each.id().value()),
                                each.language(),
                                each.direction()))
                        .toList(),
                OwnPageForm.kinds(shell.words(), form),
                OwnPageForm.like(sql, shell.words(), form, screens.actor(), null),
                null,
                null,
                null,
                null,
                List.of(),
                null));
        return screens.showAgain(form, shell, Templates.ownPage(page));
    }

    /// @param text number of the saved text that stands in the form; null: the newest
    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_PAGES)
    public Response one(@PathParam("id") long id, @QueryParam("text") @Nullable String text) {
        OwnPage page = get(id);
        Long number = Asked.number(text);
        return page(page, filled(page, number == null ? page.lastText() : (int) Math.min(number, Integer.MAX_VALUE)));
    }

    private Form filled(OwnPage page, int text) {
        return screens.read(sql -> OwnPageForm.fill(
                screens.form(), page, new OwnPages(sql).text(page.id(), text), OwnPageForm.like(sql, page)));
    }

    /// @throws Problem NOT_FOUND also where the actor's rights do not reach
    private OwnPage get(long id) {
        return screens.read(sql -> new OwnPages(sql).find(new OwnPageId(id)))
                .filter(page -> Policy.allows(
                        screens.actor(),
                        Power.MANAGE_PAGES,
                        Scope.ofEdition(page.edition().value())))
                .orElseThrow(() -> Problem.notFound("There is no page " + id + " that you may change.")
                        .as("problem.page.none"));
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_PAGES)
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        OwnPage before = get(id);
        return screens.submit(beside(screens.form(sent)), form -> change(before, form), form -> page(get(id), form));
    }

    private @Nullable Response change(OwnPage before, Form form) {
        Actor actor = screens.actor();
        Body known = screens.read(
                sql -> new OwnPages(sql).text(before.id(), before.lastText()).body());
        OwnPageForm.Typed typed = OwnPageForm.read(form, known);
        if (typed == null) {
            return null;
        }
        boolean publishes = form.value("do").equals(PUBLISH);
        var save = new SavePage(
                actor, before.id(), form.version(), typed.kind(), typed.slug(), typed.like(), typed.text());
        screens.perform(transaction -> {
            OwnPage saved = save.perform(transaction);
            return publishes ? new PublishPage(actor, before.id(), null).perform(transaction) : saved;
        });
        return screens.to(path(before.id()), publishes ? "page.published" : "saved");
    }

    @GET
    @Path(TAKE_DOWN)
    @Needs(Power.MANAGE_PAGES)
    public Response askTakeDown(@PathParam("id") long id) {
        return takeDown(get(id), screens.form());
    }

    @POST
    @Path(TAKE_DOWN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_PAGES)
    @Proved
    public Response takeDown(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        OwnPage before = get(id);
        Actor actor = screens.actor();
        return screens.submit(
                screens.form(sent),
                form -> {
                    screens.perform(new TakeDownPage(actor, before.id(), form.version()));
                    return screens.to(path(before.id()), "page.taken.down");
                },
                form -> takeDown(get(id), form));
    }

    private Response takeDown(OwnPage page, Form form) {
        Shell shell = screens.shell("manage.page.down.title", NavItem.MANAGE, page.title());
        form.with("version", "" + page.version());
        Edition edition = screens.read(sql -> new Editions(sql).get(page.edition()));
        return screens.showAgain(
                form,
                shell,
                Templates.takeDownPage(new OwnPageDown(
                        shell,
                        Tab.links(screens.actor(), shell.words(), Tab.PAGES),
                        form,
                        path(page.id()),
                        OwnPages.path(edition, page.slug()),
                        page.kind() == OwnPageKind.IMPRINT || page.kind() == OwnPageKind.PRIVACY)));
    }

    /// The newest text as the public would read it.
    @GET
    @Path(ONE + "/preview")
    @Needs(Power.MANAGE_PAGES)
    public Response preview(@PathParam("id") long id) {
        OwnPage page = get(id);
        String notice = screens.words().say("manage.page.preview.notice");
        byte[] bytes = screens.read(sql -> {
            PageText text = new OwnPages(sql).text(page.id(), page.lastText());
            return Preview.page(sql, screens.now(), new Editions(sql).get(page.edition()), text, notice);
        });
        return Response.ok(bytes, "text/html;charset=utf-8").build();
    }

    private Response page(OwnPage page, Form form) {
        boolean late = ManagedForm.late(form, filled(page, page.lastText()));
        Shell shell = screens.shell("manage.page.title", NavItem.MANAGE, page.title());
        OwnPageScreen screen = screens.read(sql -> {
            Edition edition = new Editions(sql).get(page.edition());
            String address = OwnPages.path(edition, page.slug());
            return new OwnPageScreen(
                    shell,
                    Tab.links(screens.actor(), shell.words(), Tab.PAGES),
                    form,
                    path(page.id()),
                    Screens.asset("look.css"),
                    List.of(),
                    OwnPageForm.kinds(shell.words(), form),
                    OwnPageForm.like(sql, shell.words(), form, screens.actor(), page),
                    OwnPages.path(edition, ""),
                    edition.language(),
                    OwnPageState.of(page),
                    page.live() == null ? null : address,
                    saved(sql, shell, page),
                    late ? page.title() + " (" + page.slug() + ")" : null);
        });
        return screens.showAgain(form, shell, Templates.ownPage(screen));
    }

    private static List<OwnPageScreen.Saved> saved(DSLContext sql, Shell shell, OwnPage page) {
        List<OwnPages.Saved> saved = new OwnPages(sql).saved(page.id(), SAVED_SHOWN);
        Map<Long, String> names =
                new Staff(sql).names(saved.stream().map(OwnPages.Saved::actor).collect(Collectors.toSet()));
        OwnPage.Live live = page.live();
        return saved.stream()
                .map(each -> new OwnPageScreen.Saved(
                        each.version(),
                        shell.dates().stampWithTime(each.at()),
                        names.getOrDefault(each.actor(), shell.say("journal.nobody")),
                        each.title(),
                        path(page.id()) + "?text=" + each.version(),
                        live != null && live.text() == each.version()))
                .toList();
    }
}
