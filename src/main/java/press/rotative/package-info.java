/// The composition edge: where the rooms are put together and the one program starts.
///
/// Start reading at `Main` (which command runs). Everything here may import every room; no room imports anything here.
@NullMarked
package press.rotative;

import org.jspecify.annotations.NullMarked;
