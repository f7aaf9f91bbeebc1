package press.rotative.newsroom.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.people.Actor;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.ManagedNames;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuEntry;
import press.rotative.story.house.MenuPlace;
import press.rotative.story.house.OwnPage;
import press.rotative.story.house.OwnPages;

/// Makes the page on which a menu is arranged.
final class MenuPageMaker {
    private static final int FOUND = 10;

    private final DSLContext sql;
    private final Shell shell;
    private final Edition edition;
    private final List<Section> sections;
    private final List<OwnPage> pages;
    private final Words ofEdition;

    MenuPageMaker(DSLContext sql, Shell shell, Edition edition) {
        this.sql = sql;
        this.shell = shell;
        this.edition = edition;
        this.sections = new Sections(sql).of(edition.id());
        this.pages = new OwnPages(sql).of(edition.id());
        this.ofEdition = Words.in("site", new Tongue(edition.language(), edition.direction()), Digits.WESTERN);
    }

    /// As a menu fills itself.
    static Menu usual(DSLContext sql, Edition edition, MenuPlace place) {
        Stream<MenuEntry> entries =
                switch (place) {
                    case MAIN ->
                        new Sections(sql)
                                .of(edition.id()).stream().map(section -> new MenuEntry.OfSection(section.id(), null));
                    case FOOT ->
                        Stream.concat(
                                new OwnPages(sql)
                                        .of(edition.id()).stream()
                                                .filter(page -> page.live() != null)
                                                .map(page -> new MenuEntry.OfPage(page.id(), null))
                                                .limit(Menu.MOST - 2),
                                Stream.of(new MenuEntry.OfCorrections(null), new MenuEntry.OfArchive(null)));
                };
        return new Menu(entries.limit(Menu.MOST).toList());
    }

    MenuPage page(
            Actor actor,
            Form form,
            String path,
            TypedMenu menu,
            boolean arranged,
            boolean late,
            @Nullable String focus) {
        return new MenuPage(
                shell,
                Tab.links(actor, shell.words(), Tab.MENUS),
                form,
                path,
                Screens.asset("fronts.css"),
                "/" + edition.code() + "/",
                edition.language(),
                edition.direction(),
                arranged,
                lines(menu),
                more(menu),
                "find".equals(focus) ? found(form.value("words"), menu) : null,
                late,
                focus);
    }

    private List<MenuPage.Line> lines(TypedMenu menu) {
        var lines = new ArrayList<MenuPage.Line>();
        for (TypedMenu.Line line : menu.lines()) {
            lines.add(line(lines.size(), line));
        }
        return lines;
    }

    private MenuPage.Line line(int at, TypedMenu.Line line) {
        String kind = line.target().replaceAll("-.*", "");
        String said = shell.say("manage.menu.kind." + kind);
        long id = kind.equals(line.target()) ? 0 : Long.parseLong(line.target().substring(kind.length() + 1));
        return switch (kind) {
            case "section" -> {
                Optional<String> name = sections.stream()
                        .filter(section -> section.id().value() == id)
                        .map(Section::name)
                        .findFirst();
                yield new MenuPage.Line(at, line.target(), name.orElse(""), said, gone(name), false);
            }
            case "page" -> {
                Optional<OwnPage> page =
                        pages.stream().filter(each -> each.id().value() == id).findFirst();
                boolean waits = page.isPresent() && page.get().live() == null;
                yield new MenuPage.Line(
                        at,
                        line.target(),
                        page.map(OwnPage::title).orElse(""),
                        said,
                        waits ? shell.say("manage.menu.waits") : gone(page),
                        false);
            }
            case "concept" -> {
                var concept = Optional.ofNullable(
                        new Concepts(sql).find(List.of(new ConceptId(id))).get(new ConceptId(id)));
                yield new MenuPage.Line(
                        at, line.target(), concept.map(this::name).orElse(""), said, gone(concept), false);
            }
            case TypedMenu.LINK -> new MenuPage.Line(at, line.target(), line.label(), said, null, true);
            default -> new MenuPage.Line(at, line.target(), ofSite(kind), said, null, false);
        };
    }

    private String ofSite(String kind) {
        return ofEdition.say(kind.equals("archive") ? "archives" : kind);
    }

    private @Nullable String gone(Optional<?> found) {
        return found.isPresent() ? null : shell.say("manage.menu.gone");
    }

    private String name(Concept concept) {
        return concept.label(edition.language()).text();
    }

    /// Everything that does not stand in it, but concepts: those are searched for.
    private List<DeskPage.Choice> more(TypedMenu menu) {
        var more = new ArrayList<DeskPage.Choice>();
        sections.forEach(section -> add(more, menu, "section-" + section.id().value(), "section", section.name()));
        pages.forEach(page -> add(more, menu, "page-" + page.id().value(), "page", page.title()));
        add(more, menu, "corrections", "corrections", ofSite("corrections"));
        add(more, menu, "archive", "archive", ofSite("archive"));
        more.add(new DeskPage.Choice(TypedMenu.LINK, shell.say("manage.menu.link"), more.isEmpty(), null, null));
        return more;
    }

    private void add(List<DeskPage.Choice> more, TypedMenu menu, String target, String kind, String name) {
        if (menu.lines().stream().noneMatch(line -> line.target().equals(target))) {
            String label = shell.say("manage.menu.choice", name, shell.say("manage.menu.kind." + kind));
            more.add(new DeskPage.Choice(target, label, more.isEmpty(), null, null));
        }
    }

    private List<MenuPage.Found> found(String words, TypedMenu menu) {
        if (words.isBlank()) {
            return List.of();
        }
        return new ManagedNames(sql)
                .concepts(words, null, null, FOUND).names().stream()
                        .map(concept -> new MenuPage.Found(
                                "concept-" + concept.id().value(),
                                name(concept),
                                shell.say("manage.kind." + concept.kind().label())))
                        .filter(found -> menu.lines().stream()
                                .noneMatch(line -> line.target().equals(found.target())))
                        .toList();
    }
}
