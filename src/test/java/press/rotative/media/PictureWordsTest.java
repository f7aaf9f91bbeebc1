package press.rotative.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.PICTURE;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.TickingClock;

/// Pictures are found by the beginnings of the words that are said of them, with the key that is kept and without it.
class PictureWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final List<String> SAID = List.of("ferry", "Écluse", "d’Armor", "phare", "Goéland", "المنارة");

    @TempDir
    Path data;

    private Press press;

    Optional<String> database() {
        return Optional.empty();
    }

    @BeforeEach
    void open() {
        press = Press.open(data, database(), new TickingClock(NOW));
    }

    @AfterEach
    void close() {
        press.close();
    }

    private static PictureDescription said(
            @Nullable String headline,
            @Nullable String caption,
            @Nullable String alt,
            @Nullable String credit,
            @Nullable String creator,
            @Nullable String provider,
            @Nullable String copyright) {
        return new PictureDescription(
                headline, caption, alt, credit, creator, provider, copyright, null, false, 500, 500);
    }

    private static PictureDescription caption(String caption) {
        return said(null, caption, null, null, null, null, null);
    }

    private PictureId add(PictureDescription said) {
        return press.acts()
                .perform(transaction -> Pictures.addWithoutFile(transaction, said))
                .value();
    }

    /// The numbers of those that are found, all pieces together.
    private List<Long> found(String words, int looked, int most) {
        return press.database().read(sql -> {
            var numbers = new ArrayList<Long>();
            Long before = Long.MAX_VALUE;
            while (before != null) {
                Pictures.Piece piece = new Pictures(sql).before(before, PictureWords.typed(words), looked, most);
                assertTrue(piece.pictures().size() <= most);
                piece.pictures().forEach(each -> numbers.add(each.id().value()));
                before = piece.next();
            }
            return numbers;
        });
    }

    private List<Long> found(String words) {
        return found(words, 100, 100);
    }

    private void forgetKeys() {
        press.database().write(transaction -> transaction
                .sql()
                .update(PICTURE)
                .setNull(PICTURE.WORDS_KEY)
                .setNull(PICTURE.WORDS_VERSION)
                .execute());
    }

    @Test
    void every_text_of_a_picture_is_looked_at_by_the_beginnings_of_its_words() {
        long picture = add(said("Titre", "Une écluse", "Un mur", "© Ysée", "Noé Abgrall", "Le Phare", "Fonds Aber"))
                .value();
        for (boolean kept : List.of(true, false)) {
            for (String words : List.of("tit", "ECLU", "mur", "ysee", "abg no", "phare", "aber fonds une", "", " ; ")) {
                assertEquals(List.of(picture), found(words), words + " " + kept);
            }
            for (String words : List.of("cluse", "titre absent", "phares")) {
                assertEquals(List.of(), found(words), words + " " + kept);
            }
            forgetKeys();
        }
    }

    @Test
    void words_of_two_texts_are_not_read_as_one() {
        add(said(null, "Un quai d", "eau noire", null, null, null, null));
        long near = add(caption("Un quai d’eau")).value();
        assertEquals(List.of(near), found("d’eau"));
        forgetKeys();
        assertEquals(List.of(near), found("d’eau"));
    }

    @Test
    void what_is_said_anew_is_found_and_what_was_said_before_is_not() {
        PictureId picture = add(caption("Le ferry"));
        press.acts().perform(transaction -> Pictures.describe(transaction, picture, caption("Le bac")));
        assertEquals(List.of(), found("ferry"));
        assertEquals(List.of(picture.value()), found("bac"));
    }

    @Test
    void a_key_that_a_program_of_before_left_behind_is_not_believed_and_is_made_anew() {
        PictureId picture = add(caption("Le ferry"));
        press.acts().perform(transaction -> Pictures.changeRights(transaction, picture, Rights.OPEN));
        assertEquals(0, press.database().write(PictureKeys::some), "other rights are no other words");
        press.database().write(transaction -> transaction
                .sql()
                .update(PICTURE)
                .set(PICTURE.CAPTION, "Le bac")
                .set(PICTURE.VERSION, PICTURE.VERSION.plus(1))
                .execute());
        for (int made : List.of(1, 0)) {
            assertEquals(List.of(), found("ferry"));
            assertEquals(List.of(picture.value()), found("bac"));
            assertEquals(made, press.database().write(PictureKeys::some));
        }
        press.acts().perform(transaction -> Pictures.changeRights(transaction, picture, Rights.OPEN));
        assertEquals(0, press.database().write(PictureKeys::some));
    }

    @Test
    void pictures_of_before_get_their_key_some_at_a_time_and_are_found_all_along() {
        for (int i = 0; i < 450; i++) {
            add(caption(i % 3 == 0 ? "Le ferry" : "Le phare"));
        }
        List<Long> ferries = found("ferry", 1000, 1000);
        assertEquals(150, ferries.size());
        forgetKeys();
        assertEquals(ferries, found("ferry", 1000, 1000));
        for (int some : List.of(200, 200, 50, 0)) {
            assertEquals(some, press.database().write(PictureKeys::some));
            assertEquals(ferries, found("ferry", 1000, 1000));
        }
        assertEquals(
                0,
                press.database()
                        .read(sql -> sql.fetchCount(PICTURE, PictureWords.waiting()))
                        .intValue());
    }

    @Test
    void pieces_of_any_size_hold_each_picture_once_whatever_has_a_key() {
        var random = new Random(5);
        for (int i = 0; i < 120; i++) {
            add(caption(SAID.get(random.nextInt(SAID.size())) + " " + SAID.get(random.nextInt(SAID.size()))));
        }
        press.database().write(transaction -> transaction
                .sql()
                .update(PICTURE)
                .setNull(PICTURE.WORDS_KEY)
                .setNull(PICTURE.WORDS_VERSION)
                .where(PICTURE.ID.mod(3L).eq(0L))
                .execute());
        for (String words : List.of("ferry", "ecl", "armor gOel", "المن", "phare phare", "absent")) {
            List<Long> whole = found(words, 1000, 1000);
            for (int looked : List.of(1, 7, 120, 121)) {
                for (int most : List.of(1, 5, 40)) {
                    assertEquals(whole, found(words, looked, most), words + " " + looked + " " + most);
                }
            }
        }
        assertTrue(found("ferry", 1000, 1000).size() > 10);
    }

    @Test
    void what_is_not_found_is_not_read_either() {
        for (int i = 0; i < 300; i++) {
            add(caption("Le phare"));
        }
        long one = add(caption("Le ferry")).value();
        for (int i = 0; i < 300; i++) {
            add(caption("Le phare"));
        }
        var queries = new Queries();
        Pictures.Piece piece = press.database().read(sql -> new Pictures(queries.over(sql))
                .before(Long.MAX_VALUE, PictureWords.typed("ferry"), 400, 25));
        assertEquals(
                List.of(one),
                piece.pictures().stream().map(each -> each.id().value()).toList());
        assertEquals(400, piece.looked());
        assertEquals(2, queries.count());
        assertTrue(queries.rows() <= 2, "rows: " + queries.rows());
    }
}
