package press.rotative.newsroom;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A data directory of its own for a test's server.
public final class OwnData implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory("rotative-newsroom");
            System.setProperty("rotative.data", data.toString());
            return Map.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        System.clearProperty("rotative.data");
    }
}
