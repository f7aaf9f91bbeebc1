package press.rotative.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.publication.Subject;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.LiveStory;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;

/// Which stories stand where on a front: the picked ones that are public, then the newest that fit. No story stands in
/// two blocks, the headlines of the latest apart; a picked one stands only where it was picked. Above the list of a
/// section stand its own stories only, so that only acts over these change its page.
final class FrontChoice {
    private static final int NEWEST = 60;
    /// Among which of a section's newest its lead is looked for.
    private static final int NEWEST_OF_SECTION = 20;
    private static final int MORE = 3;
    private static final Set<StoryKind> ANY = EnumSet.allOf(StoryKind.class);
    private static final Set<StoryKind> OPINIONS = EnumSet.of(StoryKind.OPINION);
    private static final Set<StoryKind> NO_OPINIONS = EnumSet.complementOf(EnumSet.of(StoryKind.OPINION));

    private final Snapshot snapshot;
    private final @Nullable SectionId section;
    private final List<LiveStory> newest;
    private final Map<StoryId, LiveStory> picked;
    private final Set<PictureId> shown;
    private final Set<SectionId> ofOpinions;
    private final Set<StoryId> taken;
    private final FrontPlan plan;
    /// Two blocks may be wanted alike and hold different stories.
    private final Map<FrontBlock, List<StoryId>> places = new IdentityHashMap<>();
    private final Map<StoryId, SectionId> sections = new HashMap<>();
    private final Map<StoryId, LiveStory> read = new HashMap<>();
    private List<StoryId> more = List.of();

    FrontChoice(Snapshot snapshot, FrontPlace place, FrontPlan plan) {
        this.snapshot = snapshot;
        this.section = place.section();
        this.plan = plan;
        this.newest = section == null
                ? snapshot.latest(place.edition(), NEWEST)
                : snapshot.inSection(section, null, NEWEST_OF_SECTION);
        this.picked = own(plan.named());
        this.shown = shown(newest);
        this.ofOpinions = new HashSet<>();
        plan.blocks().forEach(block -> {
            if (block instanceof FrontBlock.Opinion(SectionId of, var stories, int count) && of != null) {
                ofOpinions.add(of);
            }
        });
        this.taken = new HashSet<>(plan.named());
        newest.forEach(this::know);
        picked.values().forEach(this::know);
        plan.blocks().forEach(block -> places.put(block, choose(block)));
        read.putAll(own(Stream.concat(more.stream(), places.values().stream().flatMap(List::stream))
                .filter(id -> !read.containsKey(id))
                .collect(Collectors.toSet())));
    }

    /// Those that are public and may stand on this front.
    private Map<StoryId, LiveStory> own(Set<StoryId> ids) {
        Map<StoryId, LiveStory> found = new HashMap<>(snapshot.stories(ids));
        found.values().removeIf(story -> section != null && !section.equals(story.section()));
        return found;
    }

    private void know(LiveStory story) {
        read.put(story.id(), story);
        if (story.section() != null) {
            sections.put(story.id(), story.section());
        }
    }

    /// The stories of a block; may be none.
    List<LiveStory> of(FrontBlock block) {
        return stories(Objects.requireNonNull(places.get(block)));
    }

    private List<LiveStory> stories(List<StoryId> ids) {
        return ids.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    /// The headlines under the lead.
    List<LiveStory> more() {
        return stories(more);
    }

    /// Those that stand in blocks of sections.
    List<LiveStory> ofSections() {
        return plan.blocks().stream()
                .filter(block -> block instanceof FrontBlock.OfSection)
                .flatMap(block -> of(block).stream())
                .toList();
    }

    /// Whatever was read for the choice, by number.
    Map<StoryId, LiveStory> read() {
        return Collections.unmodifiableMap(read);
    }

    List<LiveStory> all() {
        return Stream.concat(more().stream(), plan.blocks().stream().flatMap(block -> of(block).stream()))
                .toList();
    }

    private List<StoryId> choose(FrontBlock block) {
        return switch (block) {
            case FrontBlock.Lead lead -> lead(lead);
            case FrontBlock.Latest latest ->
                newest.stream().limit(latest.count()).map(LiveStory::id).toList();
            case FrontBlock.Grid grid -> filled(grid.stories(), grid.count(), ofGrid(grid.count()));
            case FrontBlock.Opinion opinion -> filled(opinion.stories(), opinion.count(), opinions(opinion));
            case FrontBlock.OfSection of -> filled(of.stories(), of.count(), in(of.section(), ANY, of.count()));
        };
    }

    /// In a section its newest, but opinions where these have a band of their own.
    private Stream<StoryId> ofGrid(int count) {
        if (section == null) {
            return ids(news().sorted(weight()));
        }
        boolean band = plan.blocks().stream().anyMatch(FrontBlock.Opinion.class::isInstance);
        return in(section, band ? NO_OPINIONS : ANY, count);
    }

    private static Stream<StoryId> ids(Stream<LiveStory> stories) {
        return stories.map(LiveStory::id);
    }

    /// The newest of a section: as many as are wanted beside those that stand somewhere already.
    private Stream<StoryId> in(SectionId of, Set<StoryKind> kinds, int count) {
        int beside = Math.toIntExact(
                taken.stream().filter(id -> of.equals(sections.get(id))).count());
        List<StoryId> found = snapshot.newestIn(of, kinds, count + beside);
        found.forEach(id -> sections.put(id, of));
        return found.stream();
    }

    private List<StoryId> lead(FrontBlock.Lead lead) {
        List<StoryId> wish = lead.story() == null ? List.of() : List.of(lead.story());
        List<StoryId> chosen = filled(wish, 1, ids(Stream.concat(news().sorted(weight()), newest.stream())));
        List<StoryId> under = lead.more().stream().filter(picked::containsKey).toList();
        StoryId one = Stream.concat(chosen.stream(), under.stream()).findFirst().orElse(null);
        if (one == null) {
            return List.of();
        }
        more = lead.more().isEmpty()
                ? related(Objects.requireNonNull(read.get(one)))
                : under.stream().filter(story -> !story.equals(one)).toList();
        return List.of(one);
    }

    /// The first of those that a story leads on to, and that stand nowhere yet.
    private List<StoryId> related(LiveStory story) {
        List<StoryId> free = story.content().related().stream()
                .map(Related::story)
                .filter(id -> id != null && !taken.contains(id))
                .toList();
        Map<StoryId, LiveStory> found =
                own(free.stream().filter(id -> !read.containsKey(id)).collect(Collectors.toSet()));
        found.values().forEach(this::know);
        List<StoryId> first =
                free.stream().filter(read::containsKey).limit(MORE).toList();
        taken.addAll(first);
        return first;
    }

    /// The picked that are public, then others that stand nowhere yet.
    private List<StoryId> filled(List<StoryId> picks, int count, Stream<StoryId> others) {
        var stories = new ArrayList<StoryId>();
        picks.stream().filter(picked::containsKey).forEach(stories::add);
        others.filter(story -> !taken.contains(story))
                .limit(Math.max(0, count - stories.size()))
                .forEach(stories::add);
        taken.addAll(stories);
        return stories;
    }

    /// What may lead: neither briefs nor opinions.
    private Stream<LiveStory> news() {
        return newest.stream()
                .filter(story -> story.section() == null || !ofOpinions.contains(story.section()))
                .filter(story -> switch (story.content().kind()) {
                    case ARTICLE, ANALYSIS, INTERVIEW, GALLERY -> true;
                    case BRIEF, OPINION -> false;
                });
    }

    private Stream<StoryId> opinions(FrontBlock.Opinion opinion) {
        if (opinion.section() != null) {
            return in(opinion.section(), ANY, opinion.count());
        }
        return section != null
                ? in(section, OPINIONS, opinion.count())
                : ids(newest.stream().filter(story -> story.content().kind() == StoryKind.OPINION));
    }

    /// With a picture first, then the most urgent, then the newest.
    private Comparator<LiveStory> weight() {
        return Comparator.comparing((LiveStory story) -> !pictured(story))
                .thenComparingInt(story -> story.content().urgency());
    }

    private boolean pictured(LiveStory story) {
        PictureUse hero = story.content().hero();
        return hero != null && shown.contains(hero.picture());
    }

    private Set<PictureId> shown(List<LiveStory> stories) {
        var heroes = stories.stream()
                .map(story -> story.content().hero())
                .filter(Objects::nonNull)
                .map(PictureUse::picture)
                .distinct()
                .toList();
        var held = new HashSet<PictureId>();
        snapshot.pictures(heroes).values().stream().filter(Picture::held).forEach(picture -> held.add(picture.id()));
        return held;
    }

    /// The usual front of an edition.
    static FrontPlan usual(Snapshot snapshot, Voice voice) {
        var sections = snapshot.sections(voice.edition().id());
        String slug = voice.look().opinions();
        // By any address that the section ever had: a new one of its own takes no opinions off the front.
        @Nullable
        SectionId opinions = slug == null
                ? null
                : snapshot.withPath(Sections.path(voice.edition(), slug))
                        .filter(subject -> subject.kind() == Subject.Kind.SECTION)
                        .map(subject -> new SectionId(subject.id()))
                        .filter(id -> sections.stream()
                                .anyMatch(section -> section.id().equals(id)))
                        .orElse(null);
        return FrontPlan.automatic(
                sections.stream().map(section -> section.id()).toList(), opinions);
    }
}
