/// The screens on which editors arrange the fronts of the editions.
///
/// Start reading at `FrontsResource`. Promises: as those of [press.rotative.newsroom]; an arrangement that is not saved
/// yet stands in the form alone, and every step of it works by keyboard and without a script.
@NullMarked
package press.rotative.newsroom.fronts;

import org.jspecify.annotations.NullMarked;
