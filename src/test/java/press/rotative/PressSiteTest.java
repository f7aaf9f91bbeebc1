package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.site.Site;
import press.rotative.site.SiteAnswer;
import press.rotative.site.SiteRequest;
import press.rotative.story.Author;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Concept;
import press.rotative.story.ConceptKind;
import press.rotative.story.Contribution;
import press.rotative.story.EditionId;
import press.rotative.story.PictureUse;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.WithdrawStory;

/// What the public reads after the newsroom's own acts, from the first edition to the last notice.
class PressSiteTest {
    private static final Actor OPERATOR = Actor.OPERATOR;

    @TempDir
    Path folder;

    private Press press;
    private Site site;

    @BeforeEach
    void open() {
        press = Press.open(folder, Optional.empty(), Clock.systemUTC());
        site = Cast.site(press, URI.create("https://lephare.example"));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_newsroom_without_an_edition_says_how_to_begin() {
        SiteAnswer answer = get("/");
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("rotative import"), answer.text());
    }

    @Test
    void every_page_that_a_story_links_to_is_there() {
        assertEquals(404, get("/").status());
        StoryId story = published();
        assertEquals("/fr/", get("/").headers().get("Location"));
        Document page = Jsoup.parse(get(pathOf(story)).text());
        List<String> links = page.select("a[href^=/]").eachAttr("href");
        assertTrue(links.contains("/fr/author/maud-kervarn"), links.toString());
        assertTrue(links.contains("/fr/place/port-sterne"), links.toString());
        for (String link : links) {
            assertEquals(200, get(link).status(), link);
        }
    }

    @Test
    void a_corrected_story_shows_the_correction_its_versions_and_that_its_picture_is_not_held() {
        StoryId story = published();
        assertEquals(200, get(pathOf(story)).status());
        act(new CorrectStory(OPERATOR, story, null, "Le ferry avait huit minutes de retard, et non dix."));
        Document page = Jsoup.parse(get(pathOf(story)).text());
        assertTrue(page.select(".prose .note").text().contains("huit minutes"), page.text());
        assertEquals(2, page.select(".prov ol.log li").size());
        assertEquals(
                "Cette image n’est pas conservée ici. Sa légende et son crédit restent.",
                page.select("figure.hero .held").text());
        assertTrue(get("/fr/corrections").text().contains("huit minutes"));
    }

    @Test
    void a_picture_that_was_never_held_is_not_found_at_any_address() {
        published();
        assertEquals(404, get("/pictures/1/800.jpg").status());
        assertEquals(404, get("/pictures/2/800.jpg").status());
        assertEquals(404, get("/pictures/0/800.jpg").status());
        assertEquals(404, get("/pictures/999999999999999999/99999.jpg").status());
    }

    @Test
    void a_killed_story_leaves_its_notice_at_every_address_and_no_link() {
        StoryId story = published();
        String path = pathOf(story);
        assertTrue(get("/fr/").text().contains(path));
        act(new WithdrawStory(OPERATOR, story, WithdrawStory.Kind.KILL, "plainte", "Retiré par la rédaction.", false));
        assertEquals(410, get(path).status());
        assertTrue(get(path).text().contains("Retiré par la rédaction."));
        for (String list : List.of("/fr/", "/fr/port", "/fr/rss.xml", "/fr/atom.xml", "/fr/feed.json")) {
            assertEquals(200, get(list).status(), list);
            assertTrue(!get(list).text().contains("Le ferry accoste"), list);
        }
    }

    /// The concept is older than the edition.
    private StoryId published() {
        Concept place = act(new CreateConcept(OPERATOR, ConceptKind.PLACE, Map.of("fr", "Port-Sterne")));
        EditionId edition = act(new CreateEdition(OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", "{}"));
        SectionId section = act(new CreateSection(OPERATOR, edition, "Port", null));
        Author author = act(new CreateAuthor(OPERATOR, "Maud Kervarn", null));
        PictureId picture = act(transaction -> Pictures.addWithoutFile(
                transaction, PictureDescription.captioned("Le ferry au quai", "Agence Littoral", true)));
        var content = new StoryContent(
                StoryKind.ARTICLE,
                "Le ferry accoste",
                "Un chapeau",
                section,
                List.of(new Contribution(author.id(), null)),
                null,
                null,
                null,
                5,
                new PictureUse(picture, null, null),
                List.of(place.id()),
                new Body(List.of(Block.Paragraph.of(null, "Un paragraphe."))),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        StoryId story =
                act(new CreateStory(OPERATOR, edition, content, null, false)).story();
        act(new PublishStory(OPERATOR, story, null, null, true));
        return story;
    }

    private String pathOf(StoryId story) {
        String code = press.database()
                .read(sql -> new press.rotative.address.Addresses(sql).codeOf(story.subject()))
                .orElseThrow();
        return get("/" + code).headers().get("Location");
    }

    private <T> T act(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private SiteAnswer get(String address) {
        return site.answer(SiteRequest.get(address));
    }
}
