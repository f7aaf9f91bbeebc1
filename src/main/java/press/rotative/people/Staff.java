package press.rotative.people;

import static press.rotative.platform.db.Tables.STAFF;
import static press.rotative.platform.db.Tables.STAFF_GRANT;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.platform.Transaction;

/// The members of staff: people who sign in, and keys of programs.
public final class Staff {
    private final DSLContext sql;

    public Staff(DSLContext sql) {
        this.sql = sql;
    }

    /// Somebody with the rights they have now; empty when they left, or were never here.
    public Optional<Actor> actor(long staffId) {
        return sql.select(STAFF.ID)
                .from(STAFF)
                .where(STAFF.ID.eq(staffId))
                .and(STAFF.ENDED_AT.isNull())
                .fetchOptional(row -> new Actor(row.value1(), grants(row.value1())));
    }

    public Set<Grant> grants(long staffId) {
        return new HashSet<>(sql.select(STAFF_GRANT.ROLE, STAFF_GRANT.EDITION_ID, STAFF_GRANT.SECTION_ID)
                .from(STAFF_GRANT)
                .where(STAFF_GRANT.STAFF_ID.eq(staffId))
                .limit(1000)
                .fetch(row -> new Grant(Role.named(row.value1()), row.value2(), row.value3())));
    }

    /// What somebody is called; empty for the program itself and for numbers that nobody has.
    public Optional<String> name(long staffId) {
        return sql.select(STAFF.NAME).from(STAFF).where(STAFF.ID.eq(staffId)).fetchOptional(STAFF.NAME);
    }

    static long insert(Transaction transaction, String name, Set<Grant> grants) {
        DSLContext sql = transaction.sql();
        long id = sql.insertInto(STAFF)
                .set(STAFF.NAME, name)
                .set(STAFF.CREATED_AT, transaction.now().toEpochMilli())
                .returningResult(STAFF.ID)
                .fetchSingle()
                .value1();
        putGrants(transaction, id, grants);
        return id;
    }

    static void putGrants(Transaction transaction, long staffId, Set<Grant> grants) {
        DSLContext sql = transaction.sql();
        sql.deleteFrom(STAFF_GRANT).where(STAFF_GRANT.STAFF_ID.eq(staffId)).execute();
        for (Grant grant : grants) {
            sql.insertInto(STAFF_GRANT)
                    .set(STAFF_GRANT.STAFF_ID, staffId)
                    .set(STAFF_GRANT.ROLE, grant.role().label())
                    .set(STAFF_GRANT.EDITION_ID, grant.edition())
                    .set(STAFF_GRANT.SECTION_ID, grant.section())
                    .execute();
        }
    }
}
