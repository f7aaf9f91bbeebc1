package press.rotative.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import press.rotative.media.darkroom.Format;
import press.rotative.media.darkroom.Order;

/// A size of a picture. Which sizes there are follows from the picture's own width and height alone: a page may name
/// any of them before it was ever made.
///
/// @param width pixels
/// @param height pixels
public record Rendition(Shape shape, int width, int height) {
    /// What WebP can hold (RFC 9649, section 2.6), with room.
    private static final int TALLEST = 16_000;

    /// The sizes of a picture in one shape, narrowest first; none when it is not held.
    public static List<Rendition> of(Picture picture, Shape shape) {
        var sizes = new ArrayList<Rendition>();
        if (picture.held()) {
            Order.Part part = part(picture, shape);
            int widest = Math.min(part.width(), shape.widths().getLast());
            for (int width : shape.widths()) {
                if (width < widest) {
                    add(sizes, shape, part, width);
                }
            }
            add(sizes, shape, part, widest);
        }
        return sizes;
    }

    private static void add(List<Rendition> sizes, Shape shape, Order.Part part, int width) {
        int height = Math.max(1, Math.round((float) part.height() * width / part.width()));
        if (height <= TALLEST) {
            sizes.add(new Rendition(shape, width, height));
        }
    }

    /// @return empty when the picture is not made at this width
    public static Optional<Rendition> find(Picture picture, Shape shape, int width) {
        return of(picture, shape).stream().filter(size -> size.width() == width).findFirst();
    }

    /// What of the picture is seen in a shape: as much as fits, with the focal point as near to its middle as the edges
    /// allow.
    static Order.Part part(Picture picture, Shape shape) {
        int width = Objects.requireNonNull(picture.width());
        int height = Objects.requireNonNull(picture.height());
        int partWidth = shape.widthFor(width, height);
        int partHeight = shape.heightFor(width, height);
        return new Order.Part(
                width,
                height,
                begin(width, partWidth, picture.description().focalX()),
                begin(height, partHeight, picture.description().focalY()),
                partWidth,
                partHeight);
    }

    private static int begin(int whole, int part, int perMille) {
        return Math.clamp((long) whole * perMille / 1000 - part / 2, 0, whole - part);
    }

    /// The last part of its address.
    public String name(Format format) {
        return shape.prefix() + width + "." + format.extension();
    }
}
