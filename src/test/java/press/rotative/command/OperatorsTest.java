package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.rotative.Press;
import press.rotative.command.socket.CommandSocket;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Role;

/// The operator's commands on real data directories.
class OperatorsTest extends OperatorsDesk {
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

    private void finds(String sentence) {
        assertEquals(ExitStatus.FAILED, run("check"), said());
        assertTrue(said().contains(sentence), said());
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("rotative.db"));
                var update = connection.createStatement()) {
            assertTrue(update.executeUpdate(statement) > 0, statement);
        }
    }
}
