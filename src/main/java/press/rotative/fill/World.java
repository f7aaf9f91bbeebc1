package press.rotative.fill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import press.rotative.story.ConceptKind;

/// The invented world that is written about: sections, topics, and places, people, organisations and events put
/// together from the parts in `concepts.txt`. Its order never changes.
final class World {
    private static final int ORGANISATIONS_OF_A_FORM = 30;
    private static final int EVENTS_OF_A_FORM = 15;

    private final List<String[]> rows;
    private final List<MadeUpConcept> concepts = new ArrayList<>();
    private final Map<ConceptKind, List<Integer>> byKind = new EnumMap<>(ConceptKind.class);

    World() {
        rows = DataFile.lines("concepts.txt").stream()
                .map(line -> line.split("\\s*\\|\\s*"))
                .toList();
        topics();
        people();
        places();
        named(ConceptKind.ORGANISATION, "organisation", ORGANISATIONS_OF_A_FORM);
        named(ConceptKind.EVENT, "event", EVENTS_OF_A_FORM);
        for (ConceptKind kind : ConceptKind.values()) {
            byKind.put(kind, new ArrayList<>());
        }
        for (int i = 0; i < concepts.size(); i++) {
            byKind.getOrDefault(concepts.get(i).kind(), List.of()).add(i);
        }
    }

    /// Every concept; a story names them by their place here.
    List<MadeUpConcept> concepts() {
        return List.copyOf(concepts);
    }

    MadeUpConcept concept(int place) {
        return concepts.get(place);
    }

    /// Places of the concepts of one kind.
    List<Integer> of(ConceptKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /// Places of the topics of one section.
    List<Integer> topicsOf(int section) {
        return of(ConceptKind.TOPIC).stream()
                .filter(place -> concepts.get(place).section() == section)
                .toList();
    }

    /// Names of the sections, in the order of the menu.
    List<String> sections(Tongue tongue) {
        return rows("section").stream().map(row -> row[1 + tongue.ordinal()]).toList();
    }

    private List<String[]> rows(String name) {
        return rows.stream().filter(row -> row[0].equals(name)).toList();
    }

    private void topics() {
        for (String[] row : rows("topic")) {
            concepts.add(new MadeUpConcept(
                    ConceptKind.TOPIC,
                    Integer.parseInt(row[1]) - 1,
                    spoken(row[2], row[3], row[4]),
                    spoken(row[5], row[6], row[7])));
        }
    }

    private void people() {
        for (String[] family : rows("family")) {
            for (String[] given : rows("given")) {
                String latin = given[1] + " " + family[1];
                add(ConceptKind.PERSON, spoken(latin, latin, given[2] + " " + family[2]));
            }
        }
    }

    private void places() {
        for (String[] form : rows("form")) {
            for (String[] stem : rows("stem")) {
                String latin = form[1].replace("{}", stem[1]);
                add(ConceptKind.PLACE, spoken(latin, latin, form[2].replace("{}", stem[2])));
            }
        }
    }

    private void named(ConceptKind kind, String rowName, int most) {
        List<MadeUpConcept> places = concepts.stream()
                .filter(concept -> concept.kind() == ConceptKind.PLACE)
                .limit(most)
                .toList();
        for (MadeUpConcept place : places) {
            for (String[] form : rows(rowName)) {
                add(
                        kind,
                        spoken(
                                form[1].replace("{}", place.label(Tongue.FRENCH)),
                                form[2].replace("{}", place.label(Tongue.ENGLISH)),
                                form[3].replace("{}", place.label(Tongue.ARABIC))));
            }
        }
    }

    private void add(ConceptKind kind, Map<Tongue, String> labels) {
        concepts.add(new MadeUpConcept(kind, -1, labels, labels));
    }

    private static Map<Tongue, String> spoken(String french, String english, String arabic) {
        return Map.of(Tongue.FRENCH, french, Tongue.ENGLISH, english, Tongue.ARABIC, arabic);
    }
}
