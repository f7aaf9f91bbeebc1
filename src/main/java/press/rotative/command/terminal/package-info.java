/// What every command shares: its name, options and help, the words it was called with, where it speaks and how it
/// ends.
///
/// Start reading at [press.rotative.command.terminal.Command].
@NullMarked
package press.rotative.command.terminal;

import org.jspecify.annotations.NullMarked;
