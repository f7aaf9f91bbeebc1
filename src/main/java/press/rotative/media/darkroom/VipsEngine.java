package press.rotative.media.darkroom;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Pixels by libvips: every kind of file, every format that the installed library can write.
final class VipsEngine implements Engine {
    static final long MOST_PIXELS = 100_000_000;

    private final Vips vips;
    private final Set<Format> formats = EnumSet.of(Format.JPEG, Format.PNG);

    VipsEngine(Vips vips) {
        this.vips = vips;
        if (vips.writes(".webp")) {
            formats.add(Format.WEBP);
        }
        if (vips.writes(".avif")) {
            formats.add(Format.AVIF);
        }
    }

    @Override
    public String name() {
        return "libvips";
    }

    @Override
    public Set<Format> formats() {
        return Set.copyOf(formats);
    }

    @Override
    public Pixels develop(Order.Develop order) throws IOException {
        Head head = head(order.from());
        checkSize(head);
        MemorySegment upright = refusing(() -> vips.upright(order.from(), head.profiled()));
        try {
            boolean seeThrough = vips.number("vips_image_hasalpha", upright) != 0;
            int width = vips.number("vips_image_get_width", upright);
            int height = vips.number("vips_image_get_height", upright);
            Format format = Engine.keptAs(order.kind(), seeThrough, (long) width * height);
            // libvips chooses the format by the ending.
            Path named = order.to().resolveSibling(order.to().getFileName() + "." + format.extension());
            refusing(() -> {
                vips.save(
                        upright,
                        named,
                        format == Format.PNG ? "[strip,compression=6]" : "[Q=92,strip,optimize_coding,background=255]");
                return upright;
            });
            java.nio.file.Files.move(named, order.to());
            return new Pixels(format, width, height, head.frames());
        } finally {
            vips.letGo(upright);
        }
    }

    private record Head(int width, int height, int frames, boolean profiled) {}

    private Head head(Path file) throws IOException {
        MemorySegment image = refusing(() -> vips.open(file));
        try {
            return new Head(
                    vips.number("vips_image_get_width", image),
                    vips.number("vips_image_get_height", image),
                    vips.number("vips_image_get_n_pages", image),
                    vips.has(image, "icc-profile-data") || vips.number("vips_image_get_interpretation", image) == CMYK);
        } finally {
            vips.letGo(image);
        }
    }

    /// `VIPS_INTERPRETATION_CMYK`.
    private static final int CMYK = 15;

    private static void checkSize(Head head) {
        Engine.checkSize(head.width(), head.height(), head.frames(), MOST_PIXELS);
    }

    @FunctionalInterface
    private interface Step {
        MemorySegment take() throws IOException;
    }

    /// What libvips says of a file that it cannot read, as a reason.
    private static MemorySegment refusing(Step step) throws IOException {
        try {
            return step.take();
        } catch (IOException said) {
            String text = String.valueOf(said.getMessage()).toLowerCase(Locale.ROOT);
            boolean cut = text.contains("truncated")
                    || text.contains("premature end")
                    || text.contains("end of file")
                    || text.contains("end of stream")
                    || text.contains("read error");
            throw new Refusal(cut ? Result.Reason.CUT_SHORT : Result.Reason.DAMAGED);
        }
    }

    @Override
    public void print(Order.Print order, byte[] xmp) throws IOException {
        Order.Part part = order.part();
        boolean whole = part.width() == part.pictureWidth() && part.height() == part.pictureHeight();
        int width = whole ? order.width() : scaled(part.pictureWidth(), order.width(), part.width());
        int height = whole ? order.height() : scaled(part.pictureHeight(), order.height(), part.height());
        MemorySegment resized = vips.resized(order.from(), width, height);
        MemorySegment cut = MemorySegment.NULL;
        MemorySegment bare = MemorySegment.NULL;
        try {
            int left = Math.min(width - order.width(), Math.round((float) part.left() * width / part.pictureWidth()));
            int top = Math.min(height - order.height(), Math.round((float) part.top() * height / part.pictureHeight()));
            cut = vips.extract(resized, left, top, order.width(), order.height());
            bare = vips.withOnly(cut, xmp);
            Path named = order.to()
                    .resolveSibling(
                            order.to().getFileName() + "." + order.format().extension());
            vips.save(bare, named, options(order));
            java.nio.file.Files.move(named, order.to());
        } finally {
            for (MemorySegment image : new MemorySegment[] {bare, cut, resized}) {
                if (!image.equals(MemorySegment.NULL)) {
                    vips.letGo(image);
                }
            }
        }
    }

    private static int scaled(int picture, int wanted, int part) {
        return Math.max(wanted, (int) Math.round((double) picture * wanted / part));
    }

    private static String options(Order.Print order) {
        return switch (order.format()) {
            case JPEG -> "[Q=80,strip,optimize_coding,interlace,background=255]";
            case WEBP -> "[Q=78]";
            case AVIF -> "[Q=54,effort=" + order.effort() + "]";
            case PNG -> "[strip]";
        };
    }
}
