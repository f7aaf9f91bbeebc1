/// Stories while people write them: the journal of saves, the merging of what several writers did, the differences
/// that only a person can decide, and who has a story open.
///
/// Start reading at [press.rotative.story.writing.SaveParts].
/// Promises: what was acknowledged is in the draft, in an open conflict, or was taken out by somebody who saw it;
/// what a writer sent stands in the journal as it was sent.
@NullMarked
package press.rotative.story.writing;

import org.jspecify.annotations.NullMarked;
