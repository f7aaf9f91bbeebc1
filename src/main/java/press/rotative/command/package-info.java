/// The commands of `./rotative`: each is one class that has a name, says in its help what it does, and runs.
///
/// Start reading at `Commands` (the list), then `ServeCommand`. Promises: every command understands `--help`,
/// an option it does not know is a sentence and status 2, a failure is a sentence and status 1, never a stack trace.
/// What all commands share is in `terminal`, the way to a running server in `socket`.
/// This is the composition edge: it may import every room; no room imports it.
@NullMarked
package press.rotative.command;

import org.jspecify.annotations.NullMarked;
