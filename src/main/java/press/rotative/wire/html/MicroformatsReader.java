package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import press.rotative.wire.clipping.Clipping;

/// Reads `hentry` and `h-entry`: the class names of blogs.
final class MicroformatsReader implements PageReader {

    @Override
    public String name() {
        return "microformats";
    }

    @Override
    public void read(HtmlPage page, HtmlDraft draft) {
        PageData data = page.data;
        if (!data.entry) {
            return;
        }
        draft.fill("headline", draft.headline, first(data, "entry-title", "p-name"), found -> draft.headline = found);
        draft.fill(
                "published",
                draft.published,
                date(data, "dt-published", "published"),
                found -> draft.published = found);
        draft.fill("modified", draft.modified, date(data, "dt-updated", "updated"), found -> draft.modified = found);
        draft.signed(first(data, "fn", "p-author", "author").flatMap(Bylines::named));
        for (Element tag : data.marked.getOrDefault("p-category", List.of())) {
            if (Tags.add(tag.text(), draft)) {
                draft.found("concepts");
            }
        }
    }

    private static Optional<Clipping.Dated> date(PageData data, String... names) {
        return first(data, names).flatMap(text -> Values.date(text, Optional.empty()));
    }

    /// A name in an entry, and none of a person, a reply or the words of the entry in it.
    private static boolean own(Element element, String name) {
        if (name.equals("fn") || name.endsWith("author")) {
            return !inComment(element);
        }
        if (!name.equals("p-name")) {
            return true;
        }
        Element around = element.parent();
        return element.closest(".h-entry, .hentry") != null
                && !element.hasClass("h-card")
                && (around == null || around.closest(".h-card, .h-cite, .e-content") == null);
    }

    private static boolean inComment(Element element) {
        var roles = new Roles();
        for (Element around = element; around != null; around = around.parent()) {
            if (around.normalName().equals("article") || around.hasClass("hentry") || around.hasClass("h-entry")) {
                return false;
            }
            if (roles.of(around) == Role.COMMENTS) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> first(PageData data, String... names) {
        for (String name : names) {
            for (Element element : data.marked.getOrDefault(name, List.of())) {
                String text = Values.text(
                        element.hasAttr("title") && name.endsWith("ed")
                                ? element.attr("title")
                                : MicrodataReader.value(element));
                if (!text.isEmpty() && text.length() <= 400 && own(element, name)) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }
}
