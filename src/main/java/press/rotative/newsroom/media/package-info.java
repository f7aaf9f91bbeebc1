/// The picture library: pictures come in, are described and cropped, get and lose their rights, and are picked for
/// stories.
///
/// Start reading at `LibraryResource` (the shelves), then `PictureResource` (one picture) and `PickerResource`
/// (what the writing screen asks).
/// Promises: as those of [press.rotative.newsroom]; files are taken in by [press.rotative.media.Intake] alone; what
/// has no rights is shown here with the reason, and nowhere else.
@NullMarked
package press.rotative.newsroom.media;

import org.jspecify.annotations.NullMarked;
