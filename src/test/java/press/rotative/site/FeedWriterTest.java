package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FeedWriterTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T05:10:00Z");

    @Test
    void rss_has_the_whole_story_with_credit() throws Exception {
        Document xml =
                parsed(FeedWriter.rss(feed("Le ferry <électrique> & «la» ligne 3"), "https://x.example/fr/rss.xml"));
        assertEquals(
                "Le ferry <électrique> & «la» ligne 3",
                xml.getElementsByTagName("title").item(1).getTextContent());
        assertEquals(
                "<p>Corps ]]> &amp; suite</p>",
                xml.getElementsByTagName("content:encoded").item(0).getTextContent());
        assertEquals(
                "© Ysée Kerlan",
                xml.getElementsByTagName("media:credit").item(0).getTextContent());
        assertEquals(
                "Tue, 24 Nov 2026 05:10:00 GMT",
                xml.getElementsByTagName("pubDate").item(0).getTextContent());
    }

    @Test
    void atom_and_json_have_the_same_entries() throws Exception {
        Document xml = parsed(FeedWriter.atom(feed("Titre"), "https://x.example/fr/atom.xml"));
        assertEquals("urn:story:1", xml.getElementsByTagName("id").item(1).getTextContent());
        JsonNode json =
                JsonMapper.builder().build().readTree(FeedWriter.json(feed("Titre"), "https://x.example/fr/feed.json"));
        assertEquals("https://jsonfeed.org/version/1.1", json.get("version").asText());
        assertEquals("urn:story:1", json.at("/items/0/id").asText());
        assertEquals("Maud Kervarn", json.at("/items/0/authors/0/name").asText());
    }

    @Property(tries = 200)
    void any_text_makes_well_formed_feeds(@ForAll String any) throws Exception {
        parsed(FeedWriter.rss(feed(any), "https://x.example/rss.xml"));
        parsed(FeedWriter.atom(feed(any), "https://x.example/atom.xml"));
        parsed(Sitemap.pages(List.of(
                new Sitemap.Page("https://x.example/" + any, MORNING, List.of(new Chrome.Alternate("fr", any))))));
    }

    @Property(tries = 200)
    void no_text_ends_the_script_it_stands_in(@ForAll String any) throws Exception {
        String json = JsonLd.of(article(any + "</script><!--\u2028"));
        assertFalse(json.contains("<") || json.contains(">") || json.contains("&") || json.contains("\u2028"));
        assertEquals(
                "NewsArticle",
                JsonMapper.builder()
                        .build()
                        .readTree(json)
                        .at("/@graph/0/@type")
                        .asText());
    }

    @Test
    void a_story_speaks_schema_org() throws Exception {
        JsonNode node = JsonMapper.builder()
                .build()
                .readTree(JsonLd.of(article("Titre")))
                .at("/@graph/0");
        assertEquals("Titre", node.get("headline").asText());
        assertEquals("© Ysée Kerlan", node.at("/image/0/creditText").asText());
        assertEquals("CorrectionComment", node.at("/correction/0/@type").asText());
        assertEquals("Person", node.at("/mentions/0/@type").asText());
        assertTrue(node.has("publishingPrinciples"));
    }

    @Test
    void robots_are_kept_from_searches_and_told_of_the_sitemap() {
        assertEquals(
                "User-agent: *\nDisallow: /fr/search\n\nSitemap: https://x.example/sitemap.xml\n",
                Sitemap.robots(List.of("/fr/search"), "https://x.example/sitemap.xml"));
    }

    private static JsonLd.Article article(String headline) {
        return new JsonLd.Article(
                "NewsArticle",
                null,
                "https://x.example/fr/port/a-f7k2p",
                headline,
                null,
                "Chapeau",
                "fr",
                "2026-11-24T06:10:00+01:00",
                "2026-11-24T06:10:00+01:00",
                "Port",
                List.of(new JsonLd.Author("Maud Kervarn", null, false)),
                List.of(new JsonLd.Image(
                        "https://x.example/pictures/1/800.jpg",
                        800,
                        450,
                        null,
                        "© Ysée Kerlan",
                        "Ysée Kerlan",
                        null,
                        null)),
                List.of(new JsonLd.Concept("Person", "Hélène Guivarch", "https://x.example/fr/person/h", false)),
                List.of(new JsonLd.Correction("48 m", "2026-11-24T06:10:00+01:00")),
                List.of(new JsonLd.Crumb("Le Phare", "https://x.example/fr/")),
                new JsonLd.Publisher(
                        "Le Phare",
                        "https://x.example/fr/",
                        "https://x.example/mark.svg",
                        "https://x.example/fr/corrections",
                        null));
    }

    private static Feed feed(String title) {
        var entry = new Feed.Entry(
                "urn:story:1",
                "https://x.example/fr/port/a-f7k2p",
                title,
                "Chapeau",
                "<p>Corps ]]> &amp; suite</p>",
                List.of("Maud Kervarn"),
                List.of("Port"),
                MORNING,
                MORNING,
                new Feed.Picture("https://x.example/pictures/1/800.jpg", 800, 450, "Légende", "© Ysée Kerlan", "Alt"));
        return new Feed("Le Phare", "Le quotidien", "https://x.example/fr/", "fr", null, MORNING, List.of(entry));
    }

    private static Document parsed(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(
                new ByteArrayInputStream(new String(xml, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
    }
}
