/// The wire inbox: what was imported and nobody has taken in yet, each story beside the account of its capture.
///
/// Start reading at `InboxResource` (the list, and captures that are sent), then `ImportResource` (one import).
/// Promises: as those of [press.rotative.newsroom]; the list costs the same however much waits; what a capture
/// holds is shown as text, never as mark-up.
@NullMarked
package press.rotative.newsroom.inbox;

import org.jspecify.annotations.NullMarked;
