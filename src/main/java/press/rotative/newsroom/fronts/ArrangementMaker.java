package press.rotative.newsroom.fronts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.stories.StoryWords;
import press.rotative.people.Actor;
import press.rotative.people.Staff;
import press.rotative.search.StaffQuestion;
import press.rotative.search.StaffSearch;
import press.rotative.site.FrontOutlook;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlan;
import press.rotative.story.Fronts;
import press.rotative.story.LiveStory;
import press.rotative.story.NewestTexts;
import press.rotative.story.Newsstand;
import press.rotative.story.PubStatus;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;

/// Makes the screen of an arrangement out of one snapshot: what is picked, what fills the rest, what was searched for.
final class ArrangementMaker {
    private static final int FOUND = 8;
    private static final int PAST = 10;
    private static final int LONGEST = 200;

    private final DSLContext sql;
    private final StaffSearch search;
    private final Shell shell;
    private final Words words;
    private final Actor actor;
    private final Instant now;
    private final ArrangedPage edited;
    private final Edition edition;

    ArrangementMaker(DSLContext sql, StaffSearch search, Shell shell, Actor actor, Instant now, ArrangedPage edited) {
        this.sql = sql;
        this.search = search;
        this.shell = shell;
        this.words = shell.words();
        this.actor = actor;
        this.now = now;
        this.edited = edited;
        this.edition = edited.edition();
    }

    /// @param plan what is typed, where that is right; null: it is not
    ArrangementPage page(
            Form form,
            TypedFront typed,
            @Nullable FrontPlan plan,
            Fronts.Arranged arranged,
            boolean late,
            boolean asks,
            @Nullable String focus) {
        List<TypedBlock> theirs = late ? standing(arranged).blocks() : List.of();
        List<FrontOutlook.Shown> shown = plan == null ? List.of() : FrontOutlook.of(sql, now, edited.place(), plan);
        List<TypedBlock> blocks = typed.blocks();
        int searched = typed.searched();
        Optional<Found> found = searched < 0 ? Optional.empty() : found(blocks.get(searched));
        Map<StoryId, NewestTexts.Newest> texts = new NewestTexts(sql).of(named(blocks, found, theirs));
        return new ArrangementPage(
                shell,
                form,
                edited.path(),
                edited.address(),
                edited.section() != null,
                edition.language(),
                edition.direction(),
                arranged.plan() != null,
                late ? lines(theirs, texts) : null,
                asks,
                past(arranged.version()),
                IntStream.range(0, blocks.size())
                        .mapToObj(at -> view(
                                at,
                                blocks.get(at),
                                at < shown.size() ? shown.get(at) : new FrontOutlook.Shown(List.of(), List.of()),
                                at == searched ? found : Optional.empty(),
                                texts))
                        .toList(),
                kinds(),
                focus == null ? "" : focus);
    }

    /// The arrangement of now as a form would hold it.
    private TypedFront standing(Fronts.Arranged arranged) {
        return TypedFront.of(
                arranged.plan() == null ? FrontOutlook.usual(sql, now, edition, edited.place()) : arranged.plan());
    }

    /// What stands in each block, for who only has to see it.
    private List<ArrangementPage.Block> lines(List<TypedBlock> blocks, Map<StoryId, NewestTexts.Newest> texts) {
        return blocks.stream()
                .map(block -> new ArrangementPage.Block(
                        label(block.kind()) + (block.title().isEmpty() ? "" : ": " + block.title()),
                        Stream.concat(block.stories().stream(), block.under().stream())
                                .map(story ->
                                        picks(List.of(story), texts).getFirst().headline())
                                .toList()))
                .toList();
    }

    /// Arrangements of before, newest first.
    private List<ArrangementPage.Past> past(int version) {
        List<Fronts.Past> all = new Fronts(sql)
                .past(edited.place(), PAST).stream()
                        .filter(each -> each.version() != version && each.plan() != null)
                        .toList();
        Map<Long, String> names =
                new Staff(sql).names(all.stream().map(Fronts.Past::staffId).collect(Collectors.toSet()));
        return all.stream()
                .map(each -> new ArrangementPage.Past(
                        each.version(), shell.dates().stampWithTime(each.at()), names.getOrDefault(each.staffId(), "")))
                .toList();
    }

    private List<DeskPage.Choice> kinds() {
        return edited.kinds().stream()
                .map(kind -> new DeskPage.Choice(kind.label(), label(kind), kind == TypedBlock.Kind.GRID, null, null))
                .toList();
    }

    private String label(TypedBlock.Kind kind) {
        return words.say("front.block." + kind.label());
    }

    /// @param next where the search goes on; null: it is at its end
    private record Found(List<StoryId> stories, @Nullable String next) {}

    /// Stories of the edition, or of the section, that have the words, the last touched first, however long ago that
    /// was; empty: nothing was searched for. What the search does not know yet is found among the last touched, by
    /// its headline.
    private Optional<Found> found(TypedBlock block) {
        String asked = Asked.words(block.words(), LONGEST).strip();
        if (asked.isBlank() || !block.kind().picked()) {
            return Optional.empty();
        }
        var place = new StaffQuestion.Place(edition.id(), edition.language());
        String after = block.after().isBlank() ? null : block.after();
        List<press.rotative.search.Found.Hit> hits = search.find(StaffQuestion.words(
                        actor, List.of(place), edited.place().section(), asked, after, FOUND))
                .hits();
        var stories = new LinkedHashSet<StoryId>();
        if (after == null) {
            stories.addAll(touched(asked));
        }
        hits.forEach(hit -> stories.add(hit.story()));
        return Optional.of(new Found(
                List.copyOf(stories),
                hits.size() < FOUND ? null : hits.getLast().key()));
    }

    private List<StoryId> touched(String asked) {
        var wanted = new DeskList.Wanted(
                edition.id(), edited.place().section(), null, null, List.of(asked.split("\\s+")), false, null);
        return new DeskList(sql, actor)
                .stories(Workflow.ON_THE_DESK, wanted, null, FOUND).rows().stream()
                        .map(DeskList.Row::story)
                        .toList();
    }

    private static Set<StoryId> named(List<TypedBlock> blocks, Optional<Found> found, List<TypedBlock> theirs) {
        var named = new LinkedHashSet<StoryId>();
        Stream.concat(blocks.stream(), theirs.stream())
                .flatMap(block -> Stream.concat(block.stories().stream(), block.under().stream()))
                .map(StoryId::new)
                .forEach(named::add);
        found.ifPresent(each -> named.addAll(each.stories()));
        return named;
    }

    private ArrangementPage.BlockView view(
            int at,
            TypedBlock block,
            FrontOutlook.Shown shown,
            Optional<Found> found,
            Map<StoryId, NewestTexts.Newest> texts) {
        var picked = new HashSet<Long>(block.stories());
        picked.addAll(block.under());
        return new ArrangementPage.BlockView(
                at,
                words.number(at + 1),
                label(block.kind()),
                new ArrangementPage.TypedBlockView(
                        block.kind().label(),
                        block.kind() == TypedBlock.Kind.LEAD,
                        block.kind() == TypedBlock.Kind.GRID,
                        block.kind().counted(),
                        block.kind().picked(),
                        TypedBlock.joined(block.stories()),
                        TypedBlock.joined(block.under())),
                sections(block),
                looks(block),
                picks(block.stories(), texts),
                filled(shown.stories(), block.stories()),
                picks(block.under(), texts),
                filled(shown.under(), block.under()),
                found.map(each -> each.stories().stream()
                                .map(StoryId::value)
                                .filter(story -> pickable(texts.get(new StoryId(story))))
                                .toList())
                        .filter(stories -> stories.isEmpty() || !picked.containsAll(stories))
                        .map(stories -> picks(
                                stories.stream()
                                        .filter(story -> !picked.contains(story))
                                        .toList(),
                                texts))
                        .orElse(null),
                found.map(Found::next).orElse(null));
    }

    private boolean pickable(NewestTexts.@Nullable Newest text) {
        return text != null && !killed(text.story()) && !text.story().workflow().inInbox() && mayRead(text);
    }

    private boolean mayRead(NewestTexts.Newest text) {
        return new Stories(sql).readable(actor, text.story());
    }

    private static boolean killed(Story story) {
        return story.pubStatus() == PubStatus.CANCELED;
    }

    private List<DeskPage.Choice> sections(TypedBlock block) {
        var choices = new ArrayList<DeskPage.Choice>();
        boolean chooses = block.kind() == TypedBlock.Kind.SECTION || block.kind() == TypedBlock.Kind.OPINION;
        if (!chooses || edited.section() != null) {
            return choices;
        }
        boolean ofSection = block.kind() == TypedBlock.Kind.SECTION;
        choices.add(new DeskPage.Choice(
                "", words.say(ofSection ? "front.section.choose" : "front.section.all"), false, null, null));
        for (Section section : new Sections(sql).of(edition.id())) {
            String number = "" + section.id().value();
            choices.add(new DeskPage.Choice(
                    number, section.name(), block.section().equals(number), edition.language(), edition.direction()));
        }
        return choices;
    }

    private List<DeskPage.Choice> looks(TypedBlock block) {
        var choices = new ArrayList<DeskPage.Choice>();
        if (block.kind() == TypedBlock.Kind.SECTION) {
            choices.add(new DeskPage.Choice("", words.say("front.look.turns"), false, null, null));
            for (FrontBlock.Look look : FrontBlock.Look.values()) {
                choices.add(new DeskPage.Choice(
                        look.label(),
                        words.say("front.look." + look.label()),
                        block.look().equals(look.label()),
                        null,
                        null));
            }
        }
        return choices;
    }

    /// A story that cannot stand on this front is told by its number alone.
    private List<ArrangementPage.Pick> picks(List<Long> stories, Map<StoryId, NewestTexts.Newest> texts) {
        var picks = new ArrayList<ArrangementPage.Pick>();
        for (int i = 0; i < stories.size(); i++) {
            var id = new StoryId(stories.get(i));
            boolean first = i == 0;
            boolean last = i == stories.size() - 1;
            NewestTexts.Newest text = texts.get(id);
            picks.add(
                    text != null && edited.holds(text.story(), text.content())
                            ? pick(id, text, first, last)
                            : new ArrangementPage.Pick(
                                    id.value(),
                                    words.say(edited.word("front.story.none"), id.value()),
                                    path(id),
                                    StoryWords.state(words, Workflow.PITCH),
                                    true,
                                    false,
                                    first,
                                    last));
        }
        return picks;
    }

    private ArrangementPage.Pick pick(StoryId id, NewestTexts.Newest text, boolean first, boolean last) {
        return new ArrangementPage.Pick(
                id.value(),
                headline(text),
                path(id),
                StoryWords.state(words, text.story().workflow()),
                text.story().pubStatus() != PubStatus.USABLE && !killed(text.story()),
                killed(text.story()),
                first,
                last);
    }

    private static String path(StoryId id) {
        return "/newsroom/stories/" + id.value();
    }

    /// Who may not read what is not public of a story reads its public headline.
    private String headline(NewestTexts.Newest text) {
        StoryId id = text.story().id();
        if (!mayRead(text)) {
            LiveStory live = new Newsstand(sql).stories(List.of(id)).get(id);
            return live == null
                    ? words.say(edited.word("front.story.none"), id.value())
                    : live.content().headline();
        }
        if (text.content() == null) {
            return words.say("story.destroyed");
        }
        String headline = text.content().headline();
        return headline.isBlank() ? words.say("story.no.headline") : headline;
    }

    private static List<String> filled(List<LiveStory> shown, List<Long> picked) {
        return shown.stream()
                .filter(story -> !picked.contains(story.id().value()))
                .map(story -> story.content().headline())
                .toList();
    }
}
