package press.rotative.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureScalerTest {
    private static final Path PICTURES = Path.of("src/main/sample/pictures");

    @Test
    void a_smaller_file_keeps_the_shape() throws IOException {
        var scaler = new PictureScaler(Files.readAllBytes(PICTURES.resolve("ferry.jpg")));
        BufferedImage small = read(scaler.jpeg(480, Integer.MAX_VALUE));
        assertEquals(480, small.getWidth());
        assertEquals(270, small.getHeight());
    }

    @Test
    void half_black_and_half_white_become_grey_at_one_pixel() throws IOException {
        var stripes = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 32; x++) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        int pixel =
                read(new PictureScaler(png(stripes)).jpeg(1, Integer.MAX_VALUE)).getRGB(0, 0) & 255;
        assertTrue(Math.abs(pixel - 128) <= 3, "grey was " + pixel);
    }

    @Test
    void a_file_of_800_pixels_weighs_less_than_90_kb() throws IOException {
        try (var files = Files.list(PICTURES)) {
            for (Path file : files.sorted().toList()) {
                int bytes = new PictureScaler(Files.readAllBytes(file)).jpeg(800, 90_000).length;
                assertTrue(bytes <= 90_000, file + " weighs " + bytes);
            }
        }
    }

    @Test
    void a_picture_is_not_made_larger() throws IOException {
        var scaler = new PictureScaler(png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)));
        assertThrows(IllegalArgumentException.class, () -> scaler.jpeg(65, Integer.MAX_VALUE));
    }

    @Test
    void what_is_not_a_picture_is_refused() {
        assertThrows(IOException.class, () -> new PictureScaler("no picture".getBytes()));
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
