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
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.house.ArrangeMenu;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuPlace;
import press.rotative.story.house.Menus;

/// The menus of the editions, and the arrangement of one. As with fronts, the form holds all of it, a step asks for the
/// same form with that step done, and only saving changes what the public sees.
@Path("/newsroom/manage/menus")
@RunOnVirtualThread
class MenusResource {
    private static final String ONE = "{id: [1-9][0-9]{0,17}}/{place: main|foot}";
    private static final String SAVE = "save";
    private static final String RELEASE = "release";

    private final Screens screens;

    MenusResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.ARRANGE_MENUS)
    public Response list() {
        Shell shell = screens.shell("manage.menus", NavItem.MANAGE);
        MenusPage page = screens.read(sql -> new MenusPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.MENUS),
                ReachedEditions.of(sql, screens, Power.ARRANGE_MENUS).stream()
                        .map(edition -> ofEdition(sql, shell, edition))
                        .toList()));
        return screens.show(shell, Templates.menus(page));
    }

    private static MenusPage.OfEdition ofEdition(DSLContext sql, Shell shell, Edition edition) {
        List<MenusPage.Line> lines = Arrays.stream(MenuPlace.values())
                .map(place -> new MenusPage.Line(
                        shell.say("manage.menu." + place.label()),
                        path(edition, place),
                        shell.say(
                                new Menus(sql).of(edition.id(), place).menu() == null
                                        ? "front.automatic"
                                        : "front.arranged")))
                .toList();
        return new MenusPage.OfEdition(edition.name(), edition.language(), edition.direction(), lines);
    }

    private static String path(Edition edition, MenuPlace place) {
        return Tab.MENUS.path() + "/" + edition.id().value() + "/" + place.label();
    }

    @GET
    @Path(ONE)
    @Needs(Power.ARRANGE_MENUS)
    public Response one(@PathParam("id") long id, @PathParam("place") String label) {
        Edition edition = ReachedEditions.get(screens, Power.ARRANGE_MENUS, id);
        MenuPlace place = place(label);
        Form form = screens.form();
        TypedMenu menu = screens.read(sql -> {
            Menus.Arranged arranged = new Menus(sql).of(edition.id(), place);
            form.with("version", "" + arranged.version());
            return TypedMenu.of(arranged.menu() == null ? MenuPageMaker.usual(sql, edition, place) : arranged.menu());
        });
        return page(edition, place, form, menu, null);
    }

    private static MenuPlace place(String label) {
        return MenuPlace.labelled(label).orElseThrow(() -> Problem.notFound("There is no menu '" + label + "'."));
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.ARRANGE_MENUS)
    public Response step(
            @PathParam("id") long id, @PathParam("place") String label, MultivaluedMap<String, String> sent) {
        Edition edition = ReachedEditions.get(screens, Power.ARRANGE_MENUS, id);
        MenuPlace place = place(label);
        return screens.submit(
                screens.form(sent),
                form -> step(edition, place, form),
                form -> page(edition, place, form, TypedMenu.read(form), null));
    }

    private @Nullable Response step(Edition edition, MenuPlace place, Form form) {
        String step = form.value("do");
        TypedMenu menu = TypedMenu.read(form);
        if (step.equals(RELEASE)) {
            return arrange(edition, place, form, null, "menu.released");
        }
        if (step.equals(SAVE)) {
            Menu whole = menu.menu(form);
            return whole == null ? null : arrange(edition, place, form, whole, "menu.saved");
        }
        String focus = menu.step(step, form);
        return form.good() ? page(edition, place, form, menu, focus) : null;
    }

    private Response arrange(Edition edition, MenuPlace place, Form form, @Nullable Menu menu, String done) {
        Actor actor = screens.actor();
        screens.perform(new ArrangeMenu(actor, edition.id(), place, form.version(), menu));
        return screens.to(path(edition, place), done);
    }

    private Response page(Edition edition, MenuPlace place, Form form, TypedMenu menu, @Nullable String focus) {
        Shell shell = screens.shell("manage.menu." + place.label() + ".title", NavItem.MANAGE, edition.name());
        menu.write(form);
        MenuPage page = screens.read(sql -> {
            Menus.Arranged arranged = new Menus(sql).of(edition.id(), place);
            Integer seen = form.version();
            boolean late = seen != null && seen != arranged.version() && !form.good();
            if (late) {
                form.with("version", "" + arranged.version());
            }
            return new MenuPageMaker(sql, shell, edition)
                    .page(screens.actor(), form, path(edition, place), menu, arranged.menu() != null, late, focus);
        });
        return screens.showAgain(form, shell, Templates.menu(page));
    }
}
