package press.rotative.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sitemaps (sitemaps.org 0.9) with the languages of each page, their index, and `robots.txt` (RFC 9309).
final class Sitemap {
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Sitemap() {}

    /// @param changed when the page last changed, where that is known without reading all of it
    record Page(String url, @Nullable Instant changed, List<Chrome.Alternate> alternates) {
        Page {
            alternates = List.copyOf(alternates);
        }
    }

    static byte[] pages(List<Page> pages) {
        var xml = new XmlDocument();
        var spaces = new LinkedHashMap<String, String>();
        spaces.put("xmlns", SPACE);
        spaces.put("xmlns:xhtml", "http://www.w3.org/1999/xhtml");
        xml.element(
                "urlset",
                spaces,
                () -> pages.forEach(page -> xml.element("url", () -> {
                    xml.text("loc", page.url());
                    xml.text(
                            "lastmod",
                            page.changed() == null ? null : page.changed().toString());
                    for (Chrome.Alternate alternate : page.alternates()) {
                        var attributes = new LinkedHashMap<String, String>();
                        attributes.put("rel", "alternate");
                        attributes.put("hreflang", alternate.language());
                        attributes.put("href", alternate.href());
                        xml.empty("xhtml:link", attributes);
                    }
                })));
        return xml.bytes();
    }

    /// The index over the files of each edition and month.
    static byte[] index(List<Page> files) {
        var xml = new XmlDocument();
        xml.element(
                "sitemapindex",
                Map.of("xmlns", SPACE),
                () -> files.forEach(file -> xml.element("sitemap", () -> {
                    xml.text("loc", file.url());
                    xml.text(
                            "lastmod",
                            file.changed() == null ? null : file.changed().toString());
                })));
        return xml.bytes();
    }

    /// Everything may be read by robots but the lists that searches make.
    static String robots(List<String> searches, String sitemap) {
        var text = new StringBuilder("User-agent: *\n");
        searches.forEach(search -> text.append("Disallow: ").append(search).append('\n'));
        return text.append("\nSitemap: ").append(sitemap).append('\n').toString();
    }
}
