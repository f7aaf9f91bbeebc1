package press.rotative.people;

import java.util.Set;

/// Who performs an act.
///
/// @param staffId row of `staff`; 0 is the program itself (jobs, the operator at the command line)
/// @param grants what they are, and where
public record Actor(long staffId, Set<Grant> grants) {

    /// The operator of the machine, who has the data directory anyway, and the program's own jobs.
    public static final Actor OPERATOR = new Actor(0, Role.ADMINISTRATOR);

    public Actor {
        grants = Set.copyOf(grants);
    }

    /// Somebody with one role in the whole newsroom.
    public Actor(long staffId, Role role) {
        this(staffId, Set.of(Grant.everywhere(role)));
    }
}
