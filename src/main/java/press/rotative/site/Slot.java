package press.rotative.site;

import press.rotative.media.Shape;

/// A place for a picture: how wide it stands there, so that a reader's browser fetches no more than it shows.
enum Slot {
    HERO(Shape.WHOLE, "(max-width:82rem) 100vw, 78rem"),
    LEAD(Shape.TWO_BY_ONE, "(max-width:48rem) 100vw, (max-width:82rem) 66vw, 56rem"),
    PROSE(Shape.WHOLE, "(max-width:38rem) 100vw, 38rem"),
    COLUMN(Shape.THREE_BY_TWO, "(max-width:48rem) 7.5rem, 19rem"),
    WIDE_COLUMN(Shape.THREE_BY_TWO, "(max-width:48rem) 100vw, 43rem"),
    ROW(Shape.THREE_BY_TWO, "(max-width:48rem) 7.5rem, 15rem"),
    INSET(Shape.THREE_BY_TWO, "(max-width:29rem) 100vw, 15rem"),
    SIDE(Shape.THREE_BY_TWO, "(max-width:38rem) 100vw, (max-width:64rem) 38rem, 22rem");

    private final Shape shape;
    private final String sizes;

    Slot(Shape shape, String sizes) {
        this.shape = shape;
        this.sizes = sizes;
    }

    /// The ratio that the style sheet gives pictures in this place, so that the crop is ours and keeps the focal point.
    Shape shape() {
        return shape;
    }

    String sizes() {
        return sizes;
    }
}
