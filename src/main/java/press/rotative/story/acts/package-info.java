/// What a newsroom can do to its stories: each act is one file, and the listing of this folder is the list of
/// powers.
///
/// Start reading at [press.rotative.story.acts.PublishStory], then [press.rotative.story.acts.GoLive], the step
/// that all acts which make a content public share.
/// Promises: an act asks the policy first, checks what the writer saw, changes rows and appends its publication in
/// one transaction, and does nothing else; how far it reaches is named over-complete.
@NullMarked
package press.rotative.story.acts;

import org.jspecify.annotations.NullMarked;
