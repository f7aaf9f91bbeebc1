package press.rotative.wire.html;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import press.rotative.wire.words.Prose;

/// Finds the story in the data that a page's scripts draw it from: the longest text in paragraphs in any of its JSON,
/// as one string of HTML or as a list of paragraphs. Asked only where the page itself shows hardly any text.
final class ScriptedStory {

    private static final int LONGEST_SCRIPT = 4_000_000;
    private static final int MOST_NODES = 200_000;
    private static final int LEAST_LETTERS = 300;
    private static final int FEWEST_PARAGRAPHS = 2;
    private static final Set<String> TEXTS =
            Set.of("text", "html", "content", "value", "body", "paragraph", "data", "markup", "children");
    private static final ObjectMapper MAPPER = mapper();

    private String best = "";

    private ScriptedStory() {}

    /// @return HTML
    static Optional<String> in(PageScripts scripts) {
        var story = new ScriptedStory();
        for (PageScripts.Script script : scripts.all()) {
            String type = script.type();
            String data = script.text();
            boolean state =
                    type.isEmpty() || type.contains("json") && !type.contains("ld+json") || type.contains("javascript");
            if (state && data.length() > LEAST_LETTERS && data.length() <= LONGEST_SCRIPT) {
                story.script(data);
            }
        }
        return Optional.of(story.best).filter(html -> !html.isEmpty());
    }

    /// Reads the first value that begins as JSON does, behind an assignment or a call.
    private void script(String data) {
        int at = 0;
        while (at < data.length() && data.charAt(at) != '{' && data.charAt(at) != '[') {
            at++;
        }
        if (at >= data.length()) {
            return;
        }
        try (JsonParser parser = MAPPER.createParser(data.substring(at))) {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree != null) {
                walk(tree);
            }
        } catch (IOException noJson) {
            // A script that does something else.
        }
    }

    private void walk(JsonNode tree) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(tree);
        for (int seen = 0; seen < MOST_NODES && !open.isEmpty(); seen++) {
            JsonNode node = open.pop();
            if (node.isTextual()) {
                string(node.asText());
            } else if (node.isContainerNode()) {
                if (node.isArray()) {
                    list(node);
                }
                node.forEach(open::push);
            }
        }
    }

    private void string(String text) {
        int at = text.indexOf("<p");
        if (at < 0 || text.length() <= best.length()) {
            return;
        }
        int paragraphs = 0;
        for (int next = at; next >= 0; next = text.indexOf("<p", next + 2)) {
            paragraphs++;
        }
        if (paragraphs >= FEWEST_PARAGRAPHS && text.length() >= LEAST_LETTERS) {
            best = text.substring(at);
        }
    }

    private void list(JsonNode list) {
        List<String> paragraphs = new ArrayList<>();
        int letters = 0;
        for (JsonNode each : list) {
            String said = said(each);
            if (!said.isEmpty() && Prose.text(said)) {
                letters += said.length();
                paragraphs.add(said.startsWith("<") ? said : "<p>" + said + "</p>");
            }
        }
        if (paragraphs.size() > FEWEST_PARAGRAPHS && letters >= LEAST_LETTERS && letters > best.length()) {
            best = String.join("\n", paragraphs);
        }
    }

    private static String said(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        for (String name : TEXTS) {
            JsonNode value = node.path(name);
            if (value.isTextual() && value.asText().length() > 1) {
                return value.asText();
            }
        }
        return "";
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(200)
                        .maxStringLength(LONGEST_SCRIPT)
                        .build());
        return mapper;
    }
}
