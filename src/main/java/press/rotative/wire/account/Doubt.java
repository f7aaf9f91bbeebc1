package press.rotative.wire.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import press.rotative.story.StoryContent;

/// Something about an import that somebody should look at.
///
/// @param part by which it is settled: `l12` the line of that number, `c3` the concept at that place, else the kind
/// @param about the words that are in doubt; empty: none
/// @param number how many of them; 0: it is no matter of numbers
public record Doubt(Kind kind, String part, String about, int number) {
    /// Every line in doubt of a capture, of which there may be hundreds of thousands, is settled at once by this part.
    static final String ALL_LINES = "l*";

    /// What it is about. The first five hang on the text alone, the others on the capture.
    public enum Kind {
        /// No headline was found.
        NO_HEADLINE,
        /// No running text was found.
        NO_TEXT,
        /// Nobody signs.
        NO_BYLINE,
        /// The capture does not say when it was published.
        NO_DATE,
        /// It stands in no section, or in one that the edition does not have.
        NO_SECTION,
        /// It is in another language than the edition, or in one that could not be told.
        OTHER_LANGUAGE,
        /// The kind of a concept is a guess.
        CONCEPT_KIND,
        /// Pictures whose files did not come.
        NO_FILE,
        /// Pictures that nobody is named for: whether they may be used is not known.
        NO_CREDIT,
        /// A line that was not understood.
        LINE,
        /// Lines that the account has no room for.
        LEFT_OUT;

        String part() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What nobody has settled yet, the weightiest first. What the text has by now is in doubt no longer.
    ///
    /// @param content the newest text
    /// @param edition its language
    /// @param settled by part
    public static List<Doubt> open(
            Account account, StoryContent content, String edition, Map<String, Decisions.Decision> settled) {
        var doubts = new ArrayList<Doubt>();
        lacks(content).forEach(kind -> when(true, kind, about(kind, account), 0, doubts));
        doubts.removeIf(doubt -> settled.containsKey(doubt.part()));
        doubts.addAll(ofCapture(account, edition, settled));
        return doubts;
    }

    /// What a text lacks.
    static Set<Kind> lacks(StoryContent content) {
        var lacks = EnumSet.noneOf(Kind.class);
        lacks(content.headline().isBlank(), Kind.NO_HEADLINE, lacks);
        lacks(content.body().blocks().isEmpty(), Kind.NO_TEXT, lacks);
        lacks(content.byline().isEmpty(), Kind.NO_BYLINE, lacks);
        lacks(content.publishedAt() == null, Kind.NO_DATE, lacks);
        lacks(content.section() == null, Kind.NO_SECTION, lacks);
        return lacks;
    }

    private static void lacks(boolean so, Kind kind, Set<Kind> lacks) {
        if (so) {
            lacks.add(kind);
        }
    }

    private static String about(Kind kind, Account account) {
        return switch (kind) {
            case NO_BYLINE -> account.value("outlet").orElse("");
            case NO_SECTION -> account.value("section").orElse("");
            case NO_HEADLINE, NO_TEXT, NO_DATE, OTHER_LANGUAGE, CONCEPT_KIND, NO_FILE, NO_CREDIT, LINE, LEFT_OUT -> "";
        };
    }

    /// What nobody has settled yet about the capture itself, whatever the text; the parameters are those of [#open].
    static List<Doubt> ofCapture(Account account, String edition, Map<String, Decisions.Decision> settled) {
        var doubts = new ArrayList<Doubt>();
        String language = account.language() == null ? "" : account.language();
        when(!language.equals(edition), Kind.OTHER_LANGUAGE, language, 0, doubts);
        for (int at = 0; at < account.concepts().size(); at++) {
            Account.Found found = account.concepts().get(at);
            if (found.doubtful()) {
                doubts.add(new Doubt(Kind.CONCEPT_KIND, concept(at), found.name(), 0));
            }
        }
        when(account.withoutFile() > 0, Kind.NO_FILE, "", account.withoutFile(), doubts);
        when(account.withoutCredit() > 0, Kind.NO_CREDIT, "", account.withoutCredit(), doubts);
        for (int at = 0; at < account.lines().size(); at++) {
            Account.Line line = account.lines().get(at);
            if (line.doubtful() && !settled.containsKey(ALL_LINES)) {
                doubts.add(new Doubt(Kind.LINE, line(at), line.part(), 0));
            }
        }
        when(account.leftOut() > 0, Kind.LEFT_OUT, "", account.leftOut(), doubts);
        doubts.removeIf(doubt -> settled.containsKey(doubt.part()));
        return doubts;
    }

    private static void when(boolean there, Kind kind, String about, int number, List<Doubt> doubts) {
        if (there) {
            doubts.add(new Doubt(kind, kind.part(), about, number));
        }
    }

    /// The part of the line of a number, which counts from 0.
    public static String line(int number) {
        return "l" + number;
    }

    /// The part of the concept at a place, which counts from 0.
    public static String concept(int place) {
        return "c" + place;
    }
}
