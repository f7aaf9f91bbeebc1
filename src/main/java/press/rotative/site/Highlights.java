package press.rotative.site;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import press.rotative.search.Marks;
import press.rotative.story.StoryContent;

/// Marks in a text what a reader searched for. The text is the story's own at this moment, never a copy of the index.
public final class Highlights {
    private static final int PASSAGE = 220;
    private static final int BEFORE_HIT = 60;

    private final Marks marks;

    /// @param language of the edition that was searched
    public Highlights(String asked, String language) {
        this.marks = Marks.of(asked, language);
    }

    public List<Piece> whole(String text) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (Marks.Mark mark : marks.in(text)) {
            if (mark.from() >= at) {
                add(pieces, text.substring(at, mark.from()), false);
                add(pieces, text.substring(mark.from(), mark.to()), true);
                at = mark.to();
            }
        }
        add(pieces, text.substring(at), false);
        return pieces;
    }

    /// The passage of the story that holds most of the asked words, the first of such; else its standfirst.
    public List<Piece> passage(StoryContent content) {
        String best = null;
        int from = 0;
        int most = 0;
        for (String text : Passages.of(content.body())) {
            List<Marks.Mark> hits = marks.in(text);
            for (int first = 0; first < hits.size() && most < marks.parts(); first++) {
                int different = different(hits, first);
                if (different > most) {
                    best = text;
                    from = hits.get(first).from();
                    most = different;
                }
            }
            if (most == marks.parts()) {
                break;
            }
        }
        if (best != null) {
            return whole(around(best, from));
        }
        return content.standfirst() == null ? List.of() : whole(content.standfirst());
    }

    /// How many of the asked words stand in a passage that begins with this hit.
    private static int different(List<Marks.Mark> hits, int first) {
        int end = hits.get(first).from() + PASSAGE - BEFORE_HIT;
        var words = new BitSet();
        for (int i = first; i < hits.size() && hits.get(i).to() <= end; i++) {
            words.set(hits.get(i).word());
        }
        return words.cardinality();
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - BEFORE_HIT);
        while (from > 0 && text.charAt(from - 1) != ' ') {
            from--;
        }
        int to = Math.min(text.length(), from + PASSAGE);
        while (to < text.length() && text.charAt(to) != ' ') {
            to++;
        }
        return (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, hit));
        }
    }
}
