package press.rotative.wire.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import press.rotative.media.ArchiveMark;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Prose;

/// Chooses the headline among the titles of the head by what speaks for each: it is repeated on the page, stands alone,
/// stands by the facts of the head (section, credit, date, byline), shares words with the text; against it, that it
/// looks like a caption. When the head has none, a title elsewhere that stands by those facts is taken. Else there is
/// none.
final class HeadlineReader implements PageReader {

    private static final String FIELD = "headline";
    private static final List<String> FACTS =
            List.of("section", "byline", "published", "shortLink", Counters.FIELD, "share");
    private static final int LONGEST_SENTENCE = 140;
    private static final int MOST_CANDIDATES = 60;

    @Override
    public void read(Page page, ClippingDraft draft) {
        Head head = Head.of(page, draft);
        List<Line> candidates = head.open(page, draft).stream()
                .filter(line -> candidate(page, line))
                .filter(line -> page.under(line)
                        .filter(under -> Teasers.shape(page, under, draft))
                        .isEmpty())
                .limit(MOST_CANDIDATES)
                .toList();
        Set<String> words = wordsOfText(page, head);
        Optional<Line> best = candidates.stream()
                .filter(line -> ArchiveMark.at(line.text()) == 0)
                .max(Comparator.<Line>comparingDouble(line -> score(page, line, candidates, words, draft))
                        .thenComparing(Line::index, Comparator.reverseOrder()));
        Optional<Line> headline = best.or(() -> sentence(page, head)).or(() -> elsewhere(page, head, draft));
        headline.ifPresent(line -> {
            draft.headline = Optional.of(line.text());
            draft.headlineAt = line.index();
            line.map(FIELD);
            titlesWithOutlet(page, line, draft);
        });
    }

    private static boolean candidate(Page page, Line line) {
        boolean label = page.under(line).isEmpty() && Prose.words(line.text()) < 3 && line.length() < 14;
        return Prose.title(line.text()) && !label && !Counters.digits(line.text());
    }

    private static double score(Page page, Line line, List<Line> rivals, Set<String> words, ClippingDraft draft) {
        double score = line.repeated() ? 4 : 0;
        score += rivals.stream().anyMatch(rival -> rival != line && titleOf(line, rival) > 0) ? 3 : 0;
        score += line.gapBefore() && line.gapAfter() && page.gapsTell() ? 1 : 0;
        score += byFacts(page, line, draft) ? 1 : 0;
        score += line.length() >= 28 ? 1 : Prose.words(line.text()) < 3 ? -1 : 0;
        score += line.text().indexOf(':') > 0
                        || line.text().indexOf('«') >= 0
                        || line.text().indexOf('“') >= 0
                ? 0.5
                : 0;
        score += Math.min(2, 0.5 * shared(line, words));
        boolean aboveCredit = page.under(line)
                .filter(under -> draft.credits.containsKey(under.index()))
                .isPresent();
        boolean underRadio =
                page.above(line).filter(above -> above.holds("radio")).isPresent();
        score -= aboveCredit && rivals.size() > 1 && page.gapsTell() ? 2 : 0;
        score -= underRadio && rivals.size() > 1 ? 1 : 0;
        score -= Credit.closing(line.text()).isPresent() ? 3 : 0;
        return score;
    }

    private static boolean byFacts(Page page, Line line, ClippingDraft draft) {
        return page.after(line)
                        .filter(after -> draft.credits.containsKey(after.index())
                                || FACTS.stream().anyMatch(after::holds))
                        .isPresent()
                || page.before(line).filter(before -> before.holds("section")).isPresent();
    }

    private static Set<String> wordsOfText(Page page, Head head) {
        Set<String> words = new HashSet<>();
        page.lines().stream()
                .skip(head.end())
                .filter(Line::free)
                .filter(line -> Prose.text(line.text()))
                .limit(4)
                .forEach(line -> words.addAll(longWords(line)));
        return words;
    }

    private static long shared(Line line, Set<String> words) {
        return longWords(line).stream().filter(words::contains).count();
    }

    private static Set<String> longWords(Line line) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        String text = line.folded().text() + " ";
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetter(text.charAt(at))) {
                word.append(text.charAt(at));
            } else {
                if (word.length() >= 5) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        return words;
    }

    /// A headline that ends in a full stop: the first text of the page, one short sentence on top of the facts.
    private static Optional<Line> sentence(Page page, Head head) {
        if (head.end() == page.size()) {
            return Optional.empty();
        }
        Line first = page.line(head.end());
        boolean facts = page.after(first)
                .filter(after -> FACTS.stream().anyMatch(after::holds))
                .isPresent();
        return first.length() <= LONGEST_SENTENCE && (facts || first.repeated())
                ? Optional.of(first)
                : Optional.empty();
    }

    private static Optional<Line> elsewhere(Page page, Head head, ClippingDraft draft) {
        return page.lines().stream()
                .skip(head.end())
                .filter(line -> line.free()
                        && candidate(page, line)
                        && !draft.credits.containsKey(line.index())
                        && ArchiveMark.at(line.text()) == 0)
                .filter(line -> page.under(line)
                                .filter(under -> under.free() && Prose.text(under.text()))
                                .isEmpty()
                        || line.repeated())
                .filter(line -> page.under(line)
                        .filter(under -> Teasers.shape(page, under, draft))
                        .isEmpty())
                .filter(line -> byFacts(page, line, draft) || line.repeated())
                .findFirst();
    }

    /// The title of the window repeats the headline and adds the outlet: `Headline | Outlet`.
    private static void titlesWithOutlet(Page page, Line headline, ClippingDraft draft) {
        for (Line line : page.lines()) {
            int at = line.free() && line != headline ? titleOf(headline, line) : 0;
            if (at > 0) {
                String rest = line.text().substring(at);
                int from = 0;
                while (from < rest.length() && !Character.isLetterOrDigit(rest.charAt(from))) {
                    from++;
                }
                draft.outlet(rest.substring(from), 1);
                line.claim(0, at, Fate.MAPPED, FIELD);
                line.claim(at, line.length(), Fate.FURNITURE, "outlet");
            }
        }
    }

    /// Where the headline ends in a longer title that adds a separator and a short name; 0 when it is no such title.
    private static int titleOf(Line headline, Line longer) {
        String title = headline.text();
        String text = longer.text();
        if (!text.startsWith(title) || text.length() < title.length() + 4 || text.length() > title.length() + 45) {
            return 0;
        }
        String rest = text.substring(title.length()).strip();
        return "|-–—·:".indexOf(rest.charAt(0)) >= 0 ? title.length() : 0;
    }
}
