package press.rotative.wire.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import press.rotative.wire.clipping.Clipping;

/// Reads the dates of news pages from folded text: `12:40 24.11.2026`, `24 novembre 2026 à 12h40`,
/// `November 24, 2026, 6:10 pm ET`, `2026-11-24T12:40Z`, and Arabic month names of the Latin-derived, Levantine and
/// Maghrebi systems. A date without a year is none: which year it was cannot be known. Day and month in figures
/// with a stroke are read day first, except in English, where they are read only when one of them exceeds 12.
public final class Dates {

    /// A date and where it ends in the folded text.
    public record Found(int end, Clipping.Dated dated) {}

    private static final String[] BEFORE_TIME = {
        "a", "at", "on", ",", "-", "|", "/", "t", "الساعه", "في", "في تمام الساعه", "على الساعه", "الساعه:"
    };

    /// Years of two digits from this one on belong to the last century.
    private static final int MIDDLE = 70;

    private final String text;
    private final DateWords words;
    private final boolean dayFirst;

    private Dates(String text, boolean dayFirst) {
        this.text = text;
        this.words = new DateWords(text);
        this.dayFirst = dayFirst;
    }

    /// The date that begins at this place, if one does.
    public static Optional<Found> at(String folded, int place, Optional<String> language) {
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
        return Optional.of(clock.map(time -> new Found(
                        time.end(), new Clipping.Dated(day.get().date(), Optional.of(time.time()), time.zone())))
                .orElseGet(() -> new Found(
                        day.get().end(), new Clipping.Dated(day.get().date(), Optional.empty(), Optional.empty()))));
    }

    private Optional<Found> timeThenDate(int place) {
        Optional<Clock> clock = clock(place);
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        return day(afterConnector(clock.get().end())).map(day -> {
            Optional<ZoneId> after = clock.get().zone().isPresent()
                    ? Optional.empty()
                    : words.zone(day.end()).map(DateWords.Zone::id);
            int end = after.isPresent() ? words.zone(day.end()).orElseThrow().end() : day.end();
            return new Found(
                    end,
                    new Clipping.Dated(
                            day.date(),
                            Optional.of(clock.get().time()),
                            clock.get().zone().isPresent() ? clock.get().zone() : after));
        });
    }

    private Optional<Day> day(int place) {
        int first = words.digits(place);
        if (first > place) {
            return figures(place, first);
        }
        DateWords.Month month = words.month(place);
        if (month == null) {
            return Optional.empty();
        }
        int dayAt = words.skip(month.end(), " .");
        int dayEnd = words.digits(dayAt);
        int yearAt = words.skip(words.ordinal(dayEnd), " ,");
        int yearEnd = words.digits(yearAt);
        return dayEnd - dayAt > 2 ? Optional.empty() : made(yearEnd, yearAt, month.number(), dayAt, dayEnd);
    }

    private Optional<Day> figures(int place, int first) {
        char separator = first < text.length() ? text.charAt(first) : ' ';
        if (separator == '-' || separator == '/' || separator == '.') {
            int secondEnd = words.digits(first + 1);
            if (secondEnd < text.length() && text.charAt(secondEnd) == separator && secondEnd > first + 1) {
                int thirdEnd = words.digits(secondEnd + 1);
                if (first - place == 4) {
                    return dated(
                            thirdEnd,
                            words.number(place, first),
                            words.number(first + 1, secondEnd),
                            words.number(secondEnd + 1, thirdEnd));
                }
                int year = year(separator, place, first, secondEnd, thirdEnd);
                return year >= 0
                        ? dayAndMonth(
                                separator,
                                thirdEnd,
                                year,
                                words.number(place, first),
                                words.number(first + 1, secondEnd))
                        : Optional.empty();
            }
        }
        if (first - place > 2) {
            return Optional.empty();
        }
        DateWords.Month month = words.month(words.skip(words.ordinal(first), " ."));
        if (month == null) {
            return Optional.empty();
        }
        int yearAt = words.skip(month.end(), " ,.");
        return made(words.digits(yearAt), yearAt, month.number(), place, first);
    }

    /// The year behind a day and a month: four digits, or two behind two of each between dots ("19.11.26"); -1 for
    /// none.
    private int year(char separator, int place, int first, int second, int third) {
        int digits = third - second - 1;
        boolean pairs = separator == '.' && digits == 2 && first - place == 2 && second - first == 3;
        boolean ends = third >= text.length() || text.charAt(third) != '.';
        int year = digits == 4 || pairs && ends ? words.number(second + 1, third) : -1;
        return digits == 4 || year < 0 ? year : year < MIDDLE ? 2000 + year : 1900 + year;
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
        return dated(yearEnd, words.number(yearAt, yearEnd), month, words.number(dayAt, dayEnd));
    }

    private static Optional<Day> dated(int end, int year, int month, int day) {
        try {
            return year < 1800 || year > 2200
                    ? Optional.empty()
                    : Optional.of(new Day(end, LocalDate.of(year, month, day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<Clock> clock(int place) {
        int hourEnd = words.digits(place);
        if (hourEnd == place || hourEnd - place > 2 || hourEnd >= text.length()) {
            return Optional.empty();
        }
        int hour = words.number(place, hourEnd);
        int minute = 0;
        int end = words.skip(hourEnd, " ");
        char mark = end < text.length() ? text.charAt(end) : ' ';
        boolean marked = false;
        if (mark == ':' || mark == 'h' || mark == '.') {
            int minuteAt = words.skip(end + 1, " ");
            int minuteEnd = words.digits(minuteAt);
            boolean minutes = minuteEnd - minuteAt == 2;
            if (!minutes && mark != 'h') {
                return Optional.empty();
            }
            minute = minutes ? words.number(minuteAt, minuteEnd) : 0;
            end = minutes ? words.seconds(minuteEnd) : end + 1;
            marked = mark != '.';
        } else {
            end = hourEnd;
        }
        int half = words.skip(end, " ");
        int afterHalf = words.half(half);
        if (afterHalf > half) {
            boolean late = text.charAt(half) == 'p' || text.charAt(half) == 'م';
            hour = hour % 12 + (late ? 12 : 0);
            end = afterHalf;
            marked = true;
        }
        if (!marked || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        Optional<DateWords.Zone> zone = words.zone(end);
        return Optional.of(new Clock(
                zone.map(DateWords.Zone::end).orElse(end), LocalTime.of(hour, minute), zone.map(DateWords.Zone::id)));
    }

    private int afterConnector(int end) {
        int at = words.skip(end, " ,");
        for (String word : BEFORE_TIME) {
            if (text.startsWith(word, at)
                    && (word.length() == 1 && !Character.isLetter(word.charAt(0))
                            || word.equals("t")
                            || words.endsWord(at + word.length(), word))) {
                int after = words.skip(at + word.length(), " ,");
                if (clock(after).isPresent() || day(after).isPresent()) {
                    return after;
                }
            }
        }
        return at;
    }
}
