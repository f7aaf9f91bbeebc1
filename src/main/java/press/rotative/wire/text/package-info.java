/// # Text: captures as plain text
///
/// An article page as the lines of its visible text, without any mark-up. Start at
/// [press.rotative.wire.text.TextPages], the ordered list of readers; each leaves alone what an earlier one claimed.
/// Knows `clipping` and `words`.
@NullMarked
package press.rotative.wire.text;

import org.jspecify.annotations.NullMarked;
