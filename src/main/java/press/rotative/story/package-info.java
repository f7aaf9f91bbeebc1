/// Stories: the typed body tree, drafts and versions, editions, sections, concepts, authors. The acts on them (publish,
/// update, correct, withhold, release, kill, destroy, move, rename) are in [press.rotative.story.acts].
///
/// Start reading at [press.rotative.story.StoryContent] (what a story says), [press.rotative.story.acts.PublishStory]
/// (how it becomes public) and [press.rotative.story.StoryState] (which act is allowed when).
/// Only acts write: what takes a transaction is called in this room alone.
/// Promises: nothing is stored but the typed tree; every version keeps its digest; publication status and workflow
/// state are two axes; the live lists hold usable stories only.
/// May import: media, address, jobs, people, publication, language, platform.
@NullMarked
package press.rotative.story;

import org.jspecify.annotations.NullMarked;
