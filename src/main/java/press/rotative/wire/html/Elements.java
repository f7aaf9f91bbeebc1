package press.rotative.wire.html;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Mark;
import press.rotative.wire.words.Words;

/// What the elements of HTML are to a reader: those that say nothing, those inside a line, pictures and frames.
final class Elements {

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "object",
            "applet",
            "head",
            "select",
            "textarea",
            "input",
            "canvas",
            "datalist",
            "amp-analytics",
            "amp-state",
            "link",
            "meta",
            "title",
            "base");
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "blink",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "math",
            "nobr",
            "q",
            "rb",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "img",
            "br",
            "amp-img",
            "amp-anim",
            "picture",
            "source",
            "iframe",
            "amp-iframe",
            "amp-youtube",
            "audio",
            "video",
            "amp-video",
            "embed",
            "area",
            "bsp-figure-marker");
    private static final Set<String> PIECES = Set.of("span", "small", "cite", "em", "i", "b", "strong");
    private static final String[] INITIALS = {
        "dropcap",
        "drop-cap",
        "drop_cap",
        "dropCap",
        "DropCap",
        "lettrine",
        "initial-letter",
        "firstletter",
        "first-letter"
    };
    private static final Set<String> FRAMES = Set.of("iframe", "amp-iframe", "amp-youtube", "embed", "amp-twitter");
    private static final Set<String> PICTURES = Set.of("img", "amp-img", "amp-anim");
    private static final Map<String, Mark.Kind> KINDS = Map.of(
            "b", Mark.Kind.STRONG,
            "strong", Mark.Kind.STRONG,
            "i", Mark.Kind.EMPHASIS,
            "em", Mark.Kind.EMPHASIS,
            "cite", Mark.Kind.EMPHASIS,
            "code", Mark.Kind.CODE,
            "sub", Mark.Kind.SUBSCRIPT,
            "sup", Mark.Kind.SUPERSCRIPT,
            "a", Mark.Kind.LINK);

    private Elements() {}

    /// Nothing in it is text of the page.
    static boolean silent(Element element) {
        return SILENT.contains(element.normalName());
    }

    /// Browsers show what stands in it, though it is no text of the page: the choices of a form.
    static boolean control(Element element) {
        return element.normalName().equals("select") || element.normalName().equals("textarea");
    }

    /// The text in an element, without that of what says nothing in it.
    static String shown(Element element) {
        var shown = new Run();
        element.filter((node, _) -> {
            if (node instanceof TextNode text) {
                shown.add(text.getWholeText());
                shown.space();
            }
            boolean nothing = node instanceof Element inner && inner != element && silent(inner) && !control(inner);
            return nothing ? NodeFilter.FilterResult.SKIP_ENTIRELY : NodeFilter.FilterResult.CONTINUE;
        });
        return shown.said();
    }

    /// A line in larger letters, as titles were set before there were style sheets.
    static boolean title(Element element) {
        if (!element.normalName().equals("font")) {
            return false;
        }
        String size = element.attr("size").strip();
        return size.length() == 1 && size.charAt(0) >= '4' && size.charAt(0) <= '7' || size.matches("\\+[1-4]");
    }

    /// Part of a line, as long as no block stands in it.
    static boolean inline(Element element) {
        return INLINE.contains(element.normalName());
    }

    /// A picture, or an element of a site's own that draws one: `<brick-image src="...">`.
    static boolean picture(Element element) {
        String name = element.normalName();
        return PICTURES.contains(name)
                || name.indexOf('-') > 0
                        && (name.contains("image") || name.contains("img") || name.contains("picture"))
                        && element.hasAttr("src");
    }

    static boolean frame(Element element) {
        return FRAMES.contains(element.normalName());
    }

    /// Sets a piece of a caption apart, though its name may say nothing.
    static boolean piece(Element element) {
        return PIECES.contains(element.normalName());
    }

    /// The emphasis or link that an element gives to its words.
    static Mark.@Nullable Kind mark(Element element) {
        return KINDS.get(element.normalName());
    }

    /// An inline element with a block in it, such as the link around a card, is a box too.
    static boolean aroundBlocks(Element element) {
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (!inline(child) && !silent(child)) {
                return true;
            }
        }
        return false;
    }

    /// The large first letter of a text, in an element of its own.
    static boolean initial(Element element) {
        String names = element.attributesSize() == 0 ? "" : element.className();
        if (names.length() < 7 || element.childNodeSize() > 1) {
            return false;
        }
        for (String name : INITIALS) {
            if (names.contains(name)) {
                String text = element.text();
                return text.length() == 1 || text.length() == 2 && !Character.isLetter(text.charAt(0));
            }
        }
        return false;
    }

    /// Words for people who listen to the page, such as "Credit", which are part of a caption.
    static boolean label(Element element) {
        String text = element.text();
        return text.length() < 30 && Words.GENERAL.has("credit", text.replaceFirst("[\\s.:…]+$", "") + ":");
    }
}
