package press.rotative.people;

/// Who performs an act.
///
/// @param staffId row of `staff`; 0 is the program itself (jobs, the operator at the command line)
public record Actor(long staffId, Role role) {

    /// The operator of the machine, who has the data directory anyway, and the program's own jobs.
    public static final Actor OPERATOR = new Actor(0, Role.ADMINISTRATOR);
}
