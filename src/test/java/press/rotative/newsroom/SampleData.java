package press.rotative.newsroom;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import press.rotative.sample.PackSample;

/// The sample newsroom in a data directory of its own, for a test's server.
public final class SampleData implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory("rotative-sample");
            PackSample.main(new String[] {"src/main/sample", data.toString()});
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
