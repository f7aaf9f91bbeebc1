package press.rotative.wire.words;

import java.util.Optional;
import press.rotative.media.CreditLine;
import press.rotative.media.CreditWords;

/// The credit of a picture as printed after its mark (`©`, `Crédit photo :`, `Photo:`, `تصوير`): the text, a detail
/// after
/// a dot standing between spaces (`© Outlet . Press service`), and whether `/ File` after it marks a file picture.
///
/// @param start where the credit begins in the line, its mark included
/// @param archiveAt where the archive mark begins, or the length of the line
public record Credit(String text, Optional<String> detail, boolean archive, int start, int archiveAt) {

    static final int LONGEST = 160;
    private static final String[] INLINE_MARKS = {"©", "(c)", "(C)", "（Ｃ）", "（c）", "（C）"};

    /// The credit that this line is, from its beginning.
    public static Optional<Credit> of(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Folding folded = Folding.of(line);
        int mark = Words.GENERAL.longestAt("credit", folded.text(), 0);
        if (mark == 0 || mark >= folded.length()) {
            return Optional.empty();
        }
        boolean sign = folded.text().charAt(0) == '©' || folded.text().startsWith("(c)");
        int from = folded.origin(mark - 1) + 1;
        return !sign && Prose.fullStop(line) && Prose.words(line) > 6 ? Optional.empty() : parse(line, 0, from);
    }

    /// The credit that closes a caption on the same line: from `©` on, or in the last brackets.
    public static Optional<Credit> closing(String line) {
        for (String mark : INLINE_MARKS) {
            int at = line.lastIndexOf(mark);
            if (at > 0 && line.length() - at <= LONGEST) {
                return parse(line, unstroked(line, at), at + mark.length());
            }
        }
        int open = line.lastIndexOf('(');
        boolean last = open > 0 && line.endsWith(")") && line.length() - open <= LONGEST;
        if (last) {
            Optional<Credit> inside = of(line.substring(open + 1, line.length() - 1));
            return inside.map(
                    credit -> new Credit(credit.text(), credit.detail(), credit.archive(), open, line.length()));
        }
        return Optional.empty();
    }

    /// Where the caption ends before a mark: a bar or a dash between them belongs to neither.
    private static int unstroked(String line, int mark) {
        int at = mark;
        while (at > 0 && " |/–—-".indexOf(line.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /// The credit in a text that is nothing else, its mark there or not: "© Agency / File", "Agency".
    public static Optional<Credit> named(String text) {
        return of(text).or(() -> text.length() <= LONGEST && !text.isBlank() ? parse(text, 0, 0) : Optional.empty());
    }

    /// The agency that closes a caption in brackets without any mark: "... (Reuters)".
    public static Optional<Credit> agency(String line) {
        int open = line.lastIndexOf('(');
        boolean last = open > 0 && line.endsWith(")") && line.length() - open <= LONGEST;
        String name = last ? line.substring(open + 1, line.length() - 1).strip() : "";
        return CreditWords.agency(name)
                ? Optional.of(new Credit(name, Optional.empty(), false, open, line.length()))
                : Optional.empty();
    }

    /// A credit that stands in a line from one place on; its name begins at another.
    static Optional<Credit> parse(String line, int start, int from) {
        CreditLine credit = CreditLine.of(line.substring(from));
        return credit.empty()
                ? Optional.empty()
                : Optional.of(
                        new Credit(credit.text(), credit.detail(), credit.archive(), start, from + credit.archiveAt()));
    }
}
