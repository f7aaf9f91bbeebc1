package press.rotative.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Subject;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.Section;
import press.rotative.story.house.House;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuEntry;
import press.rotative.story.house.MenuPlace;
import press.rotative.story.house.OwnPage;
import press.rotative.story.house.OwnPages;

/// Makes the menus of an edition out of what somebody arranged; what is gone, or not public, is left out. Reads nothing
/// but names that are kept until an act changes one.
final class MenuMaker {
    private final Snapshot snapshot;
    private final Voice voice;
    private final Edition edition;
    private final House house;

    MenuMaker(Snapshot snapshot, Voice voice) {
        this.snapshot = snapshot;
        this.voice = voice;
        this.edition = voice.edition();
        this.house = snapshot.house();
    }

    /// @param here what the page belongs to; null: nothing that stands in a menu
    List<Link> main(@Nullable Subject here) {
        return house.menu(edition.id(), MenuPlace.MAIN)
                .map(menu -> links(menu, here))
                .orElseGet(() -> snapshot.sections(edition.id()).stream()
                        .map(section -> link(section, null, here))
                        .toList());
    }

    List<Link> foot(@Nullable Subject here) {
        return house.menu(edition.id(), MenuPlace.FOOT)
                .map(menu -> links(menu, here))
                .orElseGet(() -> Stream.concat(
                                house.live(edition.id()).stream().map(page -> link(page, null, here)),
                                Stream.of(corrections(null), archive(null)))
                        .toList());
    }

    private List<Link> links(Menu menu, @Nullable Subject here) {
        Map<ConceptId, Concept> concepts = snapshot.concepts(menu.concepts());
        List<Section> sections = snapshot.sections(edition.id());
        var links = new ArrayList<Link>();
        for (MenuEntry entry : menu.entries()) {
            Link link =
                    switch (entry) {
                        case MenuEntry.OfSection(var id, var label) ->
                            sections.stream()
                                    .filter(section -> section.id().equals(id))
                                    .findFirst()
                                    .map(section -> link(section, label, here))
                                    .orElse(null);
                        case MenuEntry.OfConcept(var id, var label) -> link(concepts.get(id), label, here);
                        case MenuEntry.OfPage(var id, var label) ->
                            house.live(edition.id()).stream()
                                    .filter(page -> page.id().equals(id))
                                    .findFirst()
                                    .map(page -> link(page, label, here))
                                    .orElse(null);
                        case MenuEntry.OfCorrections(var label) -> corrections(label);
                        case MenuEntry.OfArchive(var label) -> archive(label);
                        case MenuEntry.OfLink(var href, var label) -> Link.to(label, href);
                    };
            if (link != null) {
                links.add(link);
            }
        }
        return links;
    }

    private Link link(Section section, @Nullable String label, @Nullable Subject here) {
        return Link.to(label == null ? section.name() : label, Places.section(edition, section))
                .here(section.id().subject().equals(here));
    }

    private Link link(OwnPage page, @Nullable String label, @Nullable Subject here) {
        String title = Objects.requireNonNull(page.live()).title();
        return Link.to(label == null ? title : label, OwnPages.path(edition, page.slug()))
                .here(page.id().subject().equals(here));
    }

    private @Nullable Link link(@Nullable Concept concept, @Nullable String label, @Nullable Subject here) {
        return concept == null
                ? null
                : Link.to(
                                label == null
                                        ? concept.label(edition.language()).text()
                                        : label,
                                Places.concept(edition, concept))
                        .here(concept.id().subject().equals(here));
    }

    private Link corrections(@Nullable String label) {
        return Link.to(label == null ? voice.words().say("corrections") : label, Places.corrections(edition));
    }

    private Link archive(@Nullable String label) {
        return Link.to(
                label == null ? voice.words().say("archives") : label,
                Places.archive(edition, new ArchivePeriod.Whole()));
    }
}
