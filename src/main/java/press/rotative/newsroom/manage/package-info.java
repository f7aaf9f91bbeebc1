/// The screens of what stories stand in and under: sections, concepts, authors, editions.
///
/// Start reading at `ManageResource`, then `ConceptsResource`. Promises: as those of [press.rotative.newsroom]; what is
/// typed comes back with what is wrong beside its field; whoever was slower than a colleague sees what stands there
/// now.
@NullMarked
package press.rotative.newsroom.manage;

import org.jspecify.annotations.NullMarked;
