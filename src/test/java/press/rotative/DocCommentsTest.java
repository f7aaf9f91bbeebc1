package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The formatter breaks a line of a documentation comment that is too long, and begins the rest with two slashes: what
/// follows is no documentation any more.
class DocCommentsTest {
    @Test
    void no_documentation_comment_is_broken_in_two() throws IOException {
        List<Path> sources;
        try (Stream<Path> all =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/test/java")))) {
            sources = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        assertFalse(sources.isEmpty());
        assertEquals(
                List.of(), sources.stream().flatMap(DocCommentsTest::broken).toList());
    }

    private static Stream<String> broken(Path source) {
        try {
            List<String> lines = Files.readAllLines(source);
            var broken = new ArrayList<String>();
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).strip().startsWith("// ")
                        && lines.get(i - 1).strip().startsWith("///")) {
                    broken.add(source + ":" + (i + 1));
                }
            }
            return broken.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
