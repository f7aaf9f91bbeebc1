package press.rotative.story.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// What a writer did to one part of a story.
///
/// @param part as [Parts] names it
/// @param base what the writer began from; null: the part was not there
/// @param mine what they made of it; null: they took it out
public record PartChange(
        String part, @Nullable JsonNode base, @Nullable JsonNode mine) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,30}|block:[A-Za-z0-9_-]{1,40}");
    private static final int MOST_BLOCKS = 2000;

    public PartChange {
        if (part == null || !NAME.matcher(part).matches() || part.equals("body")) {
            throw Problem.invalid("A change names its 'part': a field, 'order', or 'block:' and the id of a block.");
        }
        base = base instanceof NullNode ? null : base;
        mine = mine instanceof NullNode ? null : mine;
        if (part.equals(Parts.ORDER)) {
            ids(base);
            ids(Objects.requireNonNullElse(mine, NullNode.instance));
        } else if (part.startsWith(Parts.BLOCK)
                && mine != null
                && !mine.path("id").asText().equals(part.substring(Parts.BLOCK.length()))) {
            throw Problem.invalid("The change of '" + part + "' holds another block.");
        }
    }

    boolean ofBlock() {
        return part.startsWith(Parts.BLOCK);
    }

    String blockId() {
        return part.substring(Parts.BLOCK.length());
    }

    static List<String> ids(@Nullable JsonNode order) {
        var ids = new ArrayList<String>();
        if (order == null) {
            return ids;
        }
        if (!order.isArray() || order.size() > MOST_BLOCKS) {
            throw Problem.invalid("'order' is the list of the ids of at most " + MOST_BLOCKS + " blocks.");
        }
        order.forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
