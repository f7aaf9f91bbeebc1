/// Pictures with caption, alternative text, credit and file mark; their bytes and renditions; the blob store.
///
/// Start reading at [press.rotative.media.Pictures] and [press.rotative.media.BlobStore].
/// Promises: a blob is on the disk and its digest right before a row names it; a credit is never dropped.
/// May import: jobs, publication, people, platform.
@NullMarked
package press.rotative.media;

import org.jspecify.annotations.NullMarked;
