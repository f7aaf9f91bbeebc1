/// # Account: what became of a capture, kept with its story
///
/// The [press.rotative.wire.account.Account] of one capture: its ledger, what was found where, what is missing. It is
/// written when the capture is filed and kept as long as the story ([press.rotative.story.StoryImports]), because
/// readers of captures change and a story's past does not. Here too: the [press.rotative.wire.account.Doubt]s that
/// follow from it, what somebody settled about them ([press.rotative.wire.account.Decisions]), and the acts that
/// settle.
///
/// Promises: an account is at most half a megabyte, whatever the capture; a line that does not fit is counted.
@NullMarked
package press.rotative.wire.account;

import org.jspecify.annotations.NullMarked;
