package press.rotative.platform;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFrontsUpgradeTest extends FrontsUpgradeContract {
    @TempDir
    Path data;

    @Override
    String url() {
        return "jdbc:sqlite:" + data.resolve("rotative.db");
    }
}
