package press.rotative.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/// Dates and times as an edition says them. The year is left out within the current year, and the day within today.
public final class Dates {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Words words;
    private final Locale locale;
    private final ZoneId zone;
    private final LocalDate today;

    /// @param now when the page is made; a page that says dates is good until the next midnight of its edition
    public Dates(Words words, Tongue tongue, ZoneId zone, Instant now) {
        this.words = words;
        this.locale = tongue.locale();
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    /// mardi 24 novembre 2026
    public Moment today() {
        String weekday = today.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        return new Moment(today.toString(), words.say("date.weekday", weekday, dayAndMonth(today), year(today)));
    }

    /// 24 novembre, or 24 novembre 2025
    public Moment date(Instant instant) {
        return new Moment(machine(instant), date(instant.atZone(zone).toLocalDate()));
    }

    /// 24 novembre à 6 h 10
    public Moment dateAndTime(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return new Moment(machine(instant), words.say("date.time", date(local.toLocalDate()), time(local)));
    }

    /// 12 h 40 on the same day as the other instant, else 25 novembre à 12 h 40
    public Moment after(Instant other, Instant instant) {
        boolean sameDay =
                instant.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
        return sameDay ? new Moment(machine(instant), time(instant.atZone(zone))) : dateAndTime(instant);
    }

    public boolean sameDay(Instant one, Instant other) {
        return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
    }

    /// 12 h 40 for today, else 23 novembre
    public Moment brief(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        boolean isToday = local.toLocalDate().equals(today);
        return new Moment(machine(instant), isToday ? time(local) : date(local.toLocalDate()));
    }

    /// 12:40:07.123, whatever the language writes: for who compares instants
    public Moment exact(Instant instant) {
        return new Moment(machine(instant), words.digits().in(EXACT.format(instant.atZone(zone))));
    }

    /// 12 h 40 for today, else 23 nov.: for narrow columns
    public Moment stamp(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        if (local.toLocalDate().equals(today)) {
            return new Moment(machine(instant), time(local));
        }
        return new Moment(machine(instant), shortDay(local));
    }

    private String shortDay(ZonedDateTime local) {
        String month = local.getMonth().getDisplayName(TextStyle.SHORT, locale);
        return words.say("date.day", words.digits().in(Integer.toString(local.getDayOfMonth())), month);
    }

    /// 23 nov., 17 h 10, and with the year in another one: for narrow columns
    public Moment stampWithTime(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        String day = shortDay(local);
        String dated = local.getYear() == today.getYear()
                ? day
                : words.say("date.full", day, words.digits().in(Integer.toString(local.getYear())));
        return new Moment(machine(instant), words.say("date.stamp", dated, time(local)));
    }

    /// 24 novembre 2026, whatever the year
    public String day(LocalDate date) {
        return words.say("date.full", dayAndMonth(date), year(date));
    }

    /// mardi 24
    public String dayInMonth(LocalDate date) {
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return words.say("date.day.in.month", weekday, words.digits().in(Integer.toString(date.getDayOfMonth())));
    }

    /// novembre
    public String monthName(YearMonth month) {
        return capital(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale));
    }

    /// novembre 2026
    public String month(YearMonth month) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return words.say("date.month", capital(name), words.digits().in(Integer.toString(month.getYear())));
    }

    public LocalDate day() {
        return today;
    }

    /// A day in words.
    public String of(LocalDate day) {
        return date(day);
    }

    public YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }

    public String year() {
        return year(today);
    }

    /// When what this page says of dates stops being right: the next midnight of the edition.
    public Instant goodUntil() {
        return today.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public String machine(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).withNano(0));
    }

    private String date(LocalDate date) {
        return date.getYear() == today.getYear()
                ? dayAndMonth(date)
                : words.say("date.full", dayAndMonth(date), year(date));
    }

    private String dayAndMonth(LocalDate date) {
        String month = date.getMonth().getDisplayName(TextStyle.FULL, locale);
        String key = date.getDayOfMonth() == 1 ? "date.first" : "date.day";
        return words.say(key, words.digits().in(Integer.toString(date.getDayOfMonth())), month);
    }

    private String year(LocalDate date) {
        return words.digits().in(Integer.toString(date.getYear()));
    }

    private String time(ZonedDateTime local) {
        int hour = local.getHour();
        return words.say(
                hour < 12 ? "time.morning" : "time.afternoon",
                words.digits().in(Integer.toString(hour)),
                words.digits().in("%02d".formatted(local.getMinute())),
                words.digits().in(Integer.toString(hour % 12 == 0 ? 12 : hour % 12)));
    }

    private String capital(String name) {
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
