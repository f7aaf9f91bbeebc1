package press.rotative.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.site.TeaserMaker.Telling;
import press.rotative.story.LiveStory;
import press.rotative.story.Related;
import press.rotative.story.Section;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;

/// Makes the front of an edition: the most urgent of the newest stories leads, four more follow, then every section
/// with its newest. No story stands twice above the sections.
final class FrontPageMaker {
    private static final int NEWEST = 30;
    private static final int LATEST = 8;
    private static final int SECONDS = 4;
    private static final int IN_SECTION = 5;
    private static final int OPINIONS = 4;
    private static final int MORE = 3;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    FrontPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    FrontPage page(Voice voice) {
        Choice choice = choose(voice);
        TeaserMaker teasers = new TeaserMaker(snapshot, voice, choice.all());
        return new FrontPage(
                chrome(voice),
                choice.lead() == null
                        ? null
                        : teasers.teaser(choice.lead(), Teaser.Shape.LEAD, 2, Telling.FULL, Slot.LEAD, true),
                choice.more().stream().map(teasers::link).toList(),
                choice.latest().stream()
                        .map(story ->
                                new FrontPage.Latest(voice.dates().stamp(story.publishedAt()), teasers.link(story)))
                        .toList(),
                choice.seconds().stream()
                        .map(story -> teasers.teaser(story, Teaser.Shape.PLAIN, 3, Telling.PICTURE, Slot.COLUMN, false))
                        .toList(),
                choice.opinions().stream()
                        .map(story -> withoutKicker(
                                teasers.teaser(story, Teaser.Shape.OPINION, 3, Telling.TITLE, Slot.COLUMN, false)))
                        .toList(),
                choice.opinionSection() == null
                        ? null
                        : Link.to(
                                choice.opinionSection().name(),
                                Places.section(voice.edition(), choice.opinionSection())),
                blocks(voice, choice, teasers),
                tides(voice));
    }

    private Chrome chrome(Voice voice) {
        var others = chromes.otherFronts(voice.edition());
        String title = voice.edition().motto() == null
                ? voice.edition().name()
                : voice.edition().name() + " | " + voice.edition().motto();
        var head = chromes.head(
                voice, title, voice.description(), Places.front(voice.edition()), others, chromes.crumbs(voice, null));
        return chromes.chrome(voice, true, null, head, others);
    }

    /// Which stories stand where.
    private record Choice(
            @Nullable LiveStory lead,
            List<LiveStory> more,
            List<LiveStory> latest,
            List<LiveStory> seconds,
            @Nullable Section opinionSection,
            List<LiveStory> opinions,
            LinkedHashMap<Section, List<LiveStory>> sections) {

        List<LiveStory> all() {
            var all = new ArrayList<>(more);
            if (lead != null) {
                all.add(lead);
            }
            all.addAll(latest);
            all.addAll(seconds);
            all.addAll(opinions);
            sections.values().forEach(all::addAll);
            return all;
        }
    }

    private Choice choose(Voice voice) {
        List<LiveStory> newest = snapshot.latest(voice.edition().id(), NEWEST);
        List<LiveStory> articles = newest.stream()
                .filter(story -> story.content().kind() == StoryKind.ARTICLE)
                .sorted(Comparator.comparing(
                                (LiveStory story) -> story.content().hero() == null)
                        .thenComparingInt(story -> story.content().urgency()))
                .toList();
        LiveStory lead = articles.isEmpty() ? (newest.isEmpty() ? null : newest.getFirst()) : articles.getFirst();
        Set<StoryId> above = new HashSet<>();
        if (lead != null) {
            above.add(lead.id());
        }
        String opinionSlug = voice.look().opinions();
        List<Section> all = snapshot.sections(voice.edition().id());
        Section opinionSection = all.stream()
                .filter(section -> section.slug().equals(opinionSlug))
                .findFirst()
                .orElse(null);
        List<LiveStory> seconds = articles.stream()
                .filter(story -> !above.contains(story.id()))
                .filter(story -> opinionSection == null || !opinionSection.id().equals(story.section()))
                .limit(SECONDS)
                .toList();
        seconds.forEach(story -> above.add(story.id()));
        var sections = new LinkedHashMap<Section, List<LiveStory>>();
        List<LiveStory> opinions = List.of();
        for (Section section : all) {
            List<LiveStory> stories = snapshot.inSection(section.id(), null, IN_SECTION + above.size()).stream()
                    .filter(story -> !above.contains(story.id()))
                    .limit(IN_SECTION)
                    .toList();
            if (section.equals(opinionSection)) {
                opinions = stories.stream().limit(OPINIONS).toList();
            } else if (!stories.isEmpty()) {
                sections.put(section, stories);
            }
        }
        return new Choice(
                lead, more(lead), newest.stream().limit(LATEST).toList(), seconds, opinionSection, opinions, sections);
    }

    /// The lead's related stories that are here.
    private List<LiveStory> more(@Nullable LiveStory lead) {
        if (lead == null) {
            return List.of();
        }
        List<StoryId> ids = lead.content().related().stream()
                .map(Related::story)
                .filter(java.util.Objects::nonNull)
                .limit(MORE)
                .toList();
        var found = snapshot.stories(ids);
        return ids.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
    }

    private List<FrontPage.SectionBlock> blocks(Voice voice, Choice choice, TeaserMaker teasers) {
        var blocks = new ArrayList<FrontPage.SectionBlock>();
        for (var entry : choice.sections().entrySet()) {
            FrontPage.Look look = look(blocks.size(), entry.getValue().size());
            List<LiveStory> pictured = pictured(entry.getValue(), look == FrontPage.Look.ROWS ? 2 : 1);
            List<LiveStory> rest = entry.getValue().stream()
                    .filter(story -> !pictured.contains(story))
                    .toList();
            blocks.add(new FrontPage.SectionBlock(
                    "s" + (blocks.size() + 1),
                    Link.to(entry.getKey().name(), Places.section(voice.edition(), entry.getKey())),
                    look,
                    first(pictured, look, teasers),
                    stacks(rest.stream().map(story -> plain(story, teasers)).toList(), look)));
        }
        return blocks;
    }

    /// Sections take turns, but few stories do not fill three columns.
    private static FrontPage.Look look(int place, int stories) {
        return stories < 3 ? FrontPage.Look.ROWS : FrontPage.Look.values()[place % FrontPage.Look.values().length];
    }

    private static List<List<Teaser>> stacks(List<Teaser> rest, FrontPage.Look look) {
        int half = look == FrontPage.Look.COLUMNS ? (rest.size() + 1) / 2 : rest.size();
        return List.of(rest.subList(0, half), rest.subList(half, rest.size()));
    }

    /// The first with a picture, else the first.
    private static List<LiveStory> pictured(List<LiveStory> stories, int most) {
        List<LiveStory> pictured = stories.stream()
                .filter(story -> story.content().hero() != null)
                .limit(most)
                .toList();
        return pictured.isEmpty() ? stories.subList(0, 1) : pictured;
    }

    private static List<Teaser> first(List<LiveStory> stories, FrontPage.Look look, TeaserMaker teasers) {
        return stories.stream()
                .map(story -> withoutKicker(
                        switch (look) {
                            case FEATURE ->
                                teasers.teaser(story, Teaser.Shape.PLAIN, 3, Telling.FULL, Slot.WIDE_COLUMN, false);
                            case COLUMNS ->
                                teasers.teaser(story, Teaser.Shape.PLAIN, 3, Telling.FULL, Slot.COLUMN, false);
                            case ROWS -> teasers.teaser(story, Teaser.Shape.ROW, 3, Telling.FULL, Slot.ROW, false);
                        }))
                .toList();
    }

    private static Teaser plain(LiveStory story, TeaserMaker teasers) {
        return withoutKicker(teasers.teaser(story, Teaser.Shape.PLAIN, 3, Telling.TITLE, Slot.COLUMN, false));
    }

    /// Inside its section a story need not name it.
    static Teaser withoutKicker(Teaser teaser) {
        return new Teaser(
                teaser.shape(),
                teaser.level(),
                null,
                teaser.heading(),
                teaser.href(),
                teaser.figure(),
                teaser.standfirst(),
                teaser.signature(),
                teaser.when(),
                teaser.language());
    }

    private static FrontPage.@Nullable Tides tides(Voice voice) {
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
