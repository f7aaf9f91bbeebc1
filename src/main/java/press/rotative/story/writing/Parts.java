package press.rotative.story.writing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.story.Block;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryJson;

/// A story's content taken apart into what can be saved by itself: each field (`headline`, `section` ...) by its
/// name in the JSON of [StoryContent], each block as `block:ID`, and the order of the blocks as `order`.
///
/// A part that is absent and one that is null are the same.
public final class Parts {
    public static final String ORDER = "order";
    public static final String BLOCK = "block:";

    private static final String BODY = "body";

    private final Map<String, JsonNode> fields;
    private final Map<String, JsonNode> blocks;
    private List<String> order;

    private Parts(Map<String, JsonNode> fields, Map<String, JsonNode> blocks, List<String> order) {
        this.fields = fields;
        this.blocks = blocks;
        this.order = order;
    }

    public static Parts of(StoryContent content) {
        ObjectNode tree = StoryJson.MAPPER.valueToTree(content);
        var fields = new LinkedHashMap<String, JsonNode>();
        tree.properties().forEach(each -> {
            if (!each.getKey().equals(BODY) && !each.getValue().isNull()) {
                fields.put(each.getKey(), each.getValue());
            }
        });
        var blocks = new HashMap<String, JsonNode>();
        var order = new ArrayList<String>();
        for (JsonNode block : tree.path(BODY)) {
            String id = block.path("id").asText();
            blocks.put(id, block);
            order.add(id);
        }
        return new Parts(fields, blocks, order);
    }

    /// @return null for a part that is not there
    public @Nullable JsonNode get(String part) {
        if (part.equals(ORDER)) {
            ArrayNode ids = StoryJson.MAPPER.createArrayNode();
            order.forEach(ids::add);
            return ids;
        }
        return part.startsWith(BLOCK) ? blocks.get(part.substring(BLOCK.length())) : fields.get(part);
    }

    void put(String part, @Nullable JsonNode value) {
        Map<String, JsonNode> kept = part.startsWith(BLOCK) ? blocks : fields;
        String key = part.startsWith(BLOCK) ? part.substring(BLOCK.length()) : part;
        if (value == null) {
            kept.remove(key);
        } else {
            kept.put(key, value);
        }
    }

    List<String> order() {
        return order;
    }

    /// Orders the blocks; those that are not named come last, names of blocks that are not there are passed over.
    void arrange(List<String> wanted) {
        var arranged = new ArrayList<String>(blocks.size());
        for (String id : wanted) {
            if (blocks.containsKey(id) && !arranged.contains(id)) {
                arranged.add(id);
            }
        }
        for (String id : order) {
            if (blocks.containsKey(id) && !arranged.contains(id)) {
                arranged.add(id);
            }
        }
        blocks.keySet().stream().sorted().filter(id -> !arranged.contains(id)).forEach(arranged::add);
        order = arranged;
    }

    /// The rule that a block breaks by itself; empty: none.
    public static Optional<Problem> broken(JsonNode block) {
        try {
            StoryJson.MAPPER.treeToValue(block, Block.class);
            return Optional.empty();
        } catch (JsonProcessingException wrong) {
            return Optional.of(StoryJson.problem(wrong));
        }
    }

    /// Whether a part keeps the rules within the rest.
    static boolean fits(StoryContent content, String part, JsonNode value) {
        Parts parts = Parts.of(content);
        parts.put(part, value);
        try {
            parts.whole();
            return true;
        } catch (Problem broken) {
            return false;
        }
    }

    boolean hasBlock(String id) {
        return blocks.containsKey(id);
    }

    /// Every part's name.
    public List<String> names() {
        var names = new ArrayList<>(fields.keySet());
        order.forEach(id -> names.add(BLOCK + id));
        names.add(ORDER);
        return names;
    }

    /// The whole again.
    ///
    /// @throws Problem INVALID with the sentence of the rule that was broken
    public StoryContent whole() {
        ObjectNode tree = StoryJson.MAPPER.createObjectNode();
        fields.forEach(tree::set);
        ArrayNode body = tree.putArray(BODY);
        order.forEach(id -> body.add(Objects.requireNonNull(blocks.get(id))));
        try {
            return StoryJson.MAPPER.treeToValue(tree, StoryContent.class);
        } catch (JsonProcessingException wrong) {
            throw StoryJson.problem(wrong);
        }
    }
}
