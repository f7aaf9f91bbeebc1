/// What is done to people of the staff, by those who manage it: the listing is the list of powers over people.
///
/// Start reading at [press.rotative.people.acts.ChangeRights]. Promises: each act asks the policy and stands in the
/// chain of staff acts; somebody who manages the staff always remains; who loses rights loses them at once.
@NullMarked
package press.rotative.people.acts;

import org.jspecify.annotations.NullMarked;
