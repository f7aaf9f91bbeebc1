package press.rotative.wire.html;

import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import press.rotative.media.ArchiveMark;
import press.rotative.media.CreditWords;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.CaptionCredits;
import press.rotative.wire.words.Credit;

/// Pictures as pages write them.
final class Pictures {

    private static final int LONGEST = 2000;
    private static final int LONGEST_MARK = 24;
    private static final int STEPS = 2;
    private static final String[] SOURCES = {
        "data-src", "data-original", "data-lazy-src", "data-full-src", "data-hi-res-src", "data-image", "src"
    };

    private Pictures() {}

    /// A picture with its words: the file mark and a credit at the end of the caption become fields of their own.
    static Clipping.Picture of(
            Optional<String> printed, Optional<Credit> credit, Optional<String> alt, Optional<String> file) {
        Optional<String> caption = printed.map(CaptionCredits::creditLast);
        Optional<Credit> inside = caption.flatMap(CaptionCredits::in);
        Optional<Credit> known = inside.flatMap(within -> credit.map(beside -> both(within, beside)))
                .or(() -> credit)
                .or(() -> inside);
        String words = inside.map(
                        found -> caption.orElse("").substring(0, found.start()).strip())
                .orElse(caption.orElse(""));
        int begun = begun(words);
        int mark = words.isEmpty() ? 0 : ArchiveMark.at(words);
        String plain = mark > 0 ? ArchiveMark.before(words, mark) : words.substring(begun);
        return new Clipping.Picture(
                Optional.of(cut(plain)).filter(text -> !text.isBlank()),
                known.map(Credit::text).map(Pictures::cut),
                known.flatMap(Credit::detail).map(Pictures::cut),
                mark > 0 || begun > 0 || known.filter(Credit::archive).isPresent(),
                alt.map(Pictures::cut).filter(text -> !text.isBlank()),
                file);
    }

    /// The credit in the caption and the one beside it, where neither holds the other: "Anne Duval / AFP".
    private static Credit both(Credit within, Credit beside) {
        boolean same = within.text().contains(beside.text()) || beside.text().contains(within.text());
        String text = same
                ? (within.text().length() > beside.text().length() ? within : beside).text()
                : within.text() + " / " + beside.text();
        return new Credit(
                text,
                within.detail().or(beside::detail),
                within.archive() || beside.archive(),
                within.start(),
                within.archiveAt());
    }

    /// A picture without a credit in its words takes one from the attributes of its element: one named so, or the end
    /// of its title or its description.
    static Clipping.Picture credited(Clipping.Picture picture, Element element) {
        Optional<Credit> credit = Optional.empty();
        Element around = element;
        for (int up = 0; up <= STEPS && around != null; up++, around = around.parent()) {
            for (Attribute attribute : around.attributes()) {
                String name = attribute.getKey();
                boolean tells = name.contains("credit") || name.contains("copyright");
                credit = credit.isEmpty() && tells ? Credit.named(Values.text(attribute.getValue())) : credit;
            }
        }
        Optional<Credit> known = credit.or(() -> attribute(element, "title").flatMap(CaptionCredits::in))
                .or(() -> attribute(element, "data-caption").flatMap(CaptionCredits::in))
                .or(() -> attribute(element, "alt").flatMap(CaptionCredits::in));
        return known.map(found -> new Clipping.Picture(
                        picture.caption(),
                        Optional.of(cut(found.text())),
                        found.detail().map(Pictures::cut),
                        picture.archive() || found.archive(),
                        picture.alt(),
                        picture.file()))
                .orElse(picture);
    }

    static Optional<String> attribute(Element element, String name) {
        String value = element.attr(name);
        return value.isBlank() || value.length() > LONGEST
                ? Optional.empty()
                : Optional.of(Values.text(value)).filter(text -> !text.isEmpty());
    }

    /// Where the caption begins behind a mark of agencies: "FILE - ", "ARCHIVES : "; 0 without one.
    private static int begun(String words) {
        for (int at = 3; at < Math.min(words.length() - 2, LONGEST_MARK); at++) {
            if ("-–—:".indexOf(words.charAt(at)) >= 0) {
                boolean mark = CreditWords.archive(words.substring(0, at).strip());
                return mark ? at + 1 + (words.charAt(at + 1) == ' ' ? 1 : 0) : 0;
            }
        }
        return 0;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// The address of the picture of an element, as written; empty for dots, icons and pictures in the address itself.
    static Optional<String> source(Element element, PageAddresses addresses) {
        boolean described = element.attr("alt").length() > LONGEST_MARK;
        if (!described && (tiny(element.attr("width")) || tiny(element.attr("height")))) {
            return Optional.empty();
        }
        for (String name : SOURCES) {
            String value = element.attr(name).strip();
            if (!value.isEmpty() && !value.startsWith("data:")) {
                return addresses.file(value);
            }
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.endsWith("src") || name.endsWith("srcset")) {
                String first = first(attribute.getValue().strip());
                if (!first.isEmpty() && !first.startsWith("data:")) {
                    return addresses.file(first);
                }
            }
        }
        return Optional.empty();
    }

    /// The first address of a set: `a.jpg 1x, b.jpg 2x`.
    private static String first(String set) {
        int end = 0;
        while (end < set.length() && set.charAt(end) > ' ') {
            end++;
        }
        String first = set.substring(0, end);
        return first.endsWith(",") ? first.substring(0, end - 1) : first;
    }

    private static boolean tiny(String size) {
        return !size.isEmpty() && size.length() <= 2 && size.chars().allMatch(Character::isDigit);
    }
}
