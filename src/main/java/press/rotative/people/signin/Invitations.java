package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.INVITATION;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Role;
import press.rotative.people.Staff;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Secrets;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.InvitationRecord;

/// Who is asked to join. The link's secret is known to the inviter and the invited only; the database holds its digest.
public final class Invitations {
    public static final Duration LASTS = Duration.ofHours(72);

    /// How many may wait at once.
    public static final int MOST_OPEN = 200;

    private final DSLContext sql;

    public Invitations(DSLContext sql) {
        this.sql = sql;
    }

    /// Those whose links are good, the newest first.
    public List<Invitation> open(Instant now) {
        return sql.selectFrom(INVITATION)
                .where(isOpen(now))
                .orderBy(INVITATION.ID.desc())
                .limit(MOST_OPEN)
                .fetch(Invitations::read);
    }

    private static Condition isOpen(Instant now) {
        return INVITATION
                .USED_AT
                .isNull()
                .and(INVITATION.WITHDRAWN_AT.isNull())
                .and(INVITATION.ENDS_AT.gt(now.toEpochMilli()));
    }

    /// The one that a link belongs to, whatever became of it.
    public Optional<Invitation> find(String secret) {
        return sql.selectFrom(INVITATION)
                .where(INVITATION.SECRET_DIGEST.eq(Digest.of(secret)))
                .fetchOptional(Invitations::read);
    }

    /// The one that a link belongs to, if it opens the newsroom. One whose inviter could not invite any more is
    /// good for nothing: it would be a way back in for whoever was dismissed.
    ///
    /// @throws Problem NOT_FOUND for no link of ours, GONE for one that is over, each saying what to do
    public Invitation good(String secret, Instant now) {
        Invitation found = find(secret)
                .orElseThrow(() -> Problem.notFound("This link is not one of ours. Look whether all of it was copied.")
                        .as("problem.link.none"));
        return switch (found.state(now)) {
            case OPEN -> {
                if (!mayInvite(found.invitedBy())) {
                    throw withdrawn();
                }
                yield found;
            }
            case USED ->
                throw gone("This invitation was used: whoever joined by it signs in now. If it was not you, tell an "
                                + "administrator at once.")
                        .as("problem.invitation.used");
            case WITHDRAWN -> throw withdrawn();
            case ENDED ->
                throw gone("This invitation was good for 72 hours. Ask for a new one.")
                        .as("problem.invitation.ended", LASTS.toHours());
        };
    }

    private boolean mayInvite(long staffId) {
        return staffId == 0
                || new Staff(sql)
                        .actor(staffId)
                        .filter(actor -> Policy.allowsSomewhere(actor, Power.MANAGE_STAFF))
                        .isPresent();
    }

    private static Problem withdrawn() {
        return gone("This invitation was withdrawn. Ask whoever invited you.").as("problem.invitation.withdrawn");
    }

    private static Problem gone(String sentence) {
        return new Problem(Problem.Category.GONE, sentence);
    }

    /// Adds one; another that waits for the same person is withdrawn.
    ///
    /// @return the secret of its link
    /// @throws Problem CONFLICT when too many wait
    public static String insert(
            Transaction transaction,
            EmailAddress email,
            String name,
            Set<Grant> grants,
            long invitedBy,
            SecureRandom random) {
        Instant now = transaction.now();
        DSLContext sql = transaction.sql();
        List<Invitation> open = new Invitations(sql).open(now);
        open.stream()
                .filter(each -> each.email().key().equals(email.key()))
                .forEach(each -> withdraw(transaction, INVITATION.ID.eq(each.id())));
        if (open.size() >= MOST_OPEN) {
            throw Problem.conflict("At most " + MOST_OPEN + " invitations wait at once. Withdraw some.")
                    .as("problem.invitation.most", MOST_OPEN);
        }
        String secret = Secrets.next(random);
        sql.insertInto(INVITATION)
                .set(INVITATION.SECRET_DIGEST, Digest.of(secret))
                .set(INVITATION.EMAIL, email.text())
                .set(INVITATION.NAME, name)
                .set(INVITATION.GRANTS, written(grants))
                .set(INVITATION.INVITED_BY, invitedBy)
                .set(INVITATION.CREATED_AT, now.toEpochMilli())
                .set(INVITATION.ENDS_AT, now.plus(LASTS).toEpochMilli())
                .execute();
        return secret;
    }

    /// @return whether it waited still
    public static boolean withdraw(Transaction transaction, long id) {
        return withdraw(transaction, INVITATION.ID.eq(id)) == 1;
    }

    /// Withdraws all that somebody made who may invite no more.
    public static void withdrawOf(Transaction transaction, long inviter) {
        withdraw(transaction, INVITATION.INVITED_BY.eq(inviter));
    }

    private static int withdraw(Transaction transaction, Condition which) {
        return transaction
                .sql()
                .update(INVITATION)
                .set(INVITATION.WITHDRAWN_AT, transaction.now().toEpochMilli())
                .where(which)
                .and(INVITATION.USED_AT.isNull())
                .and(INVITATION.WITHDRAWN_AT.isNull())
                .execute();
    }

    /// @return false for who comes second
    static boolean use(Transaction transaction, long id) {
        return transaction
                        .sql()
                        .update(INVITATION)
                        .set(INVITATION.USED_AT, transaction.now().toEpochMilli())
                        .where(INVITATION.ID.eq(id))
                        .and(isOpen(transaction.now()))
                        .execute()
                == 1;
    }

    private static String written(Set<Grant> grants) {
        return grants.stream()
                .map(grant -> grant.role().label() + "/" + grant.edition() + "/" + grant.section())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Set<Grant> grants(String written) {
        return Stream.of(written.split(" "))
                .map(each -> each.split("/"))
                .map(parts -> new Grant(Role.named(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                .collect(Collectors.toSet());
    }

    private static Invitation read(InvitationRecord row) {
        return new Invitation(
                row.getId(),
                new EmailAddress(row.getEmail()),
                row.getName(),
                grants(row.getGrants()),
                row.getInvitedBy(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getEndsAt()),
                instant(row.getUsedAt()),
                instant(row.getWithdrawnAt()));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
