package press.rotative.newsroom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.search.StaffSearch;
import press.rotative.story.acts.CreatePicture;

/// The page of one picture.
class PictureMakerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void without_the_index_a_picture_is_shown_all_the_same() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            PictureId id = press.acts()
                    .perform(new CreatePicture(
                            Actor.OPERATOR, PictureDescription.captioned("Le quai", "© Noé Abgrall", false)))
                    .value()
                    .id();
            try (var search = new StaffSearch(data.resolve("well"), press.database(), press.others())) {
                assertTrue(page(press, search, id).usedKnown());
            }
            var broken = new StaffSearch(data.resolve("broken"), press.database(), press.others());
            broken.close();
            PicturePage page = page(press, broken, id);
            assertFalse(page.usedKnown());
            assertEquals(List.of(), page.used());
            assertEquals("Le quai", page.card().title());
        }
    }

    private static PicturePage page(Press press, StaffSearch search, PictureId id) {
        return press.database()
                .read(sql -> new PictureMaker(sql, search, shell(), Actor.OPERATOR, CLOCK.instant()).page(id));
    }

    private static Shell shell() {
        Tongue tongue = Tongue.of("en");
        Words words = Words.in("newsroom", tongue, Digits.WESTERN);
        var dates = new Dates(words, tongue, ZoneId.of("UTC"), CLOCK.instant());
        return new Shell(
                words,
                tongue,
                dates,
                "Le Phare",
                "Picture",
                null,
                List.of(),
                List.of(),
                null,
                null,
                dates.brief(CLOCK.instant()),
                List.of(),
                List.of(),
                List.of());
    }
}
