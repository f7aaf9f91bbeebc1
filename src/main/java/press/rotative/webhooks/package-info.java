/// Webhooks: programs elsewhere are told, signed and in order, what becomes public.
///
/// Start reading at [press.rotative.webhooks.Courier] (who delivers; [press.rotative.webhooks.Round] to one
/// webhook) and [press.rotative.webhooks.Messages] (what is told). The guide for who receives them is
/// `docs/developers/webhooks.md`. Promises: whatever stands in the publication log and is asked for is delivered at
/// least once, to each webhook in the order of the log, through restarts and with several processes on one
/// PostgreSQL; a message holds only what the public may read at the moment it is sent; a receiver that is slow or
/// away delays nobody but itself. May import: story, address, nodes, people, publication, platform.
@NullMarked
package press.rotative.webhooks;

import org.jspecify.annotations.NullMarked;
