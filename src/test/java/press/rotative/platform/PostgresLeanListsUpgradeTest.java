package press.rotative.platform;

import press.rotative.TestPostgres;

class PostgresLeanListsUpgradeTest extends LeanListsUpgradeContract {
    @Override
    String url() {
        return TestPostgres.emptyDatabase();
    }
}
