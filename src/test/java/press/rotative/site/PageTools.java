package press.rotative.site;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The tools that pages are checked with: the system's Chromium, and what `npm ci` put into `src/test/web`.
/// Where one is missing the test is skipped on a developer's machine and fails in CI.
final class PageTools {
    private static final Path PACKAGES = Path.of("src/test/web/node_modules");

    private PageTools() {}

    static Path chromium() {
        Stream<String> folders = Stream.of(System.getenv("PATH").split(":"));
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        Stream<Path> chosen =
                Stream.ofNullable(System.getenv("ROTATIVE_CHROMIUM")).map(Path::of);
        Stream<Path> onPath = folders.flatMap(folder -> names.stream().map(name -> Path.of(folder, name)));
        return found(Stream.concat(chosen, onPath).filter(Files::isExecutable).findFirst(), "Chromium");
    }

    static Path axe() {
        return found(Optional.of(PACKAGES.resolve("axe-core/axe.min.js")).filter(Files::exists), "axe-core");
    }

    static Path nuHtmlChecker() {
        return found(Optional.of(PACKAGES.resolve("vnu-jar/build/dist/vnu.jar")).filter(Files::exists), "vnu-jar");
    }

    private static Path found(Optional<Path> tool, String name) {
        if (tool.isEmpty()) {
            String sentence = name + " is missing: .ci/run installs what the page checks need.";
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            Assumptions.abort(sentence);
        }
        return tool.orElseThrow();
    }
}
