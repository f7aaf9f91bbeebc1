package press.rotative.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import press.rotative.media.BlobStore;
import press.rotative.media.Rendition;

/// Puts the picture files of the sample into the blob store, each once, with its smaller sizes.
final class ScaledPictures {
    /// Widths with the bytes that a file of this width should not exceed.
    private static final Map<Integer, Integer> SIZES = Map.of(480, 45_000, 800, 100_000, 1216, 190_000, 1600, 280_000);

    /// A file in the store.
    ///
    /// @param renditions smaller sizes with the bytes of each
    record Stored(String digest, long bytes, int width, int height, Map<Rendition, Long> renditions) {
        Stored {
            renditions = Map.copyOf(renditions);
        }
    }

    private ScaledPictures() {}

    /// @param files names of files with their places
    static Map<String, Stored> store(BlobStore blobs, Map<String, Path> files) throws IOException {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            var waiting = new LinkedHashMap<String, Future<Stored>>();
            files.forEach((name, place) -> waiting.put(name, two.submit(() -> stored(blobs, place))));
            var stored = new HashMap<String, Stored>();
            for (String name : waiting.keySet()) {
                stored.put(name, waiting.get(name).get());
            }
            return stored;
        } catch (ExecutionException e) {
            throw new IOException("A picture of the sample cannot be stored.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while pictures were stored", e);
        }
    }

    private static Stored stored(BlobStore blobs, Path place) throws IOException {
        byte[] original = Files.readAllBytes(place);
        var scaler = new PictureScaler(original);
        var renditions = new HashMap<Rendition, Long>();
        for (Map.Entry<Integer, Integer> size : SIZES.entrySet()) {
            int width = size.getKey();
            if (width < scaler.width()) {
                byte[] file = scaler.jpeg(width, size.getValue());
                renditions.put(new Rendition(width, scaler.heightFor(width), blobs.put(file)), (long) file.length);
            }
        }
        return new Stored(blobs.put(original), original.length, scaler.width(), scaler.height(), renditions);
    }
}
