package press.rotative.media.darkroom;

import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/// Pixels by what Java brings along, for machines without libvips: JPEG, PNG, GIF and TIFF are read, JPEG is written.
final class JavaEngine implements Engine {
    static final long MOST_PIXELS = 50_000_000;

    private static final float QUALITY = 0.82f;
    private static final float KEPT_QUALITY = 0.92f;

    /// Above this many pixels for one that is wanted, lines and columns are left out while reading.
    private static final int ENOUGH = 4;

    JavaEngine() {
        ImageIO.setUseCache(false);
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.JPEG, Format.PNG);
    }

    @Override
    public Pixels develop(Order.Develop order) throws IOException {
        if (order.kind() == FileKind.WEBP || order.kind() == FileKind.AVIF) {
            throw new Refusal(Result.Reason.NOT_HERE);
        }
        try (ImageInputStream file = ImageIO.createImageInputStream(order.from().toFile())) {
            ImageReader reader = reader(order.kind().name(), file);
            try {
                var cut = new boolean[1];
                reader.addIIOReadWarningListener((source, warning) ->
                        cut[0] |= warning.toLowerCase(java.util.Locale.ROOT).contains("premature"));
                int frames = order.kind() == FileKind.GIF || order.kind() == FileKind.TIFF
                        ? Math.max(1, reader.getNumImages(true))
                        : 1;
                Engine.checkSize(reader.getWidth(0), reader.getHeight(0), frames, MOST_PIXELS);
                BufferedImage read = read(reader, reader.getDefaultReadParam());
                if (cut[0]) {
                    throw new Refusal(Result.Reason.CUT_SHORT);
                }
                BufferedImage upright = upright(plain(read), EmbeddedTexts.orientation(order.from()));
                boolean seeThrough = upright.getColorModel().hasAlpha();
                Format format =
                        Engine.keptAs(order.kind(), seeThrough, (long) upright.getWidth() * upright.getHeight());
                write(upright, order.to(), format, KEPT_QUALITY);
                return new Pixels(format, upright.getWidth(), upright.getHeight(), frames);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(String format, ImageInputStream file) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new Refusal(Result.Reason.NOT_HERE);
        }
        ImageReader reader = readers.next();
        reader.setInput(file, false, true);
        return reader;
    }

    private static BufferedImage read(ImageReader reader, ImageReadParam how) throws IOException {
        Iterator<ImageTypeSpecifier> types;
        try {
            types = reader.getImageTypes(0);
        } catch (IIOException damaged) {
            throw new Refusal(Result.Reason.DAMAGED);
        }
        if (!types.hasNext()) { // colours that Java does not read, such as CMYK
            throw new Refusal(Result.Reason.NOT_HERE);
        }
        try {
            return reader.read(0, how);
        } catch (EOFException cut) {
            throw new Refusal(Result.Reason.CUT_SHORT);
        } catch (IIOException damaged) {
            throw new Refusal(
                    damaged.getCause() instanceof EOFException ? Result.Reason.CUT_SHORT : Result.Reason.DAMAGED);
        }
    }

    /// The same pixels as sRGB, eight bits deep.
    private static BufferedImage plain(BufferedImage read) {
        int type = read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var plain = new BufferedImage(read.getWidth(), read.getHeight(), type);
        if (read.getColorModel().getColorSpace().isCS_sRGB()
                || read.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            var graphics = plain.createGraphics();
            graphics.drawImage(read, 0, 0, null);
            graphics.dispose();
        } else {
            new ColorConvertOp(null).filter(read, plain);
        }
        return plain;
    }

    /// @param orientation 1 to 8 as EXIF counts them (CIPA DC-008, section 4.6.4)
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation < 2 || orientation > 8) {
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    default -> new AffineTransform(0, -1, 1, 0, 0, w);
                };
        boolean sideways = orientation > 4;
        var turned = new BufferedImage(sideways ? h : w, sideways ? w : h, image.getType());
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, turned);
        return turned;
    }

    @Override
    public void print(Order.Print order, byte[] xmp) throws IOException {
        if (order.format() != Format.JPEG) {
            throw new Refusal(Result.Reason.NOT_HERE);
        }
        Order.Part part = order.part();
        try (ImageInputStream file = ImageIO.createImageInputStream(order.from().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(file);
            if (!readers.hasNext()) {
                throw new IOException("the developed picture cannot be read");
            }
            ImageReader reader = readers.next();
            reader.setInput(file, true, true);
            try {
                ImageReadParam how = reader.getDefaultReadParam();
                how.setSourceRegion(new java.awt.Rectangle(part.left(), part.top(), part.width(), part.height()));
                int step = Math.max(1, part.width() / (order.width() * ENOUGH));
                how.setSourceSubsampling(step, step, 0, 0);
                BufferedImage read = onWhite(reader.read(0, how));
                write(AreaScaler.scaled(read, order.width(), order.height()), order.to(), Format.JPEG, QUALITY);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage onWhite(BufferedImage read) {
        var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, read.getWidth(), read.getHeight());
        graphics.drawImage(read, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static void write(BufferedImage image, Path to, Format format, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        try (var out = ImageIO.createImageOutputStream(to.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
