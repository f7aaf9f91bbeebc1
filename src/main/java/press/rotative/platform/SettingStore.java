package press.rotative.platform;

import static press.rotative.platform.db.Tables.SETTING;

import java.util.Optional;
import org.jooq.DSLContext;

/// Named values of the installation: secrets made at its first start and switches of the operator.
public final class SettingStore {
    private final DSLContext sql;

    public SettingStore(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<String> find(String name) {
        return sql.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.VALUE);
    }

    public void remove(String name) {
        sql.deleteFrom(SETTING).where(SETTING.NAME.eq(name)).execute();
    }

    public void put(String name, String value) {
        sql.insertInto(SETTING)
                .set(SETTING.NAME, name)
                .set(SETTING.VALUE, value)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, value)
                .execute();
    }
}
