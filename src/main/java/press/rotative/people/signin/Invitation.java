package press.rotative.people.signin;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;

/// Somebody is asked to join.
///
/// @param name as the inviter knows them; may be empty
/// @param grants what they are once they join
/// @param invitedBy row of `staff`
/// @param endsAt when its link is good no longer
public record Invitation(
        long id,
        EmailAddress email,
        String name,
        Set<Grant> grants,
        long invitedBy,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant usedAt,
        @Nullable Instant withdrawnAt) {

    public Invitation {
        grants = Set.copyOf(grants);
    }

    /// Why its link opens nothing, or that it does.
    public enum State {
        OPEN,
        USED,
        WITHDRAWN,
        ENDED
    }

    public State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return endsAt.isAfter(now) ? State.OPEN : State.ENDED;
    }
}
