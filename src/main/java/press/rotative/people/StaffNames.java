package press.rotative.people;

import static press.rotative.platform.db.Tables.STAFF;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/// What the members of staff are called: for lists that name many.
public final class StaffNames {
    private final DSLContext sql;

    public StaffNames(DSLContext sql) {
        this.sql = sql;
    }

    /// By number. Who is not there is left out.
    public Map<Long, String> of(Collection<Long> staff) {
        var names = new LinkedHashMap<Long, String>();
        if (!staff.isEmpty()) {
            sql.select(STAFF.ID, STAFF.NAME)
                    .from(STAFF)
                    .where(STAFF.ID.in(staff))
                    .forEach(row -> names.put(row.value1(), row.value2()));
        }
        return names;
    }

    /// Those who sign in now, in the order of their addresses.
    public Map<Long, String> here(int limit) {
        var names = new LinkedHashMap<Long, String>();
        sql.select(STAFF.ID, STAFF.NAME)
                .from(STAFF)
                .where(STAFF.EMAIL_KEY.gt(""))
                .and(STAFF.ENDED_AT.isNull())
                .orderBy(STAFF.EMAIL_KEY)
                .limit(limit)
                .forEach(row -> names.put(row.value1(), row.value2()));
        return names;
    }
}
