package press.rotative.fill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A word list in `src/main/resources/fill`: one entry a line, `#` begins a remark.
final class DataFile {
    private DataFile() {}

    static List<String> lines(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream("/fill/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the word list " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the word list " + name, e);
        }
    }
}
