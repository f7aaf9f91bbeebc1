package press.rotative.wire.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 12:40 24.11.2026                         | 2026-11-24T12:40
            fr | 24 novembre 2026 à 12h40                 | 2026-11-24T12:40
            fr | 1er août 2025                            | 2025-08-01
            fr | 24/11/2026 - 7 h 05                      | 2026-11-24T07:05
            fr | 3/4/2026                                 | 2026-04-03
            fr | 24 nov. 2026, 18h                        | 2026-11-24T18:00
            en | November 24, 2026, 6:10 pm ET            | 2026-11-24T18:10-05:00
            en | July 4, 2026 at 12:00 a.m. ET            | 2026-07-04T00:00-04:00
            en | 24th November 2026 09:05 GMT             | 2026-11-24T09:05Z
            en | 2026-11-24T12:40:31+02:00                | 2026-11-24T12:40+02:00
            en | 2026-11-24T12:40Z                        | 2026-11-24T12:40Z
            en | 24 Nov 2026 10:00 UTC+3                  | 2026-11-24T10:00+03:00
            en | 11/24/2026                               | 2026-11-24
            en | 3/4/2026                                 |
            en | March 2026                               |
            en | 31 February 2026                         |
            en | 24 November                              |
            en | 12:40                                    |
            en | 25:99 24.11.2026                         |
            ar | 24 نوفمبر 2026 الساعة 18:30 بتوقيت غرينتش | 2026-11-24T18:30Z
            ar | ٢٤ تشرين الثاني ٢٠٢٦                     | 2026-11-24
            ar | 2 شباط/فبراير 2026 - 21:15               | 2026-02-02T21:15
            ar | 7 كانون الأول 2025، 6:45 مساء            | 2025-12-07T18:45
            ar | 9 غشت 2024                               | 2024-08-09
            de | 5. März 2026 um                          | 2026-03-05
            de | 24.11.26                                 | 2026-11-24
            de | 24.11.96, 7:05                           | 1996-11-24T07:05
            de | 1.2.26                                   |
            de | 10.11.12.13                              |
            """)
    void a_date_is_read_as_exactly_as_it_is_printed(String language, String printed, String iso) {
        String found = Dates.at(Folding.key(printed), 0, Optional.of(language))
                .map(date -> date.dated().iso())
                .orElse(null);
        assertEquals(iso, found);
    }
}
