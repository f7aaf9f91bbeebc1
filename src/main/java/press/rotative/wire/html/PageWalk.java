package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Mark;
import press.rotative.wire.words.Words;

/// Walks a document once, without recursion, and makes the parts, boxes and shots of it.
final class PageWalk {

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
            "math",
            "map",
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
    private static final int FIGURE_STEPS = 4;
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

    private final Roles roles = new Roles();
    private final PageAddresses addresses;
    private final List<Part> parts = new ArrayList<>(256);
    private final List<Box> boxes = new ArrayList<>(512);
    private final List<Shot> shots = new ArrayList<>();
    private final Run run = new Run();
    private Box box;
    private boolean breakBefore;

    private PageWalk(Document document, PageAddresses addresses) {
        this.addresses = addresses;
        this.box = new Box(document.body(), null, Role.NONE, 0);
        boxes.add(box);
    }

    static HtmlPage of(Document document, PageData data, PageAddresses addresses) {
        var walk = new PageWalk(document, addresses);
        walk.walk(document.body());
        return new HtmlPage(document, data, addresses, walk.parts, walk.boxes, walk.shots);
    }

    private void walk(Element body) {
        Node node = body.childNodeSize() == 0 ? null : body.childNode(0);
        while (node != null) {
            boolean deeper = enter(node);
            if (deeper && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            node = leave(node, deeper, body);
        }
        flush();
        boxes.getFirst().end = parts.size();
    }

    /// The node after this one; leaves the elements that end before it.
    private @Nullable Node leave(Node done, boolean entered, Element body) {
        Node node = done;
        boolean inside = entered;
        while (node != body) {
            if (inside && node instanceof Element element) {
                end(element);
            }
            Node next = node.nextSibling();
            if (next != null) {
                return next;
            }
            node = node.parent();
            inside = true;
            if (node == null) {
                return null;
            }
        }
        return null;
    }

    /// @return whether its children are to be walked
    private boolean enter(Node node) {
        if (node instanceof TextNode text) {
            String said = text.getWholeText();
            if (!blank(said)) {
                breakBefore = false;
            }
            run.add(said);
            return false;
        }
        if (!(node instanceof Element element)) {
            return false;
        }
        String tag = element.normalName();
        if (tag.equals("noscript")) {
            Element inside = element.selectFirst("img");
            if (inside != null) {
                shot(inside);
            }
            return false;
        }
        if (SILENT.contains(tag)) {
            return false;
        }
        if (PICTURES.contains(tag) || FRAMES.contains(tag)) {
            shot(element);
            return false;
        }
        if (tag.equals("br")) {
            lineBreak();
            return false;
        }
        if (tag.equals("hr")) {
            flush();
            return false;
        }
        if (initial(element)) {
            run.add(element.text());
            run.join();
            return false;
        }
        if (INLINE.contains(tag)) {
            if (aroundBlocks(element)) {
                open(element);
            }
            boolean beside = besidePicture();
            Role role = beside ? roles.ofCaption(element) : roles.of(element);
            role = role == Role.NONE && beside && PIECES.contains(tag) ? Role.PIECE : role;
            if (role == Role.HIDDEN && !element.hasAttr("aria-hidden") && box.element != element && !labels(element)) {
                return false;
            }
            run.open(element, KINDS.get(tag), tag.equals("a") ? addresses.linkable(element.attr("href")) : null, role);
            return true;
        }
        open(element);
        return true;
    }

    private void shot(Element element) {
        shots.add(new Shot(
                element,
                box,
                parts.size() + (run.empty() ? 0 : 1),
                FRAMES.contains(element.normalName()) ? Optional.empty() : Pictures.source(element, addresses)));
    }

    /// Words for people who listen to the page, such as "Credit", which are part of a caption.
    private static boolean labels(Element element) {
        String text = element.text();
        return text.length() < 30 && Words.GENERAL.has("credit", text.replaceFirst("[\\s.:…]+$", "") + ":");
    }

    /// The large first letter of a text, in an element of its own.
    private static boolean initial(Element element) {
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

    private void open(Element element) {
        flush();
        box = new Box(element, box, besidePicture() ? roles.ofCaption(element) : roles.of(element), parts.size());
        boxes.add(box);
    }

    /// Inside a caption, or a figure.
    private boolean besidePicture() {
        int up = 0;
        for (Box around = box; around != null && up < FIGURE_STEPS; around = around.parent, up++) {
            if (around.tag.equals("figure") || around.tag.equals("figcaption") || around.role == Role.CAPTION) {
                return true;
            }
        }
        return false;
    }

    /// An inline element with a block in it, such as the link around a card, is a box too.
    private static boolean aroundBlocks(Element element) {
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (!INLINE.contains(child.normalName()) && !SILENT.contains(child.normalName())) {
                return true;
            }
        }
        return false;
    }

    /// One break is a space, two are the edge of a paragraph.
    private void lineBreak() {
        if (breakBefore) {
            flush();
        }
        breakBefore = true;
        run.space();
    }

    private void end(Element element) {
        boolean inline = INLINE.contains(element.normalName());
        if (inline && box.element != element) {
            run.close(element);
            return;
        }
        flush();
        if (inline) {
            run.close(element);
        }
        if (box.element == element) {
            box.end = parts.size();
            Box outer = box.parent;
            if (outer != null) {
                box = outer;
            }
        }
    }

    private void flush() {
        breakBefore = false;
        if (run.empty()) {
            run.space();
            return;
        }
        parts.add(run.end(parts.size(), box));
    }

    private static boolean blank(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > ' ' && text.charAt(at) != '\u00A0') {
                return false;
            }
        }
        return true;
    }
}
