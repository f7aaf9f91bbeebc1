package press.rotative.story.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import press.rotative.platform.Problem;

/// Logos and icons: what is taken comes out as shapes or pixels and nothing else; what could do harm is refused.
class LogoFilesTest {
    private static final String BEGIN = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 100 40\">";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String taken(String svg) {
        return new String(LogoFiles.logo(bytes(svg)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void shapes_gradients_and_clips_are_written_anew() {
        String svg = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\">"
                + "<!-- drawn somewhere -->"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" width=\"100px\" height=\"40px\" i:version=\"1\">"
                + "<title>Le Phare</title><metadata><x/></metadata><i:view><i:grid/></i:view>"
                + "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#b4300f\"/></linearGradient>"
                + "<radialGradient id=\"b\" xlink:href=\"#a\"/></defs>"
                + "<g class=\"x\" style=\"fill: url('#a'); -inkscape-x: 1; stroke:none\" transform=\"rotate(2, 3 4)\">"
                + "<path i:label=\"p\" d=\"M0 0 L10,10\n z\"/></g></svg>";
        HouseFiles.Whole made = LogoFiles.logo(bytes(svg));
        assertEquals(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 40\" width=\"100\" height=\"40\">"
                        + "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#b4300f\"></stop>"
                        + "</linearGradient><radialGradient href=\"#a\" id=\"b\"></radialGradient></defs>"
                        + "<g fill=\"url(#a)\" stroke=\"none\" transform=\"rotate(2, 3 4)\">"
                        + "<path d=\"M0 0 L10,10 z\"></path></g></svg>",
                new String(made.bytes(), StandardCharsets.UTF_8));
        assertEquals("image/svg+xml", made.file().mediaType());
        assertEquals(100, made.file().width());
        assertEquals(40, made.file().height());
        assertEquals(
                new String(made.bytes(), StandardCharsets.UTF_8),
                taken(new String(made.bytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void what_could_run_or_load_or_hide_something_is_refused() {
        List<String> hostile = List.of(
                "<script>alert(1)</script>",
                "<a href=\"https://evil.example\"><path d=\"M0 0\"/></a>",
                "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
                "<image href=\"https://evil.example/x.png\"/>",
                "<image xlink:href=\"data:image/png;base64,AAAA\"/>",
                "<use href=\"#a\"/>",
                "<use xlink:href=\"https://evil.example/x.svg#a\"/>",
                "<style>path{fill:url(https://evil.example)}</style>",
                "<text x=\"1\">Le Phare</text>",
                "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<set attributeName=\"onload\" to=\"alert(1)\"/>",
                "<filter id=\"f\"/>",
                "<pattern id=\"p\"/>",
                "<iframe src=\"https://evil.example\"/>",
                "<svg><path d=\"M0 0\"/></svg>",
                "<path d=\"M0 0\" onclick=\"alert(1)\"/>",
                "<g OnLoad=\"alert(1)\"/>",
                "<path fill=\"url(https://evil.example/a#b)\"/>",
                "<path fill=\"url(//evil.example#b)\"/>",
                "<path style=\"fill:url(data:image/svg+xml,x)\"/>",
                "<path style=\"clip-path:url(x.svg#a)\"/>",
                "<linearGradient id=\"a\" href=\"https://evil.example#a\"/>",
                "<path id=\"a b\" d=\"M0 0\"/>",
                "<path d=\"M0 0&quot; onload=&quot;alert(1)\"/>",
                "<g>letters</g>",
                "<g><![CDATA[<script>]]></g>");
        for (String inside : hostile) {
            Problem refused = assertThrows(Problem.class, () -> taken(BEGIN + inside + "</svg>"), inside);
            assertTrue(refused.phrase().isPresent(), inside);
        }
    }

    @Test
    void what_is_no_drawing_of_a_size_is_refused() {
        for (String svg : List.of(
                "<html/>",
                "<svg/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 NaN 1\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 -5 1\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"3\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2100 100\"/>",
                "<!DOCTYPE svg [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]>" + BEGIN + "<title>&b;</title></svg>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + BEGIN + "<g>&a;</g></svg>",
                BEGIN + "<g>",
                BEGIN + "<g/>".repeat(2001) + "</svg>",
                BEGIN + "<g>".repeat(40) + "</g>".repeat(40) + "</svg>")) {
            assertThrows(Problem.class, () -> taken(svg), svg.length() > 200 ? svg.substring(0, 200) : svg);
        }
        assertEquals(
                Problem.Category.TOO_LARGE,
                assertThrows(Problem.class, () -> taken(BEGIN + " ".repeat(200_000) + "</svg>"))
                        .category());
    }

    @Test
    void a_drawing_that_was_broken_anywhere_never_comes_out_with_more_than_shapes() {
        String good =
                BEGIN + "<g style=\"fill:#123456\"><path d=\"M0 0z\" fill=\"url(#a)\"/></g><title>x</title></svg>";
        String bits = "<>\"'/&;:=#() onscript";
        var random = new Random(11);
        int came = 0;
        for (int i = 0; i < 5000; i++) {
            var broken = new StringBuilder(good);
            for (int n = random.nextInt(4); n >= 0; n--) {
                broken.setCharAt(
                        BEGIN.length() - 30 + random.nextInt(good.length() - BEGIN.length() + 30),
                        bits.charAt(random.nextInt(bits.length())));
            }
            try {
                String out = taken(broken.toString()).replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
                came++;
                assertTrue(
                        out.matches(
                                "(?s)(</?[A-Za-z]+( [A-Za-z0-9-]+=\"[A-Za-z0-9#%.,+\\-() _]*\")*\\s*>|<svg  [^<>]*>)+"),
                        out);
                assertFalse(out.contains("script") || out.contains(" on"), out);
            } catch (Problem refused) {
                assertNotNull(refused.getMessage());
            }
        }
        assertTrue(came > 100, "some broken drawings are still drawings: " + came);
    }

    private static byte[] png(int width, int height, int type) throws IOException {
        var image = new BufferedImage(width, height, type);
        image.setRGB(width / 2, height / 2, 0xffb4300f);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void a_picture_is_decoded_and_encoded_anew() throws IOException {
        byte[] sent = png(1600, 800, BufferedImage.TYPE_INT_ARGB);
        byte[] polyglot = Arrays.copyOf(sent, sent.length + 40);
        System.arraycopy(bytes("<script>alert(1)</script>"), 0, polyglot, sent.length, 25);
        HouseFiles.Whole made = LogoFiles.logo(polyglot);
        assertEquals(800, made.file().width());
        assertEquals(400, made.file().height());
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(made.bytes()));
        assertEquals(400, back.getHeight());
        assertEquals(0, back.getRGB(0, 0) >>> 24, "what was transparent stays so");
        assertFalse(new String(made.bytes(), StandardCharsets.ISO_8859_1).contains("script"));
    }

    @Test
    void at_most_two_pictures_are_decoded_at_once() throws Exception {
        byte[] png = png(300, 100, BufferedImage.TYPE_INT_ARGB);
        try (var threads = Executors.newFixedThreadPool(1)) {
            LogoFiles.PLACES.acquire(2);
            Future<HouseFiles.Whole> third = threads.submit(() -> LogoFiles.logo(png));
            try {
                for (int waited = 0; !LogoFiles.PLACES.hasQueuedThreads() && waited < 500; waited++) {
                    assertFalse(third.isDone(), "it did not wait");
                    Thread.sleep(10);
                }
                assertTrue(LogoFiles.PLACES.hasQueuedThreads());
            } finally {
                LogoFiles.PLACES.release(2);
            }
            assertEquals(300, third.get().file().width());
        }
        assertEquals(2, LogoFiles.PLACES.availablePermits(), "whoever is done makes room");
    }

    @Test
    void an_icon_is_made_in_three_sizes() throws IOException {
        LogoFiles.MadeIcon made = LogoFiles.icon(png(600, 600, BufferedImage.TYPE_INT_RGB));
        assertEquals(192, made.icon().file().width());
        assertEquals(180, made.icon().touch().width());
        assertEquals(512, made.icon().large().width());
        assertEquals(3, made.files().size());
        assertNotEquals(made.icon().file().name(), made.icon().touch().name());
        String square = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path d=\"M0 0z\"/></svg>";
        assertNull(LogoFiles.icon(bytes(square)).icon().large());
        for (byte[] wrong : List.of(
                png(300, 200, BufferedImage.TYPE_INT_RGB),
                png(100, 100, BufferedImage.TYPE_INT_RGB),
                png(2100, 2100, BufferedImage.TYPE_BYTE_BINARY),
                bytes(BEGIN + "</svg>"),
                bytes("GIF89a"),
                bytes("\u0089PNG"),
                new byte[0])) {
            assertThrows(Problem.class, () -> LogoFiles.icon(wrong));
        }
    }

    @Test
    void broken_pictures_are_refused_with_a_sentence() throws IOException {
        byte[] good = png(300, 100, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] broken = good.clone();
            for (int n = 0; n < 6; n++) {
                broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
            }
            try {
                LogoFiles.logo(i % 3 == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken);
            } catch (Problem refused) {
                assertTrue(refused.phrase().isPresent());
            }
        }
    }
}
