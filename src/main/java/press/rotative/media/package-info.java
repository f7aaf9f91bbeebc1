/// Pictures: how their files come in and are developed, their words, credits and rights, their sizes and formats; the
/// blob store.
///
/// Start reading at [press.rotative.media.Intake] (a file comes in), [press.rotative.media.Pictures] (the library) and
/// [press.rotative.media.Renditions] (what readers see); `darkroom` holds the child processes that read files.
/// Promises: a blob is on the disk and its digest right before a row names it; a credit is never dropped.
/// May import: jobs, nodes, publication, people, language, platform.
@NullMarked
package press.rotative.media;

import org.jspecify.annotations.NullMarked;
