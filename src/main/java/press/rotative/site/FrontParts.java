package press.rotative.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.site.TeaserMaker.Telling;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontBlock.Look;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;

/// Makes the parts of a front, of an edition or above the list of a section, block by block.
final class FrontParts {
    private static final int TOPICS = 3;

    private final Snapshot snapshot;
    private final Voice voice;
    private final FrontPlan plan;
    private final boolean ofSection;
    private final FrontChoice choice;
    private final TeaserMaker teasers;
    private final Map<ConceptId, Concept> concepts;
    private final List<FrontPage.Part> parts = new ArrayList<>();
    private int anchors;
    private int turns;

    FrontParts(Snapshot snapshot, Voice voice, FrontPlace place, FrontPlan plan) {
        this.snapshot = snapshot;
        this.voice = voice;
        this.plan = plan;
        this.ofSection = place.section() != null;
        this.choice = new FrontChoice(snapshot, place, plan);
        this.teasers = new TeaserMaker(snapshot, voice, choice.all());
        this.concepts = snapshot.concepts(choice.ofSections().stream()
                .flatMap(story -> story.content().concepts().stream())
                .collect(Collectors.toSet()));
    }

    /// Every story that they show.
    List<LiveStory> stories() {
        return choice.all();
    }

    /// Those and others that were read while they were chosen.
    Map<StoryId, LiveStory> read() {
        return choice.read();
    }

    List<FrontPage.Part> all() {
        List<FrontBlock> blocks = plan.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            FrontBlock block = blocks.get(i);
            if (choice.of(block).isEmpty()) {
                continue;
            }
            switch (block) {
                case FrontBlock.Lead lead -> parts.add(top(lead, beside(blocks, i)));
                case FrontBlock.Latest latest -> {
                    if (!standsBesideTheLead(blocks, i)) {
                        parts.add(latest(latest));
                    }
                }
                case FrontBlock.Grid grid -> parts.add(grid(grid));
                case FrontBlock.Opinion opinion -> parts.add(opinions(opinion));
                case FrontBlock.OfSection of -> section(of).ifPresent(parts::add);
            }
        }
        return parts;
    }

    /// The latest stand beside the lead when they are next to it in the plan.
    private FrontBlock.@Nullable Latest beside(List<FrontBlock> blocks, int lead) {
        if (lead + 1 < blocks.size() && blocks.get(lead + 1) instanceof FrontBlock.Latest latest) {
            return latest;
        }
        return lead > 0 && blocks.get(lead - 1) instanceof FrontBlock.Latest latest ? latest : null;
    }

    private boolean standsBesideTheLead(List<FrontBlock> blocks, int latest) {
        return isFilledLead(blocks, latest - 1) || isFilledLead(blocks, latest + 1);
    }

    private boolean isFilledLead(List<FrontBlock> blocks, int at) {
        return at >= 0
                && at < blocks.size()
                && blocks.get(at) instanceof FrontBlock.Lead lead
                && !choice.of(lead).isEmpty();
    }

    private FrontPage.Top top(FrontBlock.Lead lead, FrontBlock.@Nullable Latest beside) {
        return new FrontPage.Top(
                plain(teasers.teaser(choice.of(lead).getFirst(), Teaser.Shape.LEAD, 2, Telling.FULL, Slot.LEAD, true)),
                choice.more().stream().map(teasers::link).toList(),
                beside == null ? null : latest(beside));
    }

    /// On the page of a section no teaser says which it is of.
    private Teaser plain(Teaser teaser) {
        return ofSection ? teaser.withoutKicker() : teaser;
    }

    private FrontPage.Latest latest(FrontBlock.Latest block) {
        return new FrontPage.Latest(
                choice.of(block).stream()
                        .map(story ->
                                new FrontPage.Entry(voice.dates().stamp(story.publishedAt()), teasers.link(story)))
                        .toList(),
                Places.archive(voice.edition(), dayOf(choice.of(block).getFirst())),
                tides());
    }

    private ArchivePeriod dayOf(LiveStory story) {
        return new ArchivePeriod.OfDay(
                story.publishedAt().atZone(voice.edition().timeZone()).toLocalDate());
    }

    private FrontPage.Grid grid(FrontBlock.Grid grid) {
        int level = grid.title() == null && parts.isEmpty() ? 2 : 3; // below the heading that stands above
        return new FrontPage.Grid(
                anchor(),
                grid.title(),
                choice.of(grid).stream()
                        .map(story -> plain(
                                teasers.teaser(story, Teaser.Shape.PLAIN, level, Telling.PICTURE, Slot.COLUMN, false)))
                        .toList());
    }

    private FrontPage.Opinions opinions(FrontBlock.Opinion opinion) {
        Link title = section(opinion.section())
                .map(section -> Link.to(section.name(), Places.section(voice.edition(), section)))
                .orElseGet(() -> Link.plain(voice.words().say("front.opinions")));
        return new FrontPage.Opinions(
                anchor(),
                title,
                choice.of(opinion).stream().map(teasers::opinion).toList());
    }

    private Optional<FrontPage.SectionBlock> section(FrontBlock.OfSection of) {
        return section(of.section()).map(section -> block(section, of.look(), choice.of(of)));
    }

    private Optional<Section> section(@Nullable SectionId id) {
        return snapshot.sections(voice.edition().id()).stream()
                .filter(section -> section.id().equals(id))
                .findFirst();
    }

    private FrontPage.SectionBlock block(Section section, @Nullable Look wanted, List<LiveStory> stories) {
        Look look = wanted != null ? wanted : inTurn(stories.size());
        turns++;
        List<LiveStory> pictured = pictured(stories, look == Look.ROWS ? 2 : 1);
        List<LiveStory> rest =
                stories.stream().filter(story -> !pictured.contains(story)).toList();
        return new FrontPage.SectionBlock(
                anchor(),
                Link.to(section.name(), Places.section(voice.edition(), section)),
                topics(stories),
                look,
                pictured.stream()
                        .map(story -> first(story, look).withoutKicker())
                        .toList(),
                stacks(rest, look));
    }

    /// Sections take turns, but few stories do not fill a large picture with a column, or three columns.
    private Look inTurn(int stories) {
        Look next = Look.values()[turns % Look.values().length];
        int wanted =
                switch (next) {
                    case FEATURE -> 3;
                    case COLUMNS -> 4;
                    case ROWS -> 1;
                };
        return stories < wanted ? Look.ROWS : next;
    }

    /// The topics that most of these stories are about.
    private List<Link> topics(List<LiveStory> stories) {
        Map<ConceptId, Long> counted = stories.stream()
                .flatMap(story -> story.content().concepts().stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<ConceptId, Long>comparingByValue().reversed())
                .map(entry -> concepts.get(entry.getKey()))
                .filter(concept -> concept != null && concept.kind() == ConceptKind.TOPIC)
                .limit(TOPICS)
                .map(concept -> Link.to(
                        concept.label(voice.edition().language()).text(), Places.concept(voice.edition(), concept)))
                .toList();
    }

    /// Those with a picture that is here, else the first.
    private List<LiveStory> pictured(List<LiveStory> stories, int most) {
        List<LiveStory> pictured =
                stories.stream().filter(teasers::pictured).limit(most).toList();
        return pictured.isEmpty() ? stories.subList(0, 1) : pictured;
    }

    private Teaser first(LiveStory story, Look look) {
        return switch (look) {
            case FEATURE -> teasers.teaser(story, Teaser.Shape.PLAIN, 3, Telling.FULL, Slot.WIDE_COLUMN, false);
            case COLUMNS -> teasers.teaser(story, Teaser.Shape.PLAIN, 3, Telling.FULL, Slot.COLUMN, false);
            case ROWS -> teasers.teaser(story, Teaser.Shape.ROW, 3, Telling.FULL, Slot.ROW, false);
        };
    }

    /// In columns the first of each tells more.
    private List<List<Teaser>> stacks(List<LiveStory> rest, Look look) {
        int half = look == Look.COLUMNS ? (rest.size() + 1) / 2 : rest.size();
        return Stream.of(rest.subList(0, half), rest.subList(half, rest.size()))
                .map(stack -> IntStream.range(0, stack.size())
                        .mapToObj(i -> brief(stack.get(i), look == Look.COLUMNS && i == 0))
                        .toList())
                .toList();
    }

    private Teaser brief(LiveStory story, boolean withStandfirst) {
        Telling telling = withStandfirst ? Telling.WORDS : Telling.TITLE;
        return teasers.teaser(story, Teaser.Shape.PLAIN, 3, telling, Slot.COLUMN, false)
                .withoutKicker();
    }

    private String anchor() {
        return "s" + ++anchors;
    }

    private FrontPage.@Nullable Tides tides() {
        EditionLook.Tides tides = voice.look().tides();
        return tides == null
                ? null
                : new FrontPage.Tides(
                        tides.title(),
                        tides.lines().stream()
                                .filter(line -> line.size() == 3)
                                .map(line -> new FrontPage.Tide(line.get(0), line.get(1), line.get(2)))
                                .toList());
    }
}
