package press.rotative.people;

import static press.rotative.platform.db.Tables.STAFF;
import static press.rotative.platform.db.Tables.STAFF_GRANT;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StaffRecord;

/// The members of staff: people who sign in, and keys of programs.
public final class Staff {
    /// How many rights somebody may have.
    public static final int MOST_GRANTS = 50;

    private static final int LONGEST_NAME = 200;

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
                .limit(MOST_GRANTS)
                .fetch(row -> new Grant(Role.named(row.value1()), row.value2(), row.value3())));
    }

    /// Somebody who signs in, whether still here or not; empty for keys of programs.
    public Optional<Member> member(long staffId) {
        return sql.selectFrom(STAFF)
                .where(STAFF.ID.eq(staffId))
                .and(STAFF.EMAIL.isNotNull())
                .fetchOptional(row -> member(row, grants(row.getId())));
    }

    /// Somebody who may come in, by the address they sign in with.
    public Optional<Member> withAddress(String email) {
        return sql.selectFrom(STAFF)
                .where(STAFF.EMAIL_KEY.eq(EmailAddress.key(email)))
                .and(STAFF.ENDED_AT.isNull())
                .fetchOptional(row -> member(row, grants(row.getId())));
    }

    /// Those who sign in, or once did, in the order of their addresses.
    ///
    /// @param here those who may come in; else those who are suspended
    /// @param after the address after whose key the list goes on; empty: from its beginning
    public List<Member> members(boolean here, String after, int limit) {
        var rows = sql.selectFrom(STAFF)
                .where(STAFF.EMAIL_KEY.gt(EmailAddress.key(after)))
                .and(here ? STAFF.ENDED_AT.isNull() : STAFF.ENDED_AT.isNotNull())
                .orderBy(STAFF.EMAIL_KEY)
                .limit(limit)
                .fetch();
        Map<Long, Set<Grant>> grants = new HashMap<>();
        sql.select(STAFF_GRANT.STAFF_ID, STAFF_GRANT.ROLE, STAFF_GRANT.EDITION_ID, STAFF_GRANT.SECTION_ID)
                .from(STAFF_GRANT)
                .where(STAFF_GRANT.STAFF_ID.in(rows.map(StaffRecord::getId)))
                .limit(limit * MOST_GRANTS)
                .forEach(row -> grants.computeIfAbsent(row.value1(), id -> new HashSet<>())
                        .add(new Grant(Role.named(row.value2()), row.value3(), row.value4())));
        return rows.map(row -> member(row, grants.getOrDefault(row.getId(), Set.of())));
    }

    /// Whether nobody but this person could manage the staff.
    public boolean isLastAdministrator(long staffId) {
        return holdsAdministrator(STAFF.ID.eq(staffId)) && !holdsAdministrator(STAFF.ID.ne(staffId));
    }

    private boolean holdsAdministrator(Condition who) {
        return sql.fetchExists(sql.selectOne()
                .from(STAFF)
                .join(STAFF_GRANT)
                .on(STAFF_GRANT.STAFF_ID.eq(STAFF.ID))
                .where(who)
                .and(STAFF.EMAIL_KEY.isNotNull())
                .and(STAFF.ENDED_AT.isNull())
                .and(STAFF_GRANT.ROLE.eq(Role.ADMINISTRATOR.label())));
    }

    private static Member member(StaffRecord row, Set<Grant> grants) {
        return new Member(
                row.getId(),
                row.getName(),
                row.getEmail(),
                row.getLanguage(),
                row.getSingleKeys(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                row.getSeenAt() == null ? null : Instant.ofEpochMilli(row.getSeenAt()),
                row.getEndedAt() == null ? null : Instant.ofEpochMilli(row.getEndedAt()),
                grants);
    }

    /// What people and keys are called, by their numbers; those that nobody has are missing.
    public Map<Long, String> names(Set<Long> staffIds) {
        return sql.select(STAFF.ID, STAFF.NAME)
                .from(STAFF)
                .where(STAFF.ID.in(staffIds))
                .fetchMap(STAFF.ID, STAFF.NAME);
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

    /// Adds somebody who signs in.
    ///
    /// @param passwordHash in the PHC string form; null: they come in by a passkey
    /// @param language of their screens; null: as their browser prefers
    /// @throws Problem CONFLICT when somebody has this address
    public static long join(
            Transaction transaction,
            String name,
            EmailAddress email,
            @Nullable String passwordHash,
            @Nullable String language,
            Set<Grant> grants) {
        DSLContext sql = transaction.sql();
        if (sql.fetchExists(STAFF, STAFF.EMAIL_KEY.eq(email.key()))) {
            throw Problem.conflict("Somebody has this e-mail address already.").as("problem.email.taken");
        }
        long id = insert(transaction, checkedName(name), grants);
        sql.update(STAFF)
                .set(STAFF.EMAIL, email.text())
                .set(STAFF.EMAIL_KEY, email.key())
                .set(STAFF.PASSWORD_HASH, passwordHash)
                .set(
                        STAFF.PASSWORD_AT,
                        passwordHash == null ? null : transaction.now().toEpochMilli())
                .set(STAFF.LANGUAGE, language)
                .where(STAFF.ID.eq(id))
                .execute();
        return id;
    }

    /// @throws Problem INVALID for no name, or a longer one than fits
    public static String checkedName(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw Problem.invalid("A name has 1 to " + LONGEST_NAME + " letters.")
                    .as("problem.name", LONGEST_NAME);
        }
        return plain;
    }

    /// Gives somebody these rights and no others.
    public static void putGrants(Transaction transaction, long staffId, Set<Grant> grants) {
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
