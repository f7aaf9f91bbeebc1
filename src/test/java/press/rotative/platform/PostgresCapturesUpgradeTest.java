package press.rotative.platform;

import press.rotative.TestPostgres;

class PostgresCapturesUpgradeTest extends CapturesUpgradeContract {
    @Override
    String url() {
        return TestPostgres.emptyDatabase();
    }
}
