/// Public search: which usable stories hold these words, which are like this one, which headlines begin so. The
/// index is derived from the publication log and may be deleted at any time.
///
/// Start reading at [press.rotative.search.SearchIndex] (the door), then [press.rotative.search.StorySearch] (how a
/// question is answered), [press.rotative.search.Ranking] (in which order), [press.rotative.search.StoryDocument] (what
/// is indexed) and [press.rotative.search.IndexKeeper] (how the index follows the log).
/// Promises: answers are numbers of stories only; a number may be out of date, so whoever shows it reads the story
/// first; the same stories give the same answers, whatever the index went through; an odd search finds nothing rather
/// than failing.
/// May import: story, media, address, nodes, people, publication, platform.
@NullMarked
package press.rotative.search;

import org.jspecify.annotations.NullMarked;
