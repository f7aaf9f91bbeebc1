/// Made-up newsrooms of any size, to try and to measure with: the command `fill`.
///
/// Start reading at [press.rotative.fill.Fill] (the run), then [press.rotative.fill.MadeUpStories] (what story number n
/// says). The words are data files in `src/main/resources/fill`.
/// Promises: story n of a seed is always the same; everything is written by the newsroom's own acts, up to 500 stories
/// in one; a run that was cut goes on where it stopped, to the exact total; a newsroom that was not begun by `fill` is
/// never filled.
/// This is composition, not a room: it may import every room, and only the commands import it.
@NullMarked
package press.rotative.fill;

import org.jspecify.annotations.NullMarked;
