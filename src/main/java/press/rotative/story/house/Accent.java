package press.rotative.story.house;

import java.util.List;
import java.util.stream.Stream;

/// The colour of section labels, current items and underlines on the pages of readers, by light and by dark. It stands
/// as text on the grounds named here, and below text on what is pointed at; so it needs 4.5:1 against each of them
/// (WCAG 2.2, success criterion 1.4.3), which is more than lines and marks need (3:1, criterion 1.4.11). The ring that
/// shows where the keyboard is has a colour of its own (6.3:1 and 9.4:1), which no newsroom changes.
public final class Accent {
    public static final double ENOUGH = 4.5;
    private static final int STEPS = 400;

    private Accent() {}

    /// One of the two looks of a page.
    public enum Scheme {
        /// `--paper` and `--tint` of the style sheet of the site
        LIGHT(Colour.of("#ffffff"), Colour.of("#f1f4f6")),
        DARK(Colour.of("#0d1419"), Colour.of("#141e25"));

        private final List<Colour> grounds;

        Scheme(Colour... grounds) {
            this.grounds = List.of(grounds);
        }

        /// What it stands on: the page, then bands and notes.
        public List<Colour> grounds() {
            return grounds;
        }
    }

    /// The lowest contrast that a colour has on a ground of the site.
    public static double least(Colour accent, Scheme scheme) {
        return scheme.grounds().stream().mapToDouble(accent::contrast).min().orElseThrow();
    }

    public static boolean readable(Colour accent, Scheme scheme) {
        return least(accent, scheme) >= ENOUGH;
    }

    /// The nearest colour that can be read: mixed with as little white or black as is enough.
    public static Colour nearest(Colour accent, Scheme scheme) {
        return Stream.iterate(0, step -> step + 1)
                .limit(STEPS + 1)
                .flatMap(step -> Stream.of(-(double) step / STEPS, (double) step / STEPS))
                .map(accent::mixed)
                .filter(candidate -> readable(candidate, scheme))
                .findFirst()
                .orElseThrow();
    }

    /// What is written on it: white or black, whichever is read more easily. One of them always is (4.58:1 at least).
    public static Colour on(Colour accent) {
        return accent.contrast(Colour.WHITE) >= accent.contrast(Colour.BLACK) ? Colour.WHITE : Colour.BLACK;
    }
}
