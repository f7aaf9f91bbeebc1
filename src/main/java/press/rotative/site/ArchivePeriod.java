package press.rotative.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A part of an edition's archive, as its address names it: `/2026/11/24`. Days begin and end in the time zone of the
/// edition.
sealed interface ArchivePeriod {
    Pattern PATH = Pattern.compile("(?:/(\\d{4})(?:/(\\d{2})(?:/(\\d{2}))?)?)?");

    record Whole() implements ArchivePeriod {}

    record OfYear(Year year) implements ArchivePeriod {}

    record OfMonth(YearMonth month) implements ArchivePeriod {}

    record OfDay(LocalDate day) implements ArchivePeriod {}

    /// Empty for a date that is not in the calendar.
    static Optional<ArchivePeriod> of(String path) {
        Matcher date = PATH.matcher(path);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            if (date.group(1) == null) {
                return Optional.of(new Whole());
            }
            int year = Integer.parseInt(date.group(1));
            if (date.group(2) == null) {
                return Optional.of(new OfYear(Year.of(year)));
            }
            int month = Integer.parseInt(date.group(2));
            return Optional.of(
                    date.group(3) == null
                            ? new OfMonth(YearMonth.of(year, month))
                            : new OfDay(LocalDate.of(year, month, Integer.parseInt(date.group(3)))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    /// Below the archive of an edition.
    default String path() {
        return switch (this) {
            case Whole whole -> "";
            case OfYear(Year year) -> "/%04d".formatted(year.getValue());
            case OfMonth(YearMonth month) -> "/%04d/%02d".formatted(month.getYear(), month.getMonthValue());
            case OfDay(LocalDate day) ->
                "/%04d/%02d/%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        };
    }

    /// The period around it.
    default ArchivePeriod above() {
        return switch (this) {
            case Whole whole -> whole;
            case OfYear year -> new Whole();
            case OfMonth(YearMonth month) -> new OfYear(Year.of(month.getYear()));
            case OfDay(LocalDate day) -> new OfMonth(YearMonth.from(day));
        };
    }

    /// From the first day until the day after the last; the whole archive begins and ends where it is asked.
    static List<LocalDate> monthsBetween(LocalDate first, LocalDate last) {
        YearMonth begin = YearMonth.from(first);
        int months = (last.getYear() - begin.getYear()) * 12 + last.getMonthValue() - begin.getMonthValue() + 1;
        return IntStream.rangeClosed(0, months)
                .mapToObj(i -> begin.plusMonths(i).atDay(1))
                .toList();
    }

    static List<LocalDate> daysOf(YearMonth month) {
        return IntStream.rangeClosed(0, month.lengthOfMonth())
                .mapToObj(month.atDay(1)::plusDays)
                .toList();
    }

    static java.time.Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
