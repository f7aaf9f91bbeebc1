package press.rotative.wire.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.rotative.media.CreditLine;
import press.rotative.story.Text;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.WholeCredit;

/// What comes of a test set: how much of the bodies was found, and of each field the share that was found of all that
/// is known.
///
/// - headline: the same letters, or one begins or ends with the other (of more than 15 letters);
/// - author: each name that is known (pieces with figures in them are none) stands in the byline, or is the outlet;
/// - author precision: of the names that sign on a page with known authors, those that hold a known one or stand in
///   them;
/// - date: the day of publication, or the day beside it (zones);
/// - caption: the letters of one picture's caption hold the known ones, or are held by them (of more than 20), or its
/// caption and its credit together are the known ones: some sets keep both as one;
/// - credit: one picture's credit or its detail holds the known letters, marks of file pictures and labels apart;
/// - segments, as trafilatura's tests count them: F = 2 P R / (P + R) over all segments of the set, in the
/// headline, the standfirst, the body and the captions.
final class Figures {

    private static final int MOST_MISTAKES = 4_000;
    private static final Pattern WITHOUT_LABELS = Pattern.compile("(?i)\\b(?:photo|foto|credit|image)\\s*:");

    private final boolean differences;
    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private int present;
    private int absent;
    private int wronglyPresent;
    private int wronglyAbsent;

    /// @param differences whether to tell the lines of bodies that differ
    Figures(boolean differences) {
        this.differences = differences;
    }

    void add(KnownPage page, Optional<Clipping> read) {
        String body = read.map(Figures::body).orElse("");
        page.body().ifPresent(known -> body(page, known, body));
        segments(page, read.map(Figures::everything).orElse(""));
        page.headline().ifPresent(known -> {
            String found = read.flatMap(Clipping::headline).orElse("");
            found(page, "headline", sameHeadline(letters(known), letters(found)), known, found);
        });
        String signed =
                read.flatMap(Clipping::byline).map(Clipping.Byline::text).orElse("") + " | "
                        + read.flatMap(Clipping::outlet).orElse("");
        for (String authors : page.authors()) {
            for (String author : authors.split("[;,]| and | & | et | und ")) {
                if (name(author)) {
                    found(page, "author", letters(signed).contains(letters(author)), author, signed);
                }
            }
        }
        signing(page, read);
        page.date().ifPresent(known -> {
            String found =
                    read.flatMap(Clipping::published).map(Clipping.Dated::iso).orElse("");
            found(page, "date", !found.isEmpty() && Math.abs(day(found) - day(known)) <= 1, known, found);
        });
        pictures(page, read.map(Figures::pictures).orElse(List.of()));
    }

    /// The figures, one a line.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        sums.forEach((name, sum) ->
                lines.add(String.format(Locale.ROOT, "%-28s %.4f of %d", name, sum[0] / sum[1], (long) sum[1])));
        if (sums.containsKey("body precision") && sums.containsKey("body recall")) {
            double f1 = BodyScore.f1(mean("body precision"), mean("body recall"));
            lines.add(String.format(Locale.ROOT, "%-28s %.4f", "body F1, shingles", f1));
        }
        if (present + wronglyAbsent > 0) {
            double precision = (double) present / Math.max(1, present + wronglyPresent);
            double recall = (double) present / (present + wronglyAbsent);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-28s %.4f (P %.4f R %.4f, accuracy %.4f) of %d and %d",
                    "segments F",
                    BodyScore.f1(precision, recall),
                    precision,
                    recall,
                    (double) (present + absent) / (present + absent + wronglyPresent + wronglyAbsent),
                    present + wronglyAbsent,
                    absent + wronglyPresent));
        }
        return lines;
    }

    /// What went wrong, the worst first.
    List<String> mistakes() {
        return mistakes.stream().sorted().limit(MOST_MISTAKES).toList();
    }

    private void body(KnownPage page, String known, String found) {
        BodyScore score = BodyScore.of(known, found);
        if (score.foundAny()) {
            sum("body precision", score.precision());
        }
        if (score.knownAny()) {
            sum("body recall", score.recall());
        }
        sum("body F1 of words, mean", score.words());
        if (score.f1() < 0.99) {
            mistakes.add(String.format(
                    Locale.ROOT, "%.3f P %.2f R %.2f %s", score.f1(), score.precision(), score.recall(), page.name()));
        }
        if (differences) {
            found.lines()
                    .filter(line -> !squeezed(known).contains(squeezed(line)))
                    .forEach(line -> mistakes.add("+ " + line));
            known.lines()
                    .filter(line -> !squeezed(found).contains(squeezed(line)))
                    .forEach(line -> mistakes.add("- " + line));
        }
    }

    /// Lists of authors hold dates, marks of addresses and numbers too; those are nobody's name.
    private static boolean name(String author) {
        return letters(author).length() > 1 && author.chars().noneMatch(Character::isDigit);
    }

    /// Of the names that sign on a page with known authors, those that are known.
    private void signing(KnownPage page, Optional<Clipping> read) {
        String known = letters(String.join(" ", page.authors()));
        for (String name : known.isEmpty()
                ? List.<String>of()
                : read.flatMap(Clipping::byline).map(Clipping.Byline::names).orElse(List.of())) {
            boolean right = known.contains(letters(name))
                    || page.authors().stream().anyMatch(author -> letters(name).contains(letters(author)));
            sum("author precision", right ? 1 : 0);
            told(!right, page, "signs", String.join("; ", page.authors()), name);
        }
    }

    private void segments(KnownPage page, String text) {
        String squeezed = squeezed(text);
        for (String segment : page.with()) {
            boolean there = squeezed.contains(squeezed(segment));
            present += there ? 1 : 0;
            wronglyAbsent += there ? 0 : 1;
            told(!there, page, "missing", segment, "");
        }
        for (String segment : page.without()) {
            boolean there = squeezed.contains(squeezed(segment));
            wronglyPresent += there ? 1 : 0;
            absent += there ? 0 : 1;
            told(there, page, "too much", segment, "");
        }
    }

    private void pictures(KnownPage page, List<Clipping.Picture> pictures) {
        List<String> captions = pictures.stream()
                .map(picture -> letters(picture.caption().orElse("")))
                .toList();
        List<String> credits = pictures.stream()
                .map(picture -> letters(
                        picture.credit().orElse("") + picture.creditDetail().orElse("")))
                .toList();
        List<String> wholes = new ArrayList<>();
        for (int at = 0; at < captions.size(); at++) {
            wholes.add(captions.get(at) + credits.get(at));
        }
        for (String caption : page.captions()) {
            String known = letters(WITHOUT_LABELS.matcher(caption).replaceAll(" "));
            boolean there = captions.stream()
                            .anyMatch(found -> found.contains(known) || found.length() > 20 && known.contains(found))
                    || wholes.contains(known);
            found(page, "caption", there, caption, String.join(" | ", captions));
        }
        for (String credit : page.credits()) {
            // The file mark is a field of its own.
            String known = letters(CreditLine.of(credit).text());
            if (known.isEmpty()) {
                continue;
            }
            found(
                    page,
                    "credit",
                    credits.stream()
                            .anyMatch(found -> found.contains(known)
                                    || !found.isEmpty() && marked(credit) && known.endsWith(found)),
                    credit,
                    String.join(" | ", credits));
        }
    }

    /// A credit that is known with its mark: "[Photo: Anne Duval]".
    private static boolean marked(String credit) {
        return WholeCredit.of(credit.replaceAll("^[\\s(\\[]+|[\\s)\\]]+$", "")).isPresent();
    }

    private void found(KnownPage page, String field, boolean right, String known, String found) {
        sum(field + " recall", right ? 1 : 0);
        told(!right, page, field, known, found);
    }

    private void told(boolean wrong, KnownPage page, String field, String known, String found) {
        if (wrong) {
            String line = "0 " + field + " " + page.name() + ": " + squeezed(known) + " <> " + squeezed(found);
            mistakes.add(line.substring(0, Math.min(line.length(), 300)));
        }
    }

    private void sum(String name, double value) {
        double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
        sum[0] += value;
        sum[1]++;
    }

    /// The mean of one of the sums: `headline recall`, `body precision`.
    double mean(String name) {
        double[] sum = sums.getOrDefault(name, new double[] {0, 1});
        return sum[0] / sum[1];
    }

    private static String everything(Clipping clipping) {
        StringBuilder text = new StringBuilder();
        text.append(clipping.headline().orElse("")).append('\n');
        text.append(clipping.standfirst().orElse("")).append('\n');
        text.append(body(clipping));
        pictures(clipping)
                .forEach(picture -> text.append(picture.caption().orElse("")).append('\n'));
        return text.toString();
    }

    /// The words of the body: no captions, no announcements of other stories.
    static String body(Clipping clipping) {
        StringBuilder text = new StringBuilder();
        for (Clipping.Block block : clipping.blocks()) {
            Stream<String> said =
                    switch (block) {
                        case Clipping.Paragraph paragraph -> Stream.of(paragraph.text());
                        case Clipping.Heading heading -> Stream.of(heading.text());
                        case Clipping.Quote quote ->
                            Stream.concat(Stream.of(quote.text()), quote.attribution().stream());
                        case Clipping.ListBlock list -> list.items().stream().map(Text::plain);
                        case Clipping.Table table ->
                            Stream.concat(Stream.of(table.columns()), table.rows().stream())
                                    .map(row -> String.join(" ", row));
                        case Clipping.Embed embed -> Stream.of();
                        case Clipping.PictureBlock picture -> Stream.of();
                        case Clipping.Teaser teaser -> Stream.of();
                    };
            said.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static List<Clipping.Picture> pictures(Clipping clipping) {
        List<Clipping.Picture> pictures = new ArrayList<>();
        clipping.hero().ifPresent(pictures::add);
        clipping.blocks().forEach(block -> {
            if (block instanceof Clipping.PictureBlock shown) {
                pictures.add(shown.picture());
            }
        });
        return pictures;
    }

    private static boolean sameHeadline(String known, String found) {
        return known.equals(found)
                || known.length() > 15
                        && found.length() > 15
                        && (known.startsWith(found)
                                || found.startsWith(known)
                                || known.endsWith(found)
                                || found.endsWith(known));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F\\u2009]+", " ").strip();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    private static long day(String date) {
        return LocalDate.parse(date.substring(0, 10)).toEpochDay();
    }
}
