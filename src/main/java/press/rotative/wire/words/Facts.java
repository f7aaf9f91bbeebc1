package press.rotative.wire.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger.Fate;

/// One line of facts in the reading: bylines, dates, their labels, days of the week and furniture, in any order.
public final class Facts {

    private static final Set<String> NEEDS_COLON =
            Set.of("كتب", "كتبت", "كتبه", "اعداد", "تحرير", "من اعداد", "تقرير", "article de");
    private static final Set<String> SHARED_DESKS = Set.of(
            "la redaction",
            "notre correspondant",
            "notre correspondante",
            "staff",
            "staff writer",
            "our staff",
            "a staff reporter",
            "our correspondent",
            "هييه التحرير",
            "فريق التحرير",
            "المحرر");

    private static final int LONGEST_BRACKET = 60;

    /// A piece of the line, by its places in the folded text, and the field or furniture it is.
    public record Fact(int start, int end, Fate fate, String field) {}

    private final Folding line;
    private final Optional<String> language;
    private final boolean labelledUpdated;
    private final List<Fact> facts = new ArrayList<>();
    private Optional<Clipping.Byline> byline = Optional.empty();
    private Optional<Clipping.Dated> published = Optional.empty();
    private Optional<Clipping.Dated> modified = Optional.empty();

    /// @param updated the line above said that this is the date of a change
    public Facts(Folding line, Optional<String> language, boolean updated) {
        this.labelledUpdated = updated;
        this.line = line;
        this.language = language;
    }

    /// The pieces that were understood, in order.
    public List<Fact> pieces() {
        return List.copyOf(facts);
    }

    public Optional<Clipping.Byline> byline() {
        return byline;
    }

    public Optional<Clipping.Dated> published() {
        return published;
    }

    public Optional<Clipping.Dated> modified() {
        return modified;
    }

    /// Whether all of the line was understood and holds a fact.
    public boolean understood() {
        String text = line.text();
        boolean updated = labelledUpdated;
        int label = -1;
        int at = skip(text, 0);
        while (at < text.length()) {
            int here = at;
            Optional<Dates.Found> date = Dates.at(text, at, language);
            int length;
            if (date.isPresent()) {
                at = date.get().end();
                dated(label >= 0 ? label : here, at, updated, date.get().dated());
                label = -1;
            } else if ((length = Words.GENERAL.longestAt("modified", text, at)) > 0) {
                updated = true;
                label = here;
                at += length;
            } else if ((length = Words.GENERAL.longestAt("published", text, at)) > 0) {
                updated = false;
                label = here;
                at += length;
            } else if ((length = Words.GENERAL.longestAt("weekday", text, at)) > 0) {
                label = label >= 0 ? label : here;
                at += length;
            } else if (byline.isEmpty() && (length = byline(at)) > 0) {
                at += length;
            } else {
                Optional<Furniture.Match> furniture = Furniture.WORDS.at(line, at);
                if (furniture.isEmpty() || facts.isEmpty() && label < 0) {
                    return false;
                }
                at = furniture.get().end();
                facts.add(new Fact(here, at, Fate.FURNITURE, furniture.get().kind()));
            }
            at = skip(text, at);
        }
        return label < 0 && facts.stream().anyMatch(fact -> fact.fate() == Fate.MAPPED);
    }

    private void dated(int start, int end, boolean updated, Clipping.Dated date) {
        boolean second = published.isPresent() && !updated;
        if (updated || second) {
            modified = modified.or(() -> Optional.of(date));
        } else {
            published = Optional.of(date);
        }
        facts.add(new Fact(start, end, Fate.MAPPED, updated || second ? "modified" : "published"));
    }

    /// The length of a byline at this place of the folded text: a word such as "Par" and one or more names.
    private int byline(int at) {
        String text = line.text();
        int prefix = Words.GENERAL.longestAt("byline", text, at);
        if (prefix == 0) {
            return 0;
        }
        int start = at + prefix;
        boolean colon = start < text.length() && text.charAt(start) == ':';
        if (!colon && NEEDS_COLON.contains(text.substring(at, start))) {
            return 0;
        }
        start = skip(text, colon ? start + 1 : start);
        int end = endOfNames(text, start);
        if (end <= start || !names(line.original(start, end), text.substring(start, end))) {
            return 0;
        }
        int closed = closingBracket(text, end);
        byline = Optional.of(Clipping.Byline.of(line.original(start, closed), split(line.original(start, end))));
        facts.add(new Fact(at, closed, Fate.MAPPED, "byline"));
        return closed - at;
    }

    /// Names end at a separator, before a date or a label of one, or with the line.
    private static int endOfNames(String text, int start) {
        for (int at = start; at < text.length(); at++) {
            char here = text.charAt(at);
            boolean word = at == start || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ',';
            boolean stops = here == '|'
                    || here == '•'
                    || here == '·'
                    || here == '('
                    || here == ':'
                    || here == '-' && word
                    || Character.isDigit(here)
                    || word
                            && at > start
                            && (Words.GENERAL.longestAt("published", text, at) > 0
                                    || Words.GENERAL.longestAt("modified", text, at) > 0
                                    || Words.GENERAL.longestAt("weekday", text, at) > 0
                                    || Dates.at(text, at, Optional.empty()).isPresent());
            if (stops) {
                return back(text, at);
            }
        }
        return back(text, text.length());
    }

    /// Where a bracket that follows the names ends: "(envoyée spéciale)".
    private static int closingBracket(String text, int end) {
        int close = text.startsWith("(", end) ? text.indexOf(')', end) : -1;
        return close > end && close - end <= LONGEST_BRACKET ? close + 1 : end;
    }

    private static int back(String text, int end) {
        int at = end;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ',')) {
            at--;
        }
        return at;
    }

    /// At most ten words, no full stop at the end, the first with a capital, and most of the longer ones too.
    private static boolean names(String printed, String folded) {
        if (SHARED_DESKS.contains(folded)) {
            return true;
        }
        int longer = 0;
        int capital = 0;
        String[] words = printed.split("[\\s,]+", 12);
        for (String word : words) {
            if (word.length() > 3) {
                longer++;
                capital += Character.isLowerCase(word.charAt(0)) ? 0 : 1;
            }
        }
        return words.length <= 10
                && !Prose.fullStop(printed)
                && !Character.isLowerCase(printed.charAt(0))
                && capital * 2 > longer;
    }

    private static List<String> split(String printed) {
        List<String> names = new ArrayList<>();
        for (String part : printed.split("\\s+(?:et|and|und|y)\\s+|\\s+و(?=\\p{L})|,|،|&", 12)) {
            String name = part.strip();
            if (!names.isEmpty() && Words.GENERAL.has("byline end", name.split(" ", 2)[0])) {
                break; // "The Quay, in News, Harbours"
            }
            if (!name.isEmpty() && !Character.isLowerCase(name.charAt(0))) {
                names.add(name);
            }
        }
        return names;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
