package press.rotative.people.acts;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Member;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;

/// What the acts over people have in common.
final class Rights {
    private static final int LONGEST_SUBJECT = 200;

    private Rights() {}

    /// @throws Problem FORBIDDEN, or NOT_FOUND when nobody who signs in has this number
    static Member member(Transaction transaction, Actor actor, long staffId) {
        Policy.require(actor, Power.MANAGE_STAFF);
        return find(transaction.sql(), staffId);
    }

    private static Member find(DSLContext sql, long staffId) {
        return new Staff(sql).member(staffId).orElseThrow(() -> Problem.notFound(
                        "There is nobody of the staff with the number " + staffId + ".")
                .as("problem.staff.none"));
    }

    /// For acts that take rights away. They go in turn: two administrators who would dismiss each other at the same
    /// moment wait for one another.
    ///
    /// @throws Problem CONFLICT when nobody could manage the staff any more
    static void keepAdministrator(Transaction transaction, long staffId) {
        StaffLog.inTurn(transaction);
        if (new Staff(transaction.sql()).isLastAdministrator(staffId)) {
            throw Problem.conflict("This is the last administrator. Make somebody else one first.")
                    .as("problem.staff.last");
        }
    }

    /// @throws Problem INVALID for none, or too many
    static Set<Grant> checked(Set<Grant> grants) {
        if (grants.isEmpty()) {
            throw Problem.invalid("Somebody without a role can do nothing here. Choose a role, or suspend them.")
                    .as("problem.staff.no.role");
        }
        if (grants.size() > Staff.MOST_GRANTS) {
            throw Problem.invalid("Somebody has at most " + Staff.MOST_GRANTS + " roles.")
                    .as("problem.staff.roles", Staff.MOST_GRANTS);
        }
        return Set.copyOf(grants);
    }

    /// As the staff log says them: `editor, reporter@1, editor@1/3`.
    static String subject(String who, Set<Grant> grants) {
        String text = who + ": "
                + grants.stream()
                        .sorted(Comparator.comparing(Grant::role)
                                .thenComparing(Grant::edition)
                                .thenComparing(Grant::section))
                        .map(Rights::words)
                        .collect(Collectors.joining(", "));
        return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT - 1) + "\u2026";
    }

    private static String words(Grant grant) {
        String place =
                grant.edition() == 0 ? "" : "@" + grant.edition() + (grant.section() == 0 ? "" : "/" + grant.section());
        return grant.role().label() + place;
    }
}
