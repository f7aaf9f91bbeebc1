package press.rotative.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import press.rotative.media.FileBlobStore;
import press.rotative.media.Picture;
import press.rotative.media.Pictures;
import press.rotative.media.Renditions;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Darkroom;
import press.rotative.media.darkroom.Format;
import press.rotative.platform.SqliteDatabase;

/// Makes the sizes of the sample's pictures that the first pages show, so that the first reader waits for none: in WebP
/// where libvips is installed, in JPEG elsewhere. AVIF follows in the background of the running server.
final class SampleRenditions {
    private static final int MOST = 1000;

    private record Size(Shape shape, int width) {}

    private static final List<Size> FIRST = List.of(
            new Size(Shape.THREE_BY_TWO, 480),
            new Size(Shape.THREE_BY_TWO, 800),
            new Size(Shape.TWO_BY_ONE, 1216),
            new Size(Shape.WHOLE, 800),
            new Size(Shape.WHOLE, 1216));

    private SampleRenditions() {}

    /// @param packed a data directory; the folder `renditions` in it may hold what an earlier build made
    static void make(Path packed) throws IOException {
        try (var database = SqliteDatabase.open(packed.resolve("rotative.db"), Clock.systemUTC());
                var darkroom = new Darkroom(packed.resolve("quarantine"))) {
            var renditions = new Renditions(packed, new FileBlobStore(packed.resolve("blobs")), darkroom);
            for (Picture picture : database.read(sql -> new Pictures(sql).after(0, MOST))) {
                for (Size size : FIRST) {
                    renditions.find(picture, size.shape(), size.width(), Format.WEBP);
                }
            }
        }
        PackSample.settle(packed.resolve("rotative.db"));
        PackSample.remove(packed.resolve("quarantine"));
    }
}
