/// Staff, their roles and keys, the one policy function, and the chain of staff acts.
///
/// Start reading at [press.rotative.people.Policy].
/// Promises: every act has an actor; what the policy does not name is denied.
/// May import: publication, platform.
@NullMarked
package press.rotative.people;

import org.jspecify.annotations.NullMarked;
