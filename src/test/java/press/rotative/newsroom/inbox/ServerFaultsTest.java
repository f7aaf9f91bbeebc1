package press.rotative.newsroom.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.media.BlobStore;
import press.rotative.media.UploadLimits;
import press.rotative.newsroom.media.Sent;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;
import press.rotative.story.acts.CreateEdition;
import press.rotative.wire.CaptureDoor;

/// What is wrong with the server is never told as if it were wrong with a page, in any language.
class ServerFaultsTest {
    @TempDir
    Path data;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final Actor editor = new Actor(8, Role.EDITOR);
    private Press press;

    @BeforeEach
    void open() {
        press = Press.open(data, Optional.empty(), clock);
        press.acts()
                .perform(new CreateEdition(
                        Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/London", null));
    }

    @AfterEach
    void close() {
        press.close();
    }

    /// Takes captures until one holds a word, and fails then as it is told.
    private record FailingStore(BlobStore real, String word, RuntimeException failure) implements BlobStore {
        @Override
        public String put(byte[] bytes) {
            if (new String(bytes, StandardCharsets.UTF_8).contains(word)) {
                throw failure;
            }
            return real.put(bytes);
        }

        @Override
        public void putAll(List<byte[]> all) {
            all.forEach(this::put);
        }

        @Override
        public Stored put(Path file) {
            return real.put(file);
        }

        @Override
        public Optional<Path> localFile(String digest) {
            return real.localFile(digest);
        }

        @Override
        public Optional<byte[]> get(String digest) {
            return real.get(digest);
        }

        @Override
        public void destroy(String digest) {
            real.destroy(digest);
        }
    }

    private static Problem full() {
        return new Problem(Problem.Category.OUT_OF_SPACE, "The disk is full.").as("problem.file.full");
    }

    private static Words words(String language) {
        return Words.in("newsroom", Tongue.of(language), Digits.WESTERN);
    }

    /// Sends pages of these headlines.
    private CaptureUploads.Answer send(String language, RuntimeException failure, String... headlines) {
        var store = new FailingStore(press.blobs(), "unlucky", failure);
        var uploads = new CaptureUploads(
                press.acts(),
                press.database(),
                store,
                press.intake(),
                Fetcher.ofTheWeb(),
                new CaptureDoor(data, clock));
        byte[] form = SentCaptures.form(
                Map.of(),
                List.of(headlines).stream()
                        .map(each ->
                                Map.entry(each + ".txt", SentCaptures.page(each).getBytes(StandardCharsets.UTF_8)))
                        .toList());
        return uploads.take(editor, words(language), SentCaptures.KIND, new ByteArrayInputStream(form));
    }

    @Test
    void every_byte_that_is_sent_counts_whatever_becomes_of_it() {
        int most = 1 << 20;
        byte[] much = new byte[most];
        byte[] tooLarge = new byte[30 * most];
        byte[] other = SentCaptures.form(Map.of("remark", new String(much, StandardCharsets.US_ASCII)), List.of());
        byte[] large = SentCaptures.form(Map.of(), List.of(Map.entry("large.txt", tooLarge)));
        byte[] unwanted = SentCaptures.form(Map.of("fetch", "on"), List.of(Map.entry("page.txt", much)));
        assertEquals(Problem.Category.TOO_MANY, secondTime(editor, most, other));
        assertEquals(Problem.Category.TOO_MANY, secondTime(editor, 29L * most, large));
        assertEquals(
                Problem.Category.TOO_MANY, secondTime(editor, most, unwanted), "who may not have pictures fetched");
    }

    /// Sends a form, whatever is said to it, and another one.
    private Problem.Category secondTime(Actor actor, long mostAnHour, byte[] form) {
        var uploads = new CaptureUploads(
                press.acts(),
                press.database(),
                press.blobs(),
                press.intake(),
                Fetcher.ofTheWeb(),
                new CaptureDoor(data, new UploadLimits(clock, mostAnHour)));
        try {
            uploads.take(actor, words("en"), SentCaptures.KIND, new ByteArrayInputStream(form));
        } catch (Problem refused) {
            assertTrue(refused.category() != Problem.Category.TOO_MANY, "the first is no matter of limits");
        }
        return assertThrows(
                        Problem.class,
                        () -> uploads.take(actor, words("en"), SentCaptures.KIND, new ByteArrayInputStream(form)))
                .category();
    }

    @Test
    void a_full_disk_is_the_answer_to_a_form_of_which_nothing_was_filed() {
        Problem problem = assertThrows(Problem.class, () -> send("en", full(), "The unlucky ferry"));
        assertEquals(Problem.Category.OUT_OF_SPACE, problem.category());
    }

    @Test
    void a_disk_that_fills_up_on_the_way_is_told_behind_what_was_filed() {
        for (String language : List.of("en", "fr", "ar")) {
            CaptureUploads.Answer answer = send(
                    language, full(), "The ferry " + language, "The unlucky ferry " + language, "Later " + language);
            assertEquals(507, answer.status());
            assertEquals(
                    List.of("kept", "refused"),
                    answer.sent().stream().map(Sent::outcome).toList());
            String said = answer.sent().getLast().sentence();
            assertEquals(words(language).say("problem.file.full"), said);
        }
    }

    @Test
    void a_failure_nobody_expected_is_not_the_fault_of_the_page_and_keeps_no_other_out() {
        for (String language : List.of("en", "fr", "ar")) {
            CaptureUploads.Answer answer = send(
                    language,
                    new IllegalStateException("broken"),
                    "The first ferry " + language,
                    "The unlucky ferry " + language,
                    "The last ferry " + language);
            assertEquals(422, answer.status());
            assertEquals(
                    List.of("kept", "refused", "kept"),
                    answer.sent().stream().map(Sent::outcome).toList());
            String said = answer.sent().get(1).sentence();
            assertEquals(words(language).say("inbox.refused.log"), said);
            assertTrue(!said.equals(words(language).say("inbox.refused.unread")), said);
        }
    }
}
