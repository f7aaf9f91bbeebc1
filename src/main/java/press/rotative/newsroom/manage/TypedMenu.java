package press.rotative.newsroom.manage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.platform.Problem;
import press.rotative.story.ConceptId;
import press.rotative.story.SectionId;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuEntry;
import press.rotative.story.house.OwnPageId;

/// A menu as it stands in a form, and the steps that arrange it. Where a line leads is written as `section-3`,
/// `concept-5`, `page-7`, `corrections`, `archive` or `link`.
final class TypedMenu {
    static final String LINK = "link";
    private static final Pattern TARGET =
            Pattern.compile("(section|concept|page)-([1-9][0-9]{0,14})|corrections|archive|link");
    private static final Pattern STEP = Pattern.compile("(up|down|remove)-([0-9]{1,2})");
    private static final String PICK = "pick-";

    /// @param href of a link
    record Line(String target, String label, String href) {}

    private final List<Line> lines;

    private TypedMenu(List<Line> lines) {
        this.lines = lines;
    }

    static TypedMenu of(Menu menu) {
        return new TypedMenu(
                new ArrayList<>(menu.entries().stream().map(TypedMenu::line).toList()));
    }

    private static Line line(MenuEntry entry) {
        String label = entry.label() == null ? "" : entry.label();
        return switch (entry) {
            case MenuEntry.OfSection(var id, var own) -> new Line("section-" + id.value(), label, "");
            case MenuEntry.OfConcept(var id, var own) -> new Line("concept-" + id.value(), label, "");
            case MenuEntry.OfPage(var id, var own) -> new Line("page-" + id.value(), label, "");
            case MenuEntry.OfCorrections of -> new Line("corrections", label, "");
            case MenuEntry.OfArchive of -> new Line("archive", label, "");
            case MenuEntry.OfLink(var href, var own) -> new Line(LINK, label, href);
        };
    }

    static TypedMenu read(Form form) {
        var lines = new ArrayList<Line>();
        for (int at = 0; at <= Menu.MOST; at++) {
            String target = form.value(field(at, "target"));
            if (!TARGET.matcher(target).matches()) {
                break;
            }
            lines.add(new Line(target, form.value(field(at, "label")), form.value(field(at, "href"))));
        }
        return new TypedMenu(lines);
    }

    static String field(int at, String what) {
        return "l" + at + "-" + what;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /// Into the fields of the form; that of the line behind the last is emptied.
    void write(Form form) {
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            form.with(field(at, "target"), line.target())
                    .with(field(at, "label"), line.label())
                    .with(field(at, "href"), line.href());
        }
        form.with(field(lines.size(), "target"), (String) null);
    }

    /// @return null when something is wrong; the form says what
    @Nullable
    Menu menu(Form form) {
        var entries = new ArrayList<MenuEntry>();
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            MenuEntry entry = line.target().equals(LINK) ? link(form, at) : entry(form, at, line.target());
            if (entry != null) {
                entries.add(entry);
            }
        }
        try {
            return form.good() ? new Menu(entries) : null;
        } catch (Problem problem) {
            form.refuse(problem);
            return null;
        }
    }

    private static @Nullable MenuEntry link(Form form, int at) {
        String href = form.take(field(at, "href"), typed -> new MenuEntry.OfLink(typed, "-").href());
        String label =
                form.take(field(at, "label"), typed -> new MenuEntry.OfLink("https://example.org", typed).label());
        return href == null || label == null ? null : new MenuEntry.OfLink(href, label);
    }

    private static @Nullable MenuEntry entry(Form form, int at, String target) {
        String typed = form.take(field(at, "label"), label -> {
            String checked = MenuEntry.checkedLabel(label);
            return checked == null ? "" : checked;
        });
        if (typed == null) {
            return null;
        }
        String label = typed.isEmpty() ? null : typed;
        Matcher parts = TARGET.matcher(target);
        long id = parts.matches() && parts.group(2) != null ? Long.parseLong(parts.group(2)) : 0;
        return switch (target.replaceAll("-.*", "")) {
            case "section" -> new MenuEntry.OfSection(new SectionId(id), label);
            case "concept" -> new MenuEntry.OfConcept(new ConceptId(id), label);
            case "page" -> new MenuEntry.OfPage(new OwnPageId(id), label);
            case "corrections" -> new MenuEntry.OfCorrections(label);
            default -> new MenuEntry.OfArchive(label);
        };
    }

    /// Does a step; one that cannot be read does nothing.
    ///
    /// @return the button that goes on from there by keyboard; null: none
    @Nullable
    String step(String step, Form form) {
        if (step.equals("add")) {
            return add(form.value("add"), form);
        }
        if (step.startsWith(PICK)) {
            return add(step.substring(PICK.length()), form);
        }
        if (step.equals("find")) {
            return "find";
        }
        Matcher parts = STEP.matcher(step);
        if (!parts.matches()) {
            return null;
        }
        int at = Integer.parseInt(parts.group(2));
        return at >= lines.size() ? null : moved(parts.group(1), at);
    }

    private @Nullable String add(String target, Form form) {
        boolean known = lines.stream().anyMatch(line -> line.target().equals(target));
        if (!TARGET.matcher(target).matches() || known && !target.equals(LINK)) {
            return null;
        }
        if (lines.size() >= Menu.MOST) {
            form.refuse("problem.menu.most", Menu.MOST);
            return null;
        }
        lines.add(new Line(target, "", ""));
        return target.equals(LINK) || lines.size() == 1 ? null : "up-" + (lines.size() - 1);
    }

    private @Nullable String moved(String step, int at) {
        if (step.equals("remove")) {
            lines.remove(at);
            return lines.isEmpty() ? null : "remove-" + Math.min(at, lines.size() - 1);
        }
        int to = step.equals("up") ? at - 1 : at + 1;
        if (to < 0 || to >= lines.size()) {
            return null;
        }
        Collections.swap(lines, at, to);
        boolean end = to == 0 || to == lines.size() - 1;
        return (end ? to == 0 ? "down" : "up" : step) + "-" + to;
    }
}
