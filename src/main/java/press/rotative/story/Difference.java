package press.rotative.story;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What changed in the words of a story from one version to another: only the parts that differ, in the order of the
/// newer version. Blocks are told apart by their lasting ids, so that a block that moved is not called rewritten;
/// inside a block words are compared (Myers, by java-diff-utils). Teasers are left out: their words belong to other
/// stories.
public record Difference(List<Part> parts) {
    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}'’]+|.", Pattern.DOTALL);

    /// Beyond this many words a part is shown as taken out and put in whole.
    private static final int MOST_WORDS = 4000;

    public Difference {
        parts = List.copyOf(parts);
    }

    public enum Place {
        HEADLINE,
        STANDFIRST,
        BODY
    }

    public enum Change {
        SAME,
        GONE,
        NEW
    }

    /// @param moved the words are the same and stand elsewhere in the text
    public record Part(Place place, List<Run> runs, boolean moved) {
        public Part {
            runs = List.copyOf(runs);
        }
    }

    public record Run(Change change, String text) {}

    public static Difference between(StoryContent older, StoryContent newer) {
        var parts = new ArrayList<Part>();
        whole(Place.HEADLINE, older.headline(), newer.headline(), parts);
        whole(Place.STANDFIRST, orEmpty(older.standfirst()), orEmpty(newer.standfirst()), parts);
        bodies(words(older.body()), words(newer.body()), parts);
        return new Difference(parts);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private record Said(String id, String text) {}

    private static List<Said> words(Body body) {
        return body.blocks().stream()
                .map(block -> new Said(block.id(), text(block)))
                .filter(said -> !said.text().isBlank())
                .toList();
    }

    /// The words of a block without their marks; empty for a teaser.
    public static String text(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.Heading heading -> heading.text();
            case Block.Question question -> joined(Stream.of(orEmpty(question.by()), question.text()));
            case Block.Quote quote -> joined(Stream.of(quote.text(), orEmpty(quote.attribution())));
            case Block.Items items -> joined(items.items().stream().map(Text::plain));
            case Block.Illustration picture -> orEmpty(picture.caption());
            case Block.Teaser teaser -> "";
            case Block.Embed embed -> joined(Stream.of(embed.title(), embed.url()));
            case Block.Table table ->
                joined(Stream.concat(
                        Stream.of(orEmpty(table.caption()), String.join(" | ", table.columns())),
                        table.rows().stream().map(row -> String.join(" | ", row))));
            case Block.Correction correction -> correction.text();
        };
    }

    private static String joined(Stream<String> lines) {
        return String.join("\n", lines.filter(line -> !line.isEmpty()).toList());
    }

    private static void bodies(List<Said> older, List<Said> newer, List<Part> parts) {
        Map<String, String> before = new HashMap<>();
        older.forEach(said -> before.put(said.id(), said.text()));
        List<String> oldIds = older.stream().map(Said::id).toList();
        List<String> newIds = newer.stream().map(Said::id).toList();
        var moved = new ArrayList<String>();
        var gone = new HashMap<Integer, List<String>>(); // blocks taken out, by the place they would now stand at
        for (AbstractDelta<String> delta : DiffUtils.diff(oldIds, newIds).getDeltas()) {
            delta.getTarget().getLines().stream().filter(before::containsKey).forEach(moved::add);
            delta.getSource().getLines().stream()
                    .filter(id -> !newIds.contains(id))
                    .forEach(id -> gone.computeIfAbsent(delta.getTarget().getPosition(), at -> new ArrayList<>())
                            .add(id));
        }
        for (int i = 0; i <= newer.size(); i++) {
            gone.getOrDefault(i, List.of()).forEach(id -> whole(Place.BODY, before.getOrDefault(id, ""), "", parts));
            if (i < newer.size()) {
                Said said = newer.get(i);
                String was = before.getOrDefault(said.id(), "");
                if (was.equals(said.text()) && moved.contains(said.id())) {
                    parts.add(new Part(Place.BODY, List.of(new Run(Change.SAME, said.text())), true));
                } else {
                    whole(Place.BODY, was, said.text(), parts);
                }
            }
        }
    }

    private static void whole(Place place, String older, String newer, List<Part> parts) {
        if (!older.equals(newer)) {
            parts.add(new Part(place, runs(older, newer), false));
        }
    }

    private static List<Run> runs(String older, String newer) {
        List<String> before =
                WORDS.matcher(older).results().map(match -> match.group()).toList();
        List<String> after =
                WORDS.matcher(newer).results().map(match -> match.group()).toList();
        var runs = new ArrayList<Run>();
        if (before.size() + after.size() > MOST_WORDS) {
            add(runs, Change.GONE, older);
            add(runs, Change.NEW, newer);
            return runs;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            String gone = String.join("", delta.getSource().getLines());
            String there = String.join("", delta.getTarget().getLines());
            switch (delta.getType()) {
                case EQUAL -> add(runs, Change.SAME, there);
                case DELETE, INSERT, CHANGE -> {
                    add(runs, Change.GONE, gone);
                    add(runs, Change.NEW, there);
                }
            }
        }
        return runs;
    }

    private static void add(List<Run> runs, Change change, String text) {
        if (!text.isEmpty()) {
            runs.add(new Run(change, text));
        }
    }
}
