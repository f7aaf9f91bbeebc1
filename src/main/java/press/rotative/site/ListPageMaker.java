package press.rotative.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.site.TeaserMaker.Telling;
import press.rotative.story.Author;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.FrontPlace;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;

/// Makes the pages of sections, concepts, authors and days: the newest stories, then older ones page by page. What an
/// editor arranged stands above the first page of a section, and not in its list; pages further back hold all stories,
/// so that they stay as they are whatever is arranged.
final class ListPageMaker {
    static final int ON_A_PAGE = 20;
    private static final int BESIDE = 8;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    ListPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    /// @param before the last story of the page before; null for the first page
    ListPage page(Voice voice, Listed listed, @Nullable StoryId before) {
        Edition edition = voice.edition();
        boolean first = before == null;
        FrontParts front = first && listed instanceof Listed.OfSection(Section section) ? front(voice, section) : null;
        List<FrontPage.Part> parts = front == null ? List.of() : front.all();
        List<LiveStory> above = front == null ? List.of() : front.stories();
        Set<StoryId> shown = above.stream().map(LiveStory::id).collect(Collectors.toSet());
        List<LiveStory> found = front != null && listed instanceof Listed.OfSection(Section section)
                ? below(section, shown, front.read())
                : listed.stories(snapshot, edition, before, ON_A_PAGE + 1);
        List<LiveStory> stories = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        LocalDate day = listed instanceof Listed.OfDay(LocalDate of) ? of : null;
        boolean inSection = listed instanceof Listed.OfSection;
        TeaserMaker teasers = new TeaserMaker(snapshot, voice, stories);
        boolean leads = first
                && parts.isEmpty()
                && !stories.isEmpty()
                && stories.getFirst().content().hero() != null;
        Teaser lead =
                leads ? teasers.teaser(stories.getFirst(), Teaser.Shape.LEAD, 2, Telling.FULL, Slot.LEAD, true) : null;
        List<Teaser> hits = stories.subList(leads ? 1 : 0, stories.size()).stream()
                .map(story -> teasers.teaser(story, Teaser.Shape.ROW, 3, Telling.FULL, Slot.ROW, false))
                .map(teaser -> inSection ? teaser.withoutKicker() : teaser)
                .toList();
        boolean more = found.size() > ON_A_PAGE;
        String path = listed.path(edition);
        return new ListPage(
                chrome(voice, listed, first),
                day == null ? null : ArchivePageMaker.above(voice, new ArchivePeriod.OfDay(day)),
                listed.kind(voice.words()),
                listed.heading(voice),
                listed instanceof Listed.OfAuthor(Author author) ? author.note() : null,
                parts,
                lead == null || !inSection ? lead : lead.withoutKicker(),
                hits,
                more ? path + "?before=" + stories.getLast().code() : null,
                first ? null : path,
                day == null ? List.of() : new ArchivePageMaker(snapshot, chromes).daysBeside(voice, day),
                day == null
                        ? Link.to(voice.words().say("list.follow"), Places.feedOf(path, Route.FeedFormat.RSS))
                        : null,
                beside(
                        voice,
                        listed,
                        Stream.concat(above.stream(), stories.stream()).toList()));
    }

    /// The newest of a section that do not stand above its list.
    ///
    /// @param read already, and not again
    private List<LiveStory> below(Section section, Set<StoryId> above, Map<StoryId, LiveStory> read) {
        List<StoryId> ids =
                snapshot.newestIn(section.id(), EnumSet.allOf(StoryKind.class), ON_A_PAGE + 1 + above.size()).stream()
                        .filter(id -> !above.contains(id))
                        .limit(ON_A_PAGE + 1)
                        .toList();
        var stories = new HashMap<>(read);
        stories.putAll(snapshot.stories(
                ids.stream().filter(id -> !read.containsKey(id)).collect(Collectors.toSet())));
        return ids.stream().map(stories::get).filter(Objects::nonNull).toList();
    }

    /// What an editor arranged above the list; null: nothing.
    private @Nullable FrontParts front(Voice voice, Section section) {
        var place = FrontPlace.of(section);
        return snapshot.front(place)
                .map(plan -> new FrontParts(snapshot, voice, place, plan))
                .orElse(null);
    }

    private Chrome chrome(Voice voice, Listed listed, boolean first) {
        Words words = voice.words();
        Edition edition = voice.edition();
        String heading = listed.heading(voice);
        List<ChromeMaker.Elsewhere> others = listed.elsewhere(snapshot, edition);
        Section section = listed instanceof Listed.OfSection(Section of) ? of : null;
        var head = chromes.head(
                voice,
                words.say("list.title.section", heading) + " | " + edition.name(),
                words.say("list.description", heading, edition.name()),
                listed.path(edition),
                others,
                chromes.crumbs(voice, section));
        if (!(listed instanceof Listed.OfDay)) {
            head = head.following(chromes.feeds(voice, heading, listed.path(edition)));
        }
        return chromes.chrome(voice, false, listed.subject(), first ? head : head.unindexed(), others);
    }

    /// Other concepts that these stories are about, as often as they come.
    private List<Link> beside(Voice voice, Listed listed, List<LiveStory> stories) {
        Set<ConceptId> ids = new LinkedHashSet<>();
        stories.forEach(story -> ids.addAll(story.content().concepts()));
        if (listed instanceof Listed.OfConcept(Concept concept)) {
            ids.remove(concept.id());
        }
        var counted = new ArrayList<>(ids);
        counted.sort(java.util.Comparator.comparingLong((ConceptId id) -> -stories.stream()
                .filter(story -> story.content().concepts().contains(id))
                .count()));
        List<ConceptId> few = counted.subList(0, Math.min(BESIDE, counted.size()));
        var concepts = snapshot.concepts(few);
        return few.stream()
                .map(concepts::get)
                .filter(Objects::nonNull)
                .map(concept -> Link.to(
                        concept.label(voice.edition().language()).text(), Places.concept(voice.edition(), concept)))
                .toList();
    }
}
