package press.rotative.wire.words;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The words and figures of dates in a folded text: month names, zones, halves of the day, runs of digits.
/// Every method takes a place in the text and answers with the place where what it looked for ends.
record DateWords(String text) {

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("gmt", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("z", "Z"),
            Map.entry("tu", "Z"),
            Map.entry("et", "America/New_York"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("ct", "America/Chicago"),
            Map.entry("pt", "America/Los_Angeles"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("heure de paris", "Europe/Paris"),
            Map.entry("heure de moscou", "Europe/Moscow"),
            Map.entry("بتوقيت غرينتش", "Z"),
            Map.entry("بتوقيت جرينتش", "Z"),
            Map.entry("توقيت مكه", "Asia/Riyadh"),
            Map.entry("بتوقيت مكه", "Asia/Riyadh"),
            Map.entry("بتوقيت مكه المكرمه", "Asia/Riyadh"),
            Map.entry("بتوقيت القاهره", "Africa/Cairo"),
            Map.entry("بتوقيت موسكو", "Europe/Moscow"),
            Map.entry("غرينتش", "Z"));

    static {
        Words.read("months.txt")
                .lists()
                .forEach(
                        (month, names) -> names.forEach(name -> MONTHS.put(Folding.key(name), Integer.valueOf(month))));
    }

    int seconds(int end) {
        boolean more = end + 2 < text.length() && text.charAt(end) == ':' && digits(end + 1) == end + 3;
        return more ? end + 3 : end;
    }

    int half(int place) {
        for (String word : new String[] {"a.m.", "p.m.", "am", "pm", "صباحا", "مساء", "ص", "م"}) {
            if (text.startsWith(word, place) && endsWord(place + word.length(), word)) {
                return place + word.length();
            }
        }
        return place;
    }

    record Zone(int end, ZoneId id) {}

    Optional<Zone> zone(int place) {
        int at = skip(place, " (,");
        String named = "";
        for (String name : ZONES.keySet()) {
            if (name.length() > named.length() && text.startsWith(name, at) && endsWord(at + name.length(), name)) {
                named = name;
            }
        }
        int signAt = skip(at + named.length(), named.isEmpty() ? "" : " ");
        boolean sign = signAt < text.length() && (text.charAt(signAt) == '+' || text.charAt(signAt) == '-');
        if (sign && (named.equals("gmt") || named.equals("utc") || named.isEmpty() && signAt <= place + 1)) {
            int hourEnd = digits(signAt + 1);
            int hours = hourEnd - signAt - 1;
            boolean colon = hourEnd < text.length() && text.charAt(hourEnd) == ':';
            int minuteEnd = colon ? digits(hourEnd + 1) : hourEnd;
            if (hours == 1 || hours == 2 || hours == 4 && !colon) {
                int value = number(signAt + 1, hourEnd);
                int total = hours == 4
                        ? value / 100 * 60 + value % 100
                        : value * 60 + (colon ? number(hourEnd + 1, minuteEnd) : 0);
                boolean possible = total <= 14 * 60 && (!named.isEmpty() || hours == 4 || colon);
                if (possible) {
                    int seconds = total * 60 * (text.charAt(signAt) == '-' ? -1 : 1);
                    return Optional.of(new Zone(closing(minuteEnd), ZoneOffset.ofTotalSeconds(seconds)));
                }
            }
        }
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new Zone(closing(at + named.length()), ZoneId.of(ZONES.get(named))));
    }

    private int closing(int end) {
        return end < text.length() && text.charAt(end) == ')' ? end + 1 : end;
    }

    record Month(int end, int number) {}

    /// One or two words; a second name after a stroke means the same month in the other system.
    @Nullable
    Month month(int place) {
        int end = letters(place);
        int second = letters(skip(end, " "));
        Integer both = second > end ? MONTHS.get(text.substring(place, second)) : null;
        Integer one = both != null ? both : end > place ? MONTHS.get(text.substring(place, end)) : null;
        if (one == null) {
            return null;
        }
        int after = both != null ? second : end;
        if (after < text.length() && text.charAt(after) == '/') {
            Month other = month(after + 1);
            after = other != null && other.number() == one ? other.end() : after;
        }
        return new Month(after, one);
    }

    int ordinal(int place) {
        for (String suffix : new String[] {"er", "st", "nd", "rd", "th"}) {
            if (text.startsWith(suffix, place) && endsWord(place + 2, suffix)) {
                return place + 2;
            }
        }
        return place;
    }

    boolean endsWord(int end, String word) {
        return end >= text.length()
                || !Character.isLetter(text.charAt(end))
                || !Character.isLetter(word.charAt(word.length() - 1));
    }

    int digits(int place) {
        int at = place;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - place < 6) {
            at++;
        }
        return at;
    }

    int letters(int place) {
        int at = place;
        while (at < text.length() && Character.isLetter(text.charAt(at)) && at - place < 20) {
            at++;
        }
        return at;
    }

    int skip(int place, String characters) {
        int at = place;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    int number(int from, int to) {
        return to > from ? Integer.parseInt(text, from, to, 10) : 0;
    }
}
