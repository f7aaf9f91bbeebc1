package press.rotative.story.writing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Mark;
import press.rotative.story.StoryJson;
import press.rotative.story.Text;

/// Puts together what two people did to one text, word by word (the method of diff3, over Myers' differences). A word
/// carries its marks, so that setting one in bold is a change like another.
final class TextMerge {
    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}'’]+|.", Pattern.DOTALL);

    /// Beyond this many words the differences would take too long; then it is a conflict.
    private static final int MOST_WORDS = 12_000;

    private TextMerge() {}

    private record Word(String text, List<Dress> dress) {}

    /// A mark without its place.
    private record Dress(Mark.Kind kind, @Nullable String href) {}

    /// A stretch of the base and what became of it.
    private record Step(int from, int to, List<Word> now) {}

    static Optional<String> plain(String base, String mine, String theirs) {
        return merged(words(Text.of(base)), words(Text.of(mine)), words(Text.of(theirs)))
                .map(words -> join(words));
    }

    /// @param into gets `text` and `marks`
    static Optional<JsonNode> marked(ObjectNode base, ObjectNode mine, ObjectNode theirs, ObjectNode into) {
        return merged(words(read(base)), words(read(mine)), words(read(theirs))).map(words -> {
            into.put("text", join(words));
            List<Mark> marks = marks(words);
            if (marks.isEmpty()) {
                into.remove("marks");
            } else {
                into.set("marks", StoryJson.MAPPER.valueToTree(marks));
            }
            return into;
        });
    }

    private static Text read(ObjectNode block) {
        ObjectNode text = StoryJson.MAPPER.createObjectNode();
        text.set("text", block.path("text"));
        if (block.hasNonNull("marks")) {
            text.set("marks", block.get("marks"));
        }
        try {
            return StoryJson.MAPPER.treeToValue(text, Text.class);
        } catch (JsonProcessingException wrong) {
            throw StoryJson.problem(wrong);
        }
    }

    private static Optional<List<Word>> merged(List<Word> base, List<Word> mine, List<Word> theirs) {
        if (base.size() + mine.size() + theirs.size() > MOST_WORDS) {
            return Optional.empty();
        }
        Deque<Step> ours = steps(base, mine);
        Deque<Step> others = steps(base, theirs);
        var result = new ArrayList<Word>();
        int at = 0;
        while (!ours.isEmpty() || !others.isEmpty()) {
            Step next;
            if (others.isEmpty()) {
                next = ours.remove();
            } else if (ours.isEmpty()) {
                next = others.remove();
            } else {
                Step our = ours.element();
                Step other = others.element();
                if (our.equals(other)) {
                    next = ours.remove();
                    others.remove();
                } else if (before(other, our)) {
                    next = others.remove();
                } else if (before(our, other)) {
                    next = ours.remove();
                } else {
                    return Optional.empty();
                }
            }
            result.addAll(base.subList(at, next.from()));
            result.addAll(next.now());
            at = next.to();
        }
        result.addAll(base.subList(at, base.size()));
        return Optional.of(result);
    }

    /// Whether a step ends before another begins. Of two insertions at one place either may come first: theirs does.
    private static boolean before(Step one, Step other) {
        return one.to() <= other.from();
    }

    private static Deque<Step> steps(List<Word> base, List<Word> now) {
        var steps = new ArrayDeque<Step>();
        for (AbstractDelta<Word> delta : DiffUtils.diff(base, now).getDeltas()) {
            int from = delta.getSource().getPosition();
            steps.add(new Step(
                    from, from + delta.getSource().size(), delta.getTarget().getLines()));
        }
        return steps;
    }

    private static List<Word> words(Text text) {
        var cuts = new TreeSet<Integer>();
        WORDS.matcher(text.plain()).results().forEach(match -> cuts.add(match.end()));
        text.marks().forEach(mark -> {
            cuts.add(mark.from());
            cuts.add(mark.to());
        });
        cuts.remove(0);
        var words = new ArrayList<Word>(cuts.size());
        int from = 0;
        for (int to : cuts) {
            int begin = from;
            List<Dress> dress = text.marks().stream()
                    .filter(mark -> mark.from() <= begin && mark.to() >= to)
                    .map(mark -> new Dress(mark.kind(), mark.href()))
                    .toList();
            words.add(new Word(text.plain().substring(from, to), dress));
            from = to;
        }
        return words;
    }

    private static String join(List<Word> words) {
        var text = new StringBuilder();
        words.forEach(word -> text.append(word.text()));
        return text.toString();
    }

    /// Marks that reach over neighbouring words become one; they nest, because what was opened last is closed first.
    private static List<Mark> marks(List<Word> words) {
        var marks = new ArrayList<Mark>();
        var open = new ArrayList<Dress>();
        var since = new ArrayList<Integer>();
        int at = 0;
        for (Word word : words) {
            int same = 0;
            while (same < open.size()
                    && same < word.dress().size()
                    && open.get(same).equals(word.dress().get(same))) {
                same++;
            }
            close(open, since, same, at, marks);
            for (Dress each : word.dress().subList(same, word.dress().size())) {
                open.add(each);
                since.add(at);
            }
            at += word.text().length();
        }
        close(open, since, 0, at, marks);
        return marks;
    }

    private static void close(List<Dress> open, List<Integer> since, int left, int at, List<Mark> marks) {
        while (open.size() > left) {
            Dress last = open.removeLast();
            marks.add(new Mark(since.removeLast(), at, last.kind(), last.href()));
        }
    }
}
