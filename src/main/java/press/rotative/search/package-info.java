/// Public search: which usable stories hold these words. The index is derived from the publication log and may be
/// deleted at any time.
///
/// Start reading at [press.rotative.search.SearchIndex] (follows the log, answers) and
/// [press.rotative.search.StoryDocument] (what is indexed).
/// Promises: answers are numbers of stories only; a number may be out of date, so whoever shows it reads the story
/// first; an odd search finds nothing rather than failing.
/// May import: story, media, address, people, publication, platform.
@NullMarked
package press.rotative.search;

import org.jspecify.annotations.NullMarked;
