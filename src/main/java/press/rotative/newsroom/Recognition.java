package press.rotative.newsroom;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import press.rotative.people.Member;
import press.rotative.people.Staff;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;

/// Finds by the secret of a session who is there, and enters them into the [Visit].
@Singleton
final class Recognition {
    private static final Logger LOG = Logger.getLogger(Recognition.class);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(2);

    private final Database database;
    private final Clock clock;
    private final Visit visit;

    Recognition(Database database, Clock clock, Visit visit) {
        this.database = database;
        this.clock = clock;
        this.visit = visit;
    }

    /// @return empty: there is no such session, or it is over
    Optional<StaffSession> by(String secret) {
        Optional<StaffSession> found = find(secret);
        found.filter(session -> session.seenAt().plus(SEEN_EVERY).isBefore(clock.instant()))
                .ifPresent(this::noteSeen);
        return found;
    }

    /// The same, and nobody need be there.
    Optional<StaffSession> find(String secret) {
        Instant now = clock.instant();
        return database.read(sql -> {
            Optional<StaffSession> session = new StaffSessions(sql).find(secret, now);
            session.ifPresent(each -> {
                Optional<Member> member = new Staff(sql).member(each.staffId());
                member.ifPresent(person -> visit.enter(person, each));
            });
            return session;
        });
    }

    /// Who is in by this session, or was before it ended; 0: nobody that is known.
    long holder(String secret) {
        return database.read(sql -> new StaffSessions(sql).holder(secret)).orElse(0L);
    }

    /// Reading goes on when nothing can be written.
    private void noteSeen(StaffSession session) {
        try {
            database.write(transaction -> {
                StaffSessions.seen(transaction, session);
                return true;
            });
        } catch (Problem notNow) {
            LOG.debug("a session was not noted", notNow);
        }
    }
}
