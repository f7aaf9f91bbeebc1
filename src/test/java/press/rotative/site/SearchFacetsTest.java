package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.fill.Fill;

/// What the page of a search offers, over a newsroom of three editions and several years.
class SearchFacetsTest {
    /// Stands in stories of every language.
    private static final String ASKED = "12";

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "fr",
            List.of("Rubrique", "Nature", "À propos de", "Signé par", "Année", "Dans les autres éditions"),
            "en",
            List.of("Section", "Kind", "About", "By", "Year", "In other editions"),
            "ar",
            List.of("القسم", "النوع", "عن", "بقلم", "السنة", "في الطبعات الأخرى"));

    @TempDir
    private static Path folder;

    private static Press press;
    private static Site site;

    @BeforeAll
    static void open() {
        press = Press.open(
                folder, Optional.empty(), Clock.fixed(Instant.parse("2026-11-24T08:30:00Z"), ZoneOffset.UTC));
        assertTrue(new Fill(press)
                .upTo(400, new Fill.Watching() {
                    @Override
                    public void told(long done, long behind) {}

                    @Override
                    public boolean stopped() {
                        return false;
                    }
                })
                .whole());
        site = Cast.site(press, URI.create("http://127.0.0.1:1"));
    }

    @AfterAll
    static void close() {
        press.close();
    }

    private static Document page(String href) {
        int query = href.indexOf('?');
        SiteAnswer answer = site.answer(new SiteRequest(
                "GET",
                query < 0 ? href : href.substring(0, query),
                query < 0 ? null : href.substring(query + 1),
                null,
                null));
        assertEquals(200, answer.status(), href);
        return Jsoup.parse(answer.text());
    }

    /// Digits of every script; no separators stand in numbers as small as these.
    private static int number(String text) {
        var digits = new StringBuilder();
        text.chars().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.isEmpty() ? 0 : Integer.parseInt(digits.toString());
    }

    private static int found(Document page) {
        String outcome = page.selectFirst("[role=status]").text();
        return switch (outcome) {
            case "نتيجة واحدة" -> 1;
            case "نتيجتان" -> 2;
            default -> number(outcome);
        };
    }

    @Test
    void the_number_beside_each_value_is_what_its_link_finds_in_three_languages() {
        HEADINGS.forEach((edition, expected) -> {
            Document page = page("/" + edition + "/search?q=" + ASKED);
            int all = found(page);
            assertTrue(all > 5, edition + " " + all);
            var headings = new ArrayList<String>();
            var hrefs = new HashSet<String>();
            for (Element facet : page.select("aside section.facet")) {
                headings.add(facet.selectFirst("h2").text());
                int sum = 0;
                for (Element link : facet.select("a")) {
                    int count = number(link.selectFirst(".num").text());
                    assertEquals(count, found(page(link.attr("href"))), link.outerHtml());
                    assertTrue(hrefs.add(link.attr("href")), link.outerHtml());
                    sum += count;
                }
                if (expected.indexOf(headings.getLast()) % 4 == 0) { // each story has one section, one year
                    assertEquals(all, sum, headings.getLast());
                }
            }
            assertTrue(expected.containsAll(headings), headings + "");
            assertTrue(headings.size() >= expected.size() - 1, headings + ""); // all may be of one kind
        });
    }

    @Test
    void what_is_narrowed_already_is_a_filter_to_take_away_and_is_not_offered_again() {
        Document page = page("/en/search?q=" + ASKED);
        Document narrowed = page(page.select("aside section.facet a").first().attr("href"));
        assertFalse(narrowed.select("aside section.facet h2").eachText().contains("Section"));
        assertEquals(found(page), found(page(narrowed.selectFirst(".chips a").attr("href"))));
        Document year = page(page.select("aside section.facet:has(h2:containsOwn(Year)) a")
                .last()
                .attr("href"));
        assertEquals(2, year.select(".chips a").size());
        assertEquals(
                page.select("aside section.facet").last().text(),
                year.select("aside section.facet").last().text(),
                "other editions are searched for the words alone");
    }

    @Test
    void hits_come_the_best_the_newest_or_the_oldest_first() {
        Document page = page("/fr/search?q=" + ASKED);
        assertEquals(
                List.of("Pertinence", "Plus récents", "Plus anciens"),
                page.select("nav.seg a").eachText());
        List<String> newest = walked("/fr/search?q=" + ASKED + "&order=date");
        List<String> oldest = walked("/fr/search?q=" + ASKED + "&order=oldest");
        assertEquals(found(page), newest.size());
        assertEquals(newest.reversed(), oldest);
        assertEquals(
                "Plus anciens",
                page("/fr/search?q=" + ASKED + "&order=oldest")
                        .select("nav.seg a[aria-current]")
                        .text());
    }

    /// Story by story through all pages.
    private static List<String> walked(String first) {
        var stories = new ArrayList<String>();
        Document page = page(first);
        while (true) {
            stories.addAll(page.select(".hits h3 a").eachAttr("href"));
            Element next = page.selectFirst("a[rel=next]");
            if (next == null) {
                return stories;
            }
            page = page(next.attr("href"));
        }
    }
}
