package press.rotative.newsroom.fronts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.platform.Problem;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlan;

/// An arrangement as it stands in the form, and the steps that change it. Each button of the form names a step, such as
/// `up-2` (the third block upwards) or `pick-0-1784` (that story into the first block). A story is picked once: taken
/// for one place it leaves the other.
final class TypedFront {
    /// A step, the block, and a story or the place of one in the block.
    private static final Pattern STEP = Pattern.compile("([a-z]+)(?:-([0-9]{1,3}))?(?:-([0-9]{1,15}))?");

    private final List<TypedBlock> blocks;
    private int searched = -1;

    private TypedFront(List<TypedBlock> blocks) {
        this.blocks = blocks;
    }

    static TypedFront of(FrontPlan plan) {
        return new TypedFront(
                new ArrayList<>(plan.blocks().stream().map(TypedBlock::of).toList()));
    }

    static TypedFront read(Form form) {
        var blocks = new ArrayList<TypedBlock>();
        for (int at = 0; at < FrontPlan.MOST; at++) {
            TypedBlock block = TypedBlock.read(form, at);
            if (block == null) {
                break;
            }
            blocks.add(block);
        }
        return new TypedFront(blocks);
    }

    /// The block that the step searches in, or picks into; less than 0: none.
    int searched() {
        return searched;
    }

    List<TypedBlock> blocks() {
        return List.copyOf(blocks);
    }

    /// Into the fields of the form; those of blocks that are no more are emptied.
    void write(Form form) {
        for (int at = 0; at < blocks.size(); at++) {
            blocks.get(at).write(form, at);
        }
        form.with(TypedBlock.field(blocks.size(), "kind"), (String) null);
    }

    /// @return null when something is wrong; the form says what
    @Nullable
    FrontPlan plan(Form form) {
        var plan = new ArrayList<FrontBlock>();
        for (int at = 0; at < blocks.size(); at++) {
            FrontBlock block = blocks.get(at).block(form, at);
            if (block != null) {
                plan.add(block);
            }
        }
        try {
            return form.good() ? new FrontPlan(plan) : null;
        } catch (Problem problem) {
            form.refuse(problem);
            return null;
        }
    }

    /// Does a step; one that cannot be read does nothing.
    ///
    /// @return the button that goes on from there by keyboard; null: none
    @Nullable
    String step(String step, Form form, int most) {
        Matcher parts = STEP.matcher(step);
        if (!parts.matches()) {
            return null;
        }
        if (parts.group(1).equals("add")) {
            return add(form, most);
        }
        int at = parts.group(2) == null ? blocks.size() : Integer.parseInt(parts.group(2));
        if (at >= blocks.size()) {
            return null;
        }
        Long other = Asked.number(parts.group(3));
        boolean finds = parts.group(1).equals("find") || parts.group(1).equals("more");
        searched = other != null || finds ? at : -1;
        if (finds) {
            boolean more = parts.group(1).equals("more");
            blocks.set(at, blocks.get(at).withAfter(more ? form.value(TypedBlock.field(at, "next")) : ""));
        }
        return other == null ? moved(parts.group(1), at) : picked(parts.group(1), at, other);
    }

    private @Nullable String add(Form form, int most) {
        TypedBlock.Kind kind = Asked.named(TypedBlock.Kind.values(), form.value("add"));
        if (kind == null) {
            return null;
        }
        if (blocks.size() >= most) {
            form.refuse("problem.front.blocks", most);
            return null;
        }
        blocks.add(TypedBlock.fresh(kind));
        return blocks.size() == 1 ? "remove-0" : "up-" + (blocks.size() - 1);
    }

    private @Nullable String moved(String step, int at) {
        int to = step.equals("up") ? at - 1 : step.equals("down") ? at + 1 : at;
        if (step.equals("remove")) {
            blocks.remove(at);
            return blocks.isEmpty() ? null : "remove-" + Math.min(at, blocks.size() - 1);
        }
        if (step.equals("find") || step.equals("more")) {
            return "find-" + at;
        }
        if (to == at || to < 0 || to >= blocks.size()) {
            return null;
        }
        Collections.swap(blocks, at, to);
        boolean end = to == 0 || to == blocks.size() - 1;
        return (end ? to == 0 ? "down" : "up" : step) + "-" + to;
    }

    /// @param story its number
    private @Nullable String picked(String step, int at, long story) {
        return switch (step) {
            case "pick" -> put(at, story, TypedBlock::stories, blocks.get(at).kind() == TypedBlock.Kind.LEAD);
            case "under" -> put(at, story, TypedBlock::under, false);
            case "drop" -> {
                blocks.set(at, blocks.get(at).without(story));
                yield "find-" + at;
            }
            case "earlier" -> shifted(at, story, -1);
            case "later" -> shifted(at, story, 1);
            default -> null;
        };
    }

    /// @param alone it takes the place of the one before
    private String put(int at, long story, Function<TypedBlock, List<Long>> places, boolean alone) {
        blocks.replaceAll(each -> each.without(story));
        TypedBlock block = blocks.get(at);
        var stories = new ArrayList<>(alone ? List.<Long>of() : places.apply(block));
        stories.add(story);
        boolean under = !alone && block.kind() == TypedBlock.Kind.LEAD;
        blocks.set(at, under ? block.withUnder(stories) : block.withStories(stories));
        return "drop-" + at + "-" + story;
    }

    private String shifted(int at, long story, int by) {
        TypedBlock block = blocks.get(at);
        boolean under = block.under().contains(story);
        var stories = new ArrayList<>(under ? block.under() : block.stories());
        int from = stories.indexOf(story);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < stories.size()) {
            Collections.swap(stories, from, to);
            blocks.set(at, under ? block.withUnder(stories) : block.withStories(stories));
        }
        boolean first = to <= 0;
        boolean last = to >= stories.size() - 1;
        String next = by < 0 ? first ? "later" : "earlier" : last ? "earlier" : "later";
        return next + "-" + at + "-" + story;
    }
}
