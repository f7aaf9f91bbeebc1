package press.rotative.media.darkroom;

import java.awt.image.BufferedImage;

/// Makes a picture smaller: every pixel is the mean of the area it stands for, so that fine lines neither vanish nor
/// shimmer. Pixels are taken as sRGB.
final class AreaScaler {
    private AreaScaler() {}

    static BufferedImage scaled(BufferedImage image, int newWidth, int newHeight) {
        int width = image.getWidth();
        int height = image.getHeight();
        var scaled = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_RGB);
        double step = (double) height / newHeight;
        int[] line = new int[width];
        var narrow = new float[newWidth * 3];
        var sum = new float[newWidth * 3];
        int narrowed = -1;
        for (int y = 0; y < newHeight; y++) {
            double from = y * step;
            double to = Math.min(height, from + step);
            java.util.Arrays.fill(sum, 0);
            for (int row = (int) from; row < Math.max(to, (int) from + 1); row++) {
                if (row != narrowed) {
                    image.getRGB(0, Math.min(row, height - 1), width, 1, line, 0, width);
                    narrow(line, width, narrow, newWidth);
                    narrowed = row;
                }
                float share = (float) (Math.min(to, row + 1) - Math.max(from, row));
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += narrow[i] * share;
                }
            }
            float area = (float) (to - from);
            for (int x = 0; x < newWidth; x++) {
                scaled.setRGB(x, y, colour(sum, x * 3, area));
            }
        }
        return scaled;
    }

    /// One line at the new width: red, green, blue of each pixel.
    private static void narrow(int[] line, int width, float[] narrow, int newWidth) {
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double from = x * step;
            double to = Math.min(width, from + step);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int column = (int) from; column < Math.max(to, (int) from + 1) && column < width; column++) {
                float share = (float) ((Math.min(to, column + 1) - Math.max(from, column)) / (to - from));
                int pixel = line[column];
                red += (pixel >> 16 & 255) * share;
                green += (pixel >> 8 & 255) * share;
                blue += (pixel & 255) * share;
            }
            narrow[x * 3] = red;
            narrow[x * 3 + 1] = green;
            narrow[x * 3 + 2] = blue;
        }
    }

    private static int colour(float[] sum, int at, float area) {
        return Math.min(255, Math.round(sum[at] / area)) << 16
                | Math.min(255, Math.round(sum[at + 1] / area)) << 8
                | Math.min(255, Math.round(sum[at + 2] / area));
    }
}
