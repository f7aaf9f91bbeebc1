package press.rotative.site;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page says to machines in the words of schema.org: `NewsArticle`, `BreadcrumbList`, `NewsMediaOrganization`.
///
/// The result stands inside `<script type="application/ld+json">` (HTML, section 4.12.1.3), so `<`, `>`, `&`, U+2028
/// and U+2029 are written as JSON escapes: no text can end the element. Texts are the source, without typography.
final class JsonLd {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLd() {}

    /// @param type `NewsArticle` or one of its kinds
    /// @param genre where schema.org has no type of its own
    /// @param author pages of organisations and persons are absolute addresses, as all addresses here
    record Article(
            String type,
            @Nullable String genre,
            String url,
            String headline,
            @Nullable String alternativeHeadline,
            @Nullable String description,
            String language,
            String published,
            String modified,
            @Nullable String section,
            List<Author> authors,
            List<Image> images,
            List<Concept> concepts,
            List<Correction> corrections,
            List<Crumb> crumbs,
            Publisher publisher) {}

    /// @param organisation true when the outlet signs
    record Author(String name, @Nullable String url, boolean organisation) {}

    record Image(
            String url,
            int width,
            int height,
            @Nullable String caption,
            @Nullable String credit,
            @Nullable String creator,
            @Nullable String provider,
            @Nullable String copyright) {}

    /// @param type of schema.org, such as `Person`
    /// @param main what the story is about, not what it mentions
    record Concept(String type, String name, String url, boolean main) {}

    record Correction(String text, String date) {}

    record Crumb(String name, String url) {}

    /// @param corrections the page that says how mistakes are owned up to
    /// @param principles the page that says by which rules the newsroom works; null: there is none
    record Publisher(
            String name,
            String url,
            String logo,
            String corrections,
            @Nullable String principles) {}

    /// A page on which the newsroom speaks of itself.
    ///
    /// @param type `WebPage` or one of its kinds
    record Page(
            String type, String url, String name, @Nullable String description, String language, String modified) {}

    static String of(Article article) {
        ArrayNode graph = JSON.createArrayNode();
        graph.add(article(article));
        graph.add(crumbs(article.crumbs()));
        graph.add(organisation(article.publisher()));
        return safe(document(graph));
    }

    /// A page of lists: who publishes it and where it stands.
    static String of(Publisher publisher, List<Crumb> crumbs) {
        ArrayNode graph = JSON.createArrayNode();
        if (!crumbs.isEmpty()) {
            graph.add(crumbs(crumbs));
        }
        graph.add(organisation(publisher));
        return safe(document(graph));
    }

    /// A page of the newsroom, who publishes it and where it stands.
    static String of(Publisher publisher, List<Crumb> crumbs, Page page) {
        ArrayNode graph = JSON.createArrayNode();
        ObjectNode node = thing(page.type())
                .put("@id", page.url())
                .put("url", page.url())
                .put("name", page.name())
                .put("inLanguage", page.language())
                .put("dateModified", page.modified());
        put(node, "description", page.description());
        node.set("publisher", reference(publisher.url()));
        graph.add(node);
        graph.add(crumbs(crumbs));
        graph.add(organisation(publisher));
        return safe(document(graph));
    }

    private static ObjectNode document(ArrayNode graph) {
        ObjectNode document = JSON.createObjectNode().put("@context", "https://schema.org");
        document.set("@graph", graph);
        return document;
    }

    private static ObjectNode article(Article article) {
        ObjectNode node = thing(article.type())
                .put("@id", article.url())
                .put("url", article.url())
                .put("mainEntityOfPage", article.url())
                .put("headline", article.headline())
                .put("inLanguage", article.language())
                .put("datePublished", article.published())
                .put("dateModified", article.modified())
                .put("publishingPrinciples", principles(article.publisher()))
                .put("isAccessibleForFree", true);
        put(node, "genre", article.genre());
        put(node, "alternativeHeadline", article.alternativeHeadline());
        put(node, "description", article.description());
        put(node, "articleSection", article.section());
        node.set("publisher", reference(article.publisher().url()));
        node.set(
                "isPartOf",
                thing("WebSite")
                        .put("name", article.publisher().name())
                        .put("url", article.publisher().url()));
        for (Author author : article.authors()) {
            ObjectNode person =
                    thing(author.organisation() ? "Organization" : "Person").put("name", author.name());
            put(person, "url", author.url());
            node.withArray("author").add(person);
        }
        article.images().forEach(image -> node.withArray("image").add(image(image)));
        for (Concept concept : article.concepts()) {
            node.withArray(concept.main() ? "about" : "mentions")
                    .add(thing(concept.type()).put("name", concept.name()).put("url", concept.url()));
        }
        for (Correction correction : article.corrections()) {
            node.withArray("correction")
                    .add(thing("CorrectionComment")
                            .put("text", correction.text())
                            .put("datePublished", correction.date()));
        }
        return node;
    }

    private static ObjectNode image(Image image) {
        ObjectNode node = thing("ImageObject")
                .put("url", image.url())
                .put("contentUrl", image.url())
                .put("width", image.width())
                .put("height", image.height());
        put(node, "caption", image.caption());
        put(node, "creditText", image.credit());
        put(node, "copyrightNotice", image.copyright());
        if (image.creator() != null) {
            node.set("creator", thing("Person").put("name", image.creator()));
        }
        if (image.provider() != null) {
            node.set("sourceOrganization", thing("Organization").put("name", image.provider()));
        }
        return node;
    }

    private static ObjectNode crumbs(List<Crumb> crumbs) {
        ObjectNode node = thing("BreadcrumbList");
        for (int i = 0; i < crumbs.size(); i++) {
            node.withArray("itemListElement")
                    .add(thing("ListItem")
                            .put("position", i + 1)
                            .put("name", crumbs.get(i).name())
                            .put("item", crumbs.get(i).url()));
        }
        return node;
    }

    private static String principles(Publisher publisher) {
        return publisher.principles() == null ? publisher.corrections() : publisher.principles();
    }

    private static ObjectNode organisation(Publisher publisher) {
        ObjectNode node = thing("NewsMediaOrganization")
                .put("@id", publisher.url())
                .put("name", publisher.name())
                .put("url", publisher.url())
                .put("logo", publisher.logo())
                .put("correctionsPolicy", publisher.corrections());
        put(node, "publishingPrinciples", publisher.principles());
        put(node, "ethicsPolicy", publisher.principles());
        return node;
    }

    private static ObjectNode thing(String type) {
        return JSON.createObjectNode().put("@type", type);
    }

    private static ObjectNode reference(String id) {
        return JSON.createObjectNode().put("@id", id);
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static String safe(ObjectNode node) {
        var out = new StringWriter();
        try (var generator = JSON.createGenerator(out)) {
            generator.setCharacterEscapes(ScriptEscapes.ALL);
            JSON.writeTree(generator, node);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toString();
    }

    private static final class ScriptEscapes extends CharacterEscapes {
        static final ScriptEscapes ALL = new ScriptEscapes();
        private final int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();

        ScriptEscapes() {
            for (char c : new char[] {'<', '>', '&', '\''}) {
                codes[c] = CharacterEscapes.ESCAPE_CUSTOM;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            boolean breaksScripts = character < 128 || character == 0x2028 || character == 0x2029;
            return breaksScripts ? new SerializedString("\\u%04X".formatted(character)) : null;
        }
    }
}
