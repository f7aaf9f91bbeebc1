package press.rotative.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import press.rotative.story.Block;
import press.rotative.story.StoryContent;
import press.rotative.story.Texts;

/// Marks in a text what a reader searched for. The text is the story's own at this moment, never a copy of the index.
final class Highlights {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int PASSAGE = 220;
    private static final int BEFORE_HIT = 60;

    private final Set<String> asked;

    Highlights(String asked) {
        this.asked = Arrays.stream(Texts.key(asked).split(" "))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }

    List<Piece> whole(String text) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (hit(word.group())) {
                add(pieces, text.substring(at, word.start()), false);
                add(pieces, word.group(), true);
                at = word.end();
            }
        }
        add(pieces, text.substring(at), false);
        return pieces;
    }

    /// The first passage of the story with a hit, else its standfirst.
    List<Piece> passage(StoryContent content) {
        for (Block block : content.body().blocks()) {
            String text =
                    switch (block) {
                        case Block.Paragraph paragraph -> paragraph.text();
                        case Block.Quote quote -> quote.text();
                        case Block.Heading heading -> heading.text();
                        case Block.Items items ->
                            String.join(
                                    " ",
                                    items.items().stream()
                                            .map(item -> item.plain())
                                            .toList());
                        case Block.Question question -> question.text();
                        case Block.Correction correction -> correction.text();
                        case Block.Illustration picture -> "";
                        case Block.Teaser teaser -> "";
                        case Block.Embed embed -> "";
                        case Block.Table table -> "";
                    };
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                if (hit(word.group())) {
                    return whole(around(text, word.start()));
                }
            }
        }
        return content.standfirst() == null ? List.of() : whole(content.standfirst());
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

    private boolean hit(String word) {
        String key = Texts.key(word);
        return asked.stream().anyMatch(one -> key.equals(one) || one.length() > 3 && key.startsWith(one));
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, hit));
        }
    }
}
