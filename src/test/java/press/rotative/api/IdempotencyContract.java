package press.rotative.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.IDEMPOTENCY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.story.Authors;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.WithdrawStory;

/// What every store must do with requests that are sent twice.
abstract class IdempotencyContract {
    private static final Actor CHIEF = Cast.chief();
    private static final Actor OTHER = new Actor(17, Role.CHIEF_EDITOR);

    @TempDir
    Path data;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T11:00:00Z"));
    private Press press;

    abstract Press open(Path data, Clock clock);

    @BeforeEach
    void aNewsroom() {
        press = open(data, clock);
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_request_sent_again_is_answered_from_memory() {
        Answer first = send(CHIEF, "k1", "Maud");
        assertEquals(first, send(CHIEF, "k1", "Maud"));
        assertEquals(201, first.status());
        assertEquals(1, authors());
    }

    @Test
    void a_key_belongs_to_one_asker_one_address_and_one_body() {
        send(CHIEF, "k1", "Maud");
        assertEquals(
                Problem.Category.UNPROCESSABLE,
                assertThrows(Problem.class, () -> send(CHIEF, "k1", "Yves")).category());
        assertNotEquals(send(CHIEF, "k2", "Maud"), send(OTHER, "k2", "Maud"));
        assertEquals(3, authors());
    }

    @Test
    void without_a_key_every_request_is_done() {
        send(CHIEF, null, "Maud");
        send(CHIEF, null, "Maud");
        assertEquals(2, authors());
    }

    @Test
    void a_refused_request_may_be_mended_and_sent_again_under_its_key() {
        assertThrows(Problem.class, () -> send(CHIEF, "k1", "n".repeat(300)));
        Answer notDone = perform(CHIEF, "k1", "x", () -> Problems.answer(422, "Not as it is.", List.of()));
        assertEquals(422, notDone.status());
        assertEquals(201, send(CHIEF, "k1", "Maud").status());
        assertEquals(1, authors());
    }

    @Test
    void what_fails_after_its_first_half_leaves_neither_the_half_nor_the_key() {
        assertThrows(IllegalStateException.class, () -> press.acts()
                .perform(transaction -> key(CHIEF, "k1", "Maud").once(transaction, () -> {
                    new CreateAuthor(CHIEF, "Maud", null).perform(transaction);
                    throw new IllegalStateException("after the first half");
                })));
        assertEquals(0, authors());
        assertEquals(201, send(CHIEF, "k1", "Maud").status());
        assertEquals(1, authors());
    }

    @Test
    void an_answer_is_kept_for_two_days() {
        Answer first = send(CHIEF, "k1", "Maud");
        clock.advance(Duration.ofHours(47));
        assertEquals(first, send(CHIEF, "k1", "Maud"));
        clock.advance(Duration.ofHours(2));
        assertNotEquals(first, send(CHIEF, "k1", "Maud"));
        assertEquals(2, authors());
    }

    @Test
    void nothing_that_was_destroyed_stays_in_an_answer_and_nothing_is_done_again() {
        PictureId picture = Cast.picture(press, "a face".getBytes(StandardCharsets.UTF_8));
        Supplier<Answer> told = () -> new Answer(201, "1", "{\"caption\":\"Yann au port\"}");
        perform(CHIEF, "k1", "a picture", told);
        clock.advance(Duration.ofHours(50));
        perform(OTHER, "k2", "a picture", told);
        assertEquals(1, answersOf("Yann"), "what was too old went");
        press.acts().perform(new DestroyPicture(CHIEF, picture, null, "Court order"));
        assertEquals(0, answersOf("Yann"));
        takenOut("k2", told);

        StoryId story = Cast.published(press, Cast.lePhare(press), Cast.brief("Le nom de Yann", "Texte."));
        perform(CHIEF, "k3", "a story", () -> new Answer(201, "1", "{\"headline\":\"Le nom de Yann\"}"));
        press.acts().perform(new WithdrawStory(CHIEF, story, WithdrawStory.Kind.WITHHOLD, "A doubt", null, false));
        assertEquals(1, answersOf("Yann"), "what is only withheld is still there for the newsroom");
        press.acts().perform(new DestroyVersion(CHIEF, story, 1, "Court order"));
        assertEquals(0, answersOf("Yann"));
        takenOut("k2", told);
        assertEquals(
                Problem.Category.UNPROCESSABLE,
                assertThrows(Problem.class, () -> perform(OTHER, "k2", "another body", told))
                        .category());
        assertEquals(201, send(OTHER, "k4", "Maud").status());
    }

    private int answersOf(String word) {
        return press.database().read(sql -> sql.fetchCount(IDEMPOTENCY, IDEMPOTENCY.ANSWER.like("%" + word + "%")));
    }

    private void takenOut(String key, Supplier<Answer> told) {
        Problem problem = assertThrows(Problem.class, () -> perform(OTHER, key, "a picture", told));
        assertEquals(Problem.Category.CONFLICT, problem.category());
        assertTrue(problem.sentence().startsWith("This request was done."), problem.sentence());
    }

    @Test
    void an_answer_is_kept_over_a_restart() {
        Answer first = send(CHIEF, "k1", "Maud");
        press.close();
        press = open(data, clock);
        assertEquals(first, send(CHIEF, "k1", "Maud"));
    }

    @Test
    void many_that_send_the_same_at_once_get_the_same_answer_and_it_is_done_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                String key = "round" + round;
                var all = new ArrayList<Future<Answer>>();
                for (int i = 0; i < 12; i++) {
                    all.add(threads.submit(() -> send(CHIEF, key, "Maud")));
                }
                var answers = new HashSet<Answer>();
                for (Future<Answer> each : all) {
                    answers.add(each.get());
                }
                assertEquals(1, answers.size());
                assertEquals(round + 1, authors());
            }
        }
    }

    private Answer send(Actor actor, @Nullable String key, String name) {
        if (key == null) {
            return press.acts()
                    .perform(transaction -> Answer.created(
                            "1", AuthorsResource.View.of(new CreateAuthor(actor, name, null).perform(transaction))))
                    .value();
        }
        return press.acts()
                .perform(transaction -> key(actor, key, name)
                        .once(
                                transaction,
                                () -> Answer.created(
                                        "1",
                                        AuthorsResource.View.of(
                                                new CreateAuthor(actor, name, null).perform(transaction)))))
                .value();
    }

    private Answer perform(Actor actor, String key, String body, Supplier<Answer> change) {
        return press.acts()
                .perform(transaction -> key(actor, key, body).once(transaction, change))
                .value();
    }

    private static Idempotency key(Actor actor, String key, String body) {
        return Idempotency.of(key, actor, "POST /authors", body.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private int authors() {
        return press.database().read(sql -> new Authors(sql).after(0, 100)).size();
    }
}
