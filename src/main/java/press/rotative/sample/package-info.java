/// The sample newsroom: what a new installation shows before anybody has written a line.
///
/// **What lives here.** The reader of `src/main/sample/` (three editions in text and pictures) and `PackSample`, which
/// the build runs once to turn it into a data directory by real acts. The running program uses nothing of this: it only
/// copies the packed directory.
///
/// **Where to start reading.** `PackSample`, then `SampleSource`.
///
/// This is composition, not a room: it may import every room, and no room imports it.
@NullMarked
package press.rotative.sample;

import org.jspecify.annotations.NullMarked;
