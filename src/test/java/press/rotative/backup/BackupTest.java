package press.rotative.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.command.OperatorsDesk;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.media.DestroyedPictures;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.platform.Seal;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.house.ArrangeMenu;
import press.rotative.story.house.ChangeLook;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.House;
import press.rotative.story.house.HouseFiles;
import press.rotative.story.house.LogoFiles;
import press.rotative.story.house.Look;
import press.rotative.story.house.Looks;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuEntry;
import press.rotative.story.house.MenuPlace;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.PageText;
import press.rotative.story.house.PublishPage;

/// Backup and restore by the operator's commands on real data directories.
class BackupTest extends OperatorsDesk {
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
    void pages_menus_and_logos_are_in_a_backup() throws IOException {
        byte[] svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 4\"><path d=\"M0 0h9\"/></svg>".getBytes();
        HouseFiles.Whole logo = LogoFiles.logo(svg);
        House house;
        try (Press press = open(data)) {
            EditionId edition = press.database()
                    .read(sql -> new Editions(sql).all().getFirst().id());
            var text = new PageText("Nous", null, new Body(List.of(Block.Paragraph.of("", "Texte."))));
            OwnPageId page =
                    perform(press, new CreatePage(Actor.OPERATOR, edition, OwnPageKind.ABOUT, null, null, text));
            perform(press, new PublishPage(Actor.OPERATOR, page, null));
            var menu = new Menu(List.of(new MenuEntry.OfPage(page, null)));
            perform(press, new ArrangeMenu(Actor.OPERATOR, edition, MenuPlace.MAIN, null, menu));
            Look look = Look.PLAIN.withLogo(logo.file(), null).withColours("#0b5c7a", "#6fd0e8");
            perform(press, new ChangeLook(Actor.OPERATOR, Looks.NEWSROOM, null, look, List.of(logo)));
            house = press.database().read(House::read);
        }
        assertEquals(ExitStatus.DONE, run("backup", folder.resolve("b.tar.gz").toString()), said());
        Path back = folder.resolve("back");
        assertEquals(ExitStatus.DONE, restore(folder.resolve("b.tar.gz"), back), said());
        try (Press press = open(back)) {
            assertEquals(house, press.database().read(House::read));
            assertTrue(press.database()
                    .read(sql -> new HouseFiles(sql).at(logo.file().address()))
                    .isPresent());
            assertEquals(List.of(), new Inspection(press, part -> {}).findings());
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
    void a_restore_repeats_the_destructions_of_pictures() throws IOException {
        PictureId picture;
        PictureId other;
        try (Press press = open(data)) {
            picture = Cast.picture(press, "a face".getBytes(StandardCharsets.UTF_8));
            other = Cast.picture(press, "a harbour".getBytes(StandardCharsets.UTF_8));
        }
        Path backup = folder.resolve("pictures.tar.gz");
        run("backup", backup.toString());
        assertEquals(
                ExitStatus.DONE,
                run("destroy", "--picture", "" + picture.value(), "--reason", "Décision de justice"),
                said());
        assertTrue(said().contains("Picture " + picture.value() + " is destroyed."), said());
        Path back = folder.resolve("back");
        assertEquals(ExitStatus.DONE, restore(backup, back, "--destructions-of", data.toString()), said());
        assertTrue(said().contains("Pictures destroyed again: 1."), said());
        try (Press press = open(back)) {
            assertTrue(
                    press.database().read(sql -> new Pictures(sql).get(picture)).destroyed());
            assertTrue(
                    press.database().read(sql -> new Pictures(sql).get(other)).held());
        }
        assertEquals(ExitStatus.WRONG_USAGE, run("destroy", "--picture", "1", "--story", "1", "--reason", "x"));
    }

    @Test
    void a_picture_that_came_and_was_destroyed_since_the_backup_is_kept_out_of_what_is_restored() throws IOException {
        Path backup = folder.resolve("before.tar.gz");
        run("backup", backup.toString());
        byte[] face = "a face".getBytes(StandardCharsets.UTF_8);
        byte[] twice = "a harbour".getBytes(StandardCharsets.UTF_8);
        try (Press press = open(data)) {
            for (byte[] bytes : List.of(face, twice)) {
                PictureId picture = Cast.picture(press, bytes);
                perform(press, new DestroyPicture(Actor.OPERATOR, picture, null, "Décision de justice"));
            }
        }
        Path back = folder.resolve("back");
        assertEquals(ExitStatus.DONE, restore(backup, back, "--destructions-of", data.toString()), said());
        assertTrue(said().contains("Pictures destroyed again: 0."), said());
        try (Press press = open(back)) {
            for (byte[] bytes : List.of(face, twice)) {
                boolean known = press.database().read(sql -> DestroyedPictures.knows(sql, Digest.of(bytes)));
                assertTrue(known, "it does not come in again");
            }
            assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        }
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

    private ExitStatus restore(Path from, Path to, String... more) {
        var all = new java.util.ArrayList<>(List.of("restore", from.toString(), "--data", to.toString()));
        all.addAll(List.of(more));
        return command(all);
    }

    private static String head(Path data) throws IOException {
        return Files.readString(data.resolve("publication.head"));
    }
}
