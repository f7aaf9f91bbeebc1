package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.story.EditionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;

/// A text in the template of the public page, before the public may read it.
class PreviewTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private static String preview(Press press, StoryId story, StoryContent content, Preview.Place place) {
        return press.database()
                .read(sql -> new String(
                        Preview.page(
                                sql,
                                CLOCK.instant(),
                                new Stories(sql).get(story),
                                content,
                                "Aperçu & rien de plus.",
                                "/newsroom/preview/secret",
                                place),
                        StandardCharsets.UTF_8));
    }

    @Test
    void a_draft_is_shown_as_it_will_be_and_machines_are_told_nothing() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            EditionId edition = Cast.lePhare(press);
            var port = press.acts()
                    .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                    .value();
            var author = press.acts()
                    .perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                    .value();
            PictureId picture = Cast.picture(press, new byte[] {1, 2, 3});
            StoryContent content = Cast.illustrated(Cast.article("Le ferry <accostera>", port, author.id()), picture);
            StoryId story = press.acts()
                    .perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                    .value()
                    .story();
            String page = preview(press, story, content, Preview.Place.ALONE);
            assertFalse(page.contains("<base"), page);
            String framed = preview(press, story, content, Preview.Place.FRAMED);
            assertEquals(page, framed.replace("<base target=\"_blank\">", ""));
            assertTrue(framed.contains("<head><base target=\"_blank\">"), "links leave the frame");
            assertTrue(page.contains("Aperçu &amp; rien de plus."), page);
            assertTrue(page.contains("Le ferry &lt;accostera&gt;"));
            assertTrue(page.contains("Premier."));
            assertTrue(page.contains("<meta name=\"robots\" content=\"noindex\">"));
            assertFalse(page.contains("<script"), page);
            assertFalse(page.contains("canonical"));
            assertFalse(page.contains("preview.invalid"), page);
            assertFalse(page.matches("(?s).*[\"\\s,]/pictures/.*"), "no picture is asked of the public site");
            assertTrue(page.contains("/newsroom/preview/secret/pictures/" + picture.value() + "/"), page);

            Preview.Wanted wanted =
                    Preview.wanted("/pictures/" + picture.value() + "/800.jpg").orElseThrow();
            press.database().read(sql -> {
                assertTrue(Preview.shown(sql, CLOCK.instant(), content, wanted.picture())
                        .isPresent());
                assertTrue(Preview.shown(sql, CLOCK.instant(), Cast.brief("x", "y"), wanted.picture())
                        .isEmpty());
                return true;
            });
            assertEquals(Optional.empty(), Preview.wanted("/fr/"));
        }
    }
}
