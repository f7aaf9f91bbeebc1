package press.rotative.wire.words;

import java.util.Optional;

/// The credit of a picture as printed after its mark (`©`, `Crédit photo :`, `Photo:`, `تصوير`): the text, a detail
/// after
/// a dot standing between spaces (`© Outlet . Press service`), and whether `/ File` after it marks a file picture.
///
/// @param start where the credit begins in the line, its mark included
/// @param archiveAt where the archive mark begins, or the length of the line
public record Credit(String text, Optional<String> detail, boolean archive, int start, int archiveAt) {

    private static final int LONGEST = 160;
    private static final String INLINE_MARKS = "©";

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
        for (char mark : INLINE_MARKS.toCharArray()) {
            int at = line.lastIndexOf(mark);
            if (at > 0 && line.length() - at <= LONGEST) {
                return parse(line, at, at + 1);
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

    /// The agency that closes a caption in brackets without any mark: "... (Reuters)".
    public static Optional<Credit> agency(String line) {
        int open = line.lastIndexOf('(');
        boolean last = open > 0 && line.endsWith(")") && line.length() - open <= LONGEST;
        String name = last ? line.substring(open + 1, line.length() - 1).strip() : "";
        return Words.GENERAL.has("agency", name)
                ? Optional.of(new Credit(name, Optional.empty(), false, open, line.length()))
                : Optional.empty();
    }

    private static Optional<Credit> parse(String line, int start, int from) {
        String rest = line.substring(from);
        int archiveAt = line.length();
        boolean archive = false;
        int stroke = rest.lastIndexOf('/');
        if (stroke > 0 && Words.GENERAL.has("archive", rest.substring(stroke + 1))) {
            archive = true;
            archiveAt = from + stroke;
            rest = rest.substring(0, stroke);
        } else if (ArchiveMark.at(rest) > 0) {
            archive = true;
            archiveAt = from + ArchiveMark.at(rest);
            rest = rest.substring(0, ArchiveMark.at(rest));
        }
        String text = trimmed(rest);
        int dot = text.indexOf(" . ");
        Optional<String> detail = dot > 0 ? Optional.of(text.substring(dot + 3).strip()) : Optional.empty();
        String credit = dot > 0 ? text.substring(0, dot).strip() : text;
        return credit.isEmpty() || credit.chars().noneMatch(Character::isLetter)
                ? Optional.empty()
                : Optional.of(new Credit(credit, detail, archive, start, archiveAt));
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (": -–|)©".indexOf(text.charAt(from)) >= 0 || Character.isSpaceChar(text.charAt(from)))) {
            from++;
        }
        while (to > from && ("-–|(,".indexOf(text.charAt(to - 1)) >= 0 || Character.isSpaceChar(text.charAt(to - 1)))) {
            to--;
        }
        return text.substring(from, to);
    }
}
