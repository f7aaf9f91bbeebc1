package press.rotative.newsroom.manage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.acts.ChangeEdition;
import press.rotative.story.house.Accent;
import press.rotative.story.house.ChangeLook;
import press.rotative.story.house.Colour;
import press.rotative.story.house.House;
import press.rotative.story.house.HouseFiles;
import press.rotative.story.house.LogoFiles;
import press.rotative.story.house.Look;
import press.rotative.story.house.Looks;

/// The looks: that of the newsroom (0 in place of an edition) and those of its editions. Colours and files have
/// forms of their own, so that a colour that is refused does not lose a file that was chosen.
@Path("/newsroom/manage/look")
@RunOnVirtualThread
class LookResource {
    private static final String ONE = "{id: 0|[1-9][0-9]{0,17}}";
    private static final String REMOVE = "remove";
    private static final String USE = "use-";

    private final Screens screens;

    LookResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.MANAGE_LOOK)
    public Response list() {
        Shell shell = screens.shell("manage.look", NavItem.MANAGE);
        LooksPage page = screens.read(sql -> {
            var lines = new ArrayList<LooksPage.Line>();
            if (may(Looks.NEWSROOM)) {
                Look look = new Looks(sql).of(Looks.NEWSROOM).look();
                lines.add(new LooksPage.Line(
                        shell.say("manage.look.newsroom"), null, null, path(Looks.NEWSROOM), own(shell, look)));
            }
            ReachedEditions.of(sql, screens, Power.MANAGE_LOOK)
                    .forEach(edition -> lines.add(new LooksPage.Line(
                            edition.name(),
                            edition.language(),
                            edition.direction(),
                            path(edition.id().value()),
                            own(shell, new Looks(sql).of(edition.id().value()).look()))));
            return new LooksPage(shell, Tab.links(screens.actor(), shell.words(), Tab.LOOK), lines);
        });
        return screens.show(shell, Templates.looks(page));
    }

    private boolean may(long edition) {
        return Policy.allows(screens.actor(), Power.MANAGE_LOOK, Scope.ofEdition(edition));
    }

    private static String own(Shell shell, Look look) {
        List<String> own = Stream.of(
                        look.accent() == null ? null : shell.say("manage.look.colours"),
                        look.logo() == null ? null : shell.say("manage.look.logo"),
                        look.icon() == null ? null : shell.say("manage.look.icon"))
                .filter(Objects::nonNull)
                .toList();
        return own.isEmpty() ? shell.say("manage.look.nothing") : String.join(" · ", own);
    }

    private static String path(long edition) {
        return Tab.LOOK.path() + "/" + edition;
    }

    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_LOOK)
    @Proved
    public Response one(@PathParam("id") long id) {
        return page(id, filled(chosen(id)));
    }

    /// @throws Problem NOT_FOUND also where the actor's rights do not reach
    private Looks.Chosen chosen(long id) {
        if (!may(id)) {
            throw Problem.notFound("There is no look " + id + " that you may change.")
                    .as("problem.look.none");
        }
        return screens.read(sql -> {
            if (id != Looks.NEWSROOM) {
                new Editions(sql).get(new EditionId(id));
            }
            return new Looks(sql).of(id);
        });
    }

    private Form filled(Looks.Chosen chosen) {
        Look look = chosen.look();
        return screens.form()
                .with("version", "" + chosen.version())
                .with("accent", look.accent() == null ? "" : look.accent())
                .with("accent-dark", look.accentDark() == null ? "" : look.accentDark());
    }

    @POST
    @Path(ONE + "/colours")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_LOOK)
    @Proved
    public Response colours(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Looks.Chosen before = chosen(id);
        Form form = screens.form(sent).beside("accent", "problem.colour.both");
        return screens.submit(form, each -> colours(id, before, each), each -> page(id, each));
    }

    private @Nullable Response colours(long id, Looks.Chosen before, Form form) {
        for (Accent.Scheme scheme : Accent.Scheme.values()) {
            String field = LookMaker.field(scheme);
            if (form.value("do").equals(USE + field)) {
                Colour typed = form.take(field, Colour::of);
                form.with(
                        field,
                        typed == null ? "" : Accent.nearest(typed, scheme).hex());
            }
        }
        String light = form.take("accent", typed -> readable(typed, Accent.Scheme.LIGHT));
        String dark = form.take("accent-dark", typed -> readable(typed, Accent.Scheme.DARK));
        if (light == null || dark == null) {
            return null;
        }
        return change(id, before.look().withColours(light, dark), form, List.of());
    }

    /// Empty where nothing is typed.
    private static String readable(String typed, Accent.Scheme scheme) {
        if (typed.isBlank()) {
            return "";
        }
        Colour colour = Colour.of(typed);
        if (!Accent.readable(colour, scheme)) {
            throw Look.unreadable(colour, scheme);
        }
        return colour.hex();
    }

    private Response change(long id, Look look, Form form, List<HouseFiles.Whole> files) {
        Actor actor = screens.actor();
        screens.perform(new ChangeLook(actor, id, form.version(), look, files));
        return screens.to(path(id), "saved");
    }

    @POST
    @Path(ONE + "/logo")
    @Consumes(MediaType.WILDCARD)
    @Needs(Power.MANAGE_LOOK)
    @Proved
    public Response logo(@PathParam("id") long id, @Context HttpHeaders headers, InputStream body) {
        Looks.Chosen before = chosen(id);
        SentFiles sent = SentFiles.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
        return screens.submit(
                screens.form(sent.texts()), form -> logo(id, before, form, sent), form -> page(id, seen(before, form)));
    }

    private @Nullable Response logo(long id, Looks.Chosen before, Form form, SentFiles sent) {
        if (form.value("do").equals(REMOVE)) {
            return change(id, before.look().withLogo(null, null), form, List.of());
        }
        HouseFiles.Whole light = made(form, sent, "logo");
        HouseFiles.Whole dark = made(form, sent, "logo-dark");
        boolean first = before.look().logo() == null;
        if (form.good() && light == null && (dark == null || first)) {
            form.refuseField("logo", "problem.logo.needed");
        }
        if (!form.good()) {
            return null;
        }
        Look look = before.look();
        // A new logo for light does not stand beside an old one for dark.
        var lightFile = light == null ? look.logo() : light.file();
        var darkFile = dark != null ? dark.file() : light == null ? look.logoDark() : null;
        return change(
                id,
                look.withLogo(lightFile, darkFile),
                form,
                Stream.of(light, dark).filter(Objects::nonNull).toList());
    }

    private static HouseFiles.@Nullable Whole made(Form form, SentFiles sent, String field) {
        byte[] file = sent.files().get(field);
        return file == null ? null : form.take(field, typed -> LogoFiles.logo(file));
    }

    @POST
    @Path(ONE + "/icon")
    @Consumes(MediaType.WILDCARD)
    @Needs(Power.MANAGE_LOOK)
    @Proved
    public Response icon(@PathParam("id") long id, @Context HttpHeaders headers, InputStream body) {
        Looks.Chosen before = chosen(id);
        SentFiles sent = SentFiles.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
        return screens.submit(
                screens.form(sent.texts()), form -> icon(id, before, form, sent), form -> page(id, seen(before, form)));
    }

    private @Nullable Response icon(long id, Looks.Chosen before, Form form, SentFiles sent) {
        if (form.value("do").equals(REMOVE)) {
            return change(id, before.look().withIcon(null), form, List.of());
        }
        byte[] file = sent.files().get("icon");
        if (file == null) {
            form.refuseField("icon", "problem.logo.needed");
            return null;
        }
        LogoFiles.MadeIcon made = form.take("icon", typed -> LogoFiles.icon(file));
        return made == null ? null : change(id, before.look().withIcon(made.icon()), form, made.files());
    }

    /// The form of a file has no colours: those that stand there are shown beside it.
    private Form seen(Looks.Chosen before, Form form) {
        Form now = filled(before);
        return form.with("accent", now.value("accent")).with("accent-dark", now.value("accent-dark"));
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/names")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_LOOK)
    @Proved
    public Response names(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Looks.Chosen before = chosen(id);
        return screens.submit(screens.form(sent), form -> names(id, form), form -> page(id, filled(before), form));
    }

    private @Nullable Response names(long id, Form form) {
        EditionForm.Names names = EditionForm.readNames(form);
        if (names == null) {
            return null;
        }
        Actor actor = screens.actor();
        screens.perform(new ChangeEdition(actor, new EditionId(id), form.version(), names.name(), names.motto(), null));
        return screens.to(path(id), "saved");
    }

    private Response page(long id, Form form) {
        return page(id, form, null);
    }

    /// @param names as they were sent; null: another form of the page was
    private Response page(long id, Form form, @Nullable Form names) {
        Looks.Chosen chosen = chosen(id);
        boolean whole = id == Looks.NEWSROOM;
        List<Edition> editions = screens.read(sql -> new Editions(sql).all());
        String now = ManagedForm.late(form, filled(chosen)) ? now(chosen.look()) : null;
        Edition edition = editions.stream()
                .filter(each -> each.id().value() == id)
                .findFirst()
                .orElse(null);
        Look shown = edition == null
                ? chosen.look()
                : screens.read(sql -> House.read(sql).look(edition.id()));
        Shell shell = edition == null
                ? screens.shell("manage.look.newsroom", NavItem.MANAGE)
                : screens.shell("manage.look.title", NavItem.MANAGE, edition.name());
        boolean all = edition != null && Policy.allowsSomewhere(screens.actor(), Power.MANAGE_EDITIONS);
        Form named = edition == null ? null : names == null ? named(edition) : names;
        if (edition != null && named != null && ManagedForm.late(named, named(edition))) {
            now = edition.name() + (edition.motto() == null ? "" : " · " + edition.motto());
        }
        var page = new LookPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.LOOK),
                form,
                path(id),
                Screens.asset("look.css"),
                edition == null ? shell.newspaper() : edition.name(),
                whole,
                chosen.look(),
                LookMaker.schemes(shell, form, shown),
                named,
                edition == null ? null : edition.language(),
                all ? Tab.EDITIONS.path() + "/" + id : null,
                now);
        return screens.showAgain(names == null ? form : names, shell, Templates.look(page));
    }

    private Form named(Edition edition) {
        return EditionForm.fillNames(screens.form(), edition);
    }

    private static String now(Look look) {
        return look.accent() == null ? "-" : look.accent() + " · " + look.accentDark();
    }
}
