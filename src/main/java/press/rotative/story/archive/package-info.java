/// An archive of other days becomes public: up to 500 stories in one act, written table by table.
///
/// Start reading at [press.rotative.story.archive.PublishArchive].
/// Promises: the rows are those that the acts on single stories would leave.
@NullMarked
package press.rotative.story.archive;

import org.jspecify.annotations.NullMarked;
