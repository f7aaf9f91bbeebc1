/// The screens of signing in, of one's own account, of the staff and of their journal.
///
/// Start reading at `SignInResource`. Promises: as those of [press.rotative.newsroom].
@NullMarked
package press.rotative.newsroom.people;

import org.jspecify.annotations.NullMarked;
