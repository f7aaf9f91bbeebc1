/// The other servers over the same database: what they did is told to whatever this one keeps beside it.
///
/// Start reading at [press.rotative.nodes.OtherNodes].
/// Promises: no act of another server is overlooked while this one runs, and each is told of within some seconds.
/// May import: people, publication, platform.
@NullMarked
package press.rotative.nodes;

import org.jspecify.annotations.NullMarked;
