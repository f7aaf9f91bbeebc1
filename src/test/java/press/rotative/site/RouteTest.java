package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Format;
import press.rotative.platform.Problem;
import press.rotative.search.Question;

class RouteTest {

    @Test
    void addresses_are_read_as_written_down() {
        assertEquals(new Route.Root(), Route.of("/", null));
        assertEquals(new Route.Front("fr"), Route.of("/fr/", null));
        assertEquals(
                new Route.Search("fr", "ponton ferry", SearchFilter.NONE, Question.Order.DATE, "a.b.c"),
                Route.of("/fr/search", "after=a.b.c&order=date&q=ponton+%20ferry&from="));
        assertEquals(new Route.CorrectionList("ar", null), Route.of("/ar/corrections", null));
        assertEquals(new Route.FeedOf("en", null, Route.FeedFormat.JSON), Route.of("/en/feed.json", null));
        assertEquals(
                new Route.FeedOf("en", "/en/topic/ferry", Route.FeedFormat.RSS),
                Route.of("/en/topic/ferry/rss.xml", null));
        assertEquals(new Route.Archive("fr", new ArchivePeriod.Whole(), null), Route.of("/fr/archive", "utm_source=x"));
        assertEquals(
                new Route.Archive("fr", new ArchivePeriod.OfMonth(java.time.YearMonth.of(2026, 2)), null),
                Route.of("/fr/archive/2026/02", null));
        assertEquals(
                new Route.Archive("fr", new ArchivePeriod.OfDay(java.time.LocalDate.of(2024, 2, 29)), "f7k2p"),
                Route.of("/fr/archive/2024/02/29", "before=f7k2p"));
        assertEquals(
                new Route.SitemapMonth("fr", java.time.YearMonth.of(2026, 11)),
                Route.of("/fr/sitemap-2026-11.xml", null));
        assertEquals(new Route.Short("f7k2p", false), Route.of("/F7K2P", null));
        assertEquals(new Route.Short("f7k2p", true), Route.of("/f7k2p+", null));
        assertEquals(new Route.PictureFile(12, Shape.WHOLE, 800, Format.JPEG), Route.of("/pictures/12/800.jpg", null));
        assertEquals(
                new Route.PictureFile(12, Shape.THREE_BY_TWO, 480, Format.AVIF),
                Route.of("/pictures/12/3x2-480.avif", null));
        assertEquals(new Route.Page("/fr/port", "f7k2p"), Route.of("/fr/port", "before=f7k2p"));
        assertEquals("f7k2p", Route.codeAtEnd("/fr/port/le-ferry-f7k2p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2026/13", "/2026/2", "/2026/02/30", "/26", "/2026/02/01/x", "/x", "s"})
    void a_date_that_is_not_in_the_calendar_is_no_archive(String date) {
        assertEquals(new Route.Page("/fr/archive" + date, null), Route.of("/fr/archive" + date, null));
    }

    @Test
    void undeclared_parameters_are_as_if_they_were_not_there() {
        assertEquals(Route.of("/fr/", null), Route.of("/fr/", "fbclid=abc&utm_source=%zz&q=x"));
        assertEquals(Route.of("/fr/search", "q=a"), Route.of("/fr/search", "x=1&q=a&q=b&page=1&%&order=x"));
        assertEquals(Route.of("/fr/port", null), Route.of("/fr/port", "&&==&before"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%f", "/%zz", "/fr/%00", "/fr/%ff", "/fr/%c3", "x", "/fr/%0d%0aSet-Cookie:x"})
    void an_address_that_cannot_be_read_is_a_problem_of_the_asker(String path) {
        assertEquals(
                Problem.Category.INVALID,
                assertThrows(Problem.class, () -> Route.of(path, null)).category());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "section=0",
                "concept=a",
                "author=-1",
                "kind=poem",
                "from=yesterday",
                "to=2026-13-01",
                "after=%3Cb",
                "q=%"
            })
    void a_declared_parameter_that_cannot_be_read_is_a_problem_of_the_asker(String query) {
        assertThrows(Problem.class, () -> Route.of("/fr/search", query));
    }

    @Test
    void a_search_is_cut_at_a_sensible_length() {
        assertEquals(
                200,
                ((Route.Search) Route.of("/fr/search", "q=" + "a".repeat(3000)))
                        .asked()
                        .length());
    }

    @Property(tries = 2000)
    void no_address_at_all_breaks_the_reading(@ForAll String path, @ForAll String query) {
        try {
            Route.of("/" + path, query);
        } catch (Problem refused) {
            assertEquals(Problem.Category.INVALID, refused.category());
        }
    }
}
