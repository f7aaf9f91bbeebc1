package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Mark;
import press.rotative.story.Text;
import press.rotative.wire.clipping.Clipping;

/// Makes the blocks of the body out of its parts: paragraphs, headings, lists, quotes, tables, and between them the
/// pictures, frames and announcements of other stories that stood there.
final class BlockMaker {

    private static final int LONGEST_HEADING = 300;
    private static final int MOST_WORDS_OF_HEADING = 10;
    private static final int MOST_BLOCKS = 1900;
    private static final int MOST_ITEMS = 200;
    private static final int MOST_COLUMNS = 20;
    private static final int LONGEST_CELL = 500;

    private final HtmlPage page;
    private final Box article;
    private final List<Part> body;
    private final HtmlDraft draft;
    private final PageFigures figures;
    private final Set<Box> refused = new HashSet<>();

    BlockMaker(HtmlPage page, Box article, List<Part> body, @Nullable Part headline, HtmlDraft draft) {
        this.page = page;
        this.article = article;
        this.body = body;
        this.draft = draft;
        this.figures = new PageFigures(page, article, body, headline, draft);
    }

    void make() {
        figures.hero();
        List<Part> announced = announced();
        int next = 0;
        int teaser = 0;
        while (next < body.size()) {
            Part part = body.get(next);
            figures.before(part.index);
            if (part.claimed()) {
                next++;
                continue;
            }
            while (teaser < announced.size() && announced.get(teaser).index < part.index) {
                teaser(announced.get(teaser++));
            }
            if (draft.blocks.size() >= MOST_BLOCKS) {
                figures.end();
                return;
            }
            next += block(next, part);
        }
        figures.end();
        if (!body.isEmpty()) {
            draft.found("body");
        }
    }

    /// Makes one block from here on.
    /// @return how many parts it took
    private int block(int at, Part part) {
        Box table = part.box.within("table", article);
        Box quote = part.box.within("blockquote", article);
        Box list = list(part);
        if (table != null && !refused.contains(table)) {
            int taken = table(at, table);
            if (taken > 0) {
                return taken;
            }
            refused.add(table);
        }
        if (list != null) {
            return items(at, list);
        }
        if (quote != null && quote.end - quote.from < 40) {
            return quote(at, quote);
        }
        int level = part.headingLevel();
        level = level == 0 && bold(at, part) ? 3 : level;
        String id = draft.nextId();
        if (level > 0 && part.text.length() <= LONGEST_HEADING) {
            draft.blocks.add(new Clipping.Heading(id, part.text, level <= 2 ? 2 : 3));
        } else {
            draft.blocks.add(new Clipping.Paragraph(id, part.text, part.marks(page.addresses)));
        }
        part.map(field(id));
        return 1;
    }

    /// A short paragraph, all of it bold and no sentence, between two others: a heading that was not marked as one.
    private boolean bold(int at, Part part) {
        boolean between = at > 0 && at + 1 < body.size() && body.get(at + 1).words > part.words;
        return between
                && part.words <= MOST_WORDS_OF_HEADING
                && part.linkShare() == 0
                && Character.isLetterOrDigit(part.text.charAt(part.text.length() - 1))
                && part.marks(page.addresses).stream()
                        .anyMatch(mark ->
                                mark.kind() == Mark.Kind.STRONG && mark.from() == 0 && mark.to() == part.text.length());
    }

    private @Nullable Box list(Part part) {
        Box outer = null;
        boolean item = false;
        for (Box box = part.box; box != null && box != article; box = box.parent) {
            item |= box.tag.equals("li");
            outer = item && (box.tag.equals("ul") || box.tag.equals("ol")) ? box : outer;
        }
        // A whole article in one list item is a page built of lists.
        return outer == null || outer.weight > article.weight * 0.8 && part.weight > 40 ? null : outer;
    }

    private int items(int at, Box list) {
        List<Text> items = new ArrayList<>();
        String id = draft.nextId();
        int taken = 0;
        Box last = null;
        while (at + taken < body.size() && body.get(at + taken).box.inside(list) && items.size() < MOST_ITEMS) {
            Part part = body.get(at + taken);
            Box item = part.box.within("li", list);
            if (item != null && item == last && !items.isEmpty()) {
                Text before = items.removeLast();
                items.add(Text.of(before.plain() + " " + part.text, before.marks()));
            } else {
                items.add(Text.of(part.text, part.marks(page.addresses)));
            }
            last = item;
            part.map(field(id));
            taken++;
        }
        draft.blocks.add(new Clipping.ListBlock(id, list.tag.equals("ol"), items));
        return taken;
    }

    private int quote(int at, Box quote) {
        String id = draft.nextId();
        StringBuilder text = new StringBuilder();
        Optional<String> attribution = Optional.empty();
        int taken = 0;
        Part only = body.get(at);
        while (at + taken < body.size() && body.get(at + taken).box.inside(quote)) {
            Part part = body.get(at + taken);
            boolean signed = !text.isEmpty()
                    && part.text.length() <= 200
                    && (part.box.within("footer", quote) != null
                            || part.spans.stream()
                                    .anyMatch(span -> span.role() == Role.SPEAKER
                                            && span.to() - span.from() == part.text.length())
                            || part.text.startsWith("—")
                            || part.text.startsWith("– "));
            if (signed) {
                attribution = Optional.of(part.text.replaceFirst("^[—–-]\\s*", ""));
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(part.text);
            }
            part.map(field(id));
            taken++;
        }
        boolean marked = text.toString().equals(only.text);
        draft.blocks.add(
                new Clipping.Quote(id, text.toString(), marked ? only.marks(page.addresses) : List.of(), attribution));
        return taken;
    }

    /// A table of data; 0 when it is one that only sets the page.
    private int table(int at, Box table) {
        List<List<String>> rows = new ArrayList<>();
        List<Part> taken = new ArrayList<>();
        Box row = null;
        Box cell = null;
        boolean headed = false;
        StringBuilder caption = new StringBuilder();
        for (int next = at; next < body.size() && body.get(next).box.inside(table); next++) {
            Part part = body.get(next);
            if (part.box.within("caption", table) != null) {
                caption.append(caption.isEmpty() ? "" : " ").append(part.text);
                taken.add(part);
                continue;
            }
            Box in = part.box.within("tr", table);
            Box td = part.box.within("td", table) == null ? part.box.within("th", table) : part.box.within("td", table);
            if (in == null || td == null || part.text.length() > LONGEST_CELL) {
                return 0;
            }
            if (in != row) {
                rows.add(new ArrayList<>());
                headed |= rows.size() == 1 && td.tag.equals("th");
            }
            List<String> cells = rows.getLast();
            if (td == cell && !cells.isEmpty()) {
                cells.add(cells.removeLast() + " " + part.text);
            } else {
                while (cells.size() < place(in, td) && cells.size() < MOST_COLUMNS) {
                    cells.add("");
                }
                cells.add(part.text);
            }
            row = in;
            cell = td;
            taken.add(part);
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean cut = rows.stream().flatMap(List::stream).anyMatch(text -> text.length() > LONGEST_CELL);
        if (rows.size() < 2
                || width < 2
                || width > MOST_COLUMNS
                || rows.size() > 500
                || cut
                || caption.length() > LONGEST_CELL) {
            return 0;
        }
        rows.forEach(cells -> {
            while (cells.size() < width) {
                cells.add("");
            }
        });
        String id = draft.nextId();
        List<String> columns = headed ? rows.removeFirst() : java.util.Collections.nCopies(width, "");
        draft.blocks.add(
                new Clipping.Table(id, Optional.of(caption.toString()).filter(text -> !text.isEmpty()), columns, rows));
        taken.forEach(part -> part.map(field(id)));
        return taken.size();
    }

    /// How many cells stand before this one in its row, empty ones included.
    private static int place(Box row, Box cell) {
        int place = 0;
        for (var child = row.element.firstElementChild();
                child != null && child != cell.element;
                child = child.nextElementSibling()) {
            place++;
        }
        return place;
    }

    /// Links to other stories between two parts of the running text.
    private List<Part> announced() {
        List<Part> announced = new ArrayList<>();
        if (body.isEmpty()) {
            return announced;
        }
        for (Part part : page.parts.subList(body.getFirst().index, body.getLast().index)) {
            boolean title = part.linkShare() > 0.6 && part.words >= 4 && part.text.length() <= LONGEST_HEADING;
            if (title && "related".equals(part.field) && part.box.inside(article)) {
                announced.add(part);
            }
        }
        return announced.size() > 12 ? new ArrayList<>() : announced;
    }

    private void teaser(Part part) {
        List<String> linked = HeadFacts.linked(part);
        String title = linked.size() == 1 ? linked.getFirst() : part.text;
        if (title.isBlank()) {
            return;
        }
        String id = draft.nextId();
        draft.blocks.add(new Clipping.Teaser(id, title, Optional.empty(), Optional.empty(), false));
        int from = part.text.indexOf(title);
        part.map("teasers[" + id + "].title", from, from + title.length());
    }

    static String field(String id) {
        return "body[" + id + "]";
    }
}
