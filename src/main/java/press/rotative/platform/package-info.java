/// The ground floor: database and its one writer, settings, problems, clock, limits.
///
/// Start reading at [press.rotative.platform.Database]; an act is a [press.rotative.platform.Work].
/// Promises: what `Database.write` returned for is durable; a failed member of a group of acts fails alone.
/// May import: no other room.
@NullMarked
package press.rotative.platform;

import org.jspecify.annotations.NullMarked;
