package press.rotative.story.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.story.StoryJson;

/// Three-way merging of one part: what a writer made of it, over what stands there now.
///
/// Whoever changed something wins over who left it; who wrote wins over who took out; words that two people changed in
/// different places of one text are put together; what two people changed in the same place is a conflict.
final class PartMerge {
    /// Lists in which only membership counts: both writers' additions and removals hold.
    private static final Set<String> SETS = Set.of("concepts");

    private PartMerge() {}

    sealed interface Merged {
        /// @param value null: the part is not there any more
        record Taken(@Nullable JsonNode value) implements Merged {}

        /// What stands there stays; the writer's own is to be kept beside it.
        record Both() implements Merged {}
    }

    static Merged of(PartChange change, @Nullable JsonNode theirs) {
        JsonNode base = change.base();
        JsonNode mine = change.mine();
        if (Objects.equals(mine, theirs) || Objects.equals(mine, base)) {
            return new Merged.Taken(theirs);
        }
        if (Objects.equals(base, theirs)) {
            return new Merged.Taken(mine);
        }
        if (change.ofBlock() && mine == null) {
            return new Merged.Taken(theirs); // somebody wrote in it meanwhile
        }
        if (change.ofBlock() && theirs == null) {
            return new Merged.Taken(mine); // somebody took it out meanwhile
        }
        return merged(change.part(), base, mine, theirs)
                .<Merged>map(Merged.Taken::new)
                .orElseGet(Merged.Both::new);
    }

    private static Optional<JsonNode> merged(
            String part, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (SETS.contains(part)) {
            return Optional.of(sets(base, mine, theirs));
        }
        if (isText(mine) && isText(theirs) && (base == null || isText(base))) {
            return TextMerge.plain(text(base), text(mine), text(theirs))
                    .map(StoryJson.MAPPER.getNodeFactory()::textNode);
        }
        if (base instanceof ObjectNode from && mine instanceof ObjectNode ours && theirs instanceof ObjectNode others) {
            return objects(from, ours, others);
        }
        return Optional.empty();
    }

    /// Field by field; `text` and `marks` of a block belong together.
    private static Optional<JsonNode> objects(ObjectNode base, ObjectNode mine, ObjectNode theirs) {
        if (!base.path("type").equals(mine.path("type")) || !base.path("type").equals(theirs.path("type"))) {
            return Optional.empty();
        }
        ObjectNode result = theirs.deepCopy();
        var names = new LinkedHashSet<String>();
        base.fieldNames().forEachRemaining(names::add);
        mine.fieldNames().forEachRemaining(names::add);
        theirs.fieldNames().forEachRemaining(names::add);
        boolean running = names.remove("text");
        running |= names.remove("marks");
        for (String name : names) {
            JsonNode from = base.get(name);
            JsonNode ours = mine.get(name);
            JsonNode others = theirs.get(name);
            if (Objects.equals(ours, from) || Objects.equals(ours, others)) {
                continue;
            }
            if (!Objects.equals(from, others)) {
                return Optional.empty();
            }
            if (ours == null) {
                result.remove(name);
            } else {
                result.set(name, ours);
            }
        }
        return running ? TextMerge.marked(base, mine, theirs, result) : Optional.of(result);
    }

    private static JsonNode sets(@Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        var result = new LinkedHashSet<JsonNode>();
        Set<JsonNode> before = members(base);
        Set<JsonNode> ours = members(mine);
        for (JsonNode each : members(theirs)) {
            if (ours.contains(each) || !before.contains(each)) {
                result.add(each);
            }
        }
        ours.stream().filter(each -> !before.contains(each)).forEach(result::add);
        ArrayNode list = StoryJson.MAPPER.createArrayNode();
        result.forEach(list::add);
        return list;
    }

    private static Set<JsonNode> members(@Nullable JsonNode list) {
        var members = new LinkedHashSet<JsonNode>();
        if (list != null) {
            list.forEach(members::add);
        }
        return members;
    }

    private static boolean isText(@Nullable JsonNode node) {
        return node != null && node.isTextual();
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asText();
    }
}
