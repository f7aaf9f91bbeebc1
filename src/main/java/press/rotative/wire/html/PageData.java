package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import press.rotative.wire.clipping.Clipping;

/// What a page says for machines, gathered in one walk: its meta tags, its links, its JSON-LD, and the elements that
/// microdata and microformats mark.
final class PageData {

    private static final int MOST = 3_000;

    /// Contents by name, the first first; names in lower case.
    final Map<String, List<String>> metas = new LinkedHashMap<>();
    final List<Element> links = new ArrayList<>();
    final List<String> scripts = new ArrayList<>();
    /// Elements by the value of their `itemprop`.
    final Map<String, List<Element>> properties = new HashMap<>();
    /// Elements by each class name that begins as microformats do.
    final Map<String, List<Element>> marked = new HashMap<>();
    /// What the data says of pictures, by the names of their files ([Shot#name]).
    final Map<String, Clipping.Picture> pictures = new HashMap<>();
    boolean entry;
    /// The scripts that are no data for others.
    final PageScripts programs;
    /// The title of the document: the first in its head, or the first that stands in no picture.
    String title = "";
    Optional<String> base = Optional.empty();

    private PageData(PageScripts programs) {
        this.programs = programs;
    }

    static PageData of(Document document, PageScripts programs) {
        var data = new PageData(programs);
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    data.take(element);
                }
            }
        });
        return data;
    }

    private void take(Element element) {
        switch (element.normalName()) {
            case "meta" -> meta(element);
            case "link" -> links.add(element);
            case "title" -> {
                Element around = element.parent();
                boolean own = around != null
                        && (around.normalName().equals("head")
                                || around.normalName().equals("body"));
                title = title.isEmpty() && own ? element.text() : title;
            }
            case "script" -> {
                if (element.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
                    scripts.add(element.data());
                }
            }
            case "base" ->
                base = base.or(() -> Optional.of(element.attr("href")).filter(text -> !text.isEmpty()));
            default -> {
                // Only what it bears in its attributes counts.
            }
        }
        if (element.attributesSize() > 0) {
            String property = element.attr("itemprop");
            if (!property.isEmpty()) {
                for (String each : property.split("\\s+", 4)) {
                    keep(properties, each, element);
                }
            }
            String names = element.className();
            entry |= names.contains("hentry") || names.contains("h-entry");
            if (names.contains("p-")
                    || names.contains("dt-")
                    || names.contains("entry-title")
                    || names.contains("published")
                    || names.contains("updated")
                    || names.contains("author")
                    || names.contains("fn")) {
                for (String name : names.split("\\s+", 8)) {
                    keep(marked, name, element);
                }
            }
        }
    }

    private static void keep(Map<String, List<Element>> elements, String name, Element element) {
        List<Element> list = elements.computeIfAbsent(name, _ -> new ArrayList<>(2));
        if (elements.size() < MOST && list.size() < 100) {
            list.add(element);
        }
    }

    private void meta(Element meta) {
        String content = (meta.hasAttr("content") ? meta.attr("content") : meta.attr("value")).strip();
        if (content.isEmpty()) {
            return;
        }
        for (String key : new String[] {"property", "name", "http-equiv", "itemprop"}) {
            String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                for (String each : name.split("\\s+", 4)) {
                    List<String> list = metas.computeIfAbsent(each, _ -> new ArrayList<>(1));
                    if (list.size() < 100) {
                        list.add(content);
                    }
                }
            }
        }
    }

    /// The first content of the first of these names that has one.
    Optional<String> meta(String... names) {
        for (String name : names) {
            List<String> found = metas.get(name);
            if (found != null) {
                return Optional.of(Values.text(found.getFirst())).filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    List<String> all(String name) {
        return metas.getOrDefault(name, List.of());
    }

    Optional<String> link(String rel) {
        return links.stream()
                .filter(link -> (" " + link.attr("rel").toLowerCase(Locale.ROOT) + " ").contains(" " + rel + " "))
                .map(link -> link.attr("href").strip())
                .filter(href -> !href.isEmpty())
                .findFirst();
    }
}
