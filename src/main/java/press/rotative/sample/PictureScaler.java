package press.rotative.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;

/// Makes smaller JPEG files of a picture: every pixel is the mean of the area it stands for, so that fine lines neither
/// vanish nor shimmer. Pixels are taken as sRGB.
final class PictureScaler {
    private static final float QUALITY = 0.82f;
    private static final float LOWEST_QUALITY = 0.5f;

    private final int[] pixels;
    private final int width;
    private final int height;

    PictureScaler(byte[] jpeg) throws IOException {
        ImageIO.setUseCache(false);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
        if (read == null) {
            throw new IOException("This file is not a picture that can be read.");
        }
        width = read.getWidth();
        height = read.getHeight();
        pixels = read.getRGB(0, 0, width, height, null, 0, width);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The height that belongs to a width.
    int heightFor(int smaller) {
        return Math.max(1, Math.round((float) height * smaller / width));
    }

    /// @param smaller pixels, at most the picture's own width
    /// @param mostBytes the quality is lowered until the file is not larger, but never below one half
    byte[] jpeg(int smaller, int mostBytes) throws IOException {
        if (smaller < 1 || smaller > width) {
            throw new IllegalArgumentException("A picture of width " + width + " is not scaled to " + smaller + ".");
        }
        BufferedImage scaled = scaled(smaller, heightFor(smaller));
        byte[] file = encoded(scaled, QUALITY);
        for (float quality = QUALITY - 0.06f; file.length > mostBytes && quality >= LOWEST_QUALITY; quality -= 0.06f) {
            file = encoded(scaled, quality);
        }
        return file;
    }

    private BufferedImage scaled(int newWidth, int newHeight) {
        float[] rows = narrowed(newWidth);
        var image = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_RGB);
        double step = (double) height / newHeight;
        var sum = new float[3];
        for (int y = 0; y < newHeight; y++) {
            double from = y * step;
            double to = Math.min(height, from + step);
            for (int x = 0; x < newWidth; x++) {
                sum[0] = sum[1] = sum[2] = 0;
                for (int line = (int) from; line < to; line++) {
                    float share = (float) (Math.min(to, line + 1) - Math.max(from, line));
                    int at = (line * newWidth + x) * 3;
                    sum[0] += rows[at] * share;
                    sum[1] += rows[at + 1] * share;
                    sum[2] += rows[at + 2] * share;
                }
                image.setRGB(x, y, colour(sum, (float) (to - from)));
            }
        }
        return image;
    }

    /// All lines at the new width: red, green, blue of each pixel.
    private float[] narrowed(int newWidth) {
        var rows = new float[height * newWidth * 3];
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double from = x * step;
            double to = Math.min(width, from + step);
            for (int y = 0; y < height; y++) {
                int at = (y * newWidth + x) * 3;
                for (int column = (int) from; column < to; column++) {
                    float share = (float) ((Math.min(to, column + 1) - Math.max(from, column)) / (to - from));
                    int pixel = pixels[y * width + column];
                    rows[at] += (pixel >> 16 & 255) * share;
                    rows[at + 1] += (pixel >> 8 & 255) * share;
                    rows[at + 2] += (pixel & 255) * share;
                }
            }
        }
        return rows;
    }

    private static int colour(float[] sum, float area) {
        return Math.round(sum[0] / area) << 16 | Math.round(sum[1] / area) << 8 | Math.round(sum[2] / area);
    }

    private static byte[] encoded(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            var how = new JPEGImageWriteParam(Locale.ROOT);
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            var bytes = new ByteArrayOutputStream();
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), how);
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
