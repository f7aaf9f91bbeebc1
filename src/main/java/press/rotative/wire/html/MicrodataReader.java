package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import press.rotative.wire.clipping.Clipping;

/// Reads the microdata of schema.org in the attributes of a page.
final class MicrodataReader implements PageReader {

    @Override
    public String name() {
        return "microdata";
    }

    @Override
    public void read(HtmlPage page, HtmlDraft draft) {
        PageData data = page.data;
        draft.fill("headline", draft.headline, first(data, "headline"), found -> draft.headline = found);
        draft.fill(
                "standfirst",
                draft.standfirst,
                data.properties.getOrDefault("description", List.of()).stream()
                        .filter(MicrodataReader::ofStory)
                        .map(MicrodataReader::value)
                        .map(Values::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst(),
                found -> draft.standfirst = found);
        draft.fill("section", draft.section, first(data, "articleSection"), found -> draft.section = found);
        draft.fill("published", draft.published, date(data, "datePublished"), found -> draft.published = found);
        draft.fill("modified", draft.modified, date(data, "dateModified"), found -> draft.modified = found);
        List<Clipping.Signature> signatures = new ArrayList<>();
        for (Element author : ofPage(data.properties.getOrDefault("author", List.of()))) {
            for (String name : Values.names(named(author))) {
                if (signatures.stream().noneMatch(each -> each.name().equalsIgnoreCase(name))) {
                    signatures.add(new Clipping.Signature(name, Optional.empty()));
                }
            }
        }
        // Cards of other stories bear authors too: they complete nothing.
        if (draft.byline.filter(known -> !draft.house(known)).isEmpty()) {
            draft.signed(Bylines.of(signatures));
        }
        for (Element keywords : data.properties.getOrDefault("keywords", List.of())) {
            for (String tag : value(keywords).split(",", 60)) {
                if (Tags.add(tag, draft)) {
                    draft.found("concepts");
                }
            }
        }
    }

    private static Optional<Clipping.Dated> date(PageData data, String property) {
        return first(data, property).flatMap(text -> Values.date(text, Optional.empty()));
    }

    /// The first one that stands in no other story and in no comment.
    private static Optional<String> first(PageData data, String property) {
        return data.properties.getOrDefault(property, List.of()).stream()
                .map(MicrodataReader::value)
                .map(Values::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /// The authors of the page's own story: not those of its pictures and of other stories that it announces. Of
    /// several things with authors the one around the largest heading is the page's, else the first.
    private static List<Element> ofPage(List<Element> authors) {
        Map<Optional<Element>, List<Element>> things = new LinkedHashMap<>();
        for (Element author : authors) {
            Element around = author.parent();
            Optional<Element> thing = Optional.ofNullable(around == null ? null : around.closest("[itemscope]"));
            boolean picture = thing.filter(each -> each.attr("itemtype").endsWith("Object"))
                            .isPresent()
                    || author.closest("figcaption") != null;
            if (!picture) {
                things.computeIfAbsent(thing, _ -> new ArrayList<>()).add(author);
            }
        }
        return things.entrySet().stream()
                .filter(each -> each.getKey()
                        .filter(thing -> thing.selectFirst("h1") != null)
                        .isPresent())
                .findFirst()
                .or(() -> things.entrySet().stream().findFirst())
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    /// The nearest thing around it is an article.
    private static boolean ofStory(Element element) {
        Element around = element.parent();
        Element thing = around == null ? null : around.closest("[itemscope]");
        return thing != null && thing.attr("itemtype").contains("Article");
    }

    /// A node's own name where it has one.
    private static String named(Element author) {
        if (author.hasAttr("itemscope")) {
            Element name = author.selectFirst("[itemprop=name]");
            if (name != null) {
                return value(name);
            }
        }
        return value(author);
    }

    static String value(Element element) {
        for (String attribute : new String[] {"content", "datetime"}) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }
}
