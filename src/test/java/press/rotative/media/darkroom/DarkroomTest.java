package press.rotative.media.darkroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.rotative.platform.Problem;

/// The darkroom with libvips, where it is installed, and with Java alone: the same files must come out alike.
class DarkroomTest {
    private static final Path SEEDS = Path.of("src/test/corpus/pictures").toAbsolutePath();
    private static final Texts TEXTS = new Texts(
            "Titre", "Le ferry & « le phare » <b>", "Un ferry", "© D. Roche / AFP", "D. Roche", "AFP", "© AFP", "Web");

    @TempDir
    Path folder;

    private Darkroom darkroom;
    private int files;

    @AfterEach
    void close() {
        darkroom.close();
    }

    private void open(boolean javaOnly) {
        darkroom = new Darkroom(folder, javaOnly, Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_picture_is_turned_upright_put_into_srgb_and_rid_of_everything_else(boolean javaOnly) throws IOException {
        open(javaOnly);
        Path kept = folder.resolve("kept");
        var developed = assertInstanceOf(
                Result.Developed.class,
                darkroom.perform(Lane.UPLOADS, new Order.Develop(SEEDS.resolve("agency.jpg"), kept, FileKind.JPEG)));
        assertEquals(360, developed.width());
        assertEquals(640, developed.height());
        assertEquals("Dorian Roche", developed.texts().creator());
        assertEquals("Goéland", developed.texts().headline());
        String bytes = Files.readString(kept, StandardCharsets.ISO_8859_1);
        for (String other : List.of("GPS", "Exif", "ICC_PROFILE", "Agence", "adobe")) {
            assertFalse(bytes.contains(other), other);
        }
        BufferedImage read = ImageIO.read(kept.toFile());
        BufferedImage source = ImageIO.read(SEEDS.resolve("agency.jpg").toFile());
        // Turned by a quarter: what was at the left end of the middle line is at the top now.
        assertNear(source.getRGB(8, source.getHeight() / 2), read.getRGB(read.getWidth() / 2, 8), 40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_print_has_its_size_shows_its_part_and_carries_the_words(boolean javaOnly) throws IOException {
        open(javaOnly);
        Path quarters = folder.resolve("quarters.png");
        ImageIO.write(quarters(), "png", quarters.toFile());
        Path print = folder.resolve("print");
        var part = new Order.Part(400, 300, 200, 150, 200, 150);
        assertInstanceOf(
                Result.Printed.class,
                darkroom.perform(Lane.READERS, new Order.Print(quarters, print, part, 100, 75, Format.JPEG, 0, TEXTS)));
        BufferedImage read = ImageIO.read(print.toFile());
        assertEquals(100, read.getWidth());
        assertEquals(75, read.getHeight());
        assertNear(0x0000ff, read.getRGB(50, 37), 8);
        Texts found = EmbeddedTexts.of(print);
        assertEquals(TEXTS, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed.jpg", "seed.png", "seed.gif", "seed.tiff", "seed.webp", "seed.avif"})
    void every_kind_is_developed_and_printed_in_every_format_that_is_written_here(String seed) throws Exception {
        open(false);
        FileKind kind = FileKind.of(Files.readAllBytes(SEEDS.resolve(seed))).orElseThrow();
        Path kept = folder.resolve("kept");
        Result result = darkroom.perform(Lane.UPLOADS, new Order.Develop(SEEDS.resolve(seed), kept, kind));
        boolean vips = darkroom.formats(Lane.UPLOADS).contains(Format.WEBP);
        assumeTrue(vips || kind != FileKind.WEBP && kind != FileKind.AVIF, "libvips is not installed");
        var developed = assertInstanceOf(Result.Developed.class, result);
        for (Format format : List.of(Format.JPEG, Format.WEBP, Format.AVIF)) {
            if (darkroom.formats(Lane.UPLOADS).contains(format)) {
                Path print = folder.resolve("print." + format.extension());
                var part = new Order.Part(developed.width(), developed.height(), 0, 0, 60, 40);
                assertInstanceOf(
                        Result.Printed.class,
                        darkroom.perform(Lane.READERS, new Order.Print(kept, print, part, 60, 40, format, 1, TEXTS)));
                verifiedByAnother(print);
            }
        }
    }

    /// exiftool reads formats and metadata with code of its own.
    private static void verifiedByAnother(Path print) throws Exception {
        Optional<Path> exiftool = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(each -> Path.of(each, "exiftool"))
                .filter(Files::isExecutable)
                .findFirst();
        if (exiftool.isEmpty()) {
            return;
        }
        Process process = new ProcessBuilder(
                        exiftool.get().toString(),
                        "-a",
                        "-s",
                        "-charset",
                        "UTF8",
                        "-XMP:all",
                        "-GPS:all",
                        "-ImageSize",
                        print.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        for (String line : List.of(
                "Headline +: Titre",
                "Description +: Le ferry & « le phare » <b>",
                "AltTextAccessibility +: Un ferry",
                "Credit +: © D. Roche / AFP",
                "Creator +: D. Roche",
                "Source +: AFP",
                "Rights +: © AFP",
                "UsageTerms +: Web",
                "ImageSize +: 60x40")) {
            assertTrue(said.lines().anyMatch(each -> each.matches(line)), print + " lacks " + line + " in:\n" + said);
        }
        assertFalse(said.contains("GPS"), said);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void files_that_are_cut_short_damaged_or_too_large_are_refused(boolean javaOnly) throws IOException {
        open(javaOnly);
        byte[] jpeg = Files.readAllBytes(SEEDS.resolve("agency.jpg"));
        assertEquals(Result.Reason.CUT_SHORT, refused(java.util.Arrays.copyOf(jpeg, jpeg.length * 2 / 3)));
        assertTrue(List.of(Result.Reason.CUT_SHORT, Result.Reason.DAMAGED)
                .contains(refused(java.util.Arrays.copyOf(jpeg, 30))));
        byte[] png = Files.readAllBytes(SEEDS.resolve("seed.png"));
        byte[] bomb = png.clone();
        java.util.Arrays.fill(bomb, 16, 24, (byte) 0x10);
        assertTrue(List.of(Result.Reason.TOO_MANY_PIXELS, Result.Reason.DAMAGED).contains(refused(bomb)));
    }

    private Result.Reason refused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file" + ++files), bytes);
        var order = new Order.Develop(
                file, folder.resolve("to" + files), FileKind.of(bytes).orElseThrow());
        return assertInstanceOf(Result.Refused.class, darkroom.perform(Lane.UPLOADS, order))
                .reason();
    }

    @Test
    void a_child_that_is_killed_is_replaced_and_the_next_picture_is_developed() throws Exception {
        open(false);
        var order = new Order.Develop(SEEDS.resolve("seed.jpg"), folder.resolve("one"), FileKind.JPEG);
        assertInstanceOf(Result.Developed.class, darkroom.perform(Lane.UPLOADS, order));
        ProcessHandle child = ProcessHandle.current()
                .children()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .max(Comparator.comparing(each -> each.info().startInstant().orElse(Instant.EPOCH)))
                .orElseThrow();
        child.destroyForcibly();
        child.onExit().join();
        var next = new Order.Develop(SEEDS.resolve("seed.jpg"), folder.resolve("two"), FileKind.JPEG);
        assertInstanceOf(Result.Developed.class, darkroom.perform(Lane.UPLOADS, next));
    }

    @Test
    void a_lane_that_is_full_says_so_at_once() throws Exception {
        open(true);
        Path quarters = folder.resolve("quarters.png");
        ImageIO.write(quarters(), "png", quarters.toFile());
        boolean full = false;
        for (int i = 0; i < 40 && !full; i++) {
            full = darkroom.begin(Lane.UPLOADS, new Order.Develop(quarters, folder.resolve("full" + i), FileKind.PNG))
                    .isEmpty();
        }
        assertTrue(full, "a queue has an end");
        var order = new Order.Develop(quarters, folder.resolve("last"), FileKind.PNG);
        Problem problem = assertThrows(Problem.class, () -> {
            for (int i = 0; i < 40; i++) {
                darkroom.begin(Lane.UPLOADS, new Order.Develop(quarters, folder.resolve("more" + i), FileKind.PNG));
            }
            darkroom.perform(Lane.UPLOADS, order);
        });
        assertEquals(Problem.Category.OVERLOADED, problem.category());
        assertTrue(problem.sentence().contains("again in a few seconds"), problem.sentence());
    }

    private static BufferedImage quarters() {
        var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                image.setRGB(x, y, y < 150 ? x < 200 ? 0xff0000 : 0x00ff00 : x < 200 ? 0xffff00 : 0x0000ff);
            }
        }
        return image;
    }

    private static void assertNear(int expected, int actual, int most) {
        for (int shift : new int[] {16, 8, 0}) {
            int difference = Math.abs((expected >> shift & 0xff) - (actual >> shift & 0xff));
            assertTrue(difference <= most, Integer.toHexString(expected) + " and " + Integer.toHexString(actual));
        }
    }
}
