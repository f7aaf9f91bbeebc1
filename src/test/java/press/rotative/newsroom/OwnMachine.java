package press.rotative.newsroom;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Lets the webhooks of a test's server lead to this machine.
public final class OwnMachine implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        System.setProperty("rotative.webhooks.loopback", "on");
        return Map.of();
    }

    @Override
    public void stop() {
        System.clearProperty("rotative.webhooks.loopback");
    }
}
