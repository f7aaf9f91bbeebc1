/// Backups of a whole newsroom: written beside a running server, restored into an empty directory, proven by a list of
/// digests. Removals that the law asked for are repeated in what was restored.
///
/// Start reading at [press.rotative.backup.Backup], then [press.rotative.backup.Restore].
/// Promises: a backup holds all that was acknowledged before it began; it never replaces another; a restore compares
/// every file with its digest before anything opens it.
/// This is a composition edge as the commands are: it may import every room; only `command` imports it.
@NullMarked
package press.rotative.backup;

import org.jspecify.annotations.NullMarked;
