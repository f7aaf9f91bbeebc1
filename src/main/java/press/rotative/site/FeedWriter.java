package press.rotative.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a feed as RSS 2.0 (with content, media, dc and atom), Atom (RFC 4287) or JSON Feed 1.1, full text with
/// credits.
final class FeedWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.RFC_1123_DATE_TIME;

    private FeedWriter() {}

    static byte[] rss(Feed feed, String self) {
        var xml = new XmlDocument();
        xml.element(
                "rss",
                ordered(
                        "version", "2.0",
                        "xmlns:content", "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc", "http://purl.org/dc/elements/1.1/",
                        "xmlns:media", "http://search.yahoo.com/mrss/",
                        "xmlns:atom", "http://www.w3.org/2005/Atom"),
                () -> xml.element("channel", () -> {
                    xml.text("title", feed.title());
                    xml.text("link", feed.home());
                    xml.text("description", feed.description());
                    xml.text("language", feed.language());
                    xml.text("lastBuildDate", RFC_822.format(feed.updated().atOffset(ZoneOffset.UTC)));
                    xml.empty("atom:link", ordered("href", self, "rel", "self", "type", "application/rss+xml"));
                    feed.entries().forEach(entry -> rssItem(xml, entry));
                }));
        return xml.bytes();
    }

    private static void rssItem(XmlDocument xml, Feed.Entry entry) {
        xml.element("item", () -> {
            xml.text("title", entry.title());
            xml.text("link", entry.url());
            xml.text("guid", Map.of("isPermaLink", "false"), entry.id());
            xml.text("pubDate", RFC_822.format(entry.published().atOffset(ZoneOffset.UTC)));
            xml.text("atom:updated", entry.updated().toString());
            entry.authors().forEach(author -> xml.text("dc:creator", author));
            entry.categories().forEach(category -> xml.text("category", category));
            xml.text("description", entry.summary() == null ? entry.title() : entry.summary());
            xml.text("content:encoded", entry.html());
            Feed.Picture picture = entry.picture();
            if (picture != null) {
                rssPicture(xml, picture);
            }
        });
    }

    private static void rssPicture(XmlDocument xml, Feed.Picture picture) {
        xml.element(
                "media:content",
                ordered(
                        "url", picture.url(),
                        "medium", "image",
                        "type", "image/jpeg",
                        "width", Integer.toString(picture.width()),
                        "height", Integer.toString(picture.height())),
                () -> {
                    xml.text("media:description", Map.of("type", "plain"), picture.caption());
                    xml.text("media:credit", Map.of("role", "photographer"), picture.credit());
                });
    }

    static byte[] atom(Feed feed, String self) {
        var xml = new XmlDocument();
        xml.element("feed", ordered("xmlns", "http://www.w3.org/2005/Atom", "xml:lang", feed.language()), () -> {
            xml.text("id", feed.home());
            xml.text("title", feed.title());
            xml.text("subtitle", feed.description());
            xml.text("updated", feed.updated().toString());
            xml.empty("link", ordered("rel", "self", "type", "application/atom+xml", "href", self));
            xml.empty("link", ordered("rel", "alternate", "type", "text/html", "href", feed.home()));
            xml.element("author", () -> xml.text("name", feed.title()));
            feed.entries().forEach(entry -> atomEntry(xml, entry));
        });
        return xml.bytes();
    }

    private static void atomEntry(XmlDocument xml, Feed.Entry entry) {
        xml.element("entry", () -> {
            xml.text("id", entry.id());
            xml.text("title", entry.title());
            xml.empty("link", ordered("rel", "alternate", "type", "text/html", "href", entry.url()));
            xml.text("published", entry.published().toString());
            xml.text("updated", entry.updated().toString());
            entry.authors().forEach(author -> xml.element("author", () -> xml.text("name", author)));
            entry.categories().forEach(category -> xml.empty("category", Map.of("term", category)));
            xml.text("summary", entry.summary());
            xml.text("content", Map.of("type", "html"), entry.html());
        });
    }

    static byte[] json(Feed feed, String self) {
        ObjectNode root = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("home_page_url", feed.home())
                .put("feed_url", self)
                .put("description", feed.description())
                .put("language", feed.language());
        if (feed.icon() != null) {
            root.put("icon", feed.icon());
        }
        root.putArray("items");
        feed.entries().forEach(entry -> root.withArray("items").add(jsonItem(entry)));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ObjectNode jsonItem(Feed.Entry entry) {
        ObjectNode item = JSON.createObjectNode()
                .put("id", entry.id())
                .put("url", entry.url())
                .put("title", entry.title())
                .put("content_html", entry.html())
                .put("date_published", entry.published().toString())
                .put("date_modified", entry.updated().toString());
        if (entry.summary() != null) {
            item.put("summary", entry.summary());
        }
        if (entry.picture() != null) {
            item.put("image", entry.picture().url());
        }
        entry.authors().forEach(author -> item.withArray("authors")
                .add(JSON.createObjectNode().put("name", author)));
        entry.categories().forEach(category -> item.withArray("tags").add(category));
        return item;
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
