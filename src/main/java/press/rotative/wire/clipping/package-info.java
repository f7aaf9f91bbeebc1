/// # Clipping: what comes out of a capture
///
/// The values that every way of reading shares: the [press.rotative.wire.clipping.Capture] that was taken in, the
/// [press.rotative.wire.clipping.Clipping] that was read in it, its [press.rotative.wire.clipping.LossLedger], and the
/// [press.rotative.wire.clipping.Reading] that is one or the other. Knows none of the readers.
@NullMarked
package press.rotative.wire.clipping;

import org.jspecify.annotations.NullMarked;
