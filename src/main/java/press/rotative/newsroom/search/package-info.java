/// The newsroom's search over every story, drafts included, as far as one's rights reach.
///
/// Start reading at `SearchResource`. Promises: as those of [press.rotative.newsroom]; the index only names candidates:
/// what is shown was read from the tables and passed the policy.
@NullMarked
package press.rotative.newsroom.search;

import org.jspecify.annotations.NullMarked;
