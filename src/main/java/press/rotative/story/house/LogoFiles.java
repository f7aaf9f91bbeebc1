package press.rotative.story.house;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import press.rotative.platform.Problem;

/// Makes the files of a logo or an icon out of what somebody sent: an SVG is written anew from its shapes, a
/// PNG or JPEG is decoded and encoded anew. Slow, so it stands outside of acts.
public final class LogoFiles {
    public static final int LARGEST = 1 << 20;
    private static final int LARGEST_SVG = 200_000;
    private static final int MOST_SLENDER = 20;
    private static final double SQUARE = 0.02;
    private static final int HIGHEST_LOGO = 400;
    private static final int LOWEST_LOGO = 40;
    private static final int ICON = 192;
    private static final int TOUCH = 180;
    private static final int LARGE = 512;

    static final Semaphore PLACES = new Semaphore(2, true); // a decoded picture fills up to 50 MB

    private LogoFiles() {}

    /// An icon and its files.
    public record MadeIcon(Look.Icon icon, List<HouseFiles.Whole> files) {
        public MadeIcon {
            files = List.copyOf(files);
        }
    }

    /// @param sent the whole file
    /// @throws Problem INVALID, UNSUPPORTED, TOO_LARGE, with a sentence that says what to change
    public static HouseFiles.Whole logo(byte[] sent) {
        requireSmall(sent, LARGEST);
        return inTurn(() -> madeLogo(sent));
    }

    private static <T> T inTurn(Supplier<T> work) {
        PLACES.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            PLACES.release();
        }
    }

    private static HouseFiles.Whole madeLogo(byte[] sent) {
        if (isSvg(sent)) {
            SvgShapes shapes = svg(sent);
            return file("logo", shapes);
        }
        DrawnPicture picture = DrawnPicture.read(sent);
        requireShape(picture.width(), picture.height());
        if (picture.height() < LOWEST_LOGO) {
            throw Problem.invalid("The logo is at least " + LOWEST_LOGO + " pixels high. Send a larger one.")
                    .as("problem.logo.low", LOWEST_LOGO);
        }
        int height = Math.min(HIGHEST_LOGO, picture.height());
        return file("logo", picture.scaled(Math.max(1, picture.width() * height / picture.height()), height));
    }

    /// @throws Problem as [#logo]; INVALID also for what is not square
    public static MadeIcon icon(byte[] sent) {
        requireSmall(sent, LARGEST);
        return inTurn(() -> madeIcon(sent));
    }

    private static MadeIcon madeIcon(byte[] sent) {
        if (isSvg(sent)) {
            SvgShapes shapes = svg(sent);
            requireSquare(shapes.width(), shapes.height());
            HouseFiles.Whole file = file("icon", shapes);
            return new MadeIcon(new Look.Icon(file.file(), null, null), List.of(file));
        }
        DrawnPicture picture = DrawnPicture.read(sent);
        requireSquare(picture.width(), picture.height());
        if (picture.width() < ICON) {
            throw Problem.invalid("The icon is at least " + ICON + " pixels wide. Send a larger one.")
                    .as("problem.icon.small", ICON);
        }
        int large = Math.min(LARGE, picture.width());
        var files = new ArrayList<HouseFiles.Whole>();
        for (int size : new int[] {ICON, TOUCH, large}) {
            files.add(file("icon", picture.scaled(size, size)));
        }
        return new MadeIcon(
                new Look.Icon(
                        files.get(0).file(), files.get(1).file(), files.get(2).file()),
                files);
    }

    private static boolean isSvg(byte[] sent) {
        String begin = new String(sent, 0, Math.min(sent.length, 1000), StandardCharsets.UTF_8);
        return begin.stripLeading().startsWith("<") || begin.startsWith("\uFEFF<");
    }

    private static SvgShapes svg(byte[] sent) {
        requireSmall(sent, LARGEST_SVG);
        SvgShapes shapes = SvgShapes.read(sent);
        requireShape(shapes.width(), shapes.height());
        return shapes;
    }

    private static void requireSmall(byte[] sent, int largest) {
        if (sent.length > largest) {
            throw new Problem(
                            Problem.Category.TOO_LARGE,
                            "The file has " + sent.length / 1000 + " kB; at most " + largest / 1000
                                    + " kB are taken. Send a smaller one.")
                    .as("problem.logo.large", sent.length / 1000, largest / 1000);
        }
    }

    private static void requireShape(int width, int height) {
        if (width > MOST_SLENDER * height || height > MOST_SLENDER * width) {
            throw Problem.invalid("The logo is more than " + MOST_SLENDER + " times as long as it is broad.")
                    .as("problem.logo.slender", MOST_SLENDER);
        }
    }

    private static void requireSquare(int width, int height) {
        if (Math.abs(width - height) > SQUARE * Math.max(width, height)) {
            throw Problem.invalid(
                            "An icon is square; this one is " + width + " wide and " + height + " high. Send another.")
                    .as("problem.icon.square", width, height);
        }
    }

    private static HouseFiles.Whole file(String kind, SvgShapes shapes) {
        byte[] bytes = shapes.source().getBytes(StandardCharsets.UTF_8);
        return HouseFiles.named(kind, "svg", "image/svg+xml", shapes.width(), shapes.height(), bytes);
    }

    private static HouseFiles.Whole file(String kind, DrawnPicture picture) {
        return HouseFiles.named(kind, "png", "image/png", picture.width(), picture.height(), picture.png());
    }
}
