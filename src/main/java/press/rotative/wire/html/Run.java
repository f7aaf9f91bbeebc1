package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Mark;

/// The text of a part while it is being put together: white space folded, invisible characters dropped, links and
/// emphasis kept as ranges.
final class Run {

    private static final int MOST_MARKS = 200;

    /// An inline element that is open at this place.
    private record Open(Element element, Mark.@Nullable Kind kind, Role role, int from) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Emphasis> marks = new ArrayList<>();
    private final List<Part.Span> spans = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private boolean space;
    private boolean edge;
    private boolean closed;
    private boolean joined;
    private int links;
    private int linkLetters;

    void add(String source) {
        for (int at = 0; at < source.length(); at++) {
            char here = source.charAt(at);
            if (joined && (here <= ' ' || Character.isSpaceChar(here))) {
                continue;
            }
            if (here <= ' ' || here > 0x7F && (Character.isSpaceChar(here) || Character.isWhitespace(here))) {
                boolean wide = (here == '\u00A0' || here == '\u202F')
                        && at + 1 < source.length()
                        && mark(source.charAt(at + 1));
                if (wide && !text.isEmpty() && !space) {
                    text.append('\u00A0');
                } else {
                    space = true;
                }
            } else if (visible(source, at)) {
                space |= edge && glued(here) && !joined;
                joined = false;
                edge = false;
                if (space && !text.isEmpty()) {
                    text.append(' ');
                    linkLetters += links > 0 ? 1 : 0;
                }
                space = false;
                closed = false;
                text.append(here);
                linkLetters += links > 0 ? 1 : 0;
            }
        }
    }

    /// A no-break space is kept where typography asks for it: before the marks that close a French sentence.
    private static boolean mark(char next) {
        return ":;!?»%€".indexOf(next) >= 0;
    }

    private static boolean visible(String source, int at) {
        char here = source.charAt(at);
        if (here < 0x7F) {
            return true;
        }
        if (Character.isHighSurrogate(here)) {
            return at + 1 < source.length() && Character.isLowSurrogate(source.charAt(at + 1));
        }
        if (Character.isLowSurrogate(here)) {
            return at > 0 && Character.isHighSurrogate(source.charAt(at - 1));
        }
        return !(here <= 0x9F || here == 0xAD || here == 0xFEFF || here == 0x200B || here >= 0xE000 && here <= 0xF8FF);
    }

    /// Two elements side by side without a space between them, the second beginning as a new sentence or label does:
    /// the page sets them apart by its style.
    private boolean glued(char next) {
        if (text.isEmpty() || !Character.isUpperCase(next) && next != '©') {
            return false;
        }
        char before = text.charAt(text.length() - 1);
        return Character.isLowerCase(before) || ".!?…»”)".indexOf(before) >= 0;
    }

    void space() {
        space = true;
    }

    void open(Element element, Mark.@Nullable Kind kind, Role role) {
        links += element.normalName().equals("a") ? 1 : 0;
        edge = closed;
        open.add(new Open(element, kind, role, text.length()));
    }

    void close(Element element) {
        closed = true;
        for (int at = open.size() - 1; at >= 0; at--) {
            if (open.get(at).element() == element) {
                Open ended = open.remove(at);
                links -= element.normalName().equals("a") ? 1 : 0;
                range(ended);
                return;
            }
        }
    }

    private void range(Open ended) {
        int from = ended.from();
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        if (from >= text.length()) {
            return;
        }
        if (ended.kind() != null && marks.size() < MOST_MARKS) {
            marks.add(new Emphasis(from, text.length(), ended.kind(), ended.element()));
        }
        if (ended.role() != Role.NONE || ended.element().normalName().equals("a")) {
            spans.add(new Part.Span(from, text.length(), ended.role(), ended.element()));
        }
    }

    /// What comes next belongs to the word so far: the large letter that a text begins with was a piece of its own.
    void join() {
        joined = !text.isEmpty();
        space = false;
    }

    boolean empty() {
        return text.isEmpty();
    }

    /// The part so far; what is open goes on in the next one.
    Part end(int index, Box box) {
        for (Open each : open) {
            range(each);
        }
        open.replaceAll(each -> new Open(each.element(), each.kind(), each.role(), 0));
        Part part = new Part(index, text.toString(), box, linkLetters, List.copyOf(marks), List.copyOf(spans));
        text.setLength(0);
        marks.clear();
        spans.clear();
        linkLetters = 0;
        space = false;
        joined = false;
        return part;
    }

    /// The text so far.
    String said() {
        return text.toString();
    }
}
