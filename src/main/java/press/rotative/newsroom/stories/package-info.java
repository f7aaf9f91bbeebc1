/// The screens of one story: writing it, its acts, its history.
///
/// Start reading at `StoryResource`. Promises: as those of [press.rotative.newsroom]; no word that somebody typed is
/// lost; what cannot be undone is asked twice.
@NullMarked
package press.rotative.newsroom.stories;

import org.jspecify.annotations.NullMarked;
