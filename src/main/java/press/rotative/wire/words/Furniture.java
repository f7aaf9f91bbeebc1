package press.rotative.wire.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The furniture words of the three languages, matched against folded text. A phrase may hold `{number}` (a run of
/// digits) and one `{name}` (a short name). Matching looks at a bounded number of characters from each place.
public final class Furniture {

    private static final List<String> FILES = List.of("furniture_fr.txt", "furniture_en.txt", "furniture_ar.txt");
    /// The kind of a match that is the name of a section, which is no furniture when it stands alone.
    public static final String SECTION = "sectionName";
    private static final char NUMBER = '\u0001';
    private static final char NAME = '\u0002';
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LINE = 220;

    private final Map<Character, List<Phrase>> phrases = new HashMap<>();
    private final List<Phrase> beginnings = new ArrayList<>();

    public static final Furniture WORDS = new Furniture();

    private Furniture() {
        for (String file : FILES) {
            Words.read(file).lists().forEach((list, entries) -> entries.forEach(entry -> add(list, entry)));
        }
        Words.GENERAL.list("section").forEach(name -> add(SECTION, name));
    }

    /// A piece of furniture: its kind, where it stands in the folded text, and where the name in it stands.
    public record Match(String kind, int start, int end, int nameStart, int nameEnd) {}

    /// All pieces of a line that is furniture from its first to its last character; empty otherwise.
    /// Several pieces may be glued together without a space.
    public List<Match> wholeLine(Folding folded) {
        String text = folded.text();
        if (text.isEmpty() || folded.source().length() > Folding.LONGEST) {
            return List.of();
        }
        for (Phrase phrase : beginnings) {
            if (text.startsWith(phrase.pattern)) {
                return List.of(new Match(phrase.kind, 0, text.length(), 0, 0));
            }
        }
        if (text.length() > LONGEST_LINE) {
            return List.of();
        }
        List<Match> pieces = new ArrayList<>();
        int at = afterSeparators(text, 0);
        while (at < text.length()) {
            Optional<Match> next = piece(folded, at, pieces);
            if (next.isEmpty()) {
                return List.of();
            }
            pieces.add(next.get());
            at = afterSeparators(text, next.get().end());
        }
        return pieces;
    }

    /// The label of one of these kinds that a line begins with, when a colon follows it.
    public Optional<Match> label(Folding folded, List<String> kinds) {
        String text = folded.text();
        return longest(folded, 0, kinds)
                .map(match -> new Match(match.kind(), match.start(), afterMark(text, match.end()), 0, 0))
                .filter(match -> match.end() > 0);
    }

    /// The longest phrase at this place.
    Optional<Match> at(Folding folded, int place) {
        return longest(folded, place, List.of());
    }

    /// The place after a colon, or after a stroke between spaces; 0 when neither stands here.
    private static int afterMark(String text, int end) {
        if (text.startsWith(":", end)) {
            return end + 1;
        }
        return text.startsWith(" | ", end) || text.startsWith(" > ", end) ? end + 3 : 0;
    }

    private Optional<Match> piece(Folding folded, int at, List<Match> before) {
        String text = folded.text();
        Optional<Match> match = longest(folded, at, List.of());
        if (match.isPresent() || before.isEmpty() || !Character.isDigit(text.charAt(at))) {
            return match;
        }
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Optional.of(new Match("figure", at, end, 0, 0));
    }

    private Optional<Match> longest(Folding folded, int at, List<String> kinds) {
        String text = folded.text();
        if (at >= text.length()) {
            return Optional.empty();
        }
        char first = Character.isDigit(text.charAt(at)) ? NUMBER : text.charAt(at);
        Match best = null;
        for (Phrase phrase : phrases.getOrDefault(first, List.of())) {
            if (!kinds.isEmpty() && !kinds.contains(phrase.kind)) {
                continue;
            }
            Match match = match(phrase, folded, at);
            if (match != null && (best == null || better(match, best))) {
                best = match;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Among phrases with a name, the one with the shorter name says more about the line.
    private static boolean better(Match match, Match best) {
        int fixed = match.end() - match.start() - (match.nameEnd() - match.nameStart());
        int bestFixed = best.end() - best.start() - (best.nameEnd() - best.nameStart());
        return fixed > bestFixed;
    }

    private @Nullable Match match(Phrase phrase, Folding folded, int start) {
        String text = folded.text();
        String pattern = phrase.pattern;
        int at = start;
        int nameStart = 0;
        int nameEnd = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            if (wanted == NUMBER) {
                int end = endOfNumber(text, at);
                if (end == at) {
                    return null;
                }
                at = end;
            } else if (wanted == NAME) {
                nameStart = at;
                nameEnd = i + 1 == pattern.length()
                        ? nameEnd(folded, at)
                        : text.indexOf(pattern.substring(i + 1), at + 1);
                if (nameEnd <= nameStart || nameEnd - nameStart > LONGEST_NAME) {
                    return null;
                }
                at = nameEnd;
            } else if (at < text.length() && text.charAt(at) == wanted) {
                at++;
            } else {
                return null;
            }
        }
        return ends(folded, at) ? new Match(phrase.kind, start, at, nameStart, nameEnd) : null;
    }

    /// Digits, in groups of three after the first one when they are separated.
    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        while (end > from
                && end + 3 < text.length()
                && " ,.".indexOf(text.charAt(end)) >= 0
                && Character.isDigit(text.charAt(end + 1))
                && Character.isDigit(text.charAt(end + 2))
                && Character.isDigit(text.charAt(end + 3))) {
            end += 4;
        }
        return end;
    }

    /// A name ends where the next phrase begins after a change of case or a separator, or with the line.
    private int nameEnd(Folding folded, int start) {
        String text = folded.text();
        int limit = Math.min(text.length(), start + LONGEST_NAME + 1);
        for (int at = start + 1; at < limit; at++) {
            char here = text.charAt(at);
            if (here == '|' || here == '·' || here == '•' || here == '.' && at + 1 == text.length()) {
                return text.charAt(at - 1) == ' ' ? at - 1 : at;
            }
            if (glued(folded, at) && fixedPhraseAt(folded, at)) {
                return at;
            }
            if (text.charAt(at - 1) == ' ' && fixedPhraseAt(folded, at)) {
                return at - 1;
            }
        }
        return text.length();
    }

    private boolean fixedPhraseAt(Folding folded, int at) {
        String text = folded.text();
        for (Phrase phrase : phrases.getOrDefault(text.charAt(at), List.of())) {
            String fixed = phrase.fixed;
            if (fixed.length() > 4
                    && text.startsWith(fixed, at)
                    && (phrase.open || ends(folded, at + fixed.length()))) {
                return true;
            }
        }
        return false;
    }

    /// A phrase ends with the folded, before something that is no letter, or where the next one is glued to it.
    private static boolean ends(Folding folded, int at) {
        String text = folded.text();
        if (at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || !Character.isLetterOrDigit(text.charAt(at - 1))) {
            return true;
        }
        return glued(folded, at);
    }

    /// Two pieces without a space between them: the second begins with a capital, a digit or an Arabic letter.
    private static boolean glued(Folding folded, int at) {
        char before = folded.source().charAt(folded.origin(at) - 1);
        char here = folded.source().charAt(folded.origin(at));
        return Character.isUpperCase(here) && !Character.isUpperCase(before)
                || Character.isDigit(here) && !Character.isDigit(before)
                || Character.isDigit(before) && Character.isLetter(here)
                || Character.getType(here) == Character.OTHER_LETTER;
    }

    private static int afterSeparators(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at)) && text.charAt(at) != '©') {
            at++;
        }
        return at;
    }

    private void add(String list, String entry) {
        boolean beginning = list.endsWith(" starts");
        String kind = beginning ? list.substring(0, list.length() - " starts".length()) : list;
        String pattern = Folding.key(entry.replace("{number}", "0").replace("{name}", "\u2620"))
                .replace('0', NUMBER)
                .replace('\u2620', NAME);
        Phrase phrase = new Phrase(kind, pattern);
        if (beginning) {
            beginnings.add(phrase);
        } else {
            phrases.computeIfAbsent(pattern.charAt(0), _ -> new ArrayList<>()).add(phrase);
        }
    }

    private static final class Phrase {
        final String kind;
        final String pattern;
        final String fixed;
        final boolean open;

        Phrase(String kind, String pattern) {
            this.kind = kind;
            this.pattern = pattern;
            int cut = pattern.length();
            for (char mark : new char[] {NUMBER, NAME}) {
                cut = pattern.indexOf(mark) < 0 ? cut : Math.min(cut, pattern.indexOf(mark));
            }
            this.fixed = pattern.substring(0, cut);
            this.open = cut < pattern.length();
        }
    }
}
