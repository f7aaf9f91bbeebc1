package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.rotative.story.Text;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.clipping.Reading;

/// The account of a page is whole: every piece of text that a browser shows is in the ledger once, and what the ledger
/// says is in the story is there, at that place, once and without anything else. Asked of the pages of the corpus and
/// of what [Mutations] makes of them; what a browser shows is told here from the document alone.
class HtmlLedgerTest {

    private static final int MUTATIONS = Integer.getInteger("rotative.mutations", 400);

    private static final int MOST_OF_DRAWN = 4_000;
    private static final int LONGEST_LABEL = 24;

    /// What browsers draw no text of; `noscript` is shown only without scripts.
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "object",
            "applet",
            "canvas",
            "datalist",
            "title",
            "head");

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_of_the_corpus_is_accounted_for(Path page) throws IOException {
        byte[] bytes = Files.readAllBytes(page);
        accounted(Corpus.read(bytes), bytes, page.getFileName().toString());
    }

    @Test
    void whatever_happened_to_a_page_it_is_accounted_for() throws IOException {
        int read = 0;
        for (int number = 0; number < MUTATIONS; number++) {
            byte[] bytes = MutatedPagesTest.mutant(number);
            String name = "mutant " + number + " of seed " + MutatedPagesTest.SEED + ": ";
            if (new CaptureReader().read(Capture.of("mutant.html", bytes)) instanceof Reading.Read(Clipping clipping)
                    && Formats.html(decoded(bytes))) {
                accounted(clipping, bytes, name);
                read++;
            }
        }
        assertTrue(read > MUTATIONS / 3, read + " of " + MUTATIONS + " could be read");
    }

    private static void accounted(Clipping clipping, byte[] bytes, String name) {
        once(clipping.ledger(), shown(bytes), name);
        held(clipping, name);
        for (LossLedger.Entry entry : clipping.ledger().entries()) {
            if (entry.fate() == LossLedger.Fate.MAPPED) {
                assertTrue(fact(clipping, entry), () -> name + " does not hold " + entry);
            }
        }
    }

    /// A part that is mapped to a field of few words gives it one of its values, or is the label of one; the words of a
    /// picture are its caption and its credit but for labels and marks.
    private static boolean fact(Clipping clipping, LossLedger.Entry entry) {
        String field = entry.field().orElseThrow();
        String said = letters(entry.part());
        Clipping.Picture picture = field.startsWith("hero.")
                ? clipping.hero().orElseThrow()
                : clipping.blocks().stream()
                        .filter(block -> field.startsWith("body[" + block.id() + "]."))
                        .map(block -> ((Clipping.PictureBlock) block).picture())
                        .findFirst()
                        .orElse(null);
        if (picture != null) {
            String caption = letters(picture.caption().orElse(""));
            String rest = without(
                    without(said, picture.credit().orElse("")),
                    picture.creditDetail().orElse(""));
            boolean around = follows(caption, said) && rest.length() - caption.length() <= LONGEST_LABEL;
            return around
                    || without(rest, caption).length() <= LONGEST_LABEL
                    || caption.contains(rest)
                    || caption.contains(said);
        }
        return switch (field) {
            case "related" -> holds(said, clipping.related());
            case "concepts" ->
                holds(
                        said,
                        clipping.concepts().stream().map(Clipping.Concept::name).toList());
            case "section" -> holds(said, clipping.section().stream().toList());
            case "byline" ->
                said.length() <= LONGEST_LABEL
                        || holds(said, clipping.byline().orElseThrow().names());
            case "published" -> clipping.published().isPresent();
            case "modified" -> clipping.modified().isPresent();
            default -> true;
        };
    }

    private static boolean holds(String said, List<String> values) {
        return values.stream().map(HtmlLedgerTest::letters).anyMatch(said::contains);
    }

    private static String without(String letters, String value) {
        return letters(value).isEmpty() ? letters : letters.replace(letters(value), "");
    }

    /// Every letter that is shown stands in one entry. Entries follow the page; words that a line hides stand behind
    /// it, and what the data of scripts held behind all that is shown.
    private static void once(LossLedger ledger, String shown, String name) {
        StringBuilder told = new StringBuilder();
        StringBuilder inOrder = new StringBuilder();
        for (LossLedger.Entry entry : ledger.entries()) {
            String letters = letters(entry.part());
            told.append(letters);
            boolean inside = entry.fate() == LossLedger.Fate.FURNITURE
                    && entry.field().filter(Set.of("hidden", "form")::contains).isPresent();
            inOrder.append(inside ? "" : letters);
        }
        if (told.length() < shown.length()) {
            int at = 0;
            while (at < inOrder.length() && at < shown.length() && inOrder.charAt(at) == shown.charAt(at)) {
                at++;
            }
            assertEquals(
                    shown.substring(at, Math.min(shown.length(), at + 200)),
                    inOrder.substring(at, Math.min(inOrder.length(), at + 200)),
                    name + " lost letters");
        }
        boolean drawn = told.length() > shown.length() && shown.length() < MOST_OF_DRAWN;
        String account = drawn ? told.substring(0, shown.length()) : told.toString();
        assertEquals(sorted(shown), sorted(account), name);
        assertTrue(drawn || follows(inOrder, shown), name + " is out of order");
    }

    private static boolean follows(CharSequence some, String all) {
        int at = 0;
        for (int next = 0; next < some.length(); next++) {
            at = all.indexOf(some.charAt(next), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static String sorted(String letters) {
        char[] all = letters.toCharArray();
        Arrays.sort(all);
        return new String(all);
    }

    /// What is mapped to a block, to the headline, the standfirst or a comment is all of it, and nothing else is.
    private static void held(Clipping clipping, String name) {
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        for (LossLedger.Entry entry : clipping.ledger().entries()) {
            if (entry.fate() == LossLedger.Fate.MAPPED) {
                parts.computeIfAbsent(entry.field().orElseThrow(), _ -> new StringBuilder())
                        .append(letters(entry.part()));
            }
        }
        Map<String, String> fields = fields(clipping);
        parts.forEach((field, letters) -> {
            if (fields.containsKey(field)) {
                // Who commented may stand behind what was said.
                boolean sort = field.startsWith("comments");
                String told = letters.toString();
                String kept = fields.get(field);
                assertEquals(sort ? sorted(kept) : kept, sort ? sorted(told) : told, name + " " + field);
            }
        });
    }

    private static Map<String, String> fields(Clipping clipping) {
        Map<String, String> fields = new TreeMap<>();
        clipping.headline().ifPresent(text -> fields.put("headline", letters(text)));
        clipping.standfirst().ifPresent(text -> fields.put("standfirst", letters(text)));
        for (Clipping.Block block : clipping.blocks()) {
            List<String> said = said(block);
            if (!said.isEmpty()) {
                fields.put("body[" + block.id() + "]", letters(String.join("", said)));
            }
            if (block instanceof Clipping.Teaser teaser) {
                fields.put("teasers[" + block.id() + "].title", letters(teaser.title()));
            }
        }
        int number = 0;
        for (Clipping.Comment comment : clipping.comments()) {
            fields.put(
                    "comments[" + ++number + "]",
                    letters(comment.author().orElse("") + comment.date().orElse("") + comment.text()));
        }
        return fields;
    }

    private static List<String> said(Clipping.Block block) {
        return switch (block) {
            case Clipping.Paragraph paragraph -> List.of(paragraph.text());
            case Clipping.Heading heading -> List.of(heading.text());
            case Clipping.Quote quote ->
                Stream.concat(Stream.of(quote.text()), quote.attribution().stream())
                        .toList();
            case Clipping.ListBlock list ->
                list.items().stream().map(Text::plain).toList();
            case Clipping.Table table -> {
                List<String> cells = new ArrayList<>(table.caption().stream().toList());
                cells.addAll(table.columns());
                table.rows().forEach(cells::addAll);
                yield cells;
            }
            case Clipping.PictureBlock _, Clipping.Embed _, Clipping.Teaser _ -> List.of();
        };
    }

    /// The letters and digits that a browser would show.
    private static String shown(byte[] bytes) {
        Document document = Jsoup.parse(decoded(bytes));
        StringBuilder shown = new StringBuilder();
        document.body().filter((NodeFilter) (Node node, int depth) -> {
            if (node instanceof TextNode text) {
                shown.append(letters(text.getWholeText()));
            }
            return node instanceof Element element && UNSEEN.contains(element.normalName())
                    ? NodeFilter.FilterResult.SKIP_ENTIRELY
                    : NodeFilter.FilterResult.CONTINUE;
        });
        return shown.toString();
    }

    private static String decoded(byte[] bytes) {
        return switch (Charsets.decode(bytes)) {
            case Charsets.Decoding.Text text -> text.text();
            case Charsets.Decoding.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    static Stream<Path> pages() throws IOException {
        return HtmlCorpusTest.pages();
    }
}
