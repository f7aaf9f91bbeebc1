package press.rotative.fill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.rotative.media.BlobStore;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rendition;
import press.rotative.platform.Transaction;

/// The drawn files, each in the blob store once, and the pictures that show them: every picture has words of its own,
/// many share a file, so that an archive of a million stories needs no disk full of drawings.
final class PictureShelf {
    /// New pictures for each block of stories.
    static final int IN_A_BLOCK = 100;

    private static final int FILES = 12;
    private static final int WIDTH = 1600;
    private static final List<Integer> SIZES = List.of(480, 800, 1216);

    private record File(String digest, long bytes, Map<Rendition, Long> renditions) {}

    private final List<File> files = new ArrayList<>();

    PictureShelf(long seed, BlobStore blobs) {
        for (int place = 0; place < FILES; place++) {
            var drawn = new DrawnPicture(seed, place);
            var renditions = new LinkedHashMap<Rendition, Long>();
            for (int width : SIZES) {
                byte[] bytes = drawn.jpeg(width);
                renditions.put(
                        new Rendition(width, DrawnPicture.heightFor(width), blobs.put(bytes)), (long) bytes.length);
            }
            byte[] original = drawn.jpeg(WIDTH);
            files.add(new File(blobs.put(original), original.length, renditions));
        }
    }

    /// Adds the pictures of one block.
    Filed.Run add(Transaction transaction, long block, List<PictureDescription> described) {
        PictureId first = null;
        for (int i = 0; i < described.size(); i++) {
            File file = files.get(i % FILES);
            PictureId id = Pictures.add(
                    transaction,
                    described.get(i),
                    file.digest(),
                    file.bytes(),
                    "image/jpeg",
                    WIDTH,
                    DrawnPicture.heightFor(WIDTH));
            file.renditions().forEach((size, bytes) -> Pictures.addRendition(transaction, id, size, bytes));
            first = first == null ? id : first;
        }
        if (first == null) {
            throw new IllegalArgumentException("a block has pictures");
        }
        return new Filed.Run(block, first.value(), described.size());
    }
}
