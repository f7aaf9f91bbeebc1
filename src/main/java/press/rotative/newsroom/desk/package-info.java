/// The desk: every story of the newsroom by state, as far as one's rights reach, with its clocks and who is in it.
///
/// Start reading at `DeskResource`. Promises: as those of [press.rotative.newsroom]; every list has an address that can
/// be passed on, and costs the same over any archive.
@NullMarked
package press.rotative.newsroom.desk;

import org.jspecify.annotations.NullMarked;
