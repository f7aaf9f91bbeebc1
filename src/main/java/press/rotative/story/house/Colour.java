package press.rotative.story.house;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// An opaque colour of sRGB.
///
/// @param red 0 to 255, and so the others
public record Colour(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    public static final Colour WHITE = new Colour(255, 255, 255);
    public static final Colour BLACK = new Colour(0, 0, 0);

    public Colour {
        if ((red | green | blue) >> 8 != 0) {
            throw new IllegalArgumentException("a part of a colour is 0 to 255");
        }
    }

    /// @param hex such as `#b4300f`, in upper or lower case; nothing else is a colour here
    /// @throws Problem INVALID
    public static Colour of(@Nullable String hex) {
        String plain = hex == null ? "" : hex.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(plain).matches()) {
            throw Problem.invalid("A colour is written as # and six digits 0 to 9 and a to f, such as #b4300f.")
                    .as("problem.colour");
        }
        int all = Integer.parseInt(plain.substring(1), 16);
        return new Colour(all >> 16, all >> 8 & 255, all & 255);
    }

    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, definition of "relative luminance").
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2, definition of "contrast ratio").
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// Of the same hue and chroma as far as it goes, lighter or darker: mixed with white or black.
    ///
    /// @param share of white where positive, of black where negative, -1 to 1
    Colour mixed(double share) {
        int end = share > 0 ? 255 : 0;
        double part = Math.abs(share);
        return new Colour(mixed(red, end, part), mixed(green, end, part), mixed(blue, end, part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
