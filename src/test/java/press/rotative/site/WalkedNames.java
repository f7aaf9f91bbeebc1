package press.rotative.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ArrangeFront;
import press.rotative.story.acts.ChangeConcept;
import press.rotative.story.acts.ChangeEdition;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.MergeConcept;
import press.rotative.story.acts.RenameAuthor;
import press.rotative.story.acts.RenameSection;

/// What happens to editions, sections, fronts, concepts and authors on a walk. A name that was changed may stand
/// nowhere.
final class WalkedNames {
    private static final int MOST_SECTIONS = 5;

    private final WalkedNewsroom newsroom;
    private final Map<Object, String> names = new HashMap<>();
    private final List<ConceptId> namesakes = new ArrayList<>();

    WalkedNames(WalkedNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    List<WalkStep> steps() {
        return List.of(
                new WalkStep("new edition", 1, this::newEdition),
                new WalkStep("new section", 1, this::newSection),
                new WalkStep("new concept", 1, () -> concept().toString()),
                new WalkStep("new author", 1, () -> author().toString()),
                new WalkStep("change edition", 1, this::changeEdition),
                new WalkStep("rename section", 1, this::renameSection),
                new WalkStep("rename concept", 1, this::renameConcept),
                new WalkStep("rename concept by publishing", 1, this::publishNamesakes),
                new WalkStep("merge concept", 1, this::mergeConcept),
                new WalkStep("rename author", 1, this::renameAuthor),
                new WalkStep("arrange front", 2, this::arrangeFront),
                new WalkStep("arrange section", 2, this::arrangeSection));
    }

    EditionId edition(String code, boolean rightToLeft) {
        String name = newsroom.name("Le Phare");
        EditionId id = newsroom.perform(
                new CreateEdition(Actor.OPERATOR, code, code, rightToLeft, name, null, "Europe/Paris", null));
        names.put(id, name);
        newsroom.editions.add(id);
        newsroom.sections.put(id, new ArrayList<>());
        for (String slug : List.of("port", "ville")) {
            section(id, slug);
        }
        return id;
    }

    private SectionId section(EditionId edition, String slug) {
        String name = newsroom.name("Rubrique");
        SectionId id = newsroom.perform(new CreateSection(Actor.OPERATOR, edition, name, slug));
        names.put(id, name);
        newsroom.sections.get(edition).add(id);
        return id;
    }

    AuthorId author() {
        String name = newsroom.name("Signature");
        AuthorId id =
                newsroom.perform(new CreateAuthor(Actor.OPERATOR, name, null)).id();
        names.put(id, name);
        newsroom.authors.add(id);
        return id;
    }

    ConceptId concept() {
        String name = newsroom.name("Sujet");
        ConceptId id = newsroom.perform(new CreateConcept(
                        Actor.OPERATOR,
                        newsroom.any(List.of(ConceptKind.values())),
                        Map.of("fr", name, "ar", newsroom.word())))
                .id();
        names.put(id, name);
        newsroom.concepts.add(id);
        return id;
    }

    /// Two concepts that have one address in an English edition, which is not there yet: each has its own in the
    /// others. Readers know the second one before.
    void namesakes() {
        String name = newsroom.name("Homonyme");
        var others = Map.of("fr", newsroom.name("Sujet"), "ar", newsroom.word(), "en", name);
        for (Map<String, String> labels : List.of(others, Map.of("fr", name))) {
            namesakes.add(newsroom.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, labels))
                    .id());
        }
        newsroom.publishAbout(newsroom.editions.getFirst(), namesakes.getLast());
    }

    /// The second one gets another address in every edition when the first story about it is published there.
    private String publishNamesakes() {
        EditionId english = newsroom.press
                .database()
                .read(sql -> new Editions(sql).find("en").map(Edition::id))
                .orElseGet(() -> edition("en", false));
        namesakes.forEach(each -> newsroom.publishAbout(english, each));
        return namesakes.toString();
    }

    private String newEdition() {
        return newsroom.editions.size() < 3 ? edition("en", false).toString() : changeEdition();
    }

    private String newSection() {
        EditionId edition = newsroom.any(newsroom.editions);
        return newsroom.sections.get(edition).size() < MOST_SECTIONS
                ? section(edition, "neuf-" + newsroom.number()).toString()
                : renameSection();
    }

    private void renamed(Object id, String name) {
        newsroom.gone.add(names.put(id, name));
    }

    private String changeEdition() {
        EditionId edition = newsroom.any(newsroom.editions);
        String name = newsroom.name("Le Phare");
        newsroom.perform(new ChangeEdition(Actor.OPERATOR, edition, null, name, "Devise", "{}"));
        renamed(edition, name);
        return edition.toString();
    }

    private String renameSection() {
        SectionId section = newsroom.anySection(newsroom.any(newsroom.editions));
        String name = newsroom.name("Rubrique");
        newsroom.perform(new RenameSection(Actor.OPERATOR, section, null, name, "rubrique-" + newsroom.number()));
        renamed(section, name);
        return section.toString();
    }

    private String renameConcept() {
        ConceptId concept = newsroom.any(newsroom.concepts);
        String name = newsroom.name("Sujet");
        ConceptKind kind = newsroom.any(List.of(ConceptKind.values()));
        newsroom.perform(new ChangeConcept(Actor.OPERATOR, concept, null, kind, Map.of("fr", name), Set.of("ar")));
        renamed(concept, name);
        return concept.toString();
    }

    /// Stories of the one that is gone go on: their texts say its number, and they are published anew with it.
    private String mergeConcept() {
        if (newsroom.concepts.size() < 3) {
            concept();
        }
        ConceptId kept = newsroom.any(newsroom.concepts);
        ConceptId merged = newsroom.any(
                newsroom.concepts.stream().filter(each -> !each.equals(kept)).toList());
        newsroom.perform(new MergeConcept(Actor.OPERATOR, merged, kept, null, null));
        newsroom.concepts.remove(merged);
        newsroom.gone.add(names.remove(merged));
        return merged + " into " + kept;
    }

    private String renameAuthor() {
        AuthorId author = newsroom.any(newsroom.authors);
        String name = newsroom.name("Signature");
        newsroom.perform(new RenameAuthor(Actor.OPERATOR, author, null, name, null));
        renamed(author, name);
        return author.toString();
    }

    /// Picks two stories of an edition, whatever they are now, or gives its front back.
    private String arrangeFront() {
        EditionId edition = newsroom.any(newsroom.editions);
        List<StoryId> known = newsroom.editionOf.entrySet().stream()
                .filter(each -> each.getValue().equals(edition))
                .map(Map.Entry::getKey)
                .sorted(java.util.Comparator.comparingLong(StoryId::value))
                .toList();
        FrontPlan plan = null;
        if (known.size() > 1 && newsroom.random.nextInt(3) > 0) {
            int first = newsroom.random.nextInt(known.size());
            StoryId second = known.get((first + 1) % known.size());
            plan = new FrontPlan(List.of(
                    new FrontBlock.Lead(known.get(first), List.of(second)),
                    new FrontBlock.Latest(3),
                    new FrontBlock.Grid("Le choix", List.of(second), 2),
                    new FrontBlock.Opinion(null, List.of(), 2),
                    new FrontBlock.OfSection(
                            newsroom.anySection(edition),
                            newsroom.any(List.of(FrontBlock.Look.values())),
                            List.of(),
                            2)));
        }
        newsroom.perform(new ArrangeFront(Actor.OPERATOR, FrontPlace.of(edition), null, plan));
        return edition.toString();
    }

    /// Picks stories of a section, whatever they are now, for what stands above its list; or shows the list only.
    private String arrangeSection() {
        EditionId edition = newsroom.any(newsroom.editions);
        SectionId section = newsroom.anySection(edition);
        var place = new FrontPlace(edition, section);
        List<StoryId> own = newsroom.published(section, 5);
        FrontPlan plan = null;
        if (newsroom.random.nextInt(4) > 0) {
            int some = own.size() / 2;
            plan = new FrontPlan(List.of(
                    new FrontBlock.Lead(own.isEmpty() ? null : own.getFirst(), List.of()),
                    new FrontBlock.Grid("À lire", own.isEmpty() ? List.of() : own.subList(1, 1 + some), 2),
                    new FrontBlock.Opinion(null, List.of(), 2)));
        }
        newsroom.perform(new ArrangeFront(Actor.OPERATOR, place, null, plan));
        return section.toString();
    }
}
