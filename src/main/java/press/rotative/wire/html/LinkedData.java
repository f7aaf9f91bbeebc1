package press.rotative.wire.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The JSON-LD of a page: its nodes that have a type, with references between them followed. What is not quite JSON, as
/// pages often write it, is read all the same; what cannot be read is left out.
final class LinkedData {

    private static final ObjectMapper MAPPER = mapper();
    private static final int MOST_NODES = 2_000;
    private static final int DEEPEST = 12;
    private static final List<String> STORIES = List.of(
            "NewsArticle",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "BackgroundNewsArticle",
            "AskPublicNewsArticle",
            "ReviewNewsArticle",
            "AdvertiserContentArticle",
            "SatiricalArticle",
            "LiveBlogPosting",
            "Article",
            "BlogPosting",
            "Report",
            "TechArticle",
            "ScholarlyArticle",
            "SocialMediaPosting",
            "Review",
            "Posting");

    /// How many types at the head of the list are news, each as good as the others.
    private static final int NEWS = STORIES.indexOf("Article");
    /// Stories inside a story: the entries of a live blog, what readers said.
    private static final Set<String> INNER = Set.of("liveBlogUpdate", "comment", "comments", "review");

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Map<String, JsonNode> named = new HashMap<>();

    static LinkedData of(List<String> scripts) {
        var data = new LinkedData();
        for (String script : scripts) {
            JsonNode tree = data.parse(script);
            if (tree != null) {
                data.collect(tree, 0);
            }
        }
        return data;
    }

    private @Nullable JsonNode parse(String script) {
        String plain = script.strip();
        for (String wrapping :
                new String[] {"//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/", "<!--", "//]]>", "]]>", "-->"}) {
            plain = plain.startsWith(wrapping)
                    ? plain.substring(wrapping.length()).strip()
                    : plain;
            plain = plain.endsWith(wrapping)
                    ? plain.substring(0, plain.length() - wrapping.length()).strip()
                    : plain;
        }
        try {
            return plain.isEmpty() ? null : MAPPER.readTree(plain);
        } catch (JsonProcessingException broken) {
            return null;
        }
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST || nodes.size() > MOST_NODES || !node.isContainerNode()) {
            return;
        }
        if (node.isObject()) {
            if (node.has("@type")) {
                nodes.add(node);
            }
            String id = node.path("@id").asText("");
            if (!id.isEmpty() && node.size() > 1) {
                named.putIfAbsent(id, node);
            }
        }
        if (node.isObject()) {
            node.properties().forEach(property -> {
                if (!INNER.contains(property.getKey())) {
                    collect(property.getValue(), depth + 1);
                }
            });
        } else {
            node.forEach(child -> collect(child, depth + 1));
        }
    }

    /// The node of the story: the first with a headline among the types of stories, in the order of those types.
    Optional<JsonNode> story() {
        JsonNode best = null;
        int rank = Integer.MAX_VALUE;
        for (JsonNode node : nodes) {
            for (String type : types(node)) {
                int at = STORIES.indexOf(type);
                boolean headed = node.has("headline") || node.has("name") || node.has("articleBody");
                int value = at < 0 ? Integer.MAX_VALUE : at < NEWS ? 0 : at;
                if (at >= 0 && headed && value < rank) {
                    best = node;
                    rank = value;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// Other nodes that speak of the same page: with the same headline, or the page itself.
    List<JsonNode> beside(JsonNode story) {
        String headline = said(story.path("headline"));
        return nodes.stream()
                .filter(node -> node != story)
                .filter(node -> types(node).contains("WebPage")
                        || !headline.isEmpty() && said(node.path("headline")).equals(headline))
                .toList();
    }

    List<JsonNode> ofType(String type) {
        return nodes.stream().filter(node -> types(node).contains(type)).toList();
    }

    static List<String> types(JsonNode node) {
        List<String> types = new ArrayList<>();
        JsonNode type = node.path("@type");
        (type.isArray() ? type : List.of(type)).forEach(each -> {
            String name = each.asText("");
            types.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
        });
        return types;
    }

    /// The values of a property, one or several, references followed.
    List<JsonNode> values(JsonNode node, String property) {
        JsonNode value = node.path(property);
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> values.add(resolved(each)));
        } else if (!value.isMissingNode() && !value.isNull()) {
            values.add(resolved(value));
        }
        return values;
    }

    private JsonNode resolved(JsonNode node) {
        String id = node.path("@id").asText("");
        return node.isObject() && node.size() <= 2 && named.containsKey(id) ? named.get(id) : node;
    }

    /// The first value as text: a string, or the name or value of a node.
    Optional<String> text(JsonNode node, String property) {
        for (JsonNode value : values(node, property)) {
            String text = Values.text(said(value));
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /// A string as written; of a node its name.
    static String said(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText("");
        }
        if (value.path("name").isMissingNode() && value.path("familyName").isTextual()) {
            return (value.path("givenName").asText("") + " "
                            + value.path("familyName").asText())
                    .strip();
        }
        for (String name : new String[] {"name", "@value", "headline", "text"}) {
            if (value.path(name).isTextual()) {
                return value.path(name).asText();
            }
            if (value.path(name).isArray() && value.path(name).path(0).isTextual()) {
                return value.path(name).path(0).asText();
            }
        }
        return "";
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(200).build());
        return mapper;
    }
}
