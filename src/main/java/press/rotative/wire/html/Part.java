package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Mark;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.clipping.LossLedger.Fate;

/// A run of visible text between two edges of blocks, its white space folded. It remembers the box it stands in, the
/// links and emphasis in it, and the pieces whose own mark-up says what they are (`<time>`, `<span class="byline">`).
final class Part {

    /// A piece of the text whose element names a role.
    record Span(int from, int to, Role role, org.jsoup.nodes.Element element) {}

    final int index;
    final String text;
    final Box box;
    final int linkLetters;
    private final List<Emphasis> emphases;
    final List<Span> spans;
    final int words;
    double weight;
    Fate fate = Fate.UNKNOWN;

    @Nullable
    String field;

    /// The piece of it that is mapped, where the rest is furniture.
    private int from;

    private int to;

    /// It repeats the description of a picture beside it.
    boolean describes;

    /// `body` for the running text.
    String area = "";

    Part(int index, String text, Box box, int linkLetters, List<Emphasis> emphases, List<Span> spans) {
        this.index = index;
        this.text = text;
        this.box = box;
        this.linkLetters = linkLetters;
        this.emphases = emphases;
        this.spans = spans;
        this.words = words(text);
        this.to = text.length();
    }

    /// Its links and emphasis as a story takes them.
    List<Mark> marks(PageAddresses addresses) {
        return Emphasis.marks(emphases, addresses);
    }

    /// Whether all of it is set in bold.
    boolean bold() {
        return emphases.stream()
                .anyMatch(each -> each.kind() == Mark.Kind.STRONG && each.from() == 0 && each.to() >= text.length());
    }

    double linkShare() {
        return text.isEmpty() ? 0 : (double) linkLetters / text.length();
    }

    /// Whether an element around most of it, inside the line, has this role.
    boolean mostly(Role role) {
        for (Span span : spans) {
            if (span.role() == role && (span.to() - span.from()) * 2 > text.length()) {
                return true;
            }
        }
        return false;
    }

    boolean claimed() {
        return fate != Fate.UNKNOWN;
    }

    void map(String name) {
        map(name, 0, text.length());
    }

    /// Maps one piece of it; what stands before and behind is its label.
    void map(String name, int begin, int end) {
        fate = Fate.MAPPED;
        field = name;
        from = begin;
        to = end;
    }

    void furniture(String name) {
        fate = Fate.FURNITURE;
        field = name;
        from = 0;
        to = text.length();
    }

    /// What becomes of it, in one entry or, where it has a label, in several.
    void entries(List<LossLedger.Entry> entries) {
        entry(text.substring(0, from), Fate.FURNITURE, Optional.of("label"), entries);
        entry(text.substring(from, to), fate, Optional.ofNullable(field), entries);
        entry(text.substring(to), Fate.FURNITURE, Optional.of("label"), entries);
    }

    private void entry(String piece, Fate what, Optional<String> name, List<LossLedger.Entry> entries) {
        if (!piece.isBlank()) {
            entries.add(new LossLedger.Entry(index + 1, piece.strip(), what, name));
        }
    }

    /// 1 to 6 in a heading, 0 elsewhere.
    int headingLevel() {
        for (Box at = box; at != null && at.depth >= box.depth - 2; at = at.parent) {
            if (at.tag.length() == 2 && at.tag.charAt(0) == 'h' && Character.isDigit(at.tag.charAt(1))) {
                return at.tag.charAt(1) - '0';
            }
            if (at.tag.equals("font") && Elements.title(at.element)) {
                return 2;
            }
        }
        return 0;
    }

    /// Words between spaces; of scripts that write without them, two letters count as a word.
    private static int words(String text) {
        int words = 0;
        int dense = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here >= 0x3040 && here <= 0x9FFF || here >= 0x0E00 && here < 0x0E80) {
                dense++;
                inside = false;
            } else {
                boolean letter = Character.isLetterOrDigit(here);
                words += letter && !inside ? 1 : 0;
                inside = letter || inside && !Character.isWhitespace(here) && here != '\u00A0';
            }
        }
        return words + dense / 2;
    }
}
