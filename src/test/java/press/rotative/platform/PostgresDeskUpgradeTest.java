package press.rotative.platform;

import press.rotative.TestPostgres;

class PostgresDeskUpgradeTest extends DeskUpgradeContract {
    @Override
    String url() {
        return TestPostgres.emptyDatabase();
    }
}
