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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.people.Power;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.acts.ChangeEdition;
import press.rotative.story.acts.CreateEdition;

/// The editions: the list, one of them, and a new one.
@Path("/newsroom/manage/editions")
@RunOnVirtualThread
class EditionsResource {
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String NEW = Tab.EDITIONS.path() + "/new";

    private final Screens screens;

    EditionsResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.MANAGE_EDITIONS)
    public Response list() {
        Shell shell = screens.shell("manage.editions", NavItem.MANAGE);
        List<Edition> editions = screens.read(sql -> new Editions(sql).all());
        var page = new EditionsPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.EDITIONS),
                editions.stream().map(edition -> line(shell, edition)).toList(),
                NEW);
        return screens.show(shell, Templates.editions(page));
    }

    private static EditionsPage.Line line(Shell shell, Edition edition) {
        return new EditionsPage.Line(
                edition.name(),
                edition.language(),
                edition.direction(),
                path(edition.id()),
                tongue(shell, edition),
                edition.timeZone().getId(),
                front(edition));
    }

    private static String tongue(Shell shell, Edition edition) {
        return Locale.forLanguageTag(edition.language())
                .getDisplayName(shell.tongue().locale());
    }

    private static String front(Edition edition) {
        return "/" + edition.code() + "/";
    }

    @GET
    @Path("new")
    @Needs(Power.MANAGE_EDITIONS)
    public Response ask() {
        return fresh(screens.form().with("direction", ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_EDITIONS)
    @Proved
    public Response open(MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent).beside("code", "problem.edition.known");
        return screens.submit(form, this::open, this::fresh);
    }

    private @Nullable Response open(Form form) {
        String code = form.take("code", typed -> CreateEdition.checkedCode(typed.strip()));
        String language = form.take("language", typed -> CreateEdition.checkedLanguage(typed.strip()));
        String zone = form.take("zone", typed -> CreateEdition.checkedTimeZone(typed.strip()));
        EditionForm.Typed typed = EditionForm.read(form, "{}");
        if (code == null || language == null || zone == null || typed == null) {
            return null;
        }
        boolean fromTheRight = Tongue.of(language).direction().equals("rtl");
        EditionId id = screens.perform(new CreateEdition(
                screens.actor(), code, language, fromTheRight, typed.name(), typed.motto(), zone, typed.settings()));
        return screens.to(path(id), "added");
    }

    private Response fresh(Form form) {
        Shell shell = screens.shell("manage.edition.new", NavItem.MANAGE);
        var page = new EditionPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.EDITIONS),
                form,
                Tab.EDITIONS.path(),
                List.of(),
                List.of(),
                digits(shell.words(), form),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone ->
                                zone.indexOf('/') > 0 && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                        .sorted()
                        .toList(),
                null,
                null,
                null);
        return screens.showAgain(form, shell, Templates.edition(page));
    }

    private static List<DeskPage.Choice> digits(Words words, Form form) {
        var choices = new ArrayList<DeskPage.Choice>();
        String chosen = form.value("digits").isEmpty() ? "latn" : form.value("digits");
        for (String system : EditionForm.DIGITS) {
            choices.add(new DeskPage.Choice(
                    system, words.say("manage.edition.digits." + system), chosen.equals(system), null, null));
        }
        return choices;
    }

    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_EDITIONS)
    public Response one(@PathParam("id") long id) {
        return page(id, filled(get(id)));
    }

    /// As a browser sends it when nobody changes anything.
    private Form filled(Edition edition) {
        Form form = EditionForm.fill(screens.form(), edition);
        String opinions = chosen(screens.read(sql -> opinions(sql, screens.words(), edition, form)));
        return form.with("opinions", opinions).with("digits", chosen(digits(screens.words(), form)));
    }

    private static String chosen(List<DeskPage.Choice> choices) {
        return choices.stream()
                .filter(DeskPage.Choice::chosen)
                .map(DeskPage.Choice::value)
                .findFirst()
                .orElse("");
    }

    private Edition get(long id) {
        return screens.read(sql -> new Editions(sql).get(new EditionId(id)));
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_EDITIONS)
    @Proved
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Edition before = get(id);
        return screens.submit(screens.form(sent), form -> change(before, form), form -> page(id, form));
    }

    private @Nullable Response change(Edition before, Form form) {
        EditionForm.Typed typed = EditionForm.read(form, before.settings());
        if (typed == null) {
            return null;
        }
        screens.perform(new ChangeEdition(
                screens.actor(), before.id(), form.version(), typed.name(), typed.motto(), typed.settings()));
        return screens.to(path(before.id()), "saved");
    }

    private static String path(EditionId id) {
        return Tab.EDITIONS.path() + "/" + id.value();
    }

    private Response page(long id, Form form) {
        Edition edition = get(id);
        Shell shell = screens.shell("manage.edition.title", NavItem.MANAGE, edition.name());
        boolean late = ManagedForm.late(form, filled(edition));
        EditionPage page = screens.read(sql -> new EditionPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.EDITIONS),
                form,
                path(edition.id()),
                List.of(
                        new EditionPage.Fact(shell.say("manage.edition.code"), edition.code()),
                        new EditionPage.Fact(shell.say("language"), tongue(shell, edition)),
                        new EditionPage.Fact(
                                shell.say("manage.edition.zone"),
                                edition.timeZone().getId())),
                opinions(sql, shell.words(), edition, form),
                digits(shell.words(), form),
                List.of(),
                edition.language(),
                front(edition),
                late ? edition.name() + (edition.motto() == null ? "" : " · " + edition.motto()) : null));
        return screens.showAgain(form, shell, Templates.edition(page));
    }

    private static List<DeskPage.Choice> opinions(DSLContext sql, Words words, Edition edition, Form form) {
        var choices = new ArrayList<DeskPage.Choice>();
        // As the site reads it: by any address that the section ever had.
        Subject chosen = new Addresses(sql)
                .withPath(Sections.path(edition, form.value("opinions")))
                .orElse(null);
        choices.add(new DeskPage.Choice("", words.say("manage.edition.opinions.none"), chosen == null, null, null));
        for (Section section : new Sections(sql).of(edition.id())) {
            choices.add(new DeskPage.Choice(
                    section.slug(),
                    section.name(),
                    section.id().subject().equals(chosen),
                    edition.language(),
                    edition.direction()));
        }
        return choices;
    }
}
