package press.rotative.story.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.story.StoryJson;

/// One writer's window as the editor's script keeps it: for each part what stands on the screen and what it began from,
/// and the one save that is under way. All of it survives a crash of the browser, which keeps it at each keystroke.
final class SimulatedWriter {
    private static final Pattern WORD = Pattern.compile("[a-e]w[0-9]+");
    private static final String NUMBERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final String name;
    private final Random random;
    private final Set<String> typed;
    private final Set<String> deleted;
    private final Map<String, JsonNode> base = new HashMap<>();
    private final Map<String, JsonNode> local = new HashMap<>();

    /// What the server said last of each part, for parts that stay behind because they are being written in.
    private final Map<String, JsonNode> heard = new HashMap<>();
    private String tag = "";
    private int count;

    /// What was sent and is not answered.
    @Nullable
    Save underWay;

    record Save(String key, String seen, List<PartChange> changes) {}

    SimulatedWriter(String name, Random random, Set<String> typed, Set<String> deleted) {
        this.name = name;
        this.random = random;
        this.typed = typed;
        this.deleted = deleted;
    }

    String tag() {
        return tag;
    }

    boolean dirty() {
        return !dirtyParts().isEmpty();
    }

    private Set<String> dirtyParts() {
        var parts = new TreeSet<>(base.keySet());
        parts.addAll(local.keySet());
        parts.removeIf(part -> Objects.equals(base.get(part), local.get(part)));
        return parts;
    }

    /// Begins to save what changed.
    Save save() {
        var changes = new ArrayList<PartChange>();
        for (String part : dirtyParts()) {
            changes.add(new PartChange(part, base.get(part), local.get(part)));
        }
        underWay = new Save(name + "-" + random.nextInt(1_000_000_000) + "-key", tag, changes);
        return underWay;
    }

    /// The answer to a save, or to the question what is new.
    void hear(Standing standing, @Nullable Save answered) {
        if (answered != null && (underWay == null || !underWay.key().equals(answered.key()))) {
            return; // an answer that comes twice
        }
        Parts server = Parts.of(standing.content());
        Set<String> news = standing.parts();
        if (news == null) {
            news = new LinkedHashSet<>(server.names());
            news.addAll(heard.keySet());
        }
        news.forEach(part -> put(heard, part, server.get(part)));
        if (answered != null) {
            for (PartChange change : answered.changes()) {
                if (Objects.equals(local.get(change.part()), change.mine())) {
                    put(local, change.part(), heard.get(change.part()));
                    put(base, change.part(), heard.get(change.part()));
                } else {
                    put(base, change.part(), change.mine());
                }
            }
            underWay = null;
        }
        Set<String> waiting = dirtyParts();
        if (underWay != null) {
            underWay.changes().forEach(change -> waiting.add(change.part()));
        }
        var all = new TreeSet<>(heard.keySet());
        all.addAll(base.keySet());
        all.removeAll(waiting);
        for (String part : all) {
            put(local, part, heard.get(part));
            put(base, part, heard.get(part));
        }
        keepBlocksInOrder();
        tag = standing.tag();
    }

    /// A block of ours that others took out stays on the screen, behind what it stood behind.
    private void keepBlocksInOrder() {
        List<String> order = order();
        order.removeIf(id -> !local.containsKey(Parts.BLOCK + id));
        for (String part : new TreeSet<>(local.keySet())) {
            if (part.startsWith(Parts.BLOCK) && !order.contains(part.substring(Parts.BLOCK.length()))) {
                order.add(part.substring(Parts.BLOCK.length()));
            }
        }
        setOrder(order);
    }

    private static void put(Map<String, JsonNode> parts, String part, @Nullable JsonNode value) {
        if (value == null) {
            parts.remove(part);
        } else {
            parts.put(part, value);
        }
    }

    private List<String> order() {
        return new ArrayList<>(PartChange.ids(local.get(Parts.ORDER)));
    }

    private void setOrder(List<String> order) {
        ArrayNode ids = StoryJson.MAPPER.createArrayNode();
        order.forEach(ids::add);
        local.put(Parts.ORDER, ids);
    }

    /// Does one thing that a writer does.
    void write() {
        List<String> order = order();
        int what = random.nextInt(100);
        if (order.isEmpty() || what < 12) {
            add(order);
        } else if (what < 20) {
            headline();
        } else if (what < 26) {
            remove(order);
        } else if (what < 34) {
            move(order);
        } else {
            edit(Parts.BLOCK + order.get(random.nextInt(order.size())));
        }
    }

    /// The words that writers made up, also where two of them ran together.
    static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private String word() {
        String word = name + "w" + ++count;
        typed.add(word);
        return word;
    }

    private void add(List<String> order) {
        var id = new StringBuilder("n");
        for (int i = 0; i < 16; i++) {
            id.append(NUMBERS.charAt(random.nextInt(NUMBERS.length())));
        }
        ObjectNode block = StoryJson.MAPPER.createObjectNode();
        block.put("type", "paragraph").put("id", id.toString()).put("text", word());
        local.put(Parts.BLOCK + id, block);
        order.add(random.nextInt(order.size() + 1), id.toString());
        setOrder(order);
    }

    private void headline() {
        JsonNode headline = local.get("headline");
        local.put(
                "headline",
                StoryJson.MAPPER.getNodeFactory().textNode(changed(headline == null ? "" : headline.asText(), 200)));
    }

    private void remove(List<String> order) {
        String id = order.remove(random.nextInt(order.size()));
        JsonNode gone = local.remove(Parts.BLOCK + id);
        if (gone != null) {
            deleted.addAll(words(gone.path("text").asText()));
        }
        setOrder(order);
    }

    private void move(List<String> order) {
        String id = order.remove(random.nextInt(order.size()));
        order.add(random.nextInt(order.size() + 1), id);
        setOrder(order);
    }

    private void edit(String part) {
        ObjectNode block = (ObjectNode) Objects.requireNonNull(local.get(part)).deepCopy();
        if (!block.has("text")) {
            return;
        }
        block.put("text", changed(block.get("text").asText(), 2000));
        block.remove("marks");
        if (random.nextInt(4) == 0 && !block.get("text").asText().isEmpty()) {
            int end = block.get("text").asText().indexOf(' ');
            block.putArray("marks")
                    .addObject()
                    .put("from", 0)
                    .put("to", end > 0 ? end : block.get("text").asText().length())
                    .put("kind", "strong");
        }
        local.put(part, block);
    }

    /// A word more, one less, or another in place of one.
    private String changed(String text, int most) {
        var words = new ArrayList<>(Arrays.asList(text.isEmpty() ? new String[0] : text.split(" ")));
        int what = random.nextInt(10);
        if (words.isEmpty() || what < 6 && text.length() < most) {
            words.add(random.nextInt(words.size() + 1), word());
        } else {
            int at = random.nextInt(words.size());
            deleted.addAll(words(words.get(at)));
            if (what < 8) {
                words.set(at, word());
            } else {
                words.remove(at);
            }
        }
        return String.join(" ", words);
    }

    /// All that stands on the screen, to compare screens.
    Map<String, JsonNode> screen() {
        return Map.copyOf(local);
    }
}
