package press.rotative.platform;

import press.rotative.TestPostgres;

class PostgresTranslationUpgradeTest extends TranslationUpgradeContract {
    @Override
    String url() {
        return TestPostgres.emptyDatabase();
    }
}
