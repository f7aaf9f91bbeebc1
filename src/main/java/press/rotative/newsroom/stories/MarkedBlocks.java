package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Block;
import press.rotative.story.Text;

/// The body of a story as plain text with marks, for a form: blocks with an empty line between them.
///
/// `## ` and `### ` begin a heading, `> ` every line of a quote (`-- ` before who said it), `- ` and `1. ` the items of
/// a list, `? ` a question. Inside the text: `**strong**`, `_emphasis_`, `[link](https://...)`, `` `code` ``, `~low~`,
/// `^high^`; a backslash takes a sign's meaning away. What cannot be written so (pictures, cards, tables) is one line
/// `[[id]]` that can be moved or taken out. Each block that is written reads back as the same block.
public final class MarkedBlocks {
    private static final Pattern KEPT = Pattern.compile("\\[\\[([A-Za-z0-9_-]{1,40})\\]\\].*");
    private static final Pattern BEGINS_BLOCK = Pattern.compile("(?:#{2,3} |>|- |\\d+\\. |\\? |\\?\\[|\\[\\[|\\\\$).*");
    private static final Pattern NUMBERED = Pattern.compile("\\d+\\. .*");
    private static final Pattern ASKED = Pattern.compile("(?s)\\?(?:\\[([^\\]]{1,200})\\])? (.*)");
    private static final String EMPTY_LINE = "\\";
    private static final String SAID_BY = "-- ";

    private MarkedBlocks() {}

    /// What was read.
    public sealed interface Read {
        /// One whose text is here; it has no id.
        record Written(String source, Block block) implements Read {}

        /// A block of the text before, as it was.
        record Kept(String id) implements Read {}
    }

    public static String write(List<Block> blocks) {
        return String.join("\n\n", blocks.stream().map(MarkedBlocks::write).toList());
    }

    static String write(Block block) {
        for (boolean careful : new boolean[] {false, true}) {
            String written = written(block, careful);
            if (written != null && readsAs(written, block)) {
                return written;
            }
        }
        return "[[" + block.id() + "]] " + Shown.of(block);
    }

    private static boolean readsAs(String written, Block block) {
        List<Read> read = read(written);
        return read.size() == 1
                && read.getFirst() instanceof Read.Written(String source, Block same)
                && same.equals(block.withId(""));
    }

    /// @param careful every sign that could mean something is taken its meaning
    /// @return null: it cannot be written
    private static @Nullable String written(Block block, boolean careful) {
        return switch (block) {
            case Block.Paragraph paragraph -> lines(MarkedText.write(paragraph.content(), careful), true);
            case Block.Heading heading ->
                "#".repeat(heading.level()) + " " + MarkedText.write(Text.of(heading.text()), careful);
            case Block.Quote quote -> quote(quote, careful);
            case Block.Items items -> items(items, careful);
            case Block.Question question ->
                "?" + (question.by() == null ? "" : "[" + question.by() + "]") + " "
                        + lines(MarkedText.write(question.content(), careful), false);
            case Block.Illustration picture -> null;
            case Block.Teaser teaser -> null;
            case Block.Embed embed -> null;
            case Block.Table table -> null;
            case Block.Correction correction -> null;
        };
    }

    private static String lines(String text, boolean guarded) {
        return String.join(
                "\n",
                Arrays.stream(text.split("\n", -1))
                        .map(line -> line.isEmpty()
                                ? EMPTY_LINE
                                : guarded && BEGINS_BLOCK.matcher(line).matches() ? guarded(line) : line)
                        .toList());
    }

    private static String guarded(String line) {
        int dot = line.indexOf('.');
        return NUMBERED.matcher(line).matches() ? line.substring(0, dot) + "\\" + line.substring(dot) : "\\" + line;
    }

    private static String quote(Block.Quote quote, boolean careful) {
        String text = String.join(
                "\n",
                Arrays.stream(MarkedText.write(quote.content(), careful).split("\n", -1))
                        .map(line -> "> " + (line.startsWith(SAID_BY) ? "\\" + line : line))
                        .toList());
        return quote.attribution() == null ? text : text + "\n> " + SAID_BY + quote.attribution();
    }

    private static @Nullable String items(Block.Items items, boolean careful) {
        var lines = new ArrayList<String>();
        for (Text item : items.items()) {
            if (item.plain().contains("\n")) {
                return null;
            }
            String sign = items.ordered() ? (lines.size() + 1) + ". " : "- ";
            lines.add(sign + MarkedText.write(item, careful));
        }
        return String.join("\n", lines);
    }

    /// @throws press.rotative.platform.Problem INVALID with the rule that was broken
    static List<Read> read(String source) {
        var read = new ArrayList<Read>();
        var chunk = new ArrayList<String>();
        for (String line : source.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            if (line.isBlank()) {
                take(chunk, read);
            } else {
                chunk.add(line);
            }
        }
        take(chunk, read);
        return read;
    }

    private static void take(List<String> chunk, List<Read> read) {
        if (chunk.isEmpty()) {
            return;
        }
        var lines = List.copyOf(chunk);
        chunk.clear();
        String first = lines.getFirst();
        Matcher kept = KEPT.matcher(first);
        if (kept.matches()) {
            read.add(new Read.Kept(kept.group(1)));
            if (lines.size() > 1) { // somebody wrote below without an empty line between
                take(new ArrayList<>(lines.subList(1, lines.size())), read);
            }
            return;
        }
        if (first.matches("#{2,3} .*") && lines.size() > 1) {
            take(new ArrayList<>(lines.subList(0, 1)), read);
            take(new ArrayList<>(lines.subList(1, lines.size())), read);
            return;
        }
        read.add(new Read.Written(String.join("\n", lines), block(lines)));
    }

    private static Block block(List<String> lines) {
        String first = lines.getFirst();
        if (first.startsWith("## ") || first.startsWith("### ")) {
            int level = first.indexOf(' ');
            return new Block.Heading(
                    "", MarkedText.read(first.substring(level + 1)).plain(), level);
        }
        if (lines.stream().allMatch(line -> line.startsWith(">"))) {
            return quote(lines);
        }
        if (lines.stream().allMatch(line -> line.startsWith("- "))) {
            return new Block.Items(
                    "",
                    false,
                    lines.stream()
                            .map(line -> MarkedText.read(line.substring(2)))
                            .toList());
        }
        if (lines.stream().allMatch(line -> NUMBERED.matcher(line).matches())) {
            return new Block.Items(
                    "",
                    true,
                    lines.stream()
                            .map(line -> MarkedText.read(line.substring(line.indexOf('.') + 2)))
                            .toList());
        }
        Text text = MarkedText.read(joined(lines));
        Matcher asked = ASKED.matcher(joined(lines));
        if (asked.matches()) {
            Text question = MarkedText.read(asked.group(2));
            return new Block.Question("", question.plain(), question.marks(), asked.group(1));
        }
        return new Block.Paragraph("", text.plain(), text.marks());
    }

    private static String joined(List<String> lines) {
        return String.join(
                "\n",
                lines.stream().map(line -> line.equals(EMPTY_LINE) ? "" : line).toList());
    }

    private static Block quote(List<String> lines) {
        List<String> said = lines.stream()
                .map(line -> line.startsWith("> ") ? line.substring(2) : line.substring(1))
                .toList();
        String last = said.getLast();
        boolean attributed = said.size() > 1 && last.startsWith(SAID_BY);
        Text text = MarkedText.read(String.join("\n", attributed ? said.subList(0, said.size() - 1) : said));
        return new Block.Quote("", text.plain(), text.marks(), attributed ? last.substring(SAID_BY.length()) : null);
    }

    /// What a line says of a block that it only names.
    private static final class Shown {
        private static final int LONGEST = 80;

        static String of(Block block) {
            String words =
                    switch (block) {
                        case Block.Illustration picture -> orEmpty(picture.caption());
                        case Block.Teaser teaser -> orEmpty(teaser.title());
                        case Block.Embed embed -> embed.title();
                        case Block.Table table -> orEmpty(table.caption());
                        case Block.Correction correction -> correction.text();
                        case Block.Paragraph paragraph -> paragraph.text();
                        case Block.Heading heading -> heading.text();
                        case Block.Quote quote -> quote.text();
                        case Block.Question question -> question.text();
                        case Block.Items items -> items.items().getFirst().plain();
                    };
            String line = words.replaceAll("\\s+", " ").strip();
            return line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, cut(line))) + "…";
        }

        private static int cut(String line) {
            return Math.min(LONGEST / 2, line.codePointCount(0, line.length()));
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
