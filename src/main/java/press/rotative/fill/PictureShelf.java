package press.rotative.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import press.rotative.media.BlobStore;
import press.rotative.media.NewPicture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.darkroom.Format;
import press.rotative.platform.Transaction;

/// The drawn files, each in the blob store once, and the pictures that show them: every picture has words of its own,
/// many share a file, so that an archive of a million stories needs no disk full of drawings.
final class PictureShelf {
    /// New pictures for each block of stories.
    static final int IN_A_BLOCK = 100;

    private static final int FILES = 12;
    private static final int WIDTH = 1600;

    private final List<NewPicture> files = new ArrayList<>();

    PictureShelf(long seed, BlobStore blobs) {
        List<byte[]> drawn = IntStream.range(0, FILES)
                .parallel()
                .mapToObj(place -> new DrawnPicture(seed, place).jpeg(WIDTH))
                .toList();
        for (byte[] file : drawn) {
            files.add(new NewPicture(
                    null,
                    blobs.put(file),
                    file.length,
                    Format.JPEG,
                    WIDTH,
                    DrawnPicture.heightFor(WIDTH),
                    1,
                    PictureDescription.EMPTY));
        }
    }

    /// Adds the pictures of one block.
    Filed.Run add(Transaction transaction, long block, List<PictureDescription> described) {
        var pictures = new ArrayList<NewPicture>();
        for (int i = 0; i < described.size(); i++) {
            pictures.add(files.get(i % FILES).described(described.get(i)));
        }
        PictureId first = Pictures.addAll(transaction, pictures).getFirst();
        return new Filed.Run(block, first.value(), described.size());
    }
}
