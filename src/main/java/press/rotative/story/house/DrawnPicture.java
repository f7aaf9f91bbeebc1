package press.rotative.story.house;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import press.rotative.platform.Problem;

/// A small PNG or JPEG, decoded. Nothing of the file that was sent but its pixels goes on.
final class DrawnPicture {
    private static final int WIDEST = 2048;
    private static final int HALF = 2;

    private final BufferedImage image;

    private DrawnPicture(BufferedImage image) {
        this.image = image;
    }

    /// @throws Problem UNSUPPORTED for another format, INVALID for a broken file or one of too many pixels
    static DrawnPicture read(byte[] sent) {
        String format = format(sent);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > WIDEST || height > WIDEST) { // asked of the head of the file, before it is decoded
                throw Problem.invalid("The picture has " + width + " by " + height + " pixels; at most " + WIDEST
                                + " by " + WIDEST + " are taken.")
                        .as("problem.logo.pixels", width, height, WIDEST);
            }
            return new DrawnPicture(reader.read(0)).scaled(width, height);
        } catch (Problem tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException e) { // decoders answer hostile files with exceptions of many kinds
            throw Problem.invalid("The picture is broken. Save it again as PNG and send that.")
                    .as("problem.logo.broken");
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] sent) {
        if (sent.length > 8 && sent[0] == (byte) 0x89 && sent[1] == 'P' && sent[2] == 'N' && sent[3] == 'G') {
            return "png";
        }
        if (sent.length > 3 && sent[0] == (byte) 0xff && sent[1] == (byte) 0xd8 && sent[2] == (byte) 0xff) {
            return "jpeg";
        }
        throw new Problem(Problem.Category.UNSUPPORTED, "Send an SVG, a PNG or a JPEG.").as("problem.logo.format");
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /// In steps of a half at most, so that no pixel is left out.
    DrawnPicture scaled(int width, int height) {
        BufferedImage from = image;
        while (true) {
            int nextWidth = Math.max(width, from.getWidth() / HALF);
            int nextHeight = Math.max(height, from.getHeight() / HALF);
            var next = new BufferedImage(nextWidth, nextHeight, BufferedImage.TYPE_INT_ARGB);
            Graphics2D pen = next.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(from, 0, 0, nextWidth, nextHeight, null);
            pen.dispose();
            from = next;
            if (nextWidth == width && nextHeight == height) {
                return new DrawnPicture(from);
            }
        }
    }

    byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
