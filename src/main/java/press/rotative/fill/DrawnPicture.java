package press.rotative.fill;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A landscape drawn by numbers: sky, sun, hills and houses. Every size is drawn anew, so nothing is scaled.
final class DrawnPicture {
    private static final int HILLS = 4;

    private final long seed;
    private final int place;

    DrawnPicture(long seed, int place) {
        this.seed = seed;
        this.place = place;
    }

    static int heightFor(int width) {
        return width * 2 / 3;
    }

    byte[] jpeg(int width) {
        var image = new BufferedImage(width, heightFor(width), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw(pen, width, heightFor(width), new Chance(seed, -1 - place));
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void draw(Graphics2D pen, int width, int height, Chance chance) {
        float hue = chance.below(1000) / 1000f;
        pen.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.35f, 0.95f), 0, height, Color.getHSBColor(hue + 0.1f, 0.15f, 1f)));
        pen.fillRect(0, 0, width, height);
        pen.setPaint(Color.getHSBColor(hue + 0.45f, 0.3f, 1f));
        int sun = width / chance.between(8, 14);
        pen.fillOval(width * chance.between(10, 80) / 100, height * chance.between(5, 25) / 100, sun, sun);
        for (int hill = 0; hill < HILLS; hill++) {
            pen.setPaint(Color.getHSBColor(hue + 0.2f, 0.3f + 0.1f * hill, 0.8f - 0.14f * hill));
            pen.fill(hill(width, height, hill, chance));
        }
        for (int house = chance.between(3, 9); house > 0; house--) {
            int wide = width * chance.between(3, 7) / 100;
            int high = height * chance.between(5, 16) / 100;
            pen.setPaint(Color.getHSBColor(hue + 0.5f, 0.15f, chance.between(75, 98) / 100f));
            pen.fillRect(width * chance.below(95) / 100, height * chance.between(78, 84) / 100, wide, high);
        }
    }

    private static Polygon hill(int width, int height, int hill, Chance chance) {
        var shape = new Polygon();
        shape.addPoint(0, height);
        double phase = chance.below(628) / 100.0;
        double waves = chance.between(10, 35) / 10.0;
        for (int i = 0; i <= 40; i++) {
            double wave = Math.sin(phase + waves * i / 40 * Math.PI);
            shape.addPoint(width * i / 40, (int) (height * (0.5 + 0.11 * hill - 0.07 * wave)));
        }
        shape.addPoint(width, height);
        return shape;
    }
}
