package press.rotative.story.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import press.rotative.story.ConceptId;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;

/// What the public sees of the newsroom around its stories: menus, looks, alerts, and pages of its own. Every change of
/// these is an act, so whoever keeps it until the next one keeps it right. Of the pages it holds those that the
/// public ever read.
///
/// @param looks by the number of the edition, with what it takes from the newsroom
public record House(
        Map<Menus.Key, Menu> menus, Map<Long, Look> looks, List<OwnPage> pages, Map<EditionId, AlertBand> alerts) {
    public static final House EMPTY = new House(Map.of(), Map.of(), List.of(), Map.of());

    public House {
        menus = Map.copyOf(menus);
        looks = Map.copyOf(looks);
        pages = List.copyOf(pages);
        alerts = Map.copyOf(alerts);
    }

    public static House read(DSLContext sql) {
        return new House(
                new Menus(sql).all(),
                looks(sql),
                new OwnPages(sql)
                        .all().stream().filter(page -> page.shownAt() != null).toList(),
                new AlertBands(sql).all());
    }

    private static Map<Long, Look> looks(DSLContext sql) {
        Map<Long, Look> own = new Looks(sql).all();
        Look newsroom = own.getOrDefault(Looks.NEWSROOM, Look.PLAIN);
        return new Editions(sql)
                .all().stream()
                        .map(edition -> edition.id().value())
                        .collect(Collectors.toMap(
                                id -> id, id -> own.getOrDefault(id, Look.PLAIN).over(newsroom)));
    }

    /// Empty where nobody arranged it.
    public Optional<Menu> menu(EditionId edition, MenuPlace place) {
        return Optional.ofNullable(menus.get(new Menus.Key(edition, place)));
    }

    /// Whatever time it is.
    public Optional<AlertBand> alert(EditionId edition) {
        return Optional.ofNullable(alerts.get(edition));
    }

    public Look look(EditionId edition) {
        return looks.getOrDefault(edition.value(), Look.PLAIN);
    }

    /// Those that the public may read, in the order of their kinds.
    public List<OwnPage> live(EditionId edition) {
        return pages.stream()
                .filter(page -> page.edition().equals(edition) && page.live() != null)
                .toList();
    }

    public Optional<OwnPage> page(OwnPageId id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    public Optional<OwnPage> live(EditionId edition, OwnPageKind kind) {
        return live(edition).stream().filter(page -> page.kind() == kind).findFirst();
    }

    /// Whether a concept stands in a menu of the edition, and so has a page there.
    public boolean shows(EditionId edition, ConceptId concept) {
        return menus.entrySet().stream()
                .filter(each -> each.getKey().edition().equals(edition))
                .flatMap(each -> each.getValue().entries().stream())
                .anyMatch(entry -> entry instanceof MenuEntry.OfConcept(var of, var label) && of.equals(concept));
    }
}
