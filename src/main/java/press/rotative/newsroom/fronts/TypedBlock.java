package press.rotative.newsroom.fronts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.platform.Problem;
import press.rotative.story.FrontBlock;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.Texts;

/// A block as it stands in the form, right or wrong.
///
/// @param section number of a section; empty: none
/// @param stories numbers of those picked; of a lead at most one
/// @param under numbers of those picked for the places under a lead
/// @param words searched for to pick one
/// @param after where the page of what was found begins, as the search names it; empty: at its beginning
record TypedBlock(
        Kind kind,
        String title,
        String count,
        String section,
        String look,
        List<Long> stories,
        List<Long> under,
        String words,
        String after) {

    TypedBlock {
        stories = List.copyOf(stories);
        under = List.copyOf(under);
    }

    enum Kind {
        LEAD,
        LATEST,
        GRID,
        OPINION,
        SECTION;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean counted() {
            return this != LEAD;
        }

        boolean picked() {
            return this != LATEST;
        }
    }

    static TypedBlock fresh(Kind kind) {
        return new TypedBlock(kind, "", "", "", "", List.of(), List.of(), "", "");
    }

    static TypedBlock of(FrontBlock block) {
        return switch (block) {
            case FrontBlock.Lead lead ->
                new TypedBlock(
                        Kind.LEAD,
                        "",
                        "",
                        "",
                        "",
                        lead.story() == null ? List.of() : List.of(lead.story().value()),
                        numbers(lead.more()),
                        "",
                        "");
            case FrontBlock.Latest latest ->
                new TypedBlock(Kind.LATEST, "", "" + latest.count(), "", "", List.of(), List.of(), "", "");
            case FrontBlock.Grid grid ->
                new TypedBlock(
                        Kind.GRID,
                        grid.title() == null ? "" : grid.title(),
                        "" + grid.count(),
                        "",
                        "",
                        numbers(grid.stories()),
                        List.of(),
                        "",
                        "");
            case FrontBlock.Opinion opinion ->
                new TypedBlock(
                        Kind.OPINION,
                        "",
                        "" + opinion.count(),
                        number(opinion.section()),
                        "",
                        numbers(opinion.stories()),
                        List.of(),
                        "",
                        "");
            case FrontBlock.OfSection of ->
                new TypedBlock(
                        Kind.SECTION,
                        "",
                        "" + of.count(),
                        number(of.section()),
                        of.look() == null ? "" : of.look().label(),
                        numbers(of.stories()),
                        List.of(),
                        "",
                        "");
        };
    }

    private static List<Long> numbers(List<StoryId> stories) {
        return stories.stream().map(StoryId::value).toList();
    }

    private static String number(@Nullable SectionId section) {
        return section == null ? "" : "" + section.value();
    }

    static String field(int at, String part) {
        return "b" + at + "-" + part;
    }

    /// @return null where the form has no such block
    static @Nullable TypedBlock read(Form form, int at) {
        Kind kind = Asked.named(Kind.values(), form.value(field(at, "kind")));
        return kind == null
                ? null
                : new TypedBlock(
                        kind,
                        form.value(field(at, "title")),
                        form.value(field(at, "count")),
                        form.value(field(at, "section")),
                        form.value(field(at, "look")),
                        stories(form.value(field(at, "stories"))),
                        stories(form.value(field(at, "under"))),
                        form.value(field(at, "words")),
                        form.value(field(at, "after")));
    }

    private static List<Long> stories(String numbers) {
        return Arrays.stream(numbers.strip().split(" "))
                .map(Asked::number)
                .filter(Objects::nonNull)
                .distinct()
                .limit(FrontBlock.MOST + 1L) // one more than are taken, so that it is told
                .toList();
    }

    void write(Form form, int at) {
        form.with(field(at, "kind"), kind.label())
                .with(field(at, "title"), title)
                .with(field(at, "count"), count)
                .with(field(at, "section"), section)
                .with(field(at, "look"), look)
                .with(field(at, "stories"), joined(stories))
                .with(field(at, "under"), joined(under))
                .with(field(at, "words"), words)
                .with(field(at, "after"), after);
    }

    static String joined(List<Long> numbers) {
        return String.join(" ", numbers.stream().map(String::valueOf).toList());
    }

    /// The block of a plan; what is wrong is noted at its field.
    ///
    /// @return null when something is wrong
    @Nullable
    FrontBlock block(Form form, int at) {
        Integer many = form.take(field(at, "count"), TypedBlock::count);
        return form.take(field(at, blamed()), typed -> block(many == null ? 0 : many));
    }

    /// Where it is told what is wrong with the whole block.
    private String blamed() {
        return switch (kind) {
            case GRID -> "title";
            case OPINION, SECTION -> "section";
            case LEAD, LATEST -> "kind";
        };
    }

    private FrontBlock block(int many) {
        return switch (kind) {
            case LEAD -> new FrontBlock.Lead(stories.isEmpty() ? null : new StoryId(stories.getFirst()), ids(under));
            case LATEST -> new FrontBlock.Latest(many);
            case GRID -> new FrontBlock.Grid(Texts.optional(title, 100, "The title of a block"), ids(stories), many);
            case OPINION -> new FrontBlock.Opinion(sectionId(), ids(stories), many);
            case SECTION -> {
                SectionId id = sectionId();
                if (id == null) {
                    throw Problem.invalid("Choose a section.").as("problem.front.section");
                }
                FrontBlock.Look chosen = Asked.named(FrontBlock.Look.values(), look);
                yield new FrontBlock.OfSection(id, chosen, ids(stories), many);
            }
        };
    }

    private @Nullable SectionId sectionId() {
        Long number = Asked.number(section);
        return number == null ? null : new SectionId(number);
    }

    private static List<StoryId> ids(List<Long> numbers) {
        return numbers.stream().map(StoryId::new).toList();
    }

    /// 0 where nothing is typed: as many as is usual.
    private static int count(String typed) {
        String plain = typed.strip();
        if (plain.isEmpty()) {
            return 0;
        }
        int many = plain.matches("[0-9]{1,3}") ? Integer.parseInt(plain) : 0;
        if (many < 1 || many > FrontBlock.MOST) {
            throw Problem.invalid("1 to " + FrontBlock.MOST + " stories.").as("problem.front.count", FrontBlock.MOST);
        }
        return many;
    }

    TypedBlock withStories(List<Long> newStories) {
        return new TypedBlock(kind, title, count, section, look, newStories, under, words, after);
    }

    TypedBlock withUnder(List<Long> newUnder) {
        return new TypedBlock(kind, title, count, section, look, stories, newUnder, words, after);
    }

    /// With what is found from there on.
    TypedBlock withAfter(String newAfter) {
        return new TypedBlock(kind, title, count, section, look, stories, under, words, newAfter);
    }

    /// Without a story, wherever it stands in it.
    TypedBlock without(long story) {
        var left = new ArrayList<>(stories);
        left.remove(story);
        var leftUnder = new ArrayList<>(under);
        leftUnder.remove(story);
        return withStories(left).withUnder(leftUnder);
    }
}
