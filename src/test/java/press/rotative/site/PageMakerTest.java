package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.media.PictureId;
import press.rotative.platform.Problem;
import press.rotative.publication.Subject;
import press.rotative.story.AuthorId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Comparison;
import press.rotative.story.ConceptId;
import press.rotative.story.Contribution;
import press.rotative.story.Difference;
import press.rotative.story.EditionId;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.LiveStory;
import press.rotative.story.Mark;
import press.rotative.story.Origin;
import press.rotative.story.PictureUse;
import press.rotative.story.PublicStory;
import press.rotative.story.Related;
import press.rotative.story.SectionId;
import press.rotative.story.Source;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.TranslatedFrom;

/// Which page answers an address, and what it shows.
class PageMakerTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T05:10:00Z");
    private static final String CANONICAL = "/fr/port/le-ferry-bcdfg";

    private final PaperNewsroom newsroom = PaperNewsroom.opened();

    @BeforeEach
    void publish() {
        newsroom.publish(story(1, 1, "bcdfg", 1L, content("Le ferry", true, null), null));
        newsroom.history.put(
                new StoryId(1),
                List.of(
                        new PublicStory.Event(
                                2, "CORRECTED", MORNING.plusSeconds(3600), "48 m et non 54 m.", false, false),
                        new PublicStory.Event(1, "PUBLISHED", MORNING, null, false, false)));
        for (int i = 2; i < 30; i++) {
            newsroom.publish(story(
                    i,
                    1,
                    "bcdf" + CODES.charAt(i - 2),
                    i % 2 == 0 ? 1L : 2L,
                    content("Titre " + i, i % 3 == 0, null),
                    null));
        }
    }

    private static final String CODES = "23456789bcdfhjkmnpqrstvwxyzhjk";

    @Test
    void the_root_leads_to_the_first_edition() {
        MadePage page = make("/");
        assertEquals(302, page.status());
        assertEquals("/fr/", page.headers().get("Location"));
        assertEquals("/fr/", make("/fr").headers().get("Location"));
    }

    @Test
    void the_front_shows_no_story_twice_above_the_sections() {
        Document page = html("/fr/");
        List<String> above = page.select(".top .lead h2, .four h3").eachText();
        assertEquals(5, above.size());
        assertEquals(above.stream().distinct().toList(), above);
        assertEquals(8, page.select(".latest li").size());
        assertEquals(2, page.select(".sec").size());
        assertEquals("14 °C", page.selectFirst(".bar .x").text().replace('\u00a0', ' '));
    }

    @Test
    void an_arranged_front_shows_its_blocks_in_their_order_and_fills_what_is_not_picked() {
        newsroom.fronts.put(
                FrontPlace.of(new EditionId(1)),
                new FrontPlan(List.of(
                        new FrontBlock.OfSection(new SectionId(2), FrontBlock.Look.ROWS, List.of(new StoryId(9)), 2),
                        new FrontBlock.Lead(new StoryId(5), List.of()),
                        new FrontBlock.Grid("Le choix", List.of(new StoryId(7), new StoryId(99)), 3),
                        new FrontBlock.Latest(4))));
        Document page = html("/fr/");
        assertEquals("Titre 5", page.selectFirst(".top .lead h2").text());
        assertNull(page.selectFirst(".top .latest"), "the latest stand apart when they are not beside the lead");
        assertEquals(4, page.select(".latest li").size());
        List<String> grid = page.select(".four h3").eachText();
        assertEquals("Titre 7", grid.getFirst());
        assertEquals(3, grid.size(), "the story that is not there leaves its place");
        assertEquals("Titre 9", page.selectFirst(".sec h3").text());
        assertEquals("sec", page.selectFirst("main section").className());
        List<String> placed = page.select(".lead h2, .four h3, .sec h3").eachText();
        assertEquals(placed.stream().distinct().toList(), placed, "no story stands in two blocks");
    }

    @Test
    void a_headline_picked_under_the_lead_fills_no_other_block() {
        newsroom.fronts.put(
                FrontPlace.of(new EditionId(1)),
                new FrontPlan(List.of(
                        new FrontBlock.Lead(new StoryId(5), List.of(new StoryId(7))),
                        new FrontBlock.Grid(null, List.of(), 12))));
        Document page = html("/fr/");
        assertTrue(page.select(".top").text().contains("Titre 7"));
        assertFalse(page.select(".four h3").eachText().contains("Titre 7"));
    }

    @Test
    void a_picked_story_that_is_gone_leaves_the_lead_to_the_next() {
        newsroom.fronts.put(
                FrontPlace.of(new EditionId(1)),
                new FrontPlan(List.of(new FrontBlock.Lead(new StoryId(99), List.of()), new FrontBlock.Latest(0))));
        assertEquals(1, html("/fr/").select(".top .lead h2").size());
        assertEquals(1, html("/fr/").select(".top .latest").size());
    }

    @Test
    void the_kind_of_a_story_is_labelled_and_said_to_machines() {
        for (StoryKind kind : StoryKind.values()) {
            newsroom.publish(
                    story(50, 1, "zzzz9", 1L, content("Un sujet", true, null).withKind(kind), null));
            Document page = html("/fr/port/un-sujet-zzzz9");
            String label = page.select(".kick .arch").text();
            String data = page.selectFirst("script[type=application/ld+json]").data();
            switch (kind) {
                case ARTICLE, BRIEF -> assertEquals("", label);
                case OPINION -> {
                    assertEquals("Opinion", label);
                    assertTrue(data.contains("OpinionNewsArticle"), data);
                    assertTrue(page.selectFirst("article").hasClass("opn"));
                }
                case ANALYSIS -> {
                    assertEquals("Analyse", label);
                    assertTrue(data.contains("AnalysisNewsArticle"), data);
                }
                case INTERVIEW -> assertEquals("Entretien", label);
                case GALLERY -> assertEquals("Galerie", label);
            }
        }
    }

    @Test
    void a_story_stands_at_its_canonical_address_and_every_other_leads_there() {
        assertEquals(200, make(CANONICAL).status());
        for (String other : new String[] {
            "/fr/port/autre-bcdfg",
            "/x/y/z/le-ferry-BCDFG",
            "/bcdfg",
            CANONICAL + "/",
            "/fr/ancienne/le-ferry-bcdfg?x=1"
        }) {
            MadePage page = make(other);
            assertEquals(301, page.status(), other);
            assertEquals(CANONICAL, page.headers().get("Location"), other);
        }
    }

    @Test
    void a_story_page_shows_all_its_parts() {
        Document page = html(CANONICAL);
        assertEquals("Le ferry", page.selectFirst("h1").text());
        assertEquals("Archive", page.selectFirst(".hero .arch").text());
        assertEquals("© Agence Littoral", page.selectFirst(".hero cite").text());
        assertEquals("lephare.example/bcdfg", page.selectFirst("#sl").val());
        assertEquals("/fr/author/maud-kervarn", page.selectFirst(".by a").attr("href"));
        assertEquals("Ferry", page.selectFirst(".tags dd a").text());
        assertTrue(page.selectFirst(".prose").text().startsWith("PORT-LANNEC."));
        assertTrue(page.selectFirst(".prose > .note").wholeText().contains("48\u00a0m et non 54\u00a0m."));
        assertTrue(page.selectFirst("details").hasAttr("open"));
        assertEquals(
                "https://lephare.example" + CANONICAL,
                page.selectFirst("link[rel=canonical]").attr("href"));
        assertEquals(
                "https://lephare.example/bcdfg",
                page.selectFirst("link[rel=shortlink]").attr("href"));
        assertEquals("Titre 3", page.selectFirst(".inset h2 a").text());
        assertEquals("Un titre attendu", page.select(".inset h2").get(1).text());
        assertNull(page.select(".inset h2").get(1).selectFirst("a"));
        assertEquals(
                "© Service hydrographique",
                page.select(".inset").get(1).selectFirst("cite").text());
        assertTrue(page.selectFirst("script[type=application/ld+json]").data().contains("NewsArticle"));
    }

    @Test
    void body_text_is_set_in_french_and_marks_stay_where_they_are() {
        Document page = html(CANONICAL);
        assertEquals(
                "«\u202fOn ne drague pas\u202f»",
                page.selectFirst(".prose strong").wholeText());
        assertEquals(
                "https://exemple.fr/a?b",
                page.selectFirst(".prose a[href^=https]").attr("href"));
    }

    @Test
    void a_waiting_title_becomes_a_link_when_its_story_arrives() {
        newsroom.publish(story(40, 1, "zzzzz", 1L, content("Un titre attendu", false, null), null));
        Document page = html(CANONICAL);
        assertEquals(
                "/fr/port/un-titre-attendu-zzzzz",
                page.select(".inset h2").get(1).selectFirst("a").attr("href"));
        assertEquals(1, page.select(".also h3 a[href$=zzzzz]").size());
    }

    @Test
    void a_story_that_is_gone_is_shown_nowhere() {
        newsroom.stories.removeIf(story -> story.id().equals(new StoryId(3)));
        Document page = html(CANONICAL);
        assertFalse(page.text().contains("Titre 3"));
    }

    @Test
    void a_killed_story_answers_410_with_its_public_notice() {
        newsroom.stories.removeIf(story -> story.id().equals(new StoryId(1)));
        newsroom.gone.put(
                new StoryId(1), new PublicStory.Standing.Killed(new EditionId(1), null, "Document faux.", MORNING));
        MadePage page = make(CANONICAL);
        assertEquals(410, page.status());
        Document notice = Jsoup.parse(text(page));
        assertTrue(notice.text().contains("Document faux."));
        assertFalse(notice.text().contains("Le ferry"));
        assertEquals("noindex", notice.selectFirst("meta[name=robots]").attr("content"));
        assertEquals(410, make("/bcdfg").status());
    }

    @Test
    void a_withheld_story_answers_404() {
        newsroom.stories.removeIf(story -> story.id().equals(new StoryId(1)));
        assertEquals(404, make(CANONICAL).status());
        assertEquals(404, make("/bcdfg+").status());
    }

    @Test
    void a_translation_knows_its_original_and_whether_it_is_out_of_date() {
        newsroom.publish(
                story(50, 2, "yyyyy", 3L, content("العبّارة", false, new TranslatedFrom(new StoryId(1), 0)), null));
        Document arabic = html("/ar/port/alabbara-yyyyy".replace("alabbara", slug("العبّارة")));
        assertEquals("rtl", arabic.selectFirst("html").attr("dir"));
        assertEquals(CANONICAL, arabic.selectFirst(".head .note a").attr("href"));
        assertEquals(3, arabic.select("link[hreflang][rel=alternate]").size());
        assertEquals(
                "https://lephare.example" + CANONICAL,
                arabic.selectFirst("link[hreflang=x-default]").attr("href"));
        Document french = html(CANONICAL);
        assertTrue(french.selectFirst(".rail li").text().contains("traduction"));
        assertNull(french.selectFirst(".head .note"));
    }

    @Test
    void what_a_capture_lacks_is_said_honestly() {
        var content = new StoryContent(
                StoryKind.ARTICLE,
                "Sans rien",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                5,
                null,
                List.of(),
                new Body(List.of(Block.Paragraph.of("a", "Texte."))),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        newsroom.publish(
                story(60, 1, "xxxxx", null, content, new Origin("Agence", "10391", "https://exemple.fr/a", true)));
        Document page = html("/fr/story/sans-rien-xxxxx");
        assertTrue(page.selectFirst(".by").text().startsWith("Par Agence. Non daté par sa source, versé le 24"));
        assertEquals("10391", page.selectFirst(".rail dd").text());
        assertEquals(4, page.select(".prov ul").first().select("li").size());
        assertNull(page.selectFirst(".kick"));
    }

    @Test
    void lists_are_paged_by_the_code_of_a_story() {
        Document first = html("/fr/port");
        String older = first.selectFirst("a[rel=next]") == null
                ? ""
                : first.selectFirst("a[rel=next]").attr("href");
        assertEquals("", older, "15 stories fit");
        for (int i = 100; i < 130; i++) {
            newsroom.publish(
                    story(i, 1, "ghj" + CODES.charAt(i - 100) + "2", 1L, content("Plus " + i, false, null), null));
        }
        Document page = html("/fr/port");
        String next = page.selectFirst("a[rel=next]").attr("href");
        Document second = html(next);
        assertEquals(
                20, page.select(".hits li").size() + page.select(".split .lead").size());
        assertTrue(page.select("h3 a, h2 a").eachAttr("href").stream()
                .noneMatch(second.select(".hits h3 a").eachAttr("href")::contains));
        assertEquals("noindex", second.selectFirst("meta[name=robots]").attr("content"));
        assertEquals(404, make("/fr/port?before=kkkkk").status());
    }

    @Test
    void what_is_arranged_stands_above_the_list_of_a_section_and_not_in_it() {
        for (int i = 100; i < 130; i++) {
            newsroom.publish(
                    story(i, 1, "ghj" + CODES.charAt(i - 100) + "2", 1L, content("Plus " + i, false, null), null));
        }
        Document plain = html("/fr/port");
        Document behind = html(plain.selectFirst("a[rel=next]").attr("href"));
        var place = new FrontPlace(new EditionId(1), new SectionId(1));
        newsroom.fronts.put(
                place,
                new FrontPlan(List.of(
                        new FrontBlock.Lead(new StoryId(4), List.of(new StoryId(129), new StoryId(5))),
                        new FrontBlock.Grid("À lire", List.of(new StoryId(8), new StoryId(9)), 3))));
        Document page = html("/fr/port");
        assertEquals("Titre 4", page.selectFirst(".top .lead h2").text());
        assertEquals(List.of("Plus 129"), page.select(".top .more a").eachText(), "the other is of another section");
        assertEquals(
                List.of("Titre 8", "Plus 128", "Plus 127"),
                page.select(".four h3").eachText(),
                "what is picked, then the newest of the section");
        assertTrue(page.select(".top .kick, .four .kick").isEmpty(), "the page says the section already");
        List<String> list = page.select(".hits h3").eachText();
        assertEquals(20, list.size());
        assertEquals("Plus 126", list.getFirst());
        assertEquals("Plus 107", list.getLast());
        assertTrue(page.select(".split .lead").isEmpty(), "one lead a page");
        assertTrue(headings(page).containsAll(headings(plain)), "nothing that was on the page leaves it");

        Document next = html(page.selectFirst("a[rel=next]").attr("href"));
        assertEquals("Plus 106", next.selectFirst(".hits h3").text(), "the list goes on where it ended");
        assertTrue(next.select(".top").isEmpty());
        assertTrue(headings(next).contains("Titre 8"), "pages further back hold all stories");
        assertEquals(
                headings(behind),
                headings(html(plain.selectFirst("a[rel=next]").attr("href"))),
                "and stay as they were");

        newsroom.fronts.put(place, new FrontPlan(List.of(new FrontBlock.Lead(new StoryId(99), List.of()))));
        assertFalse(
                html("/fr/port").select(".top .lead h2").isEmpty(), "who is not there leaves the place to the next");
        newsroom.fronts.remove(place);
        assertEquals(plain.html(), html("/fr/port").html());
    }

    @Test
    void where_the_lead_is_not_there_and_nothing_else_is_the_first_under_it_leads() {
        newsroom.publish(story(300, 1, "ghjk2", 5L, content("Le premier", false, null), null));
        newsroom.publish(story(301, 1, "ghjm2", 5L, content("Le second", false, null), null));
        newsroom.section(5, 1, "phare", "Phare");
        newsroom.fronts.put(
                new FrontPlace(new EditionId(1), new SectionId(5)),
                new FrontPlan(
                        List.of(new FrontBlock.Lead(new StoryId(99), List.of(new StoryId(300), new StoryId(301))))));
        Document page = html("/fr/phare");
        assertEquals("Le premier", page.selectFirst(".top .lead h2").text());
        assertEquals(List.of("Le second"), page.select(".top .more a").eachText());
    }

    @Test
    void grids_of_a_section_hold_no_opinions_however_far_back_where_these_have_a_band() {
        newsroom.section(5, 1, "phare", "Phare");
        for (int i = 0; i < 40; i++) {
            StoryKind kind = i >= 10 && i < 15 ? StoryKind.OPINION : StoryKind.ARTICLE;
            newsroom.publish(story(
                    300 + i,
                    1,
                    "gh" + CODES.charAt(i / 20) + CODES.charAt(i % 20) + "2",
                    5L,
                    content("Numéro " + i, false, null).withKind(kind),
                    null));
        }
        newsroom.fronts.put(
                new FrontPlace(new EditionId(1), new SectionId(5)),
                new FrontPlan(List.of(
                        new FrontBlock.Grid(null, List.of(), 12),
                        new FrontBlock.Grid("Encore", List.of(), 12),
                        new FrontBlock.Grid("Et encore", List.of(), 3),
                        new FrontBlock.Opinion(null, List.of(), 2))));
        newsroom.readOfLists.clear();
        List<String> shown = headings(html("/fr/phare"));
        assertEquals("Numéro 15", shown.get(24));
        assertEquals(List.of("Numéro 9", "Numéro 8"), shown.subList(25, 27), "opinions are left to their band");
        assertEquals(
                List.of("Numéro 14", "Numéro 13"),
                shown.subList(27, 29),
                "which looks beyond the twenty newest for them");
        assertEquals("Numéro 12", shown.get(29), "the list holds all that stand nowhere above");
        assertEquals(40, newsroom.readOfLists.size(), () -> "each text is read once: " + newsroom.readOfLists);
        assertEquals(40, Set.copyOf(newsroom.readOfLists).size());
    }

    private static List<String> headings(Document page) {
        return page.select("main h2 a, main h3 a, main .more a").eachText();
    }

    @Test
    void a_section_of_a_few_stories_may_stand_above_its_list_whole() {
        newsroom.fronts.put(
                new FrontPlace(new EditionId(1), new SectionId(1)),
                new FrontPlan(List.of(
                        new FrontBlock.Grid(null, List.of(), 12), new FrontBlock.Grid("Encore", List.of(), 12))));
        Document page = html("/fr/port");
        assertEquals(15, page.select(".four h2, .four h3").size());
        assertEquals(
                "h2", page.selectFirst(".four .teaser h2, .four .teaser h3").tagName(), "no level is left out");
        assertTrue(page.select(".hits, .pager").isEmpty());
        assertFalse(page.select("main").text().contains("rien"), "it is not empty");
        newsroom.fronts.put(
                new FrontPlace(new EditionId(1), new SectionId(3)),
                new FrontPlan(List.of(new FrontBlock.Lead(null, List.of()))));
        assertEquals(200, make("/fr/port").status());
    }

    @Test
    void concepts_and_authors_have_pages_while_they_have_stories() {
        assertEquals("Ferry", html("/fr/topic/ferry").selectFirst("h1").text());
        assertEquals(
                "Maud Kervarn",
                html("/fr/author/maud-kervarn").selectFirst("h1").text());
        assertEquals(404, make("/ar/topic/ferries").status());
    }

    @Test
    void search_marks_its_clock_and_pages_by_place() {
        MadePage page = make("/fr/search?q=Titre");
        assertEquals(1, page.clocks().search());
        Document html = Jsoup.parse(text(page));
        assertEquals("28 résultats", html.selectFirst("[role=status]").text());
        String next = html.selectFirst("a[rel=next]").attr("href");
        assertTrue(next.startsWith("/fr/search?q=Titre&after="), next);
        Document second = Jsoup.parse(text(make(next)));
        assertEquals(8, second.select(".hits li").size());
        assertEquals("/fr/search?q=Titre", second.selectFirst("a[rel=first]").attr("href"));
        assertTrue(Jsoup.parse(text(make("/fr/search?q=%3Cb%3Ezzz"))).text().contains("<b>zzz"));
        newsroom.searched = false;
        assertFalse(make("/fr/search").clocks().readSearch());
    }

    @Test
    void corrections_feeds_and_sitemaps_are_there() {
        assertTrue(html("/fr/corrections").text().contains("1 correction"));
        assertTrue(text(make("/fr/rss.xml")).contains("<link>https://lephare.example" + CANONICAL));
        assertTrue(text(make("/fr/atom.xml")).contains("urn:story:1"));
        assertTrue(text(make("/fr/feed.json")).contains("\"content_html\""));
        assertTrue(text(make("/sitemap.xml")).contains("https://lephare.example/fr/sitemap-2026-11.xml"));
        assertTrue(text(make("/fr/sitemap-2026-11.xml")).contains("<loc>https://lephare.example" + CANONICAL));
        assertTrue(text(make("/robots.txt")).contains("Sitemap: https://lephare.example/sitemap.xml"));
    }

    @Test
    void many_corrections_come_page_by_page_and_each_month_says_how_many_it_has() {
        for (int i = 0; i < 60; i++) {
            var note = new PublicStory.Event(
                    i + 2, "CORRECTED", PaperNewsroom.NOW.minusSeconds(86_400L * i), "Note " + i, false, false);
            newsroom.history.merge(new StoryId(1), List.of(note), (before, more) -> Stream.of(before, more)
                    .flatMap(List::stream)
                    .toList());
        }
        Document first = html("/fr/corrections");
        assertEquals(50, first.select(".day li").size());
        Document second = html(first.selectFirst(".pager a[rel=next]").attr("href"));
        assertEquals("noindex", second.selectFirst("meta[name=robots]").attr("content"));
        assertEquals(
                "/fr/corrections", second.selectFirst(".pager a[rel=first]").attr("href"));
        var notes = new HashSet<>(first.select(".day p").eachText());
        notes.addAll(second.select(".day p").eachText());
        assertEquals(first.select(".day p").size() + second.select(".day p").size(), notes.size());
        assertTrue(notes.containsAll(List.of("Note 0", "Note 59")));
        String split = first.select(".sec h2").last().text();
        assertEquals(split, second.selectFirst(".sec h2").text(), "the month that goes on");
        assertEquals(
                first.select(".sec header .meta").last().text(),
                second.selectFirst(".sec header .meta").text(),
                "and counts whole on both pages");
        assertThrows(Problem.class, () -> make("/fr/corrections?before=1-2"));
    }

    @Test
    void sections_concepts_authors_and_corrections_have_feeds_of_their_own() {
        assertTrue(text(make("/fr/port/rss.xml")).contains("<title>Port | Le Phare</title>"));
        assertTrue(text(make("/fr/port/rss.xml")).contains("<link>https://lephare.example" + CANONICAL));
        assertFalse(text(make("/fr/ville/rss.xml")).contains(CANONICAL), "it is not of that section");
        assertTrue(text(make("/fr/topic/ferry/atom.xml")).contains("urn:story:1"));
        assertTrue(text(make("/fr/author/maud-kervarn/feed.json")).contains("\"title\":\"Maud Kervarn | Le Phare\""));
        assertTrue(text(make("/fr/corrections/rss.xml")).contains("48 m et non 54 m."));
        assertEquals(404, make("/fr/nowhere/rss.xml").status());
        assertEquals(404, make("/ar/topic/ferries/rss.xml").status(), "nothing was published about it there");
        for (String list : new String[] {"/fr/port", "/fr/topic/ferry", "/fr/author/maud-kervarn", "/fr/corrections"}) {
            assertEquals(
                    list + "/rss.xml",
                    html(list).selectFirst("link[type=application/rss+xml]").attr("href"));
            assertEquals(
                    1, html(list).select(".pagehd a[href=" + list + "/rss.xml]").size(), list);
        }
    }

    @Test
    void readers_see_what_changed_from_version_to_version_unless_it_is_closed() {
        StoryContent older = content("Le ferry", true, null);
        newsroom.comparisons.put(
                2,
                new Comparison(
                        2,
                        "CORRECTED",
                        MORNING,
                        "48 m et non 54 m.",
                        new Comparison.Standing.Open(Difference.between(older, content("Le bac", true, null)))));
        newsroom.comparisons.put(3, new Comparison(3, "UPDATED", MORNING, null, new Comparison.Standing.Closed()));
        assertEquals(CANONICAL + "/versions/2", html(CANONICAL).select(".log a").attr("href"));
        Document page = html(CANONICAL + "/versions/2");
        assertEquals("De la version 1 à la version 2", page.select("h1").text());
        assertEquals("ferry", page.select(".diff del").text());
        assertEquals("bac", page.select(".diff ins").text());
        assertEquals("noindex", page.select("meta[name=robots]").attr("content"));
        assertEquals(
                0, html(CANONICAL + "/versions/3").select(".diff").size(), "a closed version shows none of its words");
        assertEquals(404, make(CANONICAL + "/versions/4").status());
        assertEquals(
                CANONICAL + "/versions/2",
                make("/fr/old/address-bcdfg/versions/2").headers().get("Location"));
        newsroom.stories.clear();
        newsroom.gone.put(new StoryId(1), new PublicStory.Standing.Killed(new EditionId(1), null, "Retiré.", MORNING));
        assertEquals(410, make(CANONICAL + "/versions/2").status());
    }

    @Test
    void the_archive_leads_from_years_to_months_to_days_and_names_only_what_is_there() {
        LiveStory old = story(80, 1, "xxxxx", 1L, content("Il y a longtemps", false, null), null);
        newsroom.publish(new LiveStory(
                old.id(),
                old.uri(),
                old.edition(),
                old.code(),
                old.version(),
                old.textVersion(),
                old.section(),
                Instant.parse("2019-12-31T23:30:00Z"), // in Paris it is already 2020
                old.updatedAt(),
                old.filedAt(),
                old.content(),
                old.origin()));
        assertEquals(
                List.of("/fr/archive/2026", "/fr/archive/2020"),
                html("/fr/archive").select(".sec h2 a").eachAttr("href"));
        assertEquals(
                List.of("/fr/archive/2026/11"),
                html("/fr/archive/2026").select(".periods a").eachAttr("href"));
        Document month = html("/fr/archive/2020/01");
        assertEquals(
                List.of("/fr/archive/2020/01/01"), month.select(".periods a").eachAttr("href"));
        assertEquals("mercredi 1", month.select(".periods a").text());
        assertEquals("/fr/archive/2026/11", month.select(".pager a[rel=next]").attr("href"));
        Document day = html("/fr/archive/2020/01/01");
        assertEquals("1er janvier 2020", day.select("h1").text());
        assertEquals(List.of("Il y a longtemps"), day.select(".hits h3").eachText());
        assertEquals(List.of("/fr/archive/2026/11/24"), day.select(".pager a").eachAttr("href"));
        Document today = html("/fr/archive/2026/11/24");
        assertEquals(1, today.select("a[rel=next][href^=?], a[rel=next]").size());
        assertEquals(404, make("/fr/archive/2019").status());
        assertEquals(404, make("/fr/archive/2026/10").status());
        assertEquals(404, make("/ar/archive").status());
        assertEquals("/fr/archive/2020", make("/fr/archive/2020/").headers().get("Location"));
    }

    @Test
    void what_is_not_there_is_told_in_the_words_of_the_edition() {
        Document page = Jsoup.parse(text(make("/ar/nowhere")));
        assertEquals("ar", page.selectFirst("html").attr("lang"));
        assertEquals(404, make("/xx/").status());
        assertEquals(404, make("/fr/port/nichts").status());
        assertEquals(404, make("/a/b/c/d").status());
    }

    @Test
    void every_page_is_well_formed_and_keeps_its_text_from_becoming_markup() {
        String hostile = "</script><img src=x onerror=alert(1)>\"'&lt;";
        newsroom.publish(
                story(70, 1, "wwwww", 1L, content(hostile, true, null), new Origin(hostile, hostile, null, false)));
        for (String address : new String[] {
            "/fr/",
            "/fr/port",
            "/fr/search?q=%3C/script%3E",
            "/wwwww+",
            "/fr/port/script-img-src-x-onerror-alert-1-lt-wwwww"
        }) {
            MadePage page = make(address);
            assertEquals(200, page.status(), address);
            Parser parser = Parser.htmlParser().setTrackErrors(10);
            Document html = Jsoup.parse(text(page), "", parser);
            assertEquals(
                    List.of(), parser.getErrors().stream().map(Object::toString).toList(), address);
            assertEquals(0, html.select("[onerror], img[src=x]").size(), address);
        }
    }

    @Test
    void an_act_names_the_addresses_it_can_change() {
        var touched = TouchedBy.of(
                newsroom,
                java.util.Set.of(
                        new Subject(Subject.Kind.STORY, 1),
                        new Subject(Subject.Kind.SECTION, 1),
                        new Subject(Subject.Kind.EDITION, 1)));
        for (String address : new String[] {
            CANONICAL,
            "/bcdfg",
            "/bcdfg+",
            "/old/le-ferry-bcdfg",
            "/fr/",
            "/fr/port",
            "/fr/port?before=bcdf2",
            "/fr/rss.xml",
            "/fr/search?q=x",
            "/fr/corrections",
            "/fr/corrections/rss.xml",
            "/fr/port/feed.json",
            "/fr/archive/2026/11/24?before=bcdf2",
            "/sitemap.xml",
            "/fr/sitemap-2026-11.xml"
        }) {
            assertTrue(touched.names(address), address);
        }
        for (String address : new String[] {"/ar/", "/fr/ville", "/fr/topic/ferry", "/fr/port/titre-2-bcdf2"}) {
            assertFalse(touched.changes(address), address);
        }
        assertTrue(TouchedBy.of(newsroom, java.util.Set.of(new Subject(Subject.Kind.WHOLE_EDITION, 1)))
                .names("/ar/x"));
    }

    private static String slug(String text) {
        return press.rotative.address.Slug.from(text);
    }

    private LiveStory story(long id, long edition, String code, Long section, StoryContent content, Origin origin) {
        return new LiveStory(
                new StoryId(id),
                "urn:story:" + id,
                new EditionId(edition),
                code,
                1,
                1,
                section == null ? null : new SectionId(section),
                MORNING.plusSeconds(id),
                MORNING.plusSeconds(id),
                MORNING,
                content,
                origin);
    }

    private static StoryContent content(String headline, boolean pictured, TranslatedFrom from) {
        var body = new Body(List.of(
                new Block.Paragraph(
                        "a",
                        "L'adjointe résume: «On ne drague pas» et renvoie à une page.",
                        List.of(
                                new Mark(19, 37, Mark.Kind.STRONG, null),
                                new Mark(51, 59, Mark.Kind.LINK, "https://exemple.fr/a?b"))),
                new Block.Heading("b", "Trois mètres de vase", 2),
                new Block.Teaser("c", new StoryId(3), null, null),
                new Block.Teaser("d", null, "Un titre attendu", new PictureId(2)),
                new Block.Illustration("e", new PictureId(2), null, null)));
        return new StoryContent(
                StoryKind.ARTICLE,
                headline,
                "Un chapeau",
                new SectionId(1),
                List.of(new Contribution(new AuthorId(1), null)),
                "Port-Lannec",
                null,
                null,
                headline.equals("Le ferry") ? 1 : 5,
                pictured ? new PictureUse(new PictureId(1), null, null) : null,
                List.of(new ConceptId(1)),
                body,
                List.of(new Related(new StoryId(4), null), new Related(null, "Un titre attendu")),
                from,
                List.of(new Source("Avenant", null)),
                null,
                null,
                null);
    }

    private MadePage make(String address) {
        SiteRequest request = SiteRequest.get(address);
        var problems = new ProblemPages(SampleViews.ASSETS);
        return new PageMaker(newsroom, SampleViews.ASSETS, new Places(URI.create("https://lephare.example")), problems)
                .make(Route.of(request.path(), request.query()));
    }

    private Document html(String address) {
        MadePage page = make(address);
        assertEquals(200, page.status(), address);
        return Jsoup.parse(text(page));
    }

    private static String text(MadePage page) {
        return new String(page.body().plain(), StandardCharsets.UTF_8);
    }
}
