package press.rotative.media;

import java.util.List;

/// The shapes in which pages show pictures: as it is, or cut to a ratio so that its focal point stays in view.
public enum Shape {
    WHOLE("", 0, 0, List.of(480, 800, 1216, 1600, 2400)),
    THREE_BY_TWO("3x2-", 3, 2, List.of(240, 480, 800, 1216)),
    TWO_BY_ONE("2x1-", 2, 1, List.of(480, 800, 1216, 1600));

    private final String prefix;
    private final int across;
    private final int down;
    private final List<Integer> widths;

    Shape(String prefix, int across, int down, List<Integer> widths) {
        this.prefix = prefix;
        this.across = across;
        this.down = down;
        this.widths = widths;
    }

    /// How the name of a rendition of this shape begins.
    public String prefix() {
        return prefix;
    }

    /// The only widths that are made, narrowest first; a narrower picture is also made at its own.
    List<Integer> widths() {
        return widths;
    }

    int widthFor(int pictureWidth, int pictureHeight) {
        return this == WHOLE
                ? pictureWidth
                : Math.max(1, Math.min(pictureWidth, (int) ((long) pictureHeight * across / down)));
    }

    int heightFor(int pictureWidth, int pictureHeight) {
        return this == WHOLE
                ? pictureHeight
                : Math.max(1, Math.min(pictureHeight, (int) ((long) pictureWidth * down / across)));
    }
}
