package press.rotative.newsroom.fronts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import press.rotative.site.FrontOutlook;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlan;
import press.rotative.story.LiveStory;
import press.rotative.story.NewestTexts;
import press.rotative.story.PubStatus;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;

/// Makes the screen of an arrangement out of one snapshot: what is picked, what fills the rest, what was searched for.
final class ArrangementMaker {
    private static final int FOUND = 8;
    private static final int LONGEST = 200;

    private final DSLContext sql;
    private final Shell shell;
    private final Words words;
    private final Actor actor;
    private final Instant now;
    private final Edition edition;

    ArrangementMaker(DSLContext sql, Shell shell, Actor actor, Instant now, Edition edition) {
        this.sql = sql;
        this.shell = shell;
        this.words = shell.words();
        this.actor = actor;
        this.now = now;
        this.edition = edition;
    }

    /// @param plan what is typed, where that is right; null: it is not
    ArrangementPage page(
            Form form,
            TypedFront typed,
            @Nullable FrontPlan plan,
            boolean arranged,
            boolean late,
            @Nullable String focus) {
        List<FrontOutlook.Shown> shown = plan == null ? List.of() : FrontOutlook.of(sql, now, edition, plan);
        List<TypedBlock> blocks = typed.blocks();
        int searched = typed.searched();
        Optional<List<StoryId>> found = searched < 0 ? Optional.empty() : found(blocks.get(searched));
        Map<StoryId, NewestTexts.Newest> texts = new NewestTexts(sql).of(named(blocks, found));
        return new ArrangementPage(
                shell,
                form,
                FrontsResource.PATH + "/" + edition.id().value(),
                "/" + edition.code() + "/",
                edition.name(),
                edition.language(),
                edition.direction(),
                arranged,
                late,
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

    private List<DeskPage.Choice> kinds() {
        return Arrays.stream(TypedBlock.Kind.values())
                .map(kind -> new DeskPage.Choice(kind.label(), label(kind), kind == TypedBlock.Kind.GRID, null, null))
                .toList();
    }

    private String label(TypedBlock.Kind kind) {
        return words.say("front.block." + kind.label());
    }

    /// Stories of the edition whose headline has the words, the last touched first; empty: nothing was searched for.
    private Optional<List<StoryId>> found(TypedBlock block) {
        if (block.words().isBlank() || !block.kind().picked()) {
            return Optional.empty();
        }
        var wanted = new DeskList.Wanted(
                edition.id(),
                null,
                null,
                null,
                List.of(Asked.words(block.words(), LONGEST).strip().split("\\s+")),
                false);
        return Optional.of(new DeskList(sql, actor)
                .stories(Workflow.ON_THE_DESK, wanted, null, FOUND).rows().stream()
                        .map(DeskList.Row::story)
                        .toList());
    }

    private static Set<StoryId> named(List<TypedBlock> blocks, Optional<List<StoryId>> found) {
        var named = new LinkedHashSet<StoryId>();
        blocks.forEach(block -> Stream.concat(block.stories().stream(), block.under().stream())
                .map(StoryId::new)
                .forEach(named::add));
        found.ifPresent(named::addAll);
        return named;
    }

    private ArrangementPage.BlockView view(
            int at,
            TypedBlock block,
            FrontOutlook.Shown shown,
            Optional<List<StoryId>> found,
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
                found.map(stories -> stories.stream()
                                .map(StoryId::value)
                                .filter(story -> isNotKilled(texts.get(new StoryId(story))))
                                .toList())
                        .filter(stories -> stories.isEmpty() || !picked.containsAll(stories))
                        .map(stories -> picks(
                                stories.stream()
                                        .filter(story -> !picked.contains(story))
                                        .toList(),
                                texts))
                        .orElse(null));
    }

    private static boolean isNotKilled(NewestTexts.@Nullable Newest text) {
        return text != null && !killed(text.story());
    }

    private static boolean killed(Story story) {
        return story.pubStatus() == PubStatus.CANCELED;
    }

    private List<DeskPage.Choice> sections(TypedBlock block) {
        var choices = new ArrayList<DeskPage.Choice>();
        if (block.kind() != TypedBlock.Kind.SECTION && block.kind() != TypedBlock.Kind.OPINION) {
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

    /// A story that is not of this edition is told by its number alone.
    private List<ArrangementPage.Pick> picks(List<Long> stories, Map<StoryId, NewestTexts.Newest> texts) {
        var picks = new ArrayList<ArrangementPage.Pick>();
        for (int i = 0; i < stories.size(); i++) {
            var id = new StoryId(stories.get(i));
            boolean first = i == 0;
            boolean last = i == stories.size() - 1;
            NewestTexts.Newest text = texts.get(id);
            picks.add(
                    text != null && text.story().edition().equals(edition.id())
                            ? pick(id, text, first, last)
                            : new ArrangementPage.Pick(
                                    id.value(),
                                    words.say("front.story.none", id.value()),
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

    private String headline(NewestTexts.Newest text) {
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
