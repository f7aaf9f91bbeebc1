package press.rotative.people;

import press.rotative.platform.Problem;

/// A role and where it holds: in the whole newsroom, in one edition, or in one section of it.
///
/// @param edition row of `edition`; 0: every edition
/// @param section row of `section`; 0: every section
public record Grant(Role role, long edition, long section) {

    public Grant {
        if (section != 0 && edition == 0) {
            throw Problem.invalid("Rights in a section need the edition that the section belongs to.");
        }
        if (role == Role.ADMINISTRATOR && edition != 0) {
            throw Problem.invalid("An administrator's rights are for the whole newsroom, not for one edition.");
        }
    }

    public static Grant everywhere(Role role) {
        return new Grant(role, 0, 0);
    }

    /// Whether it holds in all the places that a thing stands in.
    boolean covers(Scope scope) {
        return (edition == 0 || edition == scope.edition())
                && (section == 0
                        || !scope.sections().isEmpty()
                                && scope.sections().stream().allMatch(each -> each == section));
    }
}
