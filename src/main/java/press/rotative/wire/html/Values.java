package press.rotative.wire.html;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Dates;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.Words;

/// Values as data in pages spells them: text with entities in it, dates for machines, names.
final class Values {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NAMES = 2_000;
    private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//\\S{1,500}|\\bwww\\.\\S{1,300}");

    private Values() {}

    /// White space folded, entities and tags gone, characters that cannot be shown dropped.
    static String text(String value) {
        String plain = value;
        if (plain.indexOf('&') >= 0) {
            plain = Parser.unescapeEntities(plain, false);
            plain = plain.indexOf('&') >= 0 ? Parser.unescapeEntities(plain, false) : plain;
        }
        if (plain.indexOf('<') >= 0 && plain.indexOf('>') > 0) {
            plain = plain.replaceAll("<[a-zA-Z/!][^<>]{0,500}>", " ");
        }
        Run run = new Run();
        run.add(plain);
        return run.said();
    }

    /// `2026-11-24T12:40:00+01:00`, with less of it, with a space for the T; RFC 1123; milliseconds; or as
    /// people write.
    static Optional<Clipping.Dated> date(String value, Optional<String> language) {
        String plain = value.strip();
        if (plain.length() < 6 || plain.length() > 80) {
            return Optional.empty();
        }
        if (plain.chars().allMatch(Character::isDigit) && (plain.length() == 13 || plain.length() == 10)) {
            long number = Long.parseLong(plain);
            return Optional.of(dated(Instant.ofEpochMilli(plain.length() == 13 ? number : number * 1000)
                    .atZone(ZoneOffset.UTC)));
        }
        Optional<Clipping.Dated> iso = iso(plain);
        if (iso.isPresent()) {
            return iso;
        }
        boolean machine = plain.indexOf(':') > 0 && (plain.charAt(3) == ',' || Character.isDigit(plain.charAt(0)));
        if (!machine) {
            return said(plain, language);
        }
        try {
            return Optional.of(dated(ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException asPeopleWrite) {
            return said(plain, language);
        }
    }

    /// The first date in a text that people read.
    static Optional<Clipping.Dated> said(String text, Optional<String> language) {
        String folded = Folding.key(text);
        for (int at = 0; at < Math.min(folded.length(), 200); at++) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
            if (begins) {
                Optional<Dates.Found> found = Dates.at(folded, at, language);
                if (found.isPresent()) {
                    return found.map(Dates.Found::dated);
                }
            }
        }
        return Optional.empty();
    }

    private static Clipping.Dated dated(ZonedDateTime at) {
        return new Clipping.Dated(
                at.toLocalDate(), Optional.of(at.toLocalTime().withSecond(0).withNano(0)), Optional.of(at.getZone()));
    }

    private static Optional<Clipping.Dated> iso(String plain) {
        try {
            if (plain.length() < 10 || plain.charAt(4) != '-' || plain.charAt(7) != '-') {
                return Optional.empty();
            }
            LocalDate day = LocalDate.parse(plain.substring(0, 10));
            if (day.getYear() < 1800 || day.getYear() > 2200) {
                return Optional.empty();
            }
            String rest = plain.substring(10).replaceFirst("^[Tt ]\\s*", "");
            if (rest.length() < 5 || rest.charAt(2) != ':') {
                return Optional.of(new Clipping.Dated(day, Optional.empty(), Optional.empty()));
            }
            LocalTime time = LocalTime.parse(rest.substring(0, 5));
            String zone =
                    rest.substring(5).replaceFirst("^:\\d\\d([.,]\\d+)?", "").strip();
            return Optional.of(new Clipping.Dated(day, Optional.of(time), zone(zone)));
        } catch (DateTimeException | IndexOutOfBoundsException notIso) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String zone) {
        try {
            return zone.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            zone.equals("Z") || zone.equals("z") ? ZoneOffset.UTC : ZoneId.of(zone.split(" ")[0]));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /// The names in a value: separated by commas, strokes or "and"; without "By"; no addresses.
    static List<String> names(String value) {
        List<String> names = new ArrayList<>();
        String cut = value.substring(0, Math.min(value.length(), LONGEST_NAMES));
        String plain = Words.GENERAL
                .without("byline", text(cut))
                .replaceFirst("^(?i)(by|par|von|por|di|de|بقلم|كتب|كتبت)\\s*:?\\s+", "");
        for (String piece : ADDRESS.matcher(plain)
                .replaceAll(" ")
                .replaceFirst(",\\s{1,3}in\\s\\p{Lu}.*$", "")
                .split("\\s*[,;|/•·&]\\s*|\\s+(?:and|et|und|y|avec|with)\\s+|\\s+و\\s*(?=\\p{L}{2})|،", 20)) {
            String name = piece.strip();
            boolean address = name.contains("@") && name.contains(".");
            if (name.length() > 1
                    && name.length() <= LONGEST_NAME
                    && !address
                    && name.chars().anyMatch(Character::isLetter)
                    && name.chars().filter(Character::isDigit).count() < 3
                    && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
