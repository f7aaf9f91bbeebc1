package press.rotative.site;

/// A place for a picture: how wide it stands there, so that a reader's browser fetches no more than it shows.
enum Slot {
    HERO("(max-width:82rem) 100vw, 78rem"),
    LEAD("(max-width:48rem) 100vw, (max-width:82rem) 66vw, 56rem"),
    PROSE("(max-width:38rem) 100vw, 38rem"),
    COLUMN("(max-width:48rem) 7.5rem, 19rem"),
    WIDE_COLUMN("(max-width:48rem) 100vw, 43rem"),
    ROW("(max-width:48rem) 7.5rem, 15rem"),
    SIDE("(max-width:64rem) 38rem, 22rem");

    private final String sizes;

    Slot(String sizes) {
        this.sizes = sizes;
    }

    String sizes() {
        return sizes;
    }
}
