package press.rotative.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.API_KEY;
import static press.rotative.platform.db.Tables.AUTHOR;
import static press.rotative.platform.db.Tables.BLOB;
import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.PICTURE;
import static press.rotative.platform.db.Tables.PUBLICATION;
import static press.rotative.platform.db.Tables.SETTING;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_DRAFT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.story.PubStatus;
import press.rotative.story.StoryKind;

/// One packed sample, looked at in its tables as a copy of it would find them.
class PackSampleTest {
    private static final Path SOURCES = Path.of("src/main/sample");

    @TempDir
    private static Path folder;

    private static Path packed;
    private static Connection connection;
    private static DSLContext sql;

    @BeforeAll
    static void pack() throws Exception {
        packed = folder.resolve("packed");
        PackSample.pack(SOURCES, packed);
        Path looked = Files.copy(packed.resolve("rotative.db"), folder.resolve("looked-at.db"));
        connection = DriverManager.getConnection("jdbc:sqlite:" + looked);
        sql = DSL.using(connection, SQLDialect.SQLITE);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void three_editions_each_with_every_kind_of_story_one_killed_and_one_withheld_story() {
        assertEquals(3, sql.fetchCount(EDITION));
        for (Long edition : sql.select(EDITION.ID).from(EDITION).fetch(EDITION.ID)) {
            for (StoryKind kind : StoryKind.values()) {
                int many = kind == StoryKind.ARTICLE ? 10 : kind == StoryKind.BRIEF ? 8 : 1;
                assertEquals(many, live(edition, kind), kind.name());
            }
            assertEquals(1, withStatus(edition, PubStatus.CANCELED));
            assertEquals(1, withStatus(edition, PubStatus.WITHHELD));
        }
        assertEquals(0, sql.fetchCount(STORY_DRAFT), "drafts");
    }

    private static int live(long edition, StoryKind kind) {
        return sql.fetchCount(
                STORY,
                STORY.EDITION_ID.eq(edition),
                STORY.KIND.eq(kind.name()),
                STORY.PUB_STATUS.eq(PubStatus.USABLE.name()));
    }

    private static int withStatus(long edition, PubStatus status) {
        return sql.fetchCount(STORY, STORY.EDITION_ID.eq(edition), STORY.PUB_STATUS.eq(status.name()));
    }

    @Test
    void every_edition_corrected_itself_in_public_and_says_it_once() {
        assertEquals(
                3,
                sql.fetchCount(sql.selectDistinct(STORY_CORRECTION.EDITION_ID).from(STORY_CORRECTION)));
        List<String> doubled = new ArrayList<>();
        for (SampleStory story : read().stories()) {
            boolean corrected =
                    story.after().stream().anyMatch(later -> later.act().equals("correct"));
            boolean inBody = Stream.concat(
                            story.body().stream().map(SampleStory.Part::type),
                            story.after().stream()
                                    .flatMap(later ->
                                            later.changes() == null ? Stream.empty() : later.changes().stream())
                                    .map(change -> change.block() == null
                                            ? ""
                                            : change.block().type()))
                    .anyMatch("correction"::equals);
            if (corrected && inBody) {
                doubled.add(story.key());
            }
        }
        assertEquals(List.of(), doubled, "the note of a correction stands under the story already");
    }

    private static SampleSource read() {
        try {
            return SampleSource.read(SOURCES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_story_went_live_at_its_own_instant() {
        Map<String, Long> wanted = new TreeMap<>();
        read().stories()
                .forEach(story -> wanted.merge(story.published().toInstant().toString(), 1L, Long::sum));
        Map<String, Long> there = new TreeMap<>();
        sql.select(STORY.PUBLISHED_AT)
                .from(STORY)
                .fetch(STORY.PUBLISHED_AT)
                .forEach(at -> there.merge(Instant.ofEpochMilli(at).toString(), 1L, Long::sum));
        assertEquals(wanted, there);
    }

    @Test
    void every_picture_has_a_credit_and_every_file_is_there() {
        assertEquals(
                0,
                sql.fetchCount(
                        PICTURE,
                        PICTURE.CREDIT.isNull().or(DSL.trim(PICTURE.CREDIT).eq(""))));
        assertEquals(0, sql.fetchCount(PICTURE, PICTURE.ALT.isNull().and(PICTURE.DIGEST.isNotNull())));
        int held = sql.fetchCount(PICTURE, PICTURE.DIGEST.isNotNull());
        assertTrue(held > 0 && sql.fetchCount(PICTURE, PICTURE.DIGEST.isNull()) > 0, "held and not held");
        assertTrue(sql.fetchCount(PICTURE, PICTURE.ARCHIVE.isTrue()) > 0, "file pictures");
        for (String digest : sql.select(BLOB.DIGEST).from(BLOB).fetch(BLOB.DIGEST)) {
            assertTrue(
                    Files.exists(packed.resolve("blobs")
                            .resolve(digest.substring(0, 2))
                            .resolve(digest)),
                    digest);
        }
    }

    @Test
    void every_byline_says_that_it_is_fiction() {
        assertEquals(0, sql.fetchCount(AUTHOR, AUTHOR.NOTE.isNull()));
    }

    @Test
    void no_secret_and_no_key_is_packed() {
        assertEquals(List.of(), sql.select(SETTING.NAME).from(SETTING).fetch(SETTING.NAME));
        assertEquals(0, sql.fetchCount(API_KEY));
    }

    @Test
    void nothing_but_the_database_the_head_of_the_log_and_files_is_packed() throws IOException {
        try (Stream<Path> there = Files.list(packed)) {
            var names = new TreeSet<>(
                    there.map(path -> path.getFileName().toString()).toList());
            names.remove("search");
            assertEquals(new TreeSet<>(List.of("blobs", "publication.head", "rotative.db")), names);
        }
        try (Stream<Path> files = Files.walk(packed)) {
            assertFalse(files.anyMatch(path -> path.toString().endsWith(".tmp")));
        }
    }

    @Test
    void a_copy_opens_with_a_whole_log_and_makes_a_secret_of_its_own() throws IOException {
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        Files.copy(packed.resolve("rotative.db"), copy.resolve("rotative.db"));
        Files.copy(packed.resolve("publication.head"), copy.resolve("publication.head"));
        try (Press press = Press.open(copy, Optional.empty(), Clock.systemUTC())) {
            assertEquals(sql.fetchCount(PUBLICATION), press.number().current());
            int secrets = press.database().read(db -> db.fetchCount(SETTING));
            assertEquals(1, secrets);
        }
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() {
        assertThrows(IOException.class, () -> PackSample.pack(SOURCES, packed));
    }
}
