package press.rotative.wire.words;

import java.util.Optional;
import press.rotative.media.CreditLine;
import press.rotative.media.CreditWords;

/// A piece of a caption that is a credit and nothing else, whatever marks it: a label, a file mark, one word and a
/// colon.
public final class WholeCredit {
    private static final int MOST_WORDS_OF_MARK = 4;
    private static final int LONGEST_WORD = 16;

    private WholeCredit() {}

    /// The credit that all of a piece of a caption is: "Photo: Anne Duval", "Source : AFP".
    public static Optional<Credit> of(String piece) {
        return Credit.of(piece).or(() -> archived(piece)).or(() -> bare(piece)).or(() -> {
            Folding folded = Folding.of(piece);
            int mark = Words.GENERAL.longestAt(CaptionCredits.LABELS, folded.text(), 0);
            return mark > 0 && mark < folded.length() && Prose.words(piece) <= NameLine.MOST_WORDS
                    ? Credit.parse(piece, 0, folded.origin(mark - 1) + 1)
                    : Optional.empty();
        });
    }

    /// The names behind a file mark: "Photo d’archives AFP", "File: Anne Duval".
    static Optional<Credit> archived(String piece) {
        int at = CreditWords.archive(piece) ? piece.length() : 0;
        for (int words = 0; words < MOST_WORDS_OF_MARK && at < piece.length(); words++) {
            int space = piece.indexOf(' ', at);
            at = space < 0 ? piece.length() : space + 1;
            String mark = piece.substring(0, at).replaceFirst("[\\s:–-]+$", "");
            String rest = piece.substring(at).replaceFirst("^[\\s:–-]+", "");
            if (CreditWords.archive(mark) && NameLine.names(rest)) {
                return Credit.parse(piece, 0, piece.length() - rest.length())
                        .map(credit ->
                                new Credit(credit.text(), credit.detail(), true, credit.start(), credit.archiveAt()));
            }
        }
        return Optional.empty();
    }

    /// The names behind a label without a colon: "Photo Anne Duval", "Cliché Anne Duval".
    static Optional<Credit> bare(String piece) {
        Folding folded = Folding.of(piece);
        int mark = Words.GENERAL.longestAt("bare credit", folded.text(), 0);
        if (mark == 0 || mark >= folded.length()) {
            return Optional.empty();
        }
        String rest = piece.substring(folded.origin(mark)).strip();
        boolean several = rest.indexOf(' ') > 0 || rest.indexOf('/') > 0;
        return NameLine.names(rest) && (several || CreditLine.of(rest).namesAgency())
                ? Credit.parse(piece, 0, piece.length() - rest.length())
                : Optional.empty();
    }

    /// Names behind one word and a colon, whatever the language of the word: "Isithombe: Anne Duval".
    static Optional<Credit> named(String piece) {
        int colon = piece.indexOf(':');
        String label = colon <= 0 ? "" : piece.substring(0, colon).strip();
        String rest = piece.substring(colon + 1).strip();
        boolean word = !label.isEmpty()
                && label.length() <= LONGEST_WORD
                && label.codePoints().allMatch(Character::isLetter)
                && !Words.GENERAL.has("no credit", label);
        return word && NameLine.names(rest) && Prose.words(rest) <= MOST_WORDS_OF_MARK
                ? Credit.parse(piece, 0, piece.length() - rest.length())
                : Optional.empty();
    }
}
