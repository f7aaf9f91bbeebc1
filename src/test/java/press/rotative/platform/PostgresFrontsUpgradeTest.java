package press.rotative.platform;

import press.rotative.TestPostgres;

class PostgresFrontsUpgradeTest extends FrontsUpgradeContract {
    @Override
    String url() {
        return TestPostgres.emptyDatabase();
    }
}
