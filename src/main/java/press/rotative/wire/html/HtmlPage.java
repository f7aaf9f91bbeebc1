package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.rotative.wire.clipping.LossLedger;

/// A page that was walked: its parts, boxes and shots, in the order of the page.
final class HtmlPage {
    final Document document;
    final PageData data;
    final PageAddresses addresses;
    final List<Part> parts;
    final List<Box> boxes;
    final List<Shot> shots;
    private final List<Dropped> dropped;

    /// Words inside a line that are no text of it: hidden from readers, or the choices of a form.
    ///
    /// @param at the number of parts before it
    /// @param reason as the ledger names it
    record Dropped(int at, String text, String reason) {}

    HtmlPage(
            Document document,
            PageData data,
            PageAddresses addresses,
            List<Part> parts,
            List<Box> boxes,
            List<Shot> shots,
            List<Dropped> dropped) {
        this.document = document;
        this.data = data;
        this.addresses = addresses;
        this.parts = parts;
        this.boxes = boxes;
        this.shots = shots;
        this.dropped = dropped;
        countPictures();
    }

    private void countPictures() {
        String before = "";
        for (Shot shot : shots) {
            String stem = shot.stem();
            if (!stem.isEmpty() && !stem.equals(before)) {
                shot.box().pictures++;
                before = stem;
            }
        }
        for (int at = boxes.size() - 1; at > 0; at--) {
            Box outer = boxes.get(at).parent;
            if (outer != null) {
                outer.pictures += boxes.get(at).pictures;
            }
        }
    }

    /// What a box says, its parts joined with spaces.
    String text(Box box) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts.subList(box.from, box.end)) {
            text.append(text.isEmpty() ? "" : " ").append(part.text);
        }
        return text.toString();
    }

    /// The box of an element; empty for inline elements and for what is not visible.
    Optional<Box> box(Element element) {
        return boxes.stream().filter(box -> box.element == element).findFirst();
    }

    /// Forgets what names say of boxes, but for those of comments, other stories and menus: on this page they
    /// hid the story.
    void doubtNames() {
        for (Box box : boxes) {
            boolean sure = box.role == Role.COMMENTS
                    || box.role == Role.RELATED
                    || box.role == Role.NAVIGATION
                    || box.role == Role.COOKIES
                    || !box.role.apart();
            box.role = sure ? box.role : Role.NONE;
            box.letters = 0;
            box.linkLetters = 0;
            box.weight = 0;
            box.plain = 0;
            box.near = 0;
        }
        for (Part part : parts) {
            if (part.fate == LossLedger.Fate.FURNITURE) {
                part.fate = LossLedger.Fate.UNKNOWN;
                part.field = null;
            }
        }
    }

    /// The account of the page, in its order; what was dropped inside a line stands behind it.
    LossLedger ledger() {
        List<LossLedger.Entry> entries = new ArrayList<>(parts.size() + dropped.size());
        int next = 0;
        for (Part part : parts) {
            next = dropped(next, part.index, entries);
            part.entries(entries);
        }
        dropped(next, parts.size(), entries);
        return new LossLedger(entries);
    }

    private int dropped(int from, int before, List<LossLedger.Entry> entries) {
        int next = from;
        while (next < dropped.size() && dropped.get(next).at() <= before) {
            Dropped each = dropped.get(next++);
            entries.add(new LossLedger.Entry(
                    Math.max(1, before), each.text(), LossLedger.Fate.FURNITURE, Optional.of(each.reason())));
        }
        return next;
    }
}
