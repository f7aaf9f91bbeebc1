/// The darkroom: where the bytes of pictures are read and made, in child processes of their own. Nothing of a picture
/// is ever decoded in the server itself.
///
/// Start reading at [press.rotative.media.darkroom.Darkroom] (the server's side: lanes, queues, watch),
/// [press.rotative.media.darkroom.DarkroomProcess] (the child) and [press.rotative.media.darkroom.Order] (the work).
/// Promises: whatever a file does to its reader, the server only hears that it was refused; a child has limits of time,
/// memory and size, and is replaced when it dies, hangs or has done its share; an idle darkroom has no process.
@NullMarked
package press.rotative.media.darkroom;

import org.jspecify.annotations.NullMarked;
