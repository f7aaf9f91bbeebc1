package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.backup.StrayArchive;
import press.rotative.command.socket.CommandSocket;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Seal;
import press.rotative.publication.Act;
import press.rotative.story.*;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.acts.*;

/// The operator's commands on real data directories.
class OperatorsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path data;
    private long story;
    private String blob = "";

    @BeforeEach
    void aNewsroomWithACorrectedStory() {
        data = folder.resolve("data");
        try (Press press = open(data)) {
            blob = press.blobs().put("a picture".getBytes(StandardCharsets.UTF_8));
            var edition = Cast.lePhare(press);
            var port = perform(press, new CreateSection(Actor.OPERATOR, edition, "Port", null));
            var author = perform(press, new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                    .id();
            press.database().write(transaction -> {
                Pictures.addBlob(transaction, blob, 9, "image/jpeg");
                return true;
            });
            StoryId id = perform(
                            press,
                            new CreateStory(
                                    Actor.OPERATOR,
                                    edition,
                                    Cast.article("Le ferry arrive", port, author, "zyxsecretword"),
                                    null,
                                    false))
                    .story();
            perform(press, new PublishStory(Actor.OPERATOR, id, null, null, false));
            perform(
                    press,
                    new SaveDraft(
                            Actor.OPERATOR, id, null, Cast.article("Le ferry arrive", port, author, "Autre texte.")));
            perform(press, new PublishStory(Actor.OPERATOR, id, null, null, false));
            perform(
                    press,
                    new SaveDraft(
                            Actor.OPERATOR, id, null, Cast.article("Le ferry arrive", port, author, "Un brouillon.")));
            story = id.value();
        }
    }

    @Test
    void after_acts_everything_agrees() {
        assertEquals(ExitStatus.DONE, run("check"), said());
        assertTrue(said().startsWith("All agrees: "), said());
    }

    @Test
    void a_changed_text_is_found() throws Exception {
        sql("update story_version set content = replace(content, 'Autre', 'Outre')");
        finds("Version 2 of story " + story + " was changed");
    }

    @Test
    void a_text_changed_together_with_its_digest_is_found_by_the_log() throws Exception {
        sql("update story_version set digest = '" + "0".repeat(64) + "' where version = 1");
        finds("Version 1 of story " + story + " has another digest than the publication log");
    }

    @Test
    void a_changed_draft_is_found() throws Exception {
        sql("update story_draft set content = replace(content, 'Un', 'On')");
        finds("The draft of story " + story + " was changed");
    }

    @Test
    void a_changed_and_a_lost_row_of_the_log_are_found() throws Exception {
        sql("update publication set actor_id = 99 where seq = 2");
        finds("Publication 2 was changed");
        sql("delete from publication where seq = 2");
        finds("Publication 2 is missing");
    }

    @Test
    void a_database_that_lost_acknowledged_acts_is_found_by_the_head_file() throws Exception {
        sql("delete from publication where seq = (select max(seq) from publication)");
        sql("update chain_head set seq = seq - 1 where name = 'publication'");
        finds("acts are missing");
    }

    @Test
    void a_database_that_lost_acknowledged_drafts_is_found_by_the_head_file() throws Exception {
        sql("delete from staff_act where seq = (select max(seq) from staff_act)");
        sql("update chain_head set seq = seq - 1, hash = (select hash from staff_act order by seq desc limit 1) "
                + "where name = 'staff'");
        finds("The staff log ends at row");
    }

    @Test
    void a_changed_row_of_the_staff_log_is_found() throws Exception {
        sql("update staff_act set subject = 'nothing' where seq = 1");
        finds("The staff log is broken at row 1");
    }

    @Test
    void a_missing_and_a_changed_file_are_found() throws Exception {
        Path file = data.resolve("blobs").resolve(blob.substring(0, 2)).resolve(blob);
        Files.writeString(file, "b picture");
        finds("The file " + blob + " was changed");
        Files.delete(file);
        finds("The file " + blob + " is missing");
    }

    @Test
    void lists_and_codes_that_do_not_fit_the_public_text_are_found() throws Exception {
        sql("delete from story_author");
        finds("listed under other authors");
        sql("update address_code set code = 'zzzzz'");
        finds("does not lead to it");
    }

    @Test
    void a_key_is_alone_on_standard_output_and_opens_the_door() {
        assertEquals(ExitStatus.DONE, run("key", "create", "--role", "editor", "--label", "wire"), said());
        String key = out.toString(StandardCharsets.UTF_8).strip();
        try (Press press = open(data)) {
            assertEquals(
                    Set.of(Grant.everywhere(Role.EDITOR)),
                    press.database()
                            .read(sql -> new ApiKeys(sql).actorWith(key))
                            .orElseThrow()
                            .grants());
        }
        assertEquals(ExitStatus.FAILED, run("key", "create", "--role", "king"));
        assertTrue(said().contains("There is no role 'king'"), said());
    }

    @Test
    void a_running_server_runs_the_command_itself() throws IOException {
        try (Press press = open(data);
                CommandSocket socket = CommandSocket.open(
                        data,
                        (words, console) ->
                                Commands.inServer(press, java.net.URI.create("http://localhost"), words, console))) {
            assertEquals(ExitStatus.DONE, run("check"), said());
            assertEquals(
                    ExitStatus.DONE, run("backup", folder.resolve("b.tar.gz").toString()), said());
            assertEquals(ExitStatus.FAILED, run("key", "create", "--role", "king"));
        }
    }

    @Test
    void a_destroyed_text_is_nowhere_in_the_files_and_the_check_is_clean() throws IOException {
        assertEquals(ExitStatus.FAILED, destroy(2));
        assertTrue(said().contains("The public reads version 2"), said());
        assertEquals(ExitStatus.DONE, destroy(1), said());
        assertEquals(ExitStatus.DONE, run("check"), said());
        for (String name : List.of("rotative.db", "rotative.db-wal")) {
            if (Files.exists(data.resolve(name))) {
                assertFalse(
                        Files.readString(data.resolve(name), StandardCharsets.ISO_8859_1)
                                .contains("zyxsecretword"),
                        name);
            }
        }
    }

    @Test
    void a_backup_comes_back_whole_as_file_and_as_folder() throws IOException {
        for (String name : List.of("b.tar.gz", "b")) {
            Path backup = folder.resolve(name);
            assertEquals(ExitStatus.DONE, run("backup", backup.toString()), said());
            assertEquals(ExitStatus.FAILED, run("backup", backup.toString()), "an existing one is left alone");
            Path back = folder.resolve("back-" + name);
            assertEquals(ExitStatus.DONE, restore(backup, back), said());
            assertEquals(head(data), head(back));
            assertEquals(ExitStatus.FAILED, restore(backup, back), "a directory in use is left alone");
        }
    }

    @Test
    void the_key_of_sealed_secrets_is_in_a_backup_and_stays_closed_to_others() throws IOException {
        Seal.of(data, Optional.empty(), new SecureRandom());
        for (String name : List.of("b.tar.gz", "b")) {
            run("backup", folder.resolve(name).toString());
            Path back = folder.resolve("back-" + name);
            assertEquals(ExitStatus.DONE, restore(folder.resolve(name), back), said());
            assertEquals(Files.readString(data.resolve(Seal.FILE)), Files.readString(back.resolve(Seal.FILE)));
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(back.resolve(Seal.FILE))));
        }
    }

    @Test
    void a_restore_repeats_the_destructions_of_a_newer_directory() throws IOException {
        Path backup = folder.resolve("b.tar.gz");
        run("backup", backup.toString());
        destroy(1);
        Path back = folder.resolve("back");
        assertEquals(ExitStatus.DONE, restore(backup, back, "--destructions-of", data.toString()), said());
        assertTrue(said().contains("Texts destroyed again: 1."), said());
    }

    @Test
    void a_text_destroyed_since_the_backup_that_the_backup_still_shows_is_withheld_and_destroyed() throws IOException {
        Path backup = folder.resolve("b.tar.gz");
        run("backup", backup.toString());
        try (Press press = open(data)) {
            perform(press, new PublishStory(Actor.OPERATOR, new StoryId(story), null, null, true));
        }
        assertEquals(ExitStatus.DONE, destroy(2), said());
        Path back = folder.resolve("back");
        assertEquals(ExitStatus.DONE, restore(backup, back, "--destructions-of", data.toString()), said());
        assertTrue(said().contains("Texts destroyed again: 1."), said());
        try (Press press = open(back)) {
            Story restored = press.database().read(sql -> new Stories(sql).get(new StoryId(story)));
            assertEquals(PubStatus.WITHHELD, restored.pubStatus());
            assertEquals(Optional.empty(), press.database().read(sql -> new Stories(sql).liveContent(restored)));
            assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        }
        assertEquals(ExitStatus.DONE, command(List.of("check", "--data=" + back)), said());
    }

    @Test
    void a_damaged_backup_and_one_that_leads_outside_are_refused_and_leave_nothing() throws IOException {
        Path backup = folder.resolve("b");
        run("backup", backup.toString());
        Files.writeString(backup.resolve("publication.head"), "x");
        assertEquals(ExitStatus.FAILED, restore(backup, folder.resolve("back")));
        assertTrue(said().contains("publication.head does not have its digest"), said());
        Path evil = folder.resolve("evil.tar.gz");
        StrayArchive.write(evil, "../outside", backup);
        assertEquals(ExitStatus.FAILED, restore(evil, folder.resolve("back")));
        assertTrue(said().contains("does not belong there: ../outside"), said());
        assertFalse(Files.exists(folder.resolve("outside")));
        Path packed = folder.resolve("b.tar.gz");
        run("backup", packed.toString());
        byte[] whole = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(whole, whole.length / 2));
        assertEquals(ExitStatus.FAILED, restore(packed, folder.resolve("back")));
        assertTrue(said().contains("is cut short: it ends in the middle of a file. Nothing was restored"), said());
        assertFalse(Files.exists(folder.resolve("back")));
    }

    private ExitStatus destroy(int version) {
        return run("destroy", "--story", "" + story, "--version", "" + version, "--reason", "Décision de justice");
    }

    private void finds(String sentence) {
        assertEquals(ExitStatus.FAILED, run("check"), said());
        assertTrue(said().contains(sentence), said());
    }

    private ExitStatus run(String... words) {
        var all = new java.util.ArrayList<>(List.of(words));
        all.add("--data=" + data);
        return command(all);
    }

    private ExitStatus restore(Path from, Path to, String... more) {
        var all = new java.util.ArrayList<>(List.of("restore", from.toString(), "--data", to.toString()));
        all.addAll(List.of(more));
        return command(all);
    }

    private ExitStatus command(List<String> words) {
        out.reset();
        err.reset();
        return Commands.all()
                .run(
                        words,
                        new Console(
                                InputStream.nullInputStream(), new PrintStream(out, true), new PrintStream(err, true)));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("rotative.db"));
                var update = connection.createStatement()) {
            assertTrue(update.executeUpdate(statement) > 0, statement);
        }
    }

    private static String head(Path data) throws IOException {
        return Files.readString(data.resolve("publication.head"));
    }

    private static Press open(Path data) {
        return Press.open(data, Optional.empty(), Clock.systemUTC());
    }

    private static <T> T perform(Press press, Act<T> act) {
        return press.acts().perform(act).value();
    }
}
