package press.rotative.wire.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of a known body was found, and how much else.
///
/// **Shingles** as article-extraction-benchmark counts them (`evaluate.py`): a text is cut into words (`\w+`), its
/// shingles are all runs of four words, with their number; a text of less words is one shingle. Of a page `right`
/// is the number of shingles in both texts, `extra` that of those only in what was found, `missing` that of those
/// only in what is known; precision is right / (right + extra), recall right / (right + missing). The F1 of a set
/// is 2 P R / (P + R) with P and R the means over its pages: pages without any text found do not count into P.
///
/// **Words** as WCXB counts them: the F1 of the words of a page in lower case, whatever their order; the figure of
/// a set is the mean over its pages.
record BodyScore(double right, double extra, double missing, double words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int SHINGLE = 4;

    static BodyScore of(String known, String found) {
        List<String> knownWords = words(known);
        List<String> foundWords = words(found);
        Map<String, Integer> wanted = counts(knownWords, SHINGLE);
        Map<String, Integer> there = counts(foundWords, SHINGLE);
        double right = shared(wanted, there);
        return new BodyScore(
                right,
                there.values().stream().mapToInt(n -> n).sum() - right,
                wanted.values().stream().mapToInt(n -> n).sum() - right,
                wordF1(lower(knownWords), lower(foundWords)));
    }

    boolean foundAny() {
        return right + extra > 0;
    }

    boolean knownAny() {
        return right + missing > 0;
    }

    double precision() {
        return extra == 0 && missing == 0 ? 1 : right == 0 ? 0 : right / (right + extra);
    }

    double recall() {
        return extra == 0 && missing == 0 ? 1 : right == 0 ? 0 : right / (right + missing);
    }

    double f1() {
        return f1(precision(), recall());
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double wordF1(List<String> known, List<String> found) {
        if (known.isEmpty() || found.isEmpty()) {
            return known.isEmpty() && found.isEmpty() ? 1 : 0;
        }
        double shared = shared(counts(known, 1), counts(found, 1));
        return f1(shared / found.size(), shared / known.size());
    }

    private static double shared(Map<String, Integer> one, Map<String, Integer> other) {
        double shared = 0;
        for (var each : one.entrySet()) {
            shared += Math.min(each.getValue(), other.getOrDefault(each.getKey(), 0));
        }
        return shared;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    private static Map<String, Integer> counts(List<String> words, int length) {
        Map<String, Integer> counts = new HashMap<>();
        for (int at = 0; at < Math.max(1, words.size() - length + 1); at++) {
            List<String> run = words.subList(at, Math.min(at + length, words.size()));
            if (!run.isEmpty()) {
                counts.merge(String.join(" ", run), 1, Integer::sum);
            }
        }
        return counts;
    }
}
