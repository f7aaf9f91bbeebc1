package press.rotative.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.site.TeaserMaker.Telling;
import press.rotative.story.Author;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.StoryId;

/// Makes the pages of sections, concepts and authors: the newest stories, then older ones page by page.
final class ListPageMaker {
    static final int ON_A_PAGE = 20;
    private static final int BESIDE = 8;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    ListPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    ListPage section(Voice voice, Section section, @Nullable StoryId before) {
        return page(
                voice,
                new Subject(
                        section.name(), null, null, Places.section(voice.edition(), section), section, null, List.of()),
                before,
                snapshot.inSection(section.id(), before, ON_A_PAGE + 1));
    }

    ListPage concept(Voice voice, Concept concept, @Nullable StoryId before) {
        Edition edition = voice.edition();
        String kind = voice.words().say("kind." + concept.kind().name().toLowerCase(Locale.ROOT));
        List<ChromeMaker.Elsewhere> others = snapshot.editions().stream()
                .filter(other ->
                        !other.id().equals(edition.id()) && concept.labels().containsKey(other.language()))
                .filter(other ->
                        !snapshot.about(concept.id(), other.id(), null, 1).isEmpty())
                .map(other -> new ChromeMaker.Elsewhere(other, Places.concept(other, concept)))
                .toList();
        return page(
                voice,
                new Subject(
                        concept.label(edition.language()).text(),
                        null,
                        kind,
                        Places.concept(edition, concept),
                        null,
                        concept.id(),
                        others),
                before,
                snapshot.about(concept.id(), edition.id(), before, ON_A_PAGE + 1));
    }

    ListPage author(Voice voice, Author author, @Nullable StoryId before) {
        Edition edition = voice.edition();
        List<ChromeMaker.Elsewhere> others = snapshot.editions().stream()
                .filter(other -> !other.id().equals(edition.id()))
                .filter(other -> !snapshot.by(author.id(), other.id(), null, 1).isEmpty())
                .map(other -> new ChromeMaker.Elsewhere(other, Places.author(other, author)))
                .toList();
        return page(
                voice,
                new Subject(
                        author.name(),
                        author.note(),
                        voice.words().say("kind.author"),
                        Places.author(edition, author),
                        null,
                        null,
                        others),
                before,
                snapshot.by(author.id(), edition.id(), before, ON_A_PAGE + 1));
    }

    /// What the list is of.
    private record Subject(
            String heading,
            @Nullable String note,
            @Nullable String kind,
            String path,
            @Nullable Section section,
            @Nullable ConceptId concept,
            List<ChromeMaker.Elsewhere> others) {}

    private ListPage page(Voice voice, Subject subject, @Nullable StoryId before, List<LiveStory> found) {
        List<LiveStory> stories = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        boolean first = before == null;
        TeaserMaker teasers = new TeaserMaker(snapshot, voice, stories);
        boolean leads =
                first && !stories.isEmpty() && stories.getFirst().content().hero() != null;
        Teaser lead =
                leads ? teasers.teaser(stories.getFirst(), Teaser.Shape.LEAD, 2, Telling.FULL, Slot.LEAD, true) : null;
        List<Teaser> hits = stories.subList(leads ? 1 : 0, stories.size()).stream()
                .map(story -> teasers.teaser(story, Teaser.Shape.ROW, 3, Telling.FULL, Slot.ROW, false))
                .map(teaser -> subject.section() == null ? teaser : FrontPageMaker.withoutKicker(teaser))
                .toList();
        boolean more = found.size() > ON_A_PAGE;
        return new ListPage(
                chrome(voice, subject, first),
                null,
                subject.kind(),
                subject.heading(),
                subject.note(),
                lead == null || subject.section() == null ? lead : FrontPageMaker.withoutKicker(lead),
                hits,
                more ? subject.path() + "?before=" + stories.getLast().code() : null,
                first ? null : subject.path(),
                beside(voice, subject, stories));
    }

    private Chrome chrome(Voice voice, Subject subject, boolean first) {
        Words words = voice.words();
        String name = voice.edition().name();
        var head = chromes.head(
                voice,
                words.say("list.title.section", subject.heading()) + " | " + name,
                words.say("list.description", subject.heading(), name),
                subject.path(),
                subject.others(),
                crumbs(voice, subject));
        return chromes.chrome(
                voice,
                false,
                subject.section() == null ? null : subject.section().id(),
                first ? head : head.unindexed(),
                subject.others());
    }

    private List<JsonLd.Crumb> crumbs(Voice voice, Subject subject) {
        return chromes.crumbs(voice, subject.section());
    }

    /// Other concepts that these stories are about, as often as they come.
    private List<Link> beside(Voice voice, Subject subject, List<LiveStory> stories) {
        Set<ConceptId> ids = new LinkedHashSet<>();
        stories.forEach(story -> ids.addAll(story.content().concepts()));
        if (subject.concept() != null) {
            ids.remove(subject.concept());
        }
        var counted = new ArrayList<>(ids);
        counted.sort(java.util.Comparator.comparingLong((ConceptId id) -> -stories.stream()
                .filter(story -> story.content().concepts().contains(id))
                .count()));
        List<ConceptId> few = counted.subList(0, Math.min(BESIDE, counted.size()));
        var concepts = snapshot.concepts(few);
        return few.stream()
                .map(concepts::get)
                .filter(java.util.Objects::nonNull)
                .map(concept -> Link.to(
                        concept.label(voice.edition().language()).text(), Places.concept(voice.edition(), concept)))
                .toList();
    }
}
