package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import press.rotative.story.Text;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.clipping.Reading;
import press.rotative.wire.words.Prose;

/// What holds for every page, however its lines are shuffled, removed or doubled.
class CaptureReaderProperties {
    private static final int LONGEST_MARK = 14;

    @Property(tries = 1500)
    void every_visible_character_is_in_the_ledger_once_and_in_order(@ForAll("mixedPages") String text) {
        if (new CaptureReader().read(Capture.of("mixed.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                instanceof Reading.Read(Clipping clipping)) {
            String parts = clipping.ledger().entries().stream()
                    .map(LossLedger.Entry::part)
                    .collect(Collectors.joining());
            assertEquals(visible(text), visible(parts));
        }
    }

    @Property(tries = 1500)
    void no_running_text_is_lost(@ForAll("mixedPages") String text) {
        if (new CaptureReader().read(Capture.of("mixed.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                instanceof Reading.Read(Clipping clipping)) {
            for (LossLedger.Entry entry : clipping.ledger().entries()) {
                boolean banner = List.of("cookies", "newsletter", "copyright")
                        .contains(entry.field().orElse(""));
                if (entry.part().length() > 100 && Prose.text(entry.part()) && !banner) {
                    assertEquals(LossLedger.Fate.MAPPED, entry.fate(), entry::part);
                    assertTrue(holds(clipping, entry.part()), () -> entry.field() + " does not hold " + entry.part());
                }
            }
        }
    }

    @Property(tries = 300)
    void block_ids_are_unique_and_no_field_is_blank(@ForAll("mixedPages") String text) {
        if (new CaptureReader().read(Capture.of("mixed.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                instanceof Reading.Read(Clipping clipping)) {
            long ids = clipping.blocks().stream()
                    .map(Clipping.Block::id)
                    .distinct()
                    .count();
            assertEquals(clipping.blocks().size(), ids);
            assertFalse(clipping.headline().filter(String::isBlank).isPresent());
            assertFalse(clipping.related().stream().anyMatch(String::isBlank));
        }
    }

    @Property(tries = 1000)
    void no_text_makes_the_reader_throw(@ForAll String text) {
        new CaptureReader().read(Capture.of("any.txt", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Property(tries = 1000)
    void no_bytes_make_the_reader_throw(@ForAll byte[] bytes) {
        new CaptureReader().read(Capture.of("any.bin", bytes));
    }

    /// Whole captures with lines moved, removed and doubled; sometimes lines of two captures mixed.
    @Provide
    Arbitrary<String> mixedPages() {
        List<Corpus.Sample> samples = Corpus.samples();
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>(
                    samples.get(random.nextInt(samples.size())).text().lines().toList());
            if (random.nextInt(4) == 0) {
                lines.addAll(samples.get(random.nextInt(samples.size()))
                        .text()
                        .lines()
                        .toList());
            }
            int changes = random.nextInt(12);
            for (int change = 0; change < changes && !lines.isEmpty(); change++) {
                int at = random.nextInt(lines.size());
                switch (random.nextInt(4)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                    case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                    default ->
                        lines.set(
                                at,
                                lines.get(at)
                                        + lines.get(random.nextInt(lines.size()))
                                                .strip());
                }
            }
            if (random.nextInt(5) == 0) {
                Collections.shuffle(lines, random);
            }
            return String.join("\n", lines);
        });
    }

    /// Nine tenths of the part stand in the fields; the rest are marks such as the © of a credit, or of a file picture.
    private static boolean holds(Clipping clipping, String part) {
        String text = visible(part);
        Set<String> fields = new HashSet<>(clipping.related());
        clipping.headline().ifPresent(fields::add);
        clipping.standfirst().ifPresent(fields::add);
        clipping.byline().ifPresent(byline -> fields.add(byline.text()));
        clipping.hero().ifPresent(hero -> fields.addAll(words(hero)));
        clipping.comments()
                .forEach(comment -> fields.addAll(
                        List.of(comment.author().orElse(""), comment.date().orElse(""), comment.text())));
        clipping.blocks()
                .forEach(block -> fields.addAll(
                        switch (block) {
                            case Clipping.Paragraph paragraph -> List.of(paragraph.text());
                            case Clipping.Heading heading -> List.of(heading.text());
                            case Clipping.ListBlock list ->
                                list.items().stream().map(Text::plain).toList();
                            case Clipping.Quote quote -> List.of(quote.text());
                            case Clipping.Table table ->
                                table.rows().stream().flatMap(List::stream).toList();
                            case Clipping.Embed embed -> List.of(embed.title());
                            case Clipping.PictureBlock picture -> words(picture.picture());
                            case Clipping.Teaser teaser ->
                                List.of(
                                        teaser.title(),
                                        teaser.credit().orElse(""),
                                        teaser.creditDetail().orElse(""));
                        }));
        int held = 0;
        for (String field : fields) {
            String shown = visible(field);
            held += shown.contains(text) ? text.length() : text.contains(shown) ? shown.length() : 0;
        }
        return held * 10 >= text.length() * 9 || text.length() - held <= LONGEST_MARK;
    }

    private static List<String> words(Clipping.Picture picture) {
        return List.of(
                picture.caption().orElse(""),
                picture.credit().orElse(""),
                picture.creditDetail().orElse(""));
    }

    private static String visible(String text) {
        return text.codePoints()
                .filter(code -> !Character.isWhitespace(code)
                        && !Character.isSpaceChar(code)
                        && Character.getType(code) != Character.FORMAT
                        && !Character.isISOControl(code))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
