package press.rotative.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-24T05:10:00Z");

    @Test
    void french_dates_read_as_french() {
        Dates dates = dates("fr", Digits.WESTERN);
        assertEquals("mardi 24\u00a0novembre 2026", dates.today().words());
        assertEquals(
                "24\u00a0novembre à 6\u00a0h\u00a010",
                dates.dateAndTime(MORNING).words());
        assertEquals("2026-11-24T06:10:00+01:00", dates.dateAndTime(MORNING).machine());
        assertEquals(
                "1er\u00a0mai 2025",
                dates.date(Instant.parse("2025-05-01T09:00:00Z")).words());
        assertEquals("Novembre 2026", dates.month(YearMonth.of(2026, 11)));
    }

    @Test
    void english_dates_read_as_english() {
        Dates dates = dates("en", Digits.WESTERN);
        assertEquals("Tuesday 24 November 2026", dates.today().words());
        assertEquals("24 November at 6.10\u00a0am", dates.dateAndTime(MORNING).words());
        assertEquals(
                "12.05\u00a0am",
                dates.after(MORNING, Instant.parse("2026-11-23T23:05:00Z")).words());
    }

    @Test
    void arabic_dates_read_as_arabic() {
        assertEquals(
                "24 نوفمبر، 6:10",
                dates("ar", Digits.WESTERN).dateAndTime(MORNING).words());
        assertEquals(
                "٢٤ نوفمبر، ٦:١٠",
                dates("ar", Digits.ARABIC).dateAndTime(MORNING).words());
    }

    @Test
    void the_day_is_left_out_within_the_same_day() {
        Dates dates = dates("fr", Digits.WESTERN);
        assertEquals(
                "12\u00a0h\u00a040",
                dates.after(MORNING, Instant.parse("2026-11-24T11:40:00Z")).words());
        assertEquals("6\u00a0h\u00a010", dates.brief(MORNING).words());
        assertEquals(
                "23\u00a0novembre", dates.brief(MORNING.minusSeconds(86_400)).words());
    }

    @Test
    void what_a_page_says_of_dates_is_good_until_midnight_of_its_edition() {
        assertEquals(
                Instant.parse("2026-11-24T23:00:00Z"),
                dates("fr", Digits.WESTERN).goodUntil());
    }

    private static Dates dates(String language, Digits digits) {
        Tongue tongue = Tongue.of(language);
        return new Dates(Words.in("site", tongue, digits), tongue, ZoneId.of("Europe/Paris"), NOW);
    }
}
