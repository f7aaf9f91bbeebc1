package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Walks a document once, without recursion, and makes the parts, boxes and shots of it.
final class PageWalk {

    private static final int FIGURE_STEPS = 4;
    private static final int MOST_CAPTIONS = 4;

    private final Roles roles = new Roles();
    private final PageAddresses addresses;
    private final List<Part> parts = new ArrayList<>(256);
    private final List<Box> boxes = new ArrayList<>(512);
    private final List<Shot> shots = new ArrayList<>();
    private final List<HtmlPage.Dropped> dropped = new ArrayList<>();
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
        return new HtmlPage(document, data, addresses, walk.parts, walk.boxes, walk.shots, walk.dropped);
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
        if (Elements.silent(element)) {
            if (Elements.control(element)) {
                drop(element, "form");
            }
            return false;
        }
        if (Elements.picture(element) || Elements.frame(element)) {
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
        if (Elements.initial(element)) {
            run.add(element.text());
            run.join();
            return false;
        }
        if (Elements.inline(element)) {
            if (Elements.aroundBlocks(element) || Elements.title(element)) {
                open(element);
            }
            boolean beside = besidePicture();
            Role role = beside ? roles.ofCaption(element) : roles.of(element);
            role = role == Role.NONE && beside && Elements.piece(element) ? Role.PIECE : role;
            if (role == Role.HIDDEN
                    && !element.hasAttr("aria-hidden")
                    && box.element != element
                    && !Elements.label(element)) {
                drop(element, "hidden");
                return false;
            }
            run.open(element, Elements.mark(element), role);
            return true;
        }
        open(element);
        return true;
    }

    private void drop(Element element, String reason) {
        String text = Elements.shown(element);
        if (!text.isEmpty()) {
            dropped.add(new HtmlPage.Dropped(parts.size() + (run.empty() ? 0 : 1), text, reason));
        }
    }

    private void shot(Element element) {
        shots.add(new Shot(
                element,
                box,
                parts.size() + (run.empty() ? 0 : 1),
                Elements.frame(element) ? Optional.empty() : Pictures.source(element, addresses)));
    }

    /// A figure with a caption, whose picture is set in by scripts: its words count all the same.
    private boolean unseen() {
        boolean figure = box.tag.equals("figure") || box.role == Role.FIGURE;
        boolean few = box.end > box.from && box.end - box.from <= MOST_CAPTIONS;
        if (!figure || !few || !shots.isEmpty() && shots.getLast().box().inside(box)) {
            return false;
        }
        boolean captioned = false;
        for (int at = boxes.size() - 1; at >= 0 && boxes.get(at) != box; at--) {
            captioned |= boxes.get(at).role == Role.CAPTION;
        }
        return captioned && box.element.selectFirst("table, blockquote, pre, ul, ol, video, audio") == null;
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

    /// One break is a space, two are the edge of a paragraph.
    private void lineBreak() {
        if (breakBefore || box.role == Role.CAPTION || box.tag.equals("figcaption")) {
            flush();
        }
        breakBefore = true;
        run.space();
    }

    private void end(Element element) {
        boolean inline = Elements.inline(element);
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
            if (unseen()) {
                shots.add(new Shot(element, box, box.from, Optional.empty()));
            }
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
