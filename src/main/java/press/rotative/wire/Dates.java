package press.rotative.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the dates of news pages from folded text: `12:40 24.11.2026`, `24 novembre 2026 à 12h40`,
/// `November 24, 2026, 6:10 pm ET`, `2026-11-24T12:40Z`, and Arabic month names of the Latin-derived, Levantine and
/// Maghrebi systems. A date without a year is none: which year it was cannot be known. Day and month in figures
/// with a stroke are read day first, except in English, where they are read only when one of them exceeds 12.
final class Dates {

    /// A date and where it ends in the folded text.
    record Found(int end, Clipping.Dated dated) {}

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("gmt", "Z"), Map.entry("utc", "Z"), Map.entry("z", "Z"), Map.entry("tu", "Z"),
            Map.entry("et", "America/New_York"), Map.entry("est", "-05:00"), Map.entry("edt", "-04:00"),
            Map.entry("ct", "America/Chicago"), Map.entry("pt", "America/Los_Angeles"), Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"), Map.entry("bst", "+01:00"), Map.entry("cet", "+01:00"), Map.entry("cest", "+02:00"),
            Map.entry("heure de paris", "Europe/Paris"), Map.entry("heure de moscou", "Europe/Moscow"),
            Map.entry("بتوقيت غرينتش", "Z"), Map.entry("بتوقيت جرينتش", "Z"), Map.entry("غرينتش", "Z"));
    private static final String[] BEFORE_TIME = {
        "a", "at", "on", ",", "-", "|", "/", "t", "الساعه", "في", "في تمام الساعه", "على الساعه", "الساعه:"};

    static {
        Words.read("months.txt").lists().forEach((month, names) ->
                names.forEach(name -> MONTHS.put(Folding.key(name), Integer.valueOf(month))));
    }

    private final String text;
    private final boolean dayFirst;

    private Dates(String text, boolean dayFirst) {
        this.text = text;
        this.dayFirst = dayFirst;
    }

    /// The date that begins at this place, if one does.
    static Optional<Found> at(String folded, int place, Optional<String> language) {
        if (place >= folded.length() || !Character.isLetterOrDigit(folded.charAt(place))) {
            return Optional.empty();
        }
        var dates = new Dates(folded, !language.equals(Optional.of("en")));
        Optional<Found> plain = dates.dateThenTime(place);
        return plain.isPresent() ? plain : dates.timeThenDate(place);
    }

    private record Day(int end, LocalDate date) {}

    private record Clock(int end, LocalTime time, Optional<ZoneId> zone) {}

    private Optional<Found> dateThenTime(int place) {
        Optional<Day> day = day(place);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        Optional<Clock> clock = clock(afterConnector(day.get().end()));
        return Optional.of(clock
                .map(time -> new Found(time.end(), new Clipping.Dated(day.get().date(), Optional.of(time.time()), time.zone())))
                .orElseGet(() -> new Found(day.get().end(),
                        new Clipping.Dated(day.get().date(), Optional.empty(), Optional.empty()))));
    }

    private Optional<Found> timeThenDate(int place) {
        Optional<Clock> clock = clock(place);
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        return day(afterConnector(clock.get().end())).map(day -> {
            Optional<ZoneId> after = clock.get().zone().isPresent() ? Optional.empty() : zone(day.end()).map(Zone::id);
            int end = after.isPresent() ? zone(day.end()).orElseThrow().end() : day.end();
            return new Found(end, new Clipping.Dated(day.date(), Optional.of(clock.get().time()),
                    clock.get().zone().isPresent() ? clock.get().zone() : after));
        });
    }

    private Optional<Day> day(int place) {
        int first = digits(place);
        if (first > place) {
            return figures(place, first);
        }
        Month month = month(place);
        if (month == null) {
            return Optional.empty();
        }
        int dayAt = skip(month.end(), " .");
        int dayEnd = digits(dayAt);
        int yearAt = skip(ordinal(dayEnd), " ,");
        int yearEnd = digits(yearAt);
        return dayEnd - dayAt > 2 ? Optional.empty() : made(yearEnd, yearAt, month.number(), dayAt, dayEnd);
    }

    private Optional<Day> figures(int place, int first) {
        char separator = first < text.length() ? text.charAt(first) : ' ';
        if (separator == '-' || separator == '/' || separator == '.') {
            int secondEnd = digits(first + 1);
            if (secondEnd < text.length() && text.charAt(secondEnd) == separator && secondEnd > first + 1) {
                int thirdEnd = digits(secondEnd + 1);
                if (first - place == 4) {
                    return dated(thirdEnd, number(place, first), number(first + 1, secondEnd), number(secondEnd + 1, thirdEnd));
                }
                return thirdEnd - secondEnd - 1 == 4
                        ? dayAndMonth(separator, thirdEnd, number(secondEnd + 1, thirdEnd), number(place, first),
                                number(first + 1, secondEnd))
                        : Optional.empty();
            }
        }
        if (first - place > 2) {
            return Optional.empty();
        }
        Month month = month(skip(ordinal(first), " ."));
        if (month == null) {
            return Optional.empty();
        }
        int yearAt = skip(month.end(), " ,.");
        return made(digits(yearAt), yearAt, month.number(), place, first);
    }

    private Optional<Day> dayAndMonth(char separator, int end, int year, int first, int second) {
        if (dayFirst || separator == '.' || first > 12 || first == second) {
            return dated(end, year, second, first);
        }
        return second > 12 ? dated(end, year, first, second) : Optional.empty();
    }

    private Optional<Day> made(int yearEnd, int yearAt, int month, int dayAt, int dayEnd) {
        if (yearEnd - yearAt != 4 || dayEnd == dayAt) {
            return Optional.empty();
        }
        return dated(yearEnd, number(yearAt, yearEnd), month, number(dayAt, dayEnd));
    }

    private static Optional<Day> dated(int end, int year, int month, int day) {
        try {
            return year < 1800 || year > 2200 ? Optional.empty() : Optional.of(new Day(end, LocalDate.of(year, month, day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<Clock> clock(int place) {
        int hourEnd = digits(place);
        if (hourEnd == place || hourEnd - place > 2 || hourEnd >= text.length()) {
            return Optional.empty();
        }
        int hour = number(place, hourEnd);
        int minute = 0;
        int end = skip(hourEnd, " ");
        char mark = end < text.length() ? text.charAt(end) : ' ';
        boolean marked = false;
        if (mark == ':' || mark == 'h' || mark == '.') {
            int minuteAt = skip(end + 1, " ");
            int minuteEnd = digits(minuteAt);
            boolean minutes = minuteEnd - minuteAt == 2;
            if (!minutes && mark != 'h') {
                return Optional.empty();
            }
            minute = minutes ? number(minuteAt, minuteEnd) : 0;
            end = minutes ? seconds(minuteEnd) : end + 1;
            marked = mark != '.';
        } else {
            end = hourEnd;
        }
        int half = skip(end, " ");
        int afterHalf = half(half);
        if (afterHalf > half) {
            boolean late = text.charAt(half) == 'p' || text.charAt(half) == 'م';
            hour = hour % 12 + (late ? 12 : 0);
            end = afterHalf;
            marked = true;
        }
        if (!marked || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        Optional<Zone> zone = zone(end);
        return Optional.of(new Clock(zone.map(Zone::end).orElse(end), LocalTime.of(hour, minute), zone.map(Zone::id)));
    }

    private int seconds(int end) {
        boolean more = end + 2 < text.length() && text.charAt(end) == ':' && digits(end + 1) == end + 3;
        return more ? end + 3 : end;
    }

    private int half(int place) {
        for (String word : new String[] {"a.m.", "p.m.", "am", "pm", "صباحا", "مساء", "ص", "م"}) {
            if (text.startsWith(word, place) && endsWord(place + word.length(), word)) {
                return place + word.length();
            }
        }
        return place;
    }

    private record Zone(int end, ZoneId id) {}

    private Optional<Zone> zone(int place) {
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
                int total = hours == 4 ? value / 100 * 60 + value % 100
                        : value * 60 + (colon ? number(hourEnd + 1, minuteEnd) : 0);
                boolean possible = total <= 14 * 60 && (!named.isEmpty() || hours == 4 || colon);
                if (possible) {
                    int seconds = total * 60 * (text.charAt(signAt) == '-' ? -1 : 1);
                    return Optional.of(new Zone(closing(minuteEnd), ZoneOffset.ofTotalSeconds(seconds)));
                }
            }
        }
        return named.isEmpty() ? Optional.empty()
                : Optional.of(new Zone(closing(at + named.length()), ZoneId.of(ZONES.get(named))));
    }

    private int closing(int end) {
        return end < text.length() && text.charAt(end) == ')' ? end + 1 : end;
    }

    private record Month(int end, int number) {}

    /// One or two words; a second name after a stroke means the same month in the other system.
    private Month month(int place) {
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

    private int afterConnector(int end) {
        int at = skip(end, " ,");
        for (String word : BEFORE_TIME) {
            if (text.startsWith(word, at) && (word.length() == 1 && !Character.isLetter(word.charAt(0))
                    || word.equals("t") || endsWord(at + word.length(), word))) {
                int after = skip(at + word.length(), " ,");
                if (clock(after).isPresent() || day(after).isPresent()) {
                    return after;
                }
            }
        }
        return at;
    }

    private int ordinal(int place) {
        for (String suffix : new String[] {"er", "st", "nd", "rd", "th"}) {
            if (text.startsWith(suffix, place) && endsWord(place + 2, suffix)) {
                return place + 2;
            }
        }
        return place;
    }

    private boolean endsWord(int end, String word) {
        return end >= text.length() || !Character.isLetter(text.charAt(end))
                || !Character.isLetter(word.charAt(word.length() - 1));
    }

    private int digits(int place) {
        int at = place;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - place < 6) {
            at++;
        }
        return at;
    }

    private int letters(int place) {
        int at = place;
        while (at < text.length() && Character.isLetter(text.charAt(at)) && at - place < 20) {
            at++;
        }
        return at;
    }

    private int skip(int place, String characters) {
        int at = place;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int number(int from, int to) {
        return to > from ? Integer.parseInt(text, from, to, 10) : 0;
    }
}
