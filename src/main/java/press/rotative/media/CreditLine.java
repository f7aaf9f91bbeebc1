package press.rotative.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A credit line taken apart: "© Jane Doe / AFP / File", "Crédit photo : Reuters (archives)", "© وكالة الساحل / أرشيف".
/// The words it knows are data (`media/credits.txt`). What it cannot tell apart stays in the text: nothing is dropped.
///
/// @param text the credit as it is printed, without its mark at the beginning, its detail and its file mark
/// @param detail what stands after a dot between spaces: "© Outlet . Press service"
/// @param archive the line marks a file picture
/// @param archiveAt where in the line that mark begins; the length of the line when there is none
/// @param creator who made the picture, where a part of the credit is a person's name
/// @param provider agency, library, outlet or press service
public record CreditLine(
        String text,
        Optional<String> detail,
        boolean archive,
        int archiveAt,
        Optional<String> creator,
        Optional<String> provider) {
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_AGENCY = 4;
    private static final String STROKES = "/|";

    /// @param line the credit; marks such as `©` before it are passed over
    public static CreditLine of(String line) {
        int archiveAt = archiveAt(line);
        String whole = trimmed(line.substring(0, archiveAt));
        int dot = whole.indexOf(" . ");
        Optional<String> detail = dot > 0 ? Optional.of(whole.substring(dot + 3).strip()) : Optional.empty();
        String text = dot > 0 ? whole.substring(0, dot).strip() : whole;
        List<String> creators = new ArrayList<>();
        List<String> providers = new ArrayList<>();
        for (String part : parts(text)) {
            if (!CreditWords.has("handout", part)) {
                (isPerson(part) ? creators : providers).add(part);
            }
        }
        detail.ifPresent(providers::add);
        return new CreditLine(
                text, detail, archiveAt < line.length(), archiveAt, joined(creators, ", "), joined(providers, " / "));
    }

    /// Is there no name in it?
    public boolean empty() {
        return text.isEmpty() || text.chars().noneMatch(Character::isLetter);
    }

    /// Does one of its parts name an agency or a picture library, alone or with more: "AFP", "AP Photo",
    /// "dpa-Bildfunk"?
    public boolean namesAgency() {
        return parts(text).stream().anyMatch(CreditLine::beginsWithAgency)
                || detail.filter(CreditLine::beginsWithAgency).isPresent();
    }

    private static boolean beginsWithAgency(String part) {
        String[] words = part.split("[ -]", LONGEST_AGENCY + 2);
        for (int count = Math.min(words.length, LONGEST_AGENCY); count > 0; count--) {
            if (words.length <= LONGEST_AGENCY + 1
                    && CreditWords.agency(String.join(" ", List.of(words).subList(0, count)))) {
                return true;
            }
        }
        return CreditWords.agency(part);
    }

    private static int archiveAt(String line) {
        int stroke = line.lastIndexOf('/');
        if (stroke > 0 && CreditWords.archive(line.substring(stroke + 1))) {
            return stroke;
        }
        int mark = ArchiveMark.at(line);
        return mark > 0 ? mark : line.length();
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (": -–|)©.…".indexOf(text.charAt(from)) >= 0 || Character.isSpaceChar(text.charAt(from)))) {
            from++;
        }
        while (to > from && ("-–|(,".indexOf(text.charAt(to - 1)) >= 0 || Character.isSpaceChar(text.charAt(to - 1)))) {
            to--;
        }
        return text.substring(from, to);
    }

    /// Between strokes and bars, and between words such as "via" and "pour".
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        for (String word : text.replace("/", " / ").replace("|", " | ").split("[\\s\\u00a0]+")) {
            boolean between = word.length() == 1 && STROKES.contains(word)
                    || word.equals("-")
                    || word.equals("–")
                    || CreditWords.has("between", word);
            if (between) {
                add(parts, part);
            } else {
                part.append(part.isEmpty() ? "" : " ").append(word);
            }
            if (word.endsWith(",") || word.endsWith("،")) {
                part.setLength(Math.max(0, part.length() - 1));
                add(parts, part);
            }
        }
        add(parts, part);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        String clean = trimmed(part.toString());
        if (!clean.isEmpty() && parts.size() < MOST_PARTS) {
            parts.add(clean);
        }
        part.setLength(0);
    }

    /// Two to four words that each could be a part of a name, none of which names an organisation.
    private static boolean isPerson(String part) {
        String[] words = part.split(" ");
        if (words.length < 2 || words.length > 4 || CreditWords.agency(part) || CreditWords.has("article", words[0])) {
            return false;
        }
        boolean small = false;
        for (String word : words) {
            if (CreditWords.has("organisation", word) || word.chars().anyMatch(Character::isDigit)) {
                return false;
            }
            small |= word.codePoints().skip(1).anyMatch(Character::isLowerCase) || word.endsWith(".");
            boolean particle = word.length() <= 3 || word.contains("-") || word.contains("'") || word.contains("’");
            if (Character.isLowerCase(word.codePointAt(0)) && !particle) {
                return false;
            }
        }
        boolean withoutCase = part.codePoints()
                .filter(Character::isLetter)
                .noneMatch(point -> Character.isLowerCase(point) || Character.isUpperCase(point));
        return small || withoutCase;
    }

    private static Optional<String> joined(List<String> parts, String by) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(by, parts));
    }
}
