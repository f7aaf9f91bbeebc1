package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// The body of a story: blocks in order, each with an id of its own. At most 2,000 blocks.
public record Body(@JsonValue List<Block> blocks) {
    private static final int MOST_BLOCKS = 2000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Body {
        blocks = List.copyOf(blocks);
        if (blocks.size() > MOST_BLOCKS) {
            throw Problem.invalid("A story has at most " + MOST_BLOCKS + " blocks. Please split it.")
                    .as("problem.body.most", MOST_BLOCKS);
        }
        var seen = new HashSet<String>();
        for (Block block : blocks) {
            if (!block.id().isEmpty() && !seen.add(block.id())) {
                throw Problem.invalid(
                        "The block id '" + block.id() + "' stands twice in the body. Every block keeps its "
                                + "own id; leave the id out for a new block.");
            }
        }
    }

    public static Body empty() {
        return new Body(List.of());
    }

    /// The ids of all blocks that have one.
    public Set<String> ids() {
        var ids = new HashSet<String>();
        blocks.forEach(block -> ids.add(block.id()));
        ids.remove("");
        return ids;
    }

    /// Gives an id to every block without one, and refuses ids that the story never had.
    ///
    /// @param known ids of the story's earlier bodies
    /// @param newIds makes ids; asked again when one is taken
    public Body identified(Set<String> known, Supplier<String> newIds) {
        var taken = new HashSet<>(known);
        for (Block block : blocks) {
            if (!block.id().isEmpty() && !known.contains(block.id())) {
                throw Problem.invalid(
                        "The block id '" + block.id() + "' is not known in this story. Leave the id out for a "
                                + "new block; the answer tells the id it was given.");
            }
        }
        var identified = new ArrayList<Block>(blocks.size());
        for (Block block : blocks) {
            identified.add(block.id().isEmpty() ? block.withId(freshId(taken, newIds)) : block);
        }
        return new Body(identified);
    }

    private static String freshId(Set<String> taken, Supplier<String> newIds) {
        while (true) {
            String id = newIds.get();
            if (taken.add(id)) {
                return id;
            }
        }
    }

    static String checkedId(@Nullable String id) {
        if (id == null) {
            return "";
        }
        boolean good = id.length() <= 40;
        for (int i = 0; good && i < id.length(); i++) {
            char letter = id.charAt(i);
            good = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || letter == '-'
                    || letter == '_';
        }
        if (!good) {
            throw Problem.invalid("A block id has at most 40 letters a to z, digits, hyphens and underscores.");
        }
        return id;
    }
}
