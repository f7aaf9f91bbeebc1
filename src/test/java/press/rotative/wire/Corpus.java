package press.rotative.wire;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.Reading;

/// The captures of the corpus: invented news of invented towns, each with what must come out, written by reading it.
final class Corpus {

    private static final Path FOLDER = Path.of("src/test/corpus/captures");

    record Sample(String name, String text, Map<String, @Nullable Object> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Corpus() {}

    static List<Sample> samples() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Corpus::sample)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Sample sample(Path file) {
        try {
            String name = file.getFileName().toString().replace(".txt", "");
            Path expected = FOLDER.resolve(name + ".expected.json");
            return new Sample(
                    name,
                    Files.readString(file),
                    new ObjectMapper()
                            .readValue(expected.toFile(), new TypeReference<Map<String, @Nullable Object>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Reads a text as a capture that must be readable.
    static Clipping read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Clipping read(byte[] bytes) {
        return switch (new CaptureReader().read(Capture.of("sample.txt", bytes))) {
            case Reading.Read read -> read.clipping();
            case Reading.Refused refused -> throw new AssertionError("refused: it " + refused.reason());
        };
    }
}
