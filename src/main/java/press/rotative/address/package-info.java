/// Addresses that never rot: codes, short links, every path ever issued.
///
/// Start reading at [press.rotative.address.Addresses].
/// Promises: a code is never issued twice; a path once claimed belongs to its subject for ever.
/// May import: publication (for `Subject`), people, platform.
@NullMarked
package press.rotative.address;

import org.jspecify.annotations.NullMarked;
