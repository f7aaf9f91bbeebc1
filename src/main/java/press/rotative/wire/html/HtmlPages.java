package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.Reading;

/// Reads the HTML of a page into a clipping. The readers stand in the order in which they are believed; each fills only
/// what is still empty and signs it. The visible text comes last, and the body always comes from it, as long as
/// the page shows one.
public final class HtmlPages {

    private static final int MOST_NODES = 400_000;
    private static final int DEEPEST = 1_000;
    private static final int FEWEST_WORDS = 8;
    private static final int LITTLE_TEXT = 80;

    private static final List<PageReader> READERS = List.of(
            new JsonLdReader(),
            new MicrodataReader(),
            new OpenGraphReader(),
            new MetaTagsReader(),
            new MicroformatsReader(),
            new VisibleReader());

    private HtmlPages() {}

    /// Reads the decoded text of the capture. Never throws for what is in it.
    public static Reading read(Capture capture, String html) {
        var scripts = new PageScripts(html);
        Document document = Parser.htmlParser().parseInput(scripts.html, "");
        Optional<String> tooMuch = tooMuch(document);
        if (tooMuch.isPresent()) {
            return new Reading.Refused(tooMuch.get());
        }
        if (scripts.html.contains("\"B:") || scripts.html.contains("\"P:")) {
            StreamedParts.settle(document);
        }
        PageData data = PageData.of(document, scripts);
        var addresses = new PageAddresses(address(data));
        HtmlPage page = drawn(PageWalk.of(document, data, addresses), addresses);
        var draft = new HtmlDraft();
        for (PageReader reader : READERS) {
            draft.reading(reader.name());
            reader.read(page, draft);
        }
        long words = page.parts.stream()
                .filter(part -> "body".equals(part.area))
                .mapToLong(part -> part.words)
                .sum();
        Clipping clipping = draft.clipping(capture, page.ledger());
        boolean article = words >= FEWEST_WORDS || clipping.blocks().stream().anyMatch(HtmlPages::text);
        return article
                ? new Reading.Read(clipping)
                : new Reading.Refused("holds no article: no paragraph of running text was found in it. "
                        + "Save the page of one story, as it reads in a browser.");
    }

    /// A page that shows hardly any text is drawn by its scripts: the story in their data is set into it.
    private static HtmlPage drawn(HtmlPage page, PageAddresses addresses) {
        int words = 0;
        for (Part part : page.parts) {
            words += part.words >= FEWEST_WORDS && part.linkShare() < 0.3 ? part.words : 0;
            if (words >= LITTLE_TEXT) {
                return page;
            }
        }
        return ScriptedStory.in(page.data.programs)
                .map(html -> {
                    page.document
                            .body()
                            .appendElement("div")
                            .addClass("article-body")
                            .html(html);
                    return tooMuch(page.document).isPresent() ? page : PageWalk.of(page.document, page.data, addresses);
                })
                .orElse(page);
    }

    private static boolean text(Clipping.Block block) {
        return block instanceof Clipping.Paragraph paragraph && paragraph.text().length() > 60;
    }

    /// Where the page says that it stood.
    private static Optional<String> address(PageData data) {
        return data.base
                .filter(base -> PageAddresses.web(base).isPresent())
                .or(() -> data.link("canonical")
                        .filter(href -> PageAddresses.web(href).isPresent()))
                .or(() -> data.meta("og:url")
                        .filter(href -> PageAddresses.web(href).isPresent()));
    }

    private static Optional<String> tooMuch(Document document) {
        int nodes = 0;
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (++nodes > MOST_NODES) {
                return Optional.of("has more than " + MOST_NODES
                        + " elements and texts; a capture is one page. Save the page of one story.");
            }
            if (depth > DEEPEST) {
                return Optional.of("has elements " + DEEPEST
                        + " deep inside one another; no page is built so. Save it again from a browser.");
            }
            if (node.childNodeSize() > 0) {
                node = node.childNode(0);
                depth++;
                continue;
            }
            while (node != null && node.nextSibling() == null) {
                node = node.parent();
                depth--;
            }
            node = node == null ? null : node.nextSibling();
        }
        return document.body() instanceof Element
                ? Optional.empty()
                : Optional.of("holds no visible text. Save the page again.");
    }
}
