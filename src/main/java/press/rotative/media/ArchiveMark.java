package press.rotative.media;

/// The mark of a file picture at the end of a caption: ". Archive", "(archives)", "- File photo", "– أرشيف".
public final class ArchiveMark {

    private static final int LONGEST = 24;

    private ArchiveMark() {}

    /// Where the mark begins in the text, its separator included; 0 when there is none.
    public static int at(String text) {
        int end = text.length();
        while (end > 0
                && (text.charAt(end - 1) == ')'
                        || text.charAt(end - 1) == '.'
                        || text.charAt(end - 1) == ' '
                        || text.charAt(end - 1) == ']')) {
            end--;
        }
        for (int at = end - 1; at > 0 && end - at <= LONGEST; at--) {
            if (".,(-–—/|[:،".indexOf(text.charAt(at)) >= 0) {
                return CreditWords.archive(text.substring(at + 1, end)) ? at : 0;
            }
        }
        return 0;
    }

    /// Where the caption ends when the mark stands at this place: spaces before it go, a full stop too.
    public static String before(String text, int mark) {
        int end = mark;
        while (end > 0 && (Character.isSpaceChar(text.charAt(end - 1)) || text.charAt(end - 1) == '.')) {
            end--;
        }
        return text.substring(0, end);
    }
}
